'use strict';
// What making, reading and verifying an RTC token costs beside the npm packages agora-access-token
// (version 006) and agora-token (version 007), as ratios of time: the measurements take turns, so
// that a busy machine slows both sides, and medians are compared. The former can't verify, so
// verifying is compared with reading. Run it with --json for one line of JSON.

const peer006 = require('agora-access-token');
const { AccessToken: PeerToken006 } = require('agora-access-token/src/AccessToken');
const peer007 = require('agora-token');
const { AccessToken2: PeerToken007 } = require('agora-token/src/AccessToken2');
const { App, RtcRole, RtcTokenBuilder, RtcTokenBuilder2, inspect } = require('dynakey');

const APP_ID = '970CA35de60c44645bbae8a215061b33';
const APP_CERTIFICATE = '5CFd2fd1755d40ecb72977518be15d3b';
const CHANNEL = '7d72365eb983485397e3e3f9d460bdda';
const UID = 2882341273;
const BATCH = 1000;
const ROUNDS = 61;

const app = new App(APP_ID, APP_CERTIFICATE);
const users = Array.from({ length: BATCH }, (_, index) => UID + index);
const expected = { channel: CHANNEL, user: UID };

const VERSIONS = [
  {
    version: '006',
    peer: 'agora-access-token',
    peerBuilder: peer006.RtcTokenBuilder,
    builder: RtcTokenBuilder,
    expiries: [Math.floor(Date.now() / 1000) + 3600],
    peerRead: (token) => new PeerToken006('', '', '', '').fromString(token),
    // How many times as fast as the peer it must be at least.
    floors: { call: 7, app: 8.5, batch: 18, read: 1, verify: 1 },
  },
  {
    version: '007',
    peer: 'agora-token',
    peerBuilder: peer007.RtcTokenBuilder,
    builder: RtcTokenBuilder2,
    expiries: [3600, 3600],
    peerRead: (token) => new PeerToken007().from_string(token),
    floors: { call: 15, app: 15, batch: 15, read: 1, verify: 1 },
  },
];

const LABELS = {
  call: 'buildTokenWithUid',
  app: 'App.rtcToken',
  batch: `App.rtcTokens, ${BATCH} at once`,
  read: 'inspect',
  verify: 'App.verify',
};

/** What is measured for a version. */
function measurements({ version, peerBuilder, builder, expiries, peerRead }) {
  const options = { role: 'publisher', ttl: 3600, version };
  // Each a text of its own, as one that came over a network is.
  const tokens = app.rtcTokens(CHANNEL, Array(BATCH).fill(UID), options);
  const call = (from) => (n) =>
    from.buildTokenWithUid(
      APP_ID,
      APP_CERTIFICATE,
      CHANNEL,
      users[n],
      RtcRole.PUBLISHER,
      ...expiries,
    );
  return {
    peer: repeated(1, call(peerBuilder)),
    call: repeated(5, call(builder)),
    app: repeated(5, (n) => app.rtcToken(CHANNEL, users[n], options)),
    batch: {
      tokens: 10 * BATCH,
      run() {
        for (let n = 0; n < 10; n += 1) app.rtcTokens(CHANNEL, users, options);
      },
    },
    peerRead: repeated(2, (n) => peerRead(tokens[n])),
    read: repeated(5, (n) => inspect(tokens[n])),
    verify: repeated(5, (n) => app.verify(tokens[n], expected)),
  };
}

/** Calls `once` for each of a batch, some times over: what is fast is measured for longer. */
const repeated = (times, once) => ({
  tokens: times * BATCH,
  run() {
    for (let n = 0; n < times * BATCH; n += 1) once(n % BATCH);
  },
});

function microseconds({ tokens, run }) {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1000 / tokens;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The median cost of each measurement. */
function costs(measured) {
  const times = Object.fromEntries(Object.keys(measured).map((name) => [name, []]));
  for (let round = -10; round < ROUNDS; round += 1) {
    for (const [name, measurement] of Object.entries(measured)) {
      const time = microseconds(measurement);
      // The first rounds warm the engine up.
      if (round >= 0) times[name].push(time);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

const rows = VERSIONS.flatMap((compared) => {
  const cost = costs(measurements(compared));
  return Object.entries(compared.floors).map(([name, floor]) => {
    const peer = name === 'read' || name === 'verify' ? cost.peerRead : cost.peer;
    return {
      version: compared.version,
      name,
      microseconds: Number(cost[name].toFixed(3)),
      peer: compared.peer,
      peerMicroseconds: Number(peer.toFixed(3)),
      ratio: Number((peer / cost[name]).toFixed(2)),
      floor,
    };
  });
});

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(rows));
} else {
  for (const { version, name, microseconds: time, peer, ...row } of rows) {
    const columns = [`${version} ${LABELS[name]}`.padEnd(32), `${time.toFixed(2)} µs`.padStart(9)];
    const told = `${row.ratio.toFixed(2)} times as fast as ${peer}`;
    const beside = `${row.peerMicroseconds.toFixed(2)} µs, at least ${row.floor}`;
    console.log(`${columns.join('')}  ${told} (${beside})`);
  }
}
if (rows.some(({ ratio, floor }) => ratio < floor)) process.exitCode = 1;
