'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const dynakey = require('dynakey');
const { mistakesMade } = require('./mistakes.js');
const { APP_CERTIFICATE, APP_ID } = require('./support.js');

const { AccessToken2, App, Rtm2Permissions } = dynakey;
const { ApaasTokenBuilder, ChatTokenBuilder2, ConvoAITokenBuilder, FpaTokenBuilder } = dynakey;
const { RtcTokenBuilder2, RtmTokenBuilder2, SttTokenBuilder } = dynakey;
const app = new App(APP_ID, APP_CERTIFICATE);

/** The rows have a builder's arguments in its order. */
const inOrder =
  (builder) =>
  ({ app_id, app_certificate, ...rest }) =>
    builder(app_id, app_certificate, ...Object.values(rest));

const permissionsOf = (rows) =>
  rows.reduce((permissions, row) => permissions.add(...row), new Rtm2Permissions());

/** A service with the row's fields, whatever they are. */
const service = {
  1: ({ channel, user }) => new dynakey.ServiceRtc(channel, user),
  2: ({ user }) => new dynakey.ServiceRtm(user),
  3: ({ channel, user }) => new dynakey.ServiceStreaming(channel, user),
  5: ({ user }) => new dynakey.ServiceChat(user),
  6: ({ channel, user }) => new dynakey.ServiceFCdn(channel, user),
  7: ({ channel, user, role }) => new dynakey.ServiceApaas(channel, user, role),
  8: ({ user, permissions }) => new dynakey.ServiceRtm2(user, permissionsOf(permissions)),
};

const grant = {
  rtc: ({ channel, user, ...rest }) => new dynakey.Rtc(channel, user, rest),
  rtm: ({ user, ...rest }) => new dynakey.Rtm(user, rest),
  rtm2: ({ user, ...rest }) => new dynakey.Rtm2(user, new Rtm2Permissions(), rest),
  chat_user: ({ user, ...rest }) => new dynakey.ChatUser(user, rest),
  apaas_user: ({ user, ...rest }) => new dynakey.ApaasUser(user, rest),
  apaas_room: ({ room, user, ...rest }) => new dynakey.ApaasRoom(room, user, rest),
  streaming: ({ channel, user, ...rest }) => new dynakey.Streaming(channel, user, rest),
  fcdn: ({ channel, user, ...rest }) => new dynakey.FCdn(channel, user, rest),
};

const calls = {
  rtc2_uid: inOrder(RtcTokenBuilder2.buildTokenWithUid),
  rtc2_account: inOrder(RtcTokenBuilder2.buildTokenWithUserAccount),
  rtc2_rtm: inOrder(RtcTokenBuilder2.buildTokenWithRtm),
  rtc2_uid_privilege: inOrder(RtcTokenBuilder2.buildTokenWithUidAndPrivilege),
  rtc2_account_privilege: inOrder(RtcTokenBuilder2.buildTokenWithUserAccountAndPrivilege),
  rtc2_rtm2: inOrder(RtcTokenBuilder2.buildTokenWithRtm2),
  convo_ai: inOrder(ConvoAITokenBuilder.buildToken),
  stt: inOrder(SttTokenBuilder.buildToken),
  rtm2: inOrder(RtmTokenBuilder2.buildToken),
  rtm2_permissions: (a) =>
    RtmTokenBuilder2.buildTokenWithPermissions(
      a.app_id,
      a.app_certificate,
      a.user_id,
      permissionsOf(a.permissions),
      a.expire,
    ),
  chat2_user: inOrder(ChatTokenBuilder2.buildUserToken),
  chat2_app: inOrder(ChatTokenBuilder2.buildAppToken),
  fpa2: inOrder(FpaTokenBuilder.buildToken),
  apaas2_room: inOrder(ApaasTokenBuilder.buildRoomUserToken),
  apaas2_user: inOrder(ApaasTokenBuilder.buildUserToken),
  apaas2_app: inOrder(ApaasTokenBuilder.buildAppToken),
  access_token2: ({ app_id, app_certificate, issue_ts, expire, salt, services }) => {
    const token = new AccessToken2(app_id, app_certificate, issue_ts, expire);
    token.salt = salt;
    for (const row of services) {
      const added = service[row.type](row);
      row.privileges.forEach(([privilege, end]) => added.add_privilege(privilege, end));
      token.add_service(added);
    }
    return token.build();
  },
  app_rtc: ({ channel, user, ...options }) => app.rtcToken(channel, user, options),
  app_rtcs: ({ channel, users, ...options }) => app.rtcTokens(channel, users, options),
  app_rtm: ({ user, ...options }) => app.rtmToken(user, options),
  app_chat_user: ({ user, ...options }) => app.chatUserToken(user, options),
  app_chat_app: (options) => app.chatAppToken(options),
  app_apaas_room: ({ room, user, ...options }) => app.apaasRoomToken(room, user, options),
  app_apaas_user: ({ user, ...options }) => app.apaasUserToken(user, options),
  app_apaas_app: (options) => app.apaasAppToken(options),
  app_token: ({ services, ...options }) =>
    app.token(
      services.map(({ service: name, ...row }) => grant[name](row)),
      options,
    ),
  inspect: ({ token }) => dynakey.inspect(token),
  verify: ({ token, ...options }) => app.verify(token, options),
};

test('every mistake that JavaScript can express has its code and argument', () => {
  assert.deepEqual(mistakesMade('bad_inputs_007.json', calls), {
    rtc2_uid: 111,
    rtc2_account: 18,
    rtc2_uid_privilege: 22,
    rtc2_account_privilege: 22,
    rtc2_rtm: 23,
    rtc2_rtm2: 31,
    convo_ai: 30,
    stt: 30,
    rtm2: 27,
    rtm2_permissions: 15,
    chat2_user: 20,
    chat2_app: 14,
    fpa2: 14,
    apaas2_room: 40,
    apaas2_user: 7,
    apaas2_app: 5,
    access_token2: 92,
    app_rtc: 33,
    app_rtcs: 2,
    app_rtm: 13,
    app_chat_user: 13,
    app_chat_app: 8,
    app_apaas_room: 22,
    app_apaas_user: 8,
    app_apaas_app: 3,
    app_token: 25,
    inspect: 48,
    verify: 13,
  });
});
