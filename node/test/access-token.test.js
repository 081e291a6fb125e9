'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { ANY_USER, AccessToken, App, priviledges, privileges } = require('dynakey');
const peer = require('agora-access-token/src/AccessToken');
const { APP_CERTIFICATE, APP_ID, errorOf } = require('./support.js');

const app = new App(APP_ID, APP_CERTIFICATE);
const END = 4000000000;

function built(...uid) {
  const token = new AccessToken(APP_ID, APP_CERTIFICATE, 'room', ...uid);
  token.addPrivilege(privileges.kJoinChannel, END);
  return token.build();
}
const isFor = (token, user) => app.verify(token, { channel: 'room', user }).signature === 'valid';

test('an absent uid is anyone, as are 0 and an empty text', () => {
  for (const token of [built(), built(0), built(''), built(0n)]) assert.ok(isFor(token, ANY_USER));
});

test('undefined, null, NaN and true are not an absent uid', () => {
  for (const uid of [undefined, null, NaN, true, false, -1, 2 ** 32, 1.5, {}, []]) {
    const error = errorOf(() => built(uid));
    assert.deepEqual([error.code, error.argument], ['invalid_uid', 'uid']);
  }
});

test('a text is taken as it is, "0" too', () => {
  assert.ok(isFor(built('0'), '0'));
  assert.ok(isFor(built('ann'), 'ann'));
  assert.ok(isFor(built(42), '42'));
  assert.ok(isFor(built(0xffffffff), 4294967295));
});

test("the properties have the reference's names and kinds", () => {
  const token = new AccessToken(APP_ID, APP_CERTIFICATE, 'room', 42);
  assert.deepEqual(Object.keys(token), [
    'appID',
    'channelName',
    'uid',
    'salt',
    'ts',
    'messages',
    'crc_channel_name',
    'crc_uid',
    'signature',
  ]);
  assert.equal(token.uid, '42');
  assert.equal(new AccessToken(APP_ID, APP_CERTIFICATE, 'room', 0).uid, '');
  assert.ok(Math.abs(token.ts - Date.now() / 1000 - 86400) < 5);
  assert.ok(Number.isInteger(token.salt) && token.salt > 0 && token.salt <= 0xffffffff);
  assert.deepEqual(token.messages, {});
});

test('messages is live: what is put in it is built', () => {
  const token = new AccessToken(APP_ID, APP_CERTIFICATE, 'room', 42);
  token.messages[priviledges.kPublishAudioStream] = END;
  token.addPriviledge(priviledges.kJoinChannel, 0);
  token.addPrivilege(1000n, END);
  delete token.messages[1000];
  const read = new AccessToken();
  assert.equal(read.fromString(token.build()), true);
  assert.deepEqual(read.messages, { 1: 0, 2: END });
  read.messages = { 5: 7 };
  read.appID = APP_ID.toLowerCase();
  const changed = new AccessToken('', APP_CERTIFICATE);
  changed.fromString(token.build());
  changed.messages = { 5: 7 };
  changed.appID = APP_ID.toLowerCase();
  const again = new AccessToken();
  again.fromString(changed.build());
  assert.deepEqual([again.messages, again.appID], [{ 5: 7 }, APP_ID.toLowerCase()]);
});

test('a property that does not fit its field is refused by build', () => {
  const refused = (change) => {
    const token = new AccessToken(APP_ID, APP_CERTIFICATE, 'room', 42);
    change(token);
    const { code, argument } = errorOf(() => token.build());
    return [code, argument];
  };
  assert.deepEqual(
    refused((t) => (t.salt = -1)),
    ['number_out_of_range', 'salt'],
  );
  assert.deepEqual(
    refused((t) => (t.salt = '1')),
    ['number_out_of_range', 'salt'],
  );
  assert.deepEqual(
    refused((t) => (t.ts = 2 ** 32)),
    ['expiry_not_a_timestamp', 'ts'],
  );
  assert.deepEqual(
    refused((t) => (t.ts = NaN)),
    ['expiry_not_a_timestamp', 'ts'],
  );
  assert.deepEqual(
    refused((t) => (t.channelName = null)),
    ['invalid_channel_name', 'channel_name'],
  );
  assert.deepEqual(
    refused((t) => (t.appID = 'x')),
    ['invalid_app_id', 'app_id'],
  );
  for (const messages of [null, undefined, 1, 'x']) {
    assert.deepEqual(
      refused((t) => (t.messages = messages)),
      ['invalid_call', 'messages'],
    );
  }
  for (const privilege of [65536, -1, 1.5, NaN, 'one', '', '01', ' 1', '0x1', '1e3', true]) {
    const outcome = refused((t) => t.addPrivilege(privilege, END));
    assert.deepEqual(outcome, ['number_out_of_range', 'messages'], String(privilege));
  }
  for (const end of [-1, 2 ** 32, 1.5, '1', null, undefined]) {
    const outcome = refused((t) => t.addPrivilege(1, end));
    assert.deepEqual(outcome, ['expiry_not_a_timestamp', 'messages'], String(end));
  }
});

test('reading sets signature and checksums as the reference does, and only reading', () => {
  const token = new AccessToken(APP_ID, APP_CERTIFICATE, 'room', 42);
  const read = ({ signature, crc_channel_name, crc_uid }) => [signature, crc_channel_name, crc_uid];
  assert.deepEqual(read(token), [undefined, undefined, undefined]);
  const theirs = new peer.AccessToken('', '', '', '');
  for (const text of [built(42), built(), app.rtmToken('ann', { version: '006' })]) {
    assert.equal(token.fromString(text), true);
    theirs.fromString(text);
    assert.ok(Buffer.isBuffer(token.signature));
    assert.deepEqual(read(token), read(theirs));
    assert.deepEqual(token.messages, theirs.messages);
  }
  token.fromString('006');
  assert.deepEqual(read(token), [undefined, undefined, undefined]);
});

test('what can not be read is false, and clears all but the certificate', () => {
  const token = new AccessToken(APP_ID, APP_CERTIFICATE, 'room', 42);
  token.addPrivilege(1, END);
  for (const text of ['', '006', '007', 'x'.repeat(1000), undefined, null, 1, {}, '\ud800']) {
    assert.equal(token.fromString(text), false);
  }
  const unread = { crc_channel_name: undefined, crc_uid: undefined, signature: undefined };
  const empty = { appID: '', channelName: '', messages: {}, salt: 0, ts: 0, uid: '', ...unread };
  assert.deepEqual({ ...token }, empty);
  assert.equal(errorOf(() => token.build()).argument, 'app_id');
  token.appID = APP_ID;
  assert.equal(errorOf(() => new AccessToken(APP_ID).build()).argument, 'app_certificate');
  assert.equal(typeof token.build(), 'string');
});
