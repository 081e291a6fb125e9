'use strict';
// What making, reading and verifying an RTC token costs beside the npm package agora-access-token,
// as ratios of time: the measurements take turns, so that a busy machine slows both sides, and
// medians are compared. That package can't verify, so verifying is compared with its reading.
// Run it with --json for one line of JSON.

const peer = require('agora-access-token');
const { AccessToken: PeerToken } = require('agora-access-token/src/AccessToken');
const { App, RtcRole, RtcTokenBuilder, inspect } = require('dynakey');

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

// Each a text of its own, as one that came over a network is.
const tokens = app.rtcTokens(CHANNEL, Array(BATCH).fill(UID), options);
const expected = { channel: CHANNEL, user: UID };

/** As {@link repeated}, over the tokens. */
const reading = (read) => repeated(5 * BATCH, (uid) => read(tokens[uid - UID]));

const measured = {
  peer: repeated(BATCH, viaBuilder(peer.RtcTokenBuilder)),
  call: repeated(5 * BATCH, viaBuilder(RtcTokenBuilder)),
  app: repeated(5 * BATCH, (uid) => app.rtcToken(CHANNEL, uid, options)),
  batch: {
    tokens: 10 * BATCH,
    run() {
      for (let n = 0; n < 10; n += 1) app.rtcTokens(CHANNEL, users, options);
    },
  },
  peerRead: reading((token) => new PeerToken('', '', '', '').fromString(token)),
  read: reading(inspect),
  verify: reading((token) => app.verify(token, expected)),
};

/** What is compared with what, and the ratio that must hold at least. */
const COMPARED = [
  { name: 'call', label: 'buildTokenWithUid', peer: 'peer', floor: 7 },
  { name: 'app', label: 'App.rtcToken', peer: 'peer', floor: 8.5 },
  { name: 'batch', label: `App.rtcTokens, ${BATCH} at once`, peer: 'peer', floor: 18 },
  { name: 'read', label: 'inspect', peer: 'peerRead', floor: 0.9 },
  { name: 'verify', label: 'App.verify', peer: 'peerRead', floor: 0.7 },
];

function microseconds({ tokens, run }) {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1000 / tokens;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const times = Object.fromEntries(Object.keys(measured).map((name) => [name, []]));
for (let round = -10; round < ROUNDS; round += 1) {
  for (const [name, measurement] of Object.entries(measured)) {
    const time = microseconds(measurement);
    // The first rounds warm the engine up.
    if (round >= 0) times[name].push(time);
  }
}

const cost = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
const rows = COMPARED.map(({ name, peer, floor }) => ({
  name,
  microseconds: Number(cost[name].toFixed(3)),
  peerMicroseconds: Number(cost[peer].toFixed(3)),
  ratio: Number((cost[peer] / cost[name]).toFixed(2)),
  floor,
}));

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(rows));
} else {
  console.log(`agora-access-token: ${cost.peer.toFixed(2)} µs to make a token`);
  console.log(`agora-access-token: ${cost.peerRead.toFixed(2)} µs to read one, not verified`);
  for (const [index, { microseconds: time, ratio, floor }] of rows.entries()) {
    const columns = [COMPARED[index].label.padEnd(28), `${time.toFixed(2)} µs`.padStart(9)];
    console.log(`${columns.join('')}  ${ratio.toFixed(2)} times as fast (at least ${floor})`);
  }
}
if (rows.some(({ ratio, floor }) => ratio < floor)) process.exitCode = 1;
