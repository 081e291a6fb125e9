'use strict';
// What an RTC token costs beside the npm packages agora-access-token (version 006) and agora-token
// (version 007), as ratios of time: the measurements take turns, so that a busy machine slows both
// sides, and medians are compared. Run it with --json for one line of JSON.

const peer006 = require('agora-access-token');
const peer007 = require('agora-token');
const { App, RtcRole, RtcTokenBuilder, RtcTokenBuilder2 } = require('dynakey');

const APP_ID = '970CA35de60c44645bbae8a215061b33';
const APP_CERTIFICATE = '5CFd2fd1755d40ecb72977518be15d3b';
const CHANNEL = '7d72365eb983485397e3e3f9d460bdda';
const UID = 2882341273;
const BATCH = 1000;
const ROUNDS = 61;

const app = new App(APP_ID, APP_CERTIFICATE);
const users = Array.from({ length: BATCH }, (_, index) => UID + index);

/** Makes `tokens` tokens in a row: rounds of all makers last about as long. */
const repeated = (tokens, make) => ({
  tokens,
  run() {
    for (let n = 0; n < tokens; n += 1) make(users[n % BATCH]);
  },
});

const viaBuilder =
  (builder, ...expiries) =>
  (uid) =>
    builder.buildTokenWithUid(
      APP_ID,
      APP_CERTIFICATE,
      CHANNEL,
      uid,
      RtcRole.PUBLISHER,
      ...expiries,
    );

/** The ways to make tokens of a version; the peer makes `peerTokens` a round. */
function makers(version, peerTokens, peer, builder, ...expiries) {
  const options = { role: 'publisher', ttl: 3600, version };
  return {
    peer: repeated(peerTokens, viaBuilder(peer, ...expiries)),
    call: repeated(5 * BATCH, viaBuilder(builder, ...expiries)),
    app: repeated(5 * BATCH, (uid) => app.rtcToken(CHANNEL, uid, options)),
    batch: {
      tokens: 10 * BATCH,
      run() {
        for (let n = 0; n < 10; n += 1) app.rtcTokens(CHANNEL, users, options);
      },
    },
  };
}

const end = Math.floor(Date.now() / 1000) + 3600;
const VERSIONS = {
  '006': makers('006', BATCH, peer006.RtcTokenBuilder, RtcTokenBuilder, end),
  '007': makers('007', BATCH / 5, peer007.RtcTokenBuilder, RtcTokenBuilder2, 3600, 3600),
};

/** What must hold at least, in times as fast as the peer. */
const FLOORS = {
  '006': { call: 7, app: 8.5, batch: 18 },
  '007': { call: 15, app: 15, batch: 15 },
};

function microseconds({ tokens, run }) {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1000 / tokens;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The median cost of each maker. */
function costs(all) {
  const times = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
  for (let round = -10; round < ROUNDS; round += 1) {
    for (const [name, maker] of Object.entries(all)) {
      const time = microseconds(maker);
      // The first rounds warm the engine up.
      if (round >= 0) times[name].push(time);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, some]) => [name, median(some)]));
}

const rows = Object.entries(VERSIONS).flatMap(([version, all]) => {
  const cost = costs(all);
  return Object.entries(FLOORS[version]).map(([name, floor]) => ({
    version,
    name,
    microseconds: Number(cost[name].toFixed(3)),
    peerMicroseconds: Number(cost.peer.toFixed(3)),
    ratio: Number((cost.peer / cost[name]).toFixed(2)),
    floor,
  }));
});

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(rows));
} else {
  const labels = {
    call: 'buildTokenWithUid',
    app: 'App.rtcToken',
    batch: `App.rtcTokens, ${BATCH} at once`,
  };
  const peers = { '006': 'agora-access-token', '007': 'agora-token' };
  for (const { version, name, microseconds: time, peerMicroseconds, ratio, floor } of rows) {
    if (name === 'call') {
      console.log(`${version}: ${peers[version]} takes ${peerMicroseconds.toFixed(2)} µs a token`);
    }
    const columns = [`  ${labels[name]}`.padEnd(30), `${time.toFixed(2)} µs`.padStart(9)];
    console.log(`${columns.join('')}  ${ratio.toFixed(1)} times as fast (at least ${floor})`);
  }
}
if (rows.some(({ ratio, floor }) => ratio < floor)) process.exitCode = 1;
