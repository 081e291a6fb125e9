'use strict';
// What making, reading and verifying an RTC token costs beside the npm packages agora-access-token
// (version 006) and agora-token (version 007), the two taking turns. They can't verify, so verifying
// is measured beside their reading. Writes rows in the format that crates/xtask/src/bench/row.rs
// documents.

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
const QUICK = process.env.BENCH_QUICK !== undefined;

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
  },
  {
    version: '007',
    peer: 'agora-token',
    peerBuilder: peer007.RtcTokenBuilder,
    builder: RtcTokenBuilder2,
    expiries: [3600, 3600],
    peerRead: (token) => new PeerToken007().from_string(token),
  },
];

/** What is measured: `beside` names the one that it is compared with; a peer has none. */
const step = (what, beside, tokens, call) => ({ what, beside, tokens, call, nanoseconds: [] });

/** The steps of a version. */
function steps({ version, peer, peerBuilder, builder, expiries, peerRead }) {
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
  const [build, read] = [`${peer}: build`, `${peer}: read`];
  return [
    step(build, undefined, 1, call(peerBuilder)),
    step('call', build, 1, call(builder)),
    step('App', build, 1, (n) => app.rtcToken(CHANNEL, users[n], options)),
    step('batch of 1,000', build, BATCH, () => app.rtcTokens(CHANNEL, users, options)),
    step(read, undefined, 1, (n) => peerRead(tokens[n])),
    step('read', read, 1, (n) => inspect(tokens[n])),
    step('verify', read, 1, (n) => app.verify(tokens[n], expected)),
  ];
}

/** A million at once, beside batches of a thousand. */
function million({ version }) {
  const options = { role: 'publisher', ttl: 3600, version };
  const many = Array.from({ length: 1000 * BATCH }, (_, index) => index + 1);
  return [
    step('batch of 1,000', undefined, BATCH, () => app.rtcTokens(CHANNEL, users, options)),
    step('batch of 1,000,000', 'batch of 1,000', many.length, () =>
      app.rtcTokens(CHANNEL, many, options),
    ),
  ];
}

/** The process's own time on a processor, in nanoseconds: others' work does not count. */
function now() {
  const { user, system } = process.cpuUsage();
  return 1000 * (user + system);
}

/** What so many calls cost; each gets its number, below that of a batch. */
function time(call, calls) {
  const start = now();
  for (let n = 0; n < calls; n += 1) call(n % BATCH);
  return now() - start;
}

/** Lets the steps take turns that last about as long, in nanoseconds. */
function measure(compared, rounds, turn) {
  const turns = compared.map((one) => {
    const trial = Math.ceil(20_000 / one.tokens);
    // The first one warms the engine up.
    const [, spent] = [time(one.call, trial), time(one.call, trial)];
    return { ...one, calls: Math.max(1, Math.round((trial * turn) / spent)) };
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const { call, calls, tokens, nanoseconds } of turns) {
      nanoseconds.push(time(call, calls) / calls / tokens);
    }
  }
}

function print(version, compared) {
  for (const { what, beside, nanoseconds: values } of compared.filter((one) => one.beside)) {
    const other = compared.find((one) => one.what === beside);
    console.log(
      JSON.stringify({
        face: 'Node.js',
        version,
        what,
        unit: 'ns',
        values,
        beside: { name: beside, values: other.nanoseconds },
      }),
    );
  }
}

for (const version of VERSIONS) {
  const compared = steps(version);
  // Long enough that each turn has its share of collecting garbage.
  measure(compared, QUICK ? 20 : 300, 3e6);
  print(version.version, compared);
  const flat = million(version);
  measure(flat, QUICK ? 1 : 3, 50e6);
  print(version.version, flat);
}
