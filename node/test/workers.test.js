'use strict';

const assert = require('node:assert/strict');
const { once } = require('node:events');
const { test } = require('node:test');
const { Worker } = require('node:worker_threads');
const { App, inspect } = require('dynakey');
const { APP_CERTIFICATE, APP_ID } = require('./support.js');

const WORKER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { ANY_USER, App, DynakeyError } = require(workerData.dynakey);
  const app = new App(workerData.id, workerData.certificate);
  const tokens = [];
  for (let n = 0; n < 250; n += 1) {
    tokens.push(app.rtcToken('room', 42, { version: '006' }), app.rtcToken('room', 42));
  }
  tokens.push(...app.rtcTokens('room', Array(499).fill(42), { version: '006' }));
  let code;
  try { app.rtcToken('room', NaN, {}); } catch (error) { code = error instanceof DynakeyError && error.code; }
  parentPort.postMessage({ tokens, code, anyone: app.rtcToken('room', ANY_USER, { version: '006' }) });
`;

test('worker threads make tokens side by side, and no salt twice', async () => {
  const app = new App(APP_ID, APP_CERTIFICATE);
  const workerData = {
    dynakey: require.resolve('dynakey'),
    id: APP_ID,
    certificate: APP_CERTIFICATE,
  };
  const workers = [1, 2, 3, 4].map(() => new Worker(WORKER, { eval: true, workerData }));
  const messages = await Promise.all(
    workers.map(async (worker) => {
      const [[message], [exit]] = await Promise.all([
        once(worker, 'message'),
        once(worker, 'exit'),
      ]);
      assert.equal(exit, 0);
      return message;
    }),
  );
  const salts = new Set();
  for (const { tokens, code, anyone } of messages) {
    assert.equal(tokens.length, 999);
    assert.equal(code, 'invalid_uid');
    for (const token of tokens) {
      assert.equal(app.verify(token, { channel: 'room', user: 42 }).ok, true);
      salts.add(inspect(token).salt);
    }
    assert.equal(inspect(anyone).userCrc, 0);
  }
  // Of 3996 random numbers of 32 bits, a few may meet by chance: 10 almost never do.
  assert.ok(salts.size > 3996 - 10, `${salts.size} salts`);
});
