'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { ANY_USER, App, Role, UNCHECKED, inspect } = require('dynakey');
const { APP_CERTIFICATE, APP_ID, errorOf } = require('./support.js');

const app = new App(APP_ID, APP_CERTIFICATE);
const version = '006';
const seconds = (date) => date.getTime() / 1000;
const names = (token) => inspect(token).services[0].privileges.map(({ name }) => name);

test('a token lasts an hour unless said, and its holder publishes', () => {
  const before = Math.floor(Date.now() / 1000);
  const token = app.rtcToken('room', 42, { version });
  const report = app.verify(token, { channel: 'room', user: 42 });
  assert.equal(report.ok, true);
  const issued = seconds(report.token.issuedAt);
  assert.ok(issued >= before && issued <= Date.now() / 1000);
  assert.equal(seconds(report.expiresAt), issued + 3600);
  assert.deepEqual(names(token), [
    'join_channel',
    'publish_audio',
    'publish_video',
    'publish_data',
  ]);
});

test('the options are role, ttl and version', () => {
  const token = app.rtcToken('room', 'ann', { role: 'subscriber', ttl: 60, version });
  assert.deepEqual(names(token), ['join_channel']);
  const { token: read, expiresAt } = app.verify(token, { channel: 'room', user: 'ann' });
  assert.equal(expiresAt - read.issuedAt, 60_000);
  for (const role of [Role.SUBSCRIBER, 2, 2n]) {
    assert.deepEqual(names(app.rtcToken('room', 1, { role, version })), ['join_channel']);
  }
});

test('an option that is there but undefined is refused as null is', () => {
  const expected = { channel: 'room', user: 1 };
  const calls = {
    role: (options) => app.rtcToken('room', 1, { version, ...options }),
    ttl: (options) => app.rtmToken('ann', { version, ...options }),
    version: (options) => app.rtcTokens('room', [1], options),
    secondaryCertificate: (options) => new App(APP_ID, APP_CERTIFICATE, options),
  };
  for (const name of ['channel', 'user', 'service', 'privileges', 'leeway', 'minRemaining', 'at']) {
    calls[name] = (options) => app.verify('006', { ...expected, ...options });
  }
  const told = ({ code, argument }) => ({ code, argument });
  for (const [name, call] of Object.entries(calls)) {
    const [ofUndefined, ofNull] = [undefined, null].map((value) =>
      errorOf(() => call({ [name]: value })),
    );
    assert.deepEqual(told(ofUndefined), told(ofNull));
    assert.match(ofUndefined.argument.replaceAll('_', ''), new RegExp(`^${name}$`, 'i'));
  }
  assert.match(errorOf(() => calls.role({ role: undefined })).message, /but undefined came$/);
  const inherited = Object.create({ version, role: undefined });
  assert.equal(errorOf(() => app.rtcToken('room', 1, inherited)).code, 'invalid_role');
});

test('options that are undefined as a whole are none', () => {
  assert.equal(new App(APP_ID, APP_CERTIFICATE, undefined).appId, APP_ID);
});

test('there are two versions', () => {
  for (const options of [{ version: '008' }, { version: 6 }, { version: null }]) {
    assert.equal(errorOf(() => app.rtcToken('room', 1, options)).code, 'unsupported_version');
    assert.equal(errorOf(() => app.rtmToken('ann', options)).code, 'unsupported_version');
  }
});

test('a number is a uid, a text an account, and anyone is a word', () => {
  for (const [user, text] of [
    [42, '42'],
    [42n, '42'],
    ['0', '0'],
  ]) {
    const token = app.rtcToken('room', user, { version });
    assert.equal(app.verify(token, { channel: 'room', user: text }).ok, true);
  }
  const anyones = app.rtcToken('room', ANY_USER, { version });
  assert.equal(app.verify(anyones, { channel: 'room', user: ANY_USER }).ok, true);
  const report = app.verify(anyones, { channel: 'room', user: 42 });
  assert.ok(report.findings.some(({ code }) => code === 'user_mismatch'));
});

test('an RTM token opens RTM for its user', () => {
  const token = app.rtmToken('ann', { ttl: 600, version });
  assert.equal(app.verify(token, { channel: UNCHECKED, user: 'ann', service: 'rtm' }).ok, true);
  assert.equal(app.verify(token, { channel: UNCHECKED, user: 'bob', service: 'rtm' }).ok, false);
});

test('a batch is in order, from anything that iterates', () => {
  const users = [1, 'ann', 3n, ANY_USER];
  for (const given of [users, new Set(users), users.values()]) {
    const tokens = app.rtcTokens('room', given, { ttl: 600, version });
    assert.equal(tokens.length, 4);
    tokens.forEach((token, index) => {
      assert.equal(app.verify(token, { channel: 'room', user: users[index] }).ok, true);
    });
  }
  assert.deepEqual(app.rtcTokens('room', [], { version }), []);
});

test('a batch is all or nothing, and its error says where', () => {
  const error = errorOf(() => app.rtcTokens('room', [1, 2, NaN, -1], { version }));
  assert.deepEqual([error.code, error.argument, error.index], ['invalid_uid', 'user', 2]);
  // eslint-disable-next-line no-sparse-arrays
  assert.equal(errorOf(() => app.rtcTokens('room', [1, , 3], { version })).index, 1);
});

test('salts differ from token to token, in a batch too', () => {
  const salts = new Set(
    app.rtcTokens('room', Array(1000).fill(1), { version }).map((token) => inspect(token).salt),
  );
  for (let n = 0; n < 1000; n += 1) salts.add(inspect(app.rtcToken('room', 1, { version })).salt);
  assert.ok(salts.size >= 1998, `${salts.size} of 2000`);
  assert.ok(!salts.has(0));
});

test('a secondary certificate verifies, and the report says so', () => {
  const next = '00112233445566778899aabbccddeeff';
  const token = new App(APP_ID, next).rtcToken('room', 1, { version });
  assert.equal(app.verify(token, { channel: 'room', user: 1 }).ok, false);
  const both = new App(APP_ID, APP_CERTIFICATE, { secondaryCertificate: next });
  const report = both.verify(token, { channel: 'room', user: 1 });
  assert.deepEqual([report.ok, report.certificate], [true, 'secondary']);
  const error = errorOf(() => new App(APP_ID, APP_CERTIFICATE, { secondaryCertificate: 'x' }));
  assert.deepEqual(
    [error.code, error.argument],
    ['invalid_app_certificate', 'secondary_certificate'],
  );
});
