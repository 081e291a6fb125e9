'use strict';
// Worker threads make many tokens: all good, salts by chance, no memory left behind.
// DYNAKEY_LOAD multiplies how many.

const assert = require('node:assert/strict');
const { once } = require('node:events');
const { test } = require('node:test');
const { setImmediate } = require('node:timers/promises');
const { Worker } = require('node:worker_threads');
const { App } = require('dynakey');
const { APP_CERTIFICATE, APP_ID } = require('./support.js');

const WORKERS = 8;
const each = 5_000 * Number(process.env.DYNAKEY_LOAD ?? 1);

const WORKER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { App, inspect } = require(workerData.dynakey);
  const app = new App(workerData.id, workerData.certificate);
  parentPort.on('message', (salts) => {
    if (salts === null) process.exit(0);
    for (let turn = 0; turn < salts.length; turn += 1) {
      const token = app.rtcToken('room', 42);
      salts[turn] = inspect(token).salt;
      if (turn % 16 === 0) {
        app.verify(token, { channel: 'room', user: 42 }).raiseIfInvalid();
        try { app.rtcToken('', 42); } catch {}
      }
    }
    parentPort.postMessage('done');
  });
`;

/** Pairs that meet are Poisson distributed: six deviations and six more are never reached. */
function assertChance(salts) {
  salts.sort();
  assert.notEqual(salts[0], 0);
  const repeated = salts.reduce((count, salt, at) => count + (at > 0 && salt === salts[at - 1]), 0);
  const expected = (salts.length * (salts.length - 1)) / 2 / 2 ** 32;
  assert.ok(repeated <= expected + 6 * Math.sqrt(expected) + 6, `${repeated} of ${salts.length}`);
}

test('workers repeat no salt and leave no memory behind', async () => {
  const workerData = {
    dynakey: require.resolve('dynakey'),
    id: APP_ID,
    certificate: APP_CERTIFICATE,
  };
  const workers = Array.from(
    { length: WORKERS },
    () => new Worker(WORKER, { eval: true, workerData }),
  );
  const round = async () => {
    const salts = new Uint32Array(new SharedArrayBuffer(4 * WORKERS * each));
    await Promise.all(
      workers.map(async (worker, at) => {
        worker.postMessage(salts.subarray(at * each, (at + 1) * each));
        assert.deepEqual(await once(worker, 'message'), ['done']);
      }),
    );
    assertChance(salts);
    return process.memoryUsage().rss >> 10;
  };
  await round();
  const before = await round();
  await round();
  const after = await round();
  workers.forEach((worker) => worker.postMessage(null));
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  console.log(`${4 * WORKERS * each} tokens, ${before} KiB after half, ${after} KiB in the end`);
  // What the collector of each worker has not yet given back comes and goes.
  assert.ok(after < before + WORKERS * 4096, `${before} KiB grew to ${after}`);
});

test('a process that forgets its apps keeps none of them', async () => {
  const round = async () => {
    for (let turn = 0; turn < 50_000; turn += 1) {
      new App(APP_ID, APP_CERTIFICATE);
      // Node.js lets go of native objects between turns of its loop.
      if (turn % 1000 === 0) await setImmediate();
    }
    return process.memoryUsage().rss >> 10;
  };
  await round();
  const before = await round();
  await round();
  const after = await round();
  console.log(`200,000 apps, ${before} KiB after half, ${after} KiB in the end`);
  assert.ok(after < before + 16 * 1024, `${before} KiB grew to ${after}`);
});
