'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { inspect: print } = require('node:util');
const { test } = require('node:test');
const dynakey = require('dynakey');
const { native } = require('../lib/native.js');
const { failed } = require('../lib/error.js');
const { APP_CERTIFICATE, APP_ID, errorOf, root } = require('./support.js');

const { App, DynakeyError, RtcTokenBuilder, UNCHECKED } = dynakey;
const app = new App(APP_ID, APP_CERTIFICATE);
const uid = (value) =>
  errorOf(() => RtcTokenBuilder.buildTokenWithUid(APP_ID, APP_CERTIFICATE, 'room', value, 1, 0));

test('every code of the core becomes an error with its own hint', () => {
  const codes = native.errorCodes();
  assert.ok(codes.length >= 20);
  for (const { code, meaning, remedy } of codes) {
    const error = failed(code, 'it', meaning);
    assert.deepEqual({ ...error }, { code, argument: 'it', hint: remedy });
    assert.equal(String(error), `DynakeyError: ${code}: ${meaning}`);
    assert.ok(remedy.endsWith('.'));
  }
});

test('the types name every code of the core', () => {
  const types = fs.readFileSync(path.join(root, 'node', 'lib', 'index.d.ts'), 'utf8');
  const named = (type) =>
    types.match(new RegExp(`export type ${type} =([^;]*);`))[1].match(/(?<=')\w+(?=')/g);
  assert.deepEqual(
    named('ErrorCode'),
    native.errorCodes().map(({ code }) => code),
  );
  assert.deepEqual(named('FindingCode'), native.findingCodes());
});

test('an error says which argument is wrong and what to do', () => {
  const error = uid(-1);
  assert.ok(error instanceof Error && error instanceof DynakeyError);
  assert.equal(error.name, 'DynakeyError');
  assert.equal(error.code, 'invalid_uid');
  assert.equal(error.argument, 'uid');
  assert.equal(
    error.message,
    'invalid_uid: uid must be a whole number from 0 to 4294967295, but -1 came',
  );
  assert.match(error.hint, /account function/);
  assert.equal(error.index, undefined);
  assert.match(error.stack, /errors\.test\.js/);
});

test('a number is told as JavaScript writes it', () => {
  assert.match(uid(2 ** 32).message, /but 4294967296 came$/);
  assert.match(uid(1.5).message, /but 1\.5 came$/);
  assert.match(uid(NaN).message, /but NaN came$/);
  const batch = errorOf(() => app.rtcTokens('room', [1, 0], { version: '006' }));
  assert.match(batch.message, /but 0 came \(at index 1\)$/);
});

test('no uid is read as another one', () => {
  const wrong = [
    NaN,
    -1,
    2 ** 32,
    2 ** 32 + 5,
    1.5,
    Infinity,
    '0',
    '',
    '01',
    '-1',
    ' 1',
    null,
    undefined,
  ];
  const odd = [
    true,
    false,
    {},
    [],
    [1],
    () => 1,
    Symbol('1'),
    new Date(),
    new Number(1),
    Object.create(null),
  ];
  const big = [-1n, 2n ** 32n, 2n ** 64n, 2n ** 127n, -(2n ** 127n), 2n ** 4096n];
  for (const value of [...wrong, ...odd, ...big])
    assert.equal(uid(value).code, 'invalid_uid', print(value));
  for (const value of [0, -0, 1, 0xffffffff, '1', '4294967295', 7n]) {
    RtcTokenBuilder.buildTokenWithUid(APP_ID, APP_CERTIFICATE, 'room', value, 1, 0);
  }
});

test('a call without its arguments names the first', () => {
  const error = errorOf(() => RtcTokenBuilder.buildTokenWithUid());
  assert.deepEqual([error.code, error.argument], ['invalid_app_id', 'app_id']);
});

test('the first wrong argument is the one reported', () => {
  const error = errorOf(() =>
    RtcTokenBuilder.buildTokenWithUid(APP_ID, APP_CERTIFICATE, '', NaN, 9, -1),
  );
  assert.equal(error.argument, 'channel_name');
});

test('an ill-formed text is refused, not repaired', () => {
  for (const text of ['\ud800', 'a\udc00', 'x\ud800y', '\udc00\ud800']) {
    const error = errorOf(() => app.rtcToken(text, 1, { version: '006' }));
    assert.deepEqual([error.code, error.argument], ['invalid_text', 'channel']);
  }
});

test('a NUL does not cut a text', () => {
  assert.equal(errorOf(() => new App(`${APP_ID}\0`, APP_CERTIFICATE)).code, 'invalid_app_id');
  assert.equal(errorOf(() => app.rtcToken('room\0', 1, { version: '006' })).argument, 'channel');
});

test('a misspelled option is an error', () => {
  const expected = { channel: 'room', user: 1 };
  for (const call of [
    () => app.rtcToken('room', 1, { TTL: 600, version: '006' }),
    () => app.rtcTokens('room', [1], { tll: 600 }),
    () => app.rtmToken('ann', { role: 1 }),
    () => app.verify('006', { ...expected, minremaining: 1 }),
    () => app.verify('006', { ...expected, min_remaining: 1 }),
    () => dynakey.check('006', { ...expected, certificate: 1 }),
    () => new App(APP_ID, APP_CERTIFICATE, { secondary: APP_CERTIFICATE }),
    () => new App(APP_ID, APP_CERTIFICATE, APP_CERTIFICATE),
    () => app.rtcToken('room', 1, '006'),
    () => app.rtcToken('room', 1, null),
    () => app.rtcToken('room', 1, []),
  ]) {
    const error = errorOf(call);
    assert.deepEqual([error.code, error.argument], ['invalid_call', 'options'], call.toString());
  }
  for (const users of [undefined, null, 5, 'abc', {}]) {
    const error = errorOf(() => app.rtcTokens('room', users, { version: '006' }));
    assert.deepEqual([error.code, error.argument], ['invalid_call', 'users']);
  }
  const error = errorOf(() => app.verify('006', { ...expected, privileges: 'publish_audio' }));
  assert.deepEqual([error.code, error.argument], ['invalid_call', 'privileges']);
});

test('a word of the library is not taken where it has no meaning', () => {
  assert.equal(
    errorOf(() => app.rtcToken('room', UNCHECKED, { version: '006' })).code,
    'invalid_uid',
  );
  assert.equal(uid(dynakey.ANY_USER).code, 'invalid_uid');
  assert.equal(errorOf(() => app.rtcToken('room', Symbol.for('*'), {})).code, 'invalid_uid');
});
