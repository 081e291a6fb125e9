'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { AccessToken } = require('dynakey');
const peer = require('agora-access-token/src/AccessToken');
const { CHARACTERS, random } = require('./random.js');
const { APP_CERTIFICATE, APP_ID } = require('./support.js');

const PRIVILEGES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 101, 1000, 65535];

test('10,000 random tokens are those of agora-access-token', () => {
  const { below, hex, pick, textOf } = random(20061);
  const users = [
    () => 0,
    () => below(2 ** 32),
    () => textOf(CHARACTERS, below(256)),
    () => 'käthe 🎈',
  ];
  for (let n = 0; n < 10_000; n += 1) {
    const ids = n % 2 ? [APP_ID, APP_CERTIFICATE] : [hex(), hex()];
    const args = [...ids, textOf(CHARACTERS, 1 + below(63)), pick(users)()];
    const salt = below(2 ** 32);
    const ts = below(2 ** 32);
    const privileges = Array.from({ length: below(8) }, () => [pick(PRIVILEGES), below(2 ** 32)]);
    const [ours, theirs] = [AccessToken, peer.AccessToken].map((Token) => {
      const token = new Token(...args);
      token.salt = salt;
      token.ts = ts;
      privileges.forEach(([privilege, end]) => token.addPriviledge(privilege, end));
      return token.build();
    });
    assert.equal(ours, theirs, JSON.stringify({ args: args.slice(2), salt, ts, privileges }));
  }
});
