'use strict';

const assert = require('node:assert/strict');
const zlib = require('node:zlib');
const { test } = require('node:test');
const dynakey = require('dynakey');
const { APP_CERTIFICATE, APP_ID, errorOf } = require('./support.js');
const { hmac, payload, u32 } = require('./token-007.js');

const { ANY_CHANNEL, ANY_USER, App, RtcRole, RtcTokenBuilder2, Rtm2Permissions, UNCHECKED } =
  dynakey;
const { Rtc, Rtm, Rtm2 } = dynakey;
const app = new App(APP_ID, APP_CERTIFICATE);
const codes = ({ findings }) => findings.map(({ code }) => code);
const failure = (call) => {
  const { code, argument } = errorOf(call);
  return [code, argument];
};
/** Each service of a token: its name, and its privileges with their seconds from issue. */
const granted = (token) => {
  const { services, issuedAt } = dynakey.inspect(token);
  return services.map(({ name, privileges }) => [
    name,
    Object.fromEntries(privileges.map((p) => [p.name, (p.expiresAt - issuedAt) / 1000])),
  ]);
};

test('a token is of version 007 unless said', () => {
  for (const options of [undefined, {}, { version: '007' }]) {
    const token = app.rtcToken('room', 42, options);
    assert.match(token, /^007/);
    const report = app.verify(token, { channel: 'room', user: 42 });
    assert.deepEqual([report.ok, report.token.version, report.findings], [true, '007', []]);
    assert.equal(report.expiresAt - report.token.issuedAt, 3600_000);
    assert.match(app.rtmToken('ann', options), /^007/);
    assert.match(app.rtcTokens('room', [1], options)[0], /^007/);
  }
});

test('every kind of token has its services and privileges', () => {
  const publish = { publish_audio: 60, publish_video: 60, publish_data: 60 };
  const ttl = 60;
  for (const [token, expected] of [
    [app.rtcToken('room', 'ann', { ttl }), [['rtc', { join_channel: 60, ...publish }]]],
    [app.rtcToken('room', 1, { ttl, role: 'subscriber' }), [['rtc', { join_channel: 60 }]]],
    [app.rtmToken('ann', { ttl }), [['rtm', { login: 60 }]]],
    [app.chatUserToken('ann', { ttl }), [['chat', { user: 60 }]]],
    [app.chatAppToken({ ttl }), [['chat', { app: 60 }]]],
    [app.fpaToken(), [['fpa', { login: 86400 }]]],
    [app.apaasUserToken('ann', { ttl }), [['apaas', { user: 60 }]]],
    [app.apaasAppToken({ ttl }), [['apaas', { app: 60 }]]],
    [app.chatAppToken(), [['chat', { app: 3600 }]]],
  ]) {
    assert.deepEqual(granted(token), expected);
    const report = app.verify(token, { channel: UNCHECKED, user: UNCHECKED });
    assert.equal(report.signature, 'valid');
  }
});

test('a token may open several services, each with its own lifetimes', () => {
  const permissions = new Rtm2Permissions().add(0, 1, ['news']);
  const token = app.token(
    [
      new dynakey.Stt(),
      new dynakey.ConvoAI({ ttl: 10 }),
      new Rtm2('ann', permissions, { ttl: 20 }),
      new dynakey.ApaasApp(),
      new dynakey.ApaasUser('ann', { ttl: 30 }),
      new dynakey.ApaasRoom('room', 'ann', { role: 3, ttl: 40 }),
      new dynakey.FCdn('room', 'ann', { role: 'subscriber' }),
      new dynakey.ChatApp({ privileges: { user: 50 } }),
      new dynakey.ChatUser('ann'),
      new dynakey.Fpa(),
      new dynakey.Streaming(ANY_CHANNEL, 7),
      new Rtm('ann', { ttl: 60 }),
      new Rtc('room', 42, { role: 2, ttl: 70, privileges: { publish_video: 80, 4: 90, 9: 100 } }),
    ],
    { ttl: 600 },
  );
  assert.deepEqual(granted(token), [
    ['rtc', { join_channel: 70, publish_video: 80, publish_data: 90, null: 100 }],
    ['rtm', { login: 60 }],
    ['streaming', { publish_mixed_stream: 600, publish_raw_stream: 600 }],
    ['fpa', { login: 600 }],
    ['chat', { app: 600, user: 50 }],
    ['chat', { user: 600 }],
    ['fcdn', { play: 600 }],
    ['apaas', { app: 600 }],
    ['apaas', { user: 30 }],
    ['apaas', { room_user: 40 }],
    ['rtm2', { login: 20 }],
    ['convo_ai', {}],
    ['stt', {}],
  ]);
  const { services, channelCrc, userCrc } = dynakey.inspect(token);
  assert.deepEqual([channelCrc, userCrc], [null, null]);
  assert.deepEqual([services[2].channel, services[2].user], ['*', '7']);
  assert.deepEqual(
    services.filter(({ role }) => role !== null).map(({ role }) => role),
    [-1, -1, 3],
  );
  assert.deepEqual(services[10].permissions, [
    {
      resource: 'message_channels',
      resourceNumber: 0,
      permission: 'write',
      permissionNumber: 1,
      names: ['news'],
    },
  ]);
  for (const service of ['rtm', 'chat', 'rtm2']) {
    const report = app.verify(token, { channel: UNCHECKED, user: 'ann', service });
    assert.deepEqual([report.ok, codes(report)], [true, []], service);
  }
  assert.equal(app.verify(token, { channel: 'room', user: 42 }).ok, true);
});

test('services come from anything that iterates, and nothing else', () => {
  assert.match(app.token(new Set([new Rtm('ann')])), /^007/);
  for (const services of [undefined, null, 'rtm', 1, {}]) {
    assert.deepEqual(
      failure(() => app.token(services)),
      ['invalid_call', 'services'],
    );
  }
  for (const service of [undefined, null, {}, 'rtm', new dynakey.ServiceRtm('ann')]) {
    assert.deepEqual(
      failure(() => app.token([service])),
      ['invalid_call', 'services'],
    );
  }
  assert.deepEqual(
    failure(() => app.token([])),
    ['no_services', 'services'],
  );
});

test('a misspelled option of a service or token is an error', () => {
  for (const call of [
    () => new Rtc('room', 1, { roles: 1 }),
    () => new Rtm('ann', { role: 1 }),
    () => new dynakey.Fpa(60),
    () => new Rtm2('ann', new Rtm2Permissions(), null),
    () => app.token([new Rtm('ann')], { version: '007' }),
    () => app.chatAppToken(600),
    () => app.chatUserToken('ann', { expire: 600 }),
    () => app.fpaToken({ ttl: 600 }),
    () => app.apaasRoomToken('room', 'ann', 1),
  ]) {
    assert.deepEqual(failure(call), ['invalid_call', 'options'], call.toString());
  }
  assert.deepEqual(
    failure(() => app.apaasRoomToken('room', 'ann', { ttl: 60 })),
    ['invalid_role', 'role'],
  );
  assert.deepEqual(
    failure(() => app.token([new dynakey.ApaasRoom('room', 'ann')])),
    ['invalid_role', 'role'],
  );
  for (const name of ['role', 'ttl', 'privileges']) {
    const call = (value) => () => app.token([new Rtc('room', 1, { [name]: value })]);
    assert.deepEqual(failure(call(undefined)), failure(call(null)), name);
    assert.equal(failure(call(undefined))[1], name);
  }
  assert.deepEqual(
    failure(() => app.chatAppToken({ ttl: undefined })),
    ['ttl_out_of_range', 'ttl'],
  );
  assert.equal(failure(() => new dynakey.Fpa({ role: undefined }))[1], 'options');
  for (const privileges of [null, 5, 'publish_audio']) {
    assert.equal(failure(() => app.token([new Rtc('room', 1, { privileges })]))[1], 'privileges');
  }
  for (const permissions of [undefined, null, {}]) {
    assert.equal(failure(() => app.token([new Rtm2('ann', permissions)]))[1], 'permissions');
  }
});

test('any channel is a word, never together with anyone', () => {
  const token = app.rtcToken(ANY_CHANNEL, 42);
  const named = app.verify(token, { channel: 'room', user: 42 });
  assert.equal(named.ok, false);
  assert.ok(codes(named).includes('channel_mismatch'));
  const any = app.verify(token, { channel: ANY_CHANNEL, user: 42 });
  assert.deepEqual([any.ok, codes(any)], [true, ['any_channel']]);
  assert.deepEqual(
    failure(() => app.rtcToken(ANY_CHANNEL, ANY_USER)),
    ['invalid_uid', 'user'],
  );
  assert.deepEqual(
    failure(() => app.rtcToken('*', 42)),
    ['invalid_channel_name', 'channel'],
  );
  assert.equal(failure(() => app.rtcToken(ANY_CHANNEL, 42, { version: '006' }))[1], 'channel');
});

test('a duration can not be taken for a time, nor a time for a duration', () => {
  const { PUBLISHER } = RtcRole;
  const ids = [APP_ID, APP_CERTIFICATE];
  assert.deepEqual(
    failure(() => RtcTokenBuilder2.buildTokenWithUid(...ids, 'room', 1, PUBLISHER, 1764000000)),
    ['expiry_not_a_duration', 'token_expire'],
  );
  for (const ttl of [0, -1, 86401, 1.5, NaN, '600', null, true]) {
    for (const call of [
      () => app.rtcToken('room', 1, { ttl }),
      () => app.rtmToken('ann', { ttl }),
      () => app.chatAppToken({ ttl }),
      () => app.token([new Rtm('ann')], { ttl }),
      () => app.token([new Rtm('ann', { ttl })]),
    ]) {
      assert.deepEqual(failure(call), ['ttl_out_of_range', 'ttl']);
    }
  }
});

test('a service that is not known is read as far as it goes, and said', () => {
  // The token of one RTC service, made anew with a service 99 behind it.
  const info = payload(app.rtcToken('room', 42)).subarray(34);
  const changed = Buffer.concat([info, Buffer.from([99, 0, 0, 0, 1, 2, 3])]);
  changed.writeUInt16LE(2, 46);
  const key = hmac(u32(info.readUInt32LE(42)), hmac(u32(info.readUInt32LE(34)), APP_CERTIFICATE));
  const signed = Buffer.concat([Buffer.from([32, 0]), hmac(key, changed), changed]);
  const token = `007${zlib.deflateSync(signed).toString('base64')}`;
  const { unknownService, services } = dynakey.inspect(token);
  assert.deepEqual([unknownService, services.length, services[0].channel], [99, 1, 'room']);
  const report = app.verify(token, { channel: 'room', user: 42 });
  assert.equal(report.ok, true);
  assert.ok(codes(report).includes('unknown_service'));
});

test('the warnings and errors of version 007', () => {
  const { AccessToken2, ServiceRtc } = dynakey;
  const made = (issueTs, expire) => {
    const service = new ServiceRtc('room', 42);
    for (const privilege of [1, 2, 3, 4]) service.add_privilege(privilege, 0);
    const token = new AccessToken2(APP_ID, APP_CERTIFICATE, issueTs, expire);
    token.add_service(service);
    return codes(app.verify(token.build(), { channel: 'room', user: 42 }));
  };
  const now = Math.floor(Date.now() / 1000);
  assert.deepEqual(made(0, 600), []);
  assert.deepEqual(made(now + 600, 600), ['issued_in_future']);
  assert.ok(made(0, now).includes('expiry_looks_like_timestamp'));
  assert.ok(made(0, 0).includes('token_expired'));
});

// Compressed bytes can be written in more than one way: what counts is what they hold.
test('every changed character that changes what a token holds is noticed', () => {
  const fresh = app.rtcToken('room', 42);
  for (let index = 0; index < fresh.length; index += 1) {
    const other = fresh[index] === 'A' ? 'B' : 'A';
    const forged = fresh.slice(0, index) + other + fresh.slice(index + 1);
    const { ok } = app.verify(forged, { channel: 'room', user: 42 });
    assert.ok(!ok || payload(forged).equals(payload(fresh)), `at ${index}`);
  }
});
