'use strict';

const assert = require('node:assert/strict');
const { inspect: print } = require('node:util');
const { test } = require('node:test');
const { App, DynakeyError, UNCHECKED, check, inspect } = require('dynakey');
const { APP_CERTIFICATE, APP_ID, errorOf } = require('./support.js');

// A token of Agora's public sample project, which ended in 1970.
const TOKEN =
  '006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7dIfRBXoFHlEAABAAAAR/QQAAEAAQCvKDdW';
const CHANNEL = '7d72365eb983485397e3e3f9d460bdda';
const USER = 2882341273;

const app = new App(APP_ID, APP_CERTIFICATE);
const fresh = app.rtcToken('room', 42, { ttl: 600, version: '006' });
const codes = ({ findings }) => findings.map(({ code }) => code);

test('inspect reads a token without a certificate', () => {
  assert.deepEqual(
    { ...inspect(TOKEN) },
    {
      version: '006',
      appId: APP_ID,
      salt: 1,
      issuedAt: new Date((1111111 - 86400) * 1000),
      issuedAtAssumed: true,
      expiresAt: new Date(1111111000),
      services: [
        {
          name: 'rtc',
          number: 1,
          channel: null,
          user: null,
          role: null,
          privileges: [{ name: 'join_channel', number: 1, expiresAt: new Date(1446455471000) }],
          permissions: [],
        },
      ],
      channelCrc: 276646071,
      userCrc: 3847331927,
      signature: '95d1f654070fbbd9c5682fd7b218687743a3e88bc6e08f054b9f229227239747',
      unknownService: null,
      trailingBytes: 0,
    },
  );
});

test('verify says everything at once', () => {
  const report = app.verify(fresh, { channel: 'Room', user: '42 ', minRemaining: 700 });
  assert.equal(report.ok, false);
  for (const code of ['channel_mismatch', 'expires_too_soon']) {
    assert.ok(codes(report).includes(code), code);
  }
  for (const finding of report.findings) {
    assert.deepEqual(Object.keys(finding), ['code', 'level', 'message', 'hint']);
  }
});

test('every option of verify is heard', () => {
  const expected = { channel: 'room', user: 42 };
  const outcome = (options) => codes(app.verify(fresh, { ...expected, ...options }));
  assert.deepEqual(outcome({}), []);
  assert.deepEqual(outcome({ service: 'rtm' }).includes('service_missing'), true);
  assert.deepEqual(outcome({ privileges: ['publish_audio', 4] }), []);
  assert.deepEqual(outcome({ privileges: new Set([101]) }), ['privilege_missing']);
  assert.deepEqual(outcome({ minRemaining: 601 }), ['expires_too_soon']);
  const later = Math.floor(Date.now() / 1000) + 700;
  assert.deepEqual(outcome({ at: later }), ['privilege_expired']);
  assert.deepEqual(outcome({ at: new Date(later * 1000 + 999) }), ['privilege_expired']);
  assert.deepEqual(outcome({ at: later, leeway: 200 }), []);
  assert.equal(app.verify(fresh, { ...expected, at: new Date(5999) }).checkedAt.getTime(), 5000);
});

test('a wrong option of verify is an error, not a finding', () => {
  const outcome = (options) => {
    const error = errorOf(() => app.verify(fresh, { channel: 'room', user: 42, ...options }));
    return [error.code, error.argument];
  };
  assert.deepEqual(outcome({ at: new Date(NaN) }), ['invalid_expectation', 'at']);
  assert.deepEqual(outcome({ at: '2026' }), ['invalid_expectation', 'at']);
  assert.deepEqual(outcome({ leeway: -1 }), ['invalid_expectation', 'leeway']);
  assert.deepEqual(outcome({ minRemaining: 1.5 }), ['invalid_expectation', 'min_remaining']);
  assert.deepEqual(outcome({ service: 'RTC' }), ['invalid_expectation', 'service']);
  assert.deepEqual(outcome({ privileges: ['fly'] }), ['invalid_expectation', 'privileges']);
  assert.deepEqual(outcome({ channel: undefined }), ['invalid_channel_name', 'channel']);
  assert.deepEqual(outcome({ user: undefined }), ['invalid_uid', 'user']);
  assert.equal(errorOf(() => app.verify(fresh)).argument, 'channel');
});

test('whatever a token is, verify answers with a finding', () => {
  for (const token of [undefined, null, 1, {}, '', '006', '007x', '\ud800', Symbol('x'), [fresh]]) {
    const report = app.verify(token, { channel: 'room', user: 42 });
    assert.equal(report.ok, false, print(token));
    assert.equal(report.token, null);
    assert.equal(report.findings.length, 1);
  }
});

test('an unchecked signature is never ok', () => {
  const report = app.verify(fresh, { channel: UNCHECKED, user: 42 });
  assert.deepEqual([report.ok, report.signature], [false, 'unchecked']);
  assert.ok(codes(report).includes('signature_unchecked'));
});

test('every changed character of a token is noticed', () => {
  for (let index = 0; index < fresh.length; index += 1) {
    const other = fresh[index] === 'A' ? 'B' : 'A';
    const forged = fresh.slice(0, index) + other + fresh.slice(index + 1);
    assert.equal(app.verify(forged, { channel: 'room', user: 42 }).ok, false, `at ${index}`);
  }
});

test('raiseIfInvalid returns a good report and throws with a bad one', () => {
  const good = app.verify(fresh, { channel: 'room', user: 42 });
  assert.equal(good.raiseIfInvalid(), good);
  const bad = app.verify(fresh, { channel: 'lobby', user: 42 });
  const error = errorOf(() => bad.raiseIfInvalid());
  assert.ok(error instanceof DynakeyError);
  assert.equal(error.code, 'verification_failed');
  assert.equal(error.report, bad);
  assert.equal(error.message, 'verification_failed: channel_mismatch');
  assert.match(error.hint, /findings/);
  assert.ok(!print(error).includes(bad.token.signature), 'a print shows what tokens are made of');
});

test('JSON has the names of every language and times in Unix seconds', () => {
  const token = {
    version: '006',
    app_id: APP_ID,
    salt: 1,
    issued_at: 1111111 - 86400,
    issued_at_assumed: true,
    expires_at: 1111111,
    services: [
      {
        name: 'rtc',
        number: 1,
        channel: null,
        user: null,
        role: null,
        privileges: [{ name: 'join_channel', number: 1, expires_at: 1446455471 }],
        permissions: [],
      },
    ],
    channel_crc: 276646071,
    user_crc: 3847331927,
    signature: '95d1f654070fbbd9c5682fd7b218687743a3e88bc6e08f054b9f229227239747',
    unknown_service: null,
    trailing_bytes: 0,
  };
  const of = (value) => JSON.parse(JSON.stringify(value));
  assert.deepEqual(of(inspect(TOKEN)), token);
  const expected = { channel: CHANNEL, user: USER, at: 1000000 };
  const common = { checked_at: 1000000, expires_at: 1111111, renew_after: 1111081, token };
  const report = app.verify(TOKEN, expected);
  const findings = report.findings.map((finding) => ({ ...finding }));
  assert.deepEqual(of(report), {
    ok: true,
    signature: 'valid',
    certificate: 'primary',
    findings,
    ...common,
  });
  assert.deepEqual(of(check(TOKEN, expected)), { consistent: true, findings, ...common });
  const unreadable = of(app.verify('x', { ...expected, channel: 'käthe 🎈' }));
  assert.deepEqual([unreadable.token, unreadable.expires_at], [null, null]);
  assert.equal(Object.getPrototypeOf(report.toJSON()), Object.prototype);
});

test('a report reads its token when it is asked, once, and prints it', () => {
  const report = app.verify(fresh, { channel: 'room', user: 42 });
  assert.equal(report.token, report.token);
  assert.deepEqual(report.token, inspect(fresh));
  assert.match(print(report), /^Report \{[^]*token: Inspection \{\s+version: '006'/);
  assert.match(print(check(fresh, { channel: 'room', user: 42 })), /^Consistency \{/);
  assert.equal(report.renewAfter.getTime(), report.expiresAt.getTime() - 30_000);
});

test('a text of any alphabet and length comes through in a finding', () => {
  for (const channel of ['käthe 🎈', 'x'.repeat(70_000)]) {
    const [{ message }] = app.verify(fresh, { channel, user: 42 }).findings;
    assert.equal(message, `the token is not for the channel "${channel}"`);
  }
});

test('check has no certificate and gives no ok', () => {
  const expected = { channel: CHANNEL, user: USER, at: 1000000 };
  const consistency = check(TOKEN, expected);
  assert.equal(consistency.consistent, true);
  assert.ok(!('ok' in consistency) && !('signature' in consistency));
  assert.equal(check(TOKEN, { ...expected, at: 1200000 }).consistent, false);
  assert.equal(check(TOKEN, { ...expected, user: 1 }).consistent, false);
});

test('an unreadable token is an error of inspect, with a place but not its text', () => {
  for (const [token, code] of [
    ['', 'malformed_token'],
    [TOKEN.slice(0, -3), 'malformed_token'],
    [`007${TOKEN}`, 'malformed_token'],
    [`005${TOKEN}`, 'unsupported_version'],
    [`006${'A'.repeat(400_000)}`, 'token_too_large'],
    [undefined, 'malformed_token'],
  ]) {
    const error = errorOf(() => inspect(token));
    assert.deepEqual([error.code, error.argument], [code, 'token']);
    assert.ok(!print(error).includes(APP_ID));
  }
});
