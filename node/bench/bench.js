'use strict';
// What an RTC token costs beside the npm package agora-access-token, as ratios of time: the
// measurements take turns, so that a busy machine slows both sides, and medians are compared.
// Run it with --json for one line of JSON.

const peer = require('agora-access-token');
const { App, RtcRole, RtcTokenBuilder } = require('dynakey');

const APP_ID = '970CA35de60c44645bbae8a215061b33';
const APP_CERTIFICATE = '5CFd2fd1755d40ecb72977518be15d3b';
const CHANNEL = '7d72365eb983485397e3e3f9d460bdda';
const UID = 2882341273;
const BATCH = 1000;
const ROUNDS = 61;

const app = new App(APP_ID, APP_CERTIFICATE);
const users = Array.from({ length: BATCH }, (_, index) => UID + index);
const options = { role: 'publisher', ttl: 3600, version: '006' };
const end = Math.floor(Date.now() / 1000) + 3600;

/** Makes `tokens` tokens in a row: rounds of all makers last about as long. */
const repeated = (tokens, make) => ({
  tokens,
  run() {
    for (let n = 0; n < tokens; n += 1) make(users[n % BATCH]);
  },
});

const viaBuilder = (builder) => (uid) =>
  builder.buildTokenWithUid(APP_ID, APP_CERTIFICATE, CHANNEL, uid, RtcRole.PUBLISHER, end);

const makers = {
  peer: repeated(BATCH, viaBuilder(peer.RtcTokenBuilder)),
  call: repeated(5 * BATCH, viaBuilder(RtcTokenBuilder)),
  app: repeated(5 * BATCH, (uid) => app.rtcToken(CHANNEL, uid, options)),
  batch: {
    tokens: 10 * BATCH,
    run() {
      for (let n = 0; n < 10; n += 1) app.rtcTokens(CHANNEL, users, options);
    },
  },
};

/** What must hold at least. */
const FLOORS = { call: 7, app: 8.5, batch: 18 };

function microseconds({ tokens, run }) {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1000 / tokens;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const times = Object.fromEntries(Object.keys(makers).map((name) => [name, []]));
for (let round = -10; round < ROUNDS; round += 1) {
  for (const [name, maker] of Object.entries(makers)) {
    const time = microseconds(maker);
    // The first rounds warm the engine up.
    if (round >= 0) times[name].push(time);
  }
}

const cost = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
const rows = Object.entries(FLOORS).map(([name, floor]) => ({
  name,
  microseconds: Number(cost[name].toFixed(3)),
  peerMicroseconds: Number(cost.peer.toFixed(3)),
  ratio: Number((cost.peer / cost[name]).toFixed(2)),
  floor,
}));

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(rows));
} else {
  const labels = {
    call: 'buildTokenWithUid',
    app: 'App.rtcToken',
    batch: `App.rtcTokens, ${BATCH} at once`,
  };
  console.log(`agora-access-token: ${cost.peer.toFixed(2)} µs a token`);
  for (const { name, microseconds: time, ratio, floor } of rows) {
    const columns = [labels[name].padEnd(28), `${time.toFixed(2)} µs`.padStart(9)];
    console.log(`${columns.join('')}  ${ratio.toFixed(1)} times as fast (at least ${floor})`);
  }
}
if (rows.some(({ ratio, floor }) => ratio < floor)) process.exitCode = 1;
