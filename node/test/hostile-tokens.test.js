'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { AccessToken, AccessToken2, App, check, inspect } = require('dynakey');
const { APP_CERTIFICATE, APP_ID, errorOf, testdata } = require('./support.js');

const app = new App(APP_ID, APP_CERTIFICATE);
const expected = { channel: 'room', user: 42, at: 1_700_000_010 };
const rows = testdata('hostile_tokens.json').tokens;

/** A row's token, which may be told in parts. */
function text(token) {
  if (Array.isArray(token)) return token.map(text).join('');
  return typeof token === 'string' ? token : token.text.repeat(token.times);
}

test('every hostile token is told as what it is', () => {
  assert.ok(rows.length > 150);
  for (const { id, about, token: parts, error, findings = [error], ok } of rows) {
    const token = text(parts);
    const report = app.verify(token, expected);
    const codes = report.findings.map(({ code }) => code);
    assert.deepEqual([report.ok, codes], [ok, findings], `${id} ${about}`);
    assert.equal(check(token, expected).token === null, error !== undefined, id);
    if (error === undefined) {
      assert.deepEqual(inspect(token), report.token, id);
    } else {
      const { code, argument } = errorOf(() => inspect(token));
      assert.deepEqual([code, argument], [error, 'token'], `${id} ${about}`);
    }
    const readable = (version) => error === undefined && token.startsWith(version);
    assert.equal(new AccessToken().fromString(token), readable('006'), id);
    assert.equal(new AccessToken2().from_string(token), readable('007'), id);
  }
});

test('a changed letter is an error or the very same token', () => {
  for (const { token } of rows.slice(0, 2)) {
    const held = inspect(token);
    for (let at = 0; at < token.length; at += 1) {
      const unit = token.charCodeAt(at);
      for (const other of [unit ^ 1, unit ^ 32, 0x41, 0x2f, 0, 0xe9, 0xd800]) {
        if (other === unit) continue;
        const changed = token.slice(0, at) + String.fromCharCode(other) + token.slice(at + 1);
        const report = app.verify(changed, expected);
        if (report.ok) assert.deepEqual(report.token, held);
        else assert.ok(report.findings.some(({ level }) => level === 'error'));
      }
    }
  }
});
