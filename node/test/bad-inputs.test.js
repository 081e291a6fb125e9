'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { AccessToken, App, RtcTokenBuilder, RtmTokenBuilder, inspect } = require('dynakey');
const { APP_CERTIFICATE, APP_ID, errorOf, testdata } = require('./support.js');

const app = new App(APP_ID, APP_CERTIFICATE);

/** For a value of the table that JavaScript doesn't have. */
class Inexpressible extends Error {}
const special = {
  nan: () => NaN,
  inf: () => Infinity,
  '-inf': () => -Infinity,
  repeat: ({ text, times }) => text.repeat(times),
  lone_surrogate: () => 'room\ud800',
  invalid_utf8: () => {
    throw new Inexpressible();
  },
};
function expanded(value) {
  if (Array.isArray(value)) return value.map(expanded);
  if (typeof value !== 'object' || value === null) return value;
  return value.$ ? special[value.$](value) : value;
}

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
  const run = {};
  for (const { id, call, args, code, argument = undefined, index } of testdata('bad_inputs.json')
    .cases) {
    let given;
    try {
      given = Object.fromEntries(Object.entries(args).map(([k, v]) => [k, expanded(v)]));
    } catch (error) {
      if (error instanceof Inexpressible) continue;
      throw error;
    }
    const error = errorOf(() => {
      calls[call](given);
      assert.fail(`${id} was accepted`);
    });
    assert.equal(error.code, code, `${id}: ${error}`);
    assert.equal(error.argument, argument ?? undefined, `${id}: ${error}`);
    assert.equal(error.index, index, `${id}: ${error}`);
    run[call] = (run[call] ?? 0) + 1;
  }
  assert.deepEqual(run, {
    rtc_uid: 86,
    rtc_account: 67,
    rtm: 44,
    access_token: 49,
    app: 15,
    app_rtc: 64,
    app_rtcs: 26,
    app_rtm: 26,
    inspect: 37,
    verify: 38,
  });
});
