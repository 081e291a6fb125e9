'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { AccessToken, App, RtcTokenBuilder, RtmTokenBuilder, inspect } = require('dynakey');
const { mistakesMade } = require('./mistakes.js');
const { APP_CERTIFICATE, APP_ID } = require('./support.js');

const app = new App(APP_ID, APP_CERTIFICATE);

const camelCase = ({ min_remaining: minRemaining, ...options }) =>
  minRemaining === undefined ? options : { ...options, minRemaining };

const calls = {
  rtc_uid: (a) =>
    RtcTokenBuilder.buildTokenWithUid(
      a.app_id,
      a.app_certificate,
      a.channel_name,
      a.uid,
      a.role,
      a.privilege_expired_ts,
    ),
  rtc_account: (a) =>
    RtcTokenBuilder.buildTokenWithAccount(
      a.app_id,
      a.app_certificate,
      a.channel_name,
      a.user_account,
      a.role,
      a.privilege_expired_ts,
    ),
  rtm: (a) =>
    RtmTokenBuilder.buildToken(
      a.app_id,
      a.app_certificate,
      a.user_account,
      a.role,
      a.privilege_expired_ts,
    ),
  access_token: (a) => {
    const token = new AccessToken(a.app_id, a.app_certificate, a.channel_name, a.uid);
    token.salt = a.salt;
    token.ts = a.ts;
    a.messages.forEach(([privilege, end]) => token.addPrivilege(privilege, end));
    return token.build();
  },
  app: (a) => new App(a.app_id, a.app_certificate),
  app_rtc: ({ channel, user, ...options }) => app.rtcToken(channel, user, options),
  app_rtcs: ({ channel, users, ...options }) => app.rtcTokens(channel, users, options),
  app_rtm: ({ user, ...options }) => app.rtmToken(user, options),
  inspect: ({ token }) => inspect(token),
  verify: ({ token, ...options }) => app.verify(token, camelCase(options)),
};

test('every mistake that JavaScript can express has its code and argument', () => {
  assert.deepEqual(mistakesMade('bad_inputs.json', calls), {
    rtc_uid: 116,
    rtc_account: 67,
    rtm: 44,
    access_token: 69,
    app: 15,
    app_rtc: 84,
    app_rtcs: 26,
    app_rtm: 26,
    inspect: 37,
    verify: 58,
  });
});
