'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const dynakey = require('dynakey');
const builders = require('agora-token');
const peer = require('agora-token/src/AccessToken2');
const { CHARACTERS, random } = require('./random.js');
const { APP_CERTIFICATE, APP_ID } = require('./support.js');
const { payload } = require('./token-007.js');

/** Texts that the peer reads as bytes, as texts; without its marks of what is private. */
function plain(value) {
  if (Buffer.isBuffer(value)) return value.toString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, plain(entry)]));
}

test('10,000 random tokens are those of agora-token, read and verified by each other', () => {
  const { below, hex, pick, textOf } = random(20071);
  const text = (longest) => () =>
    pick([textOf(CHARACTERS, below(longest)), textOf(CHARACTERS, 8), 'käthe 🎈']);
  const [channel, account, name] = [text(64), text(256), text(64)];
  const user = () => pick([() => 0, () => below(2 ** 32), account])();
  const permissions = () =>
    Array.from({ length: below(4) }, () => [
      below(5),
      below(2),
      Array.from({ length: below(3) }, name),
    ]);
  /** The arguments of a service; a function makes one for either implementation. */
  const services = [
    ['ServiceRtc', () => [channel(), user()]],
    ['ServiceRtm', () => [name()]],
    ['ServiceStreaming', () => [channel(), account()]],
    ['ServiceFpa', () => []],
    ['ServiceChat', () => [name()]],
    ['ServiceFCdn', () => [channel(), account()]],
    ['ServiceApaas', () => [channel(), name(), below(2 ** 16) - 2 ** 15]],
    [
      'ServiceRtm2',
      () => {
        const rows = permissions();
        return [
          name(),
          ({ Rtm2Permissions }) => {
            const made = new Rtm2Permissions();
            for (const row of rows) made.add(...row);
            return made;
          },
        ];
      },
    ],
    ['ServiceConvoAI', () => []],
    ['ServiceStt', () => []],
  ];

  for (let n = 0; n < 10_000; n += 1) {
    const ids = n % 2 ? [APP_ID, APP_CERTIFICATE] : [hex(), hex()];
    const times = [1 + below(2 ** 32 - 1), below(2 ** 32)];
    const salt = below(2 ** 32);
    const given = Array.from({ length: 1 + below(n % 4 ? 2 : 6) }, () => {
      const [kind, args] = pick(services);
      const privileges = Array.from({ length: below(5) }, () => [1 + below(4), below(2 ** 32)]);
      return { kind, args: args(), privileges };
    });
    const [ours, theirs] = [dynakey, peer].map((library) => {
      const token = new library.AccessToken2(...ids, ...times);
      token.salt = salt;
      for (const { kind, args, privileges } of given) {
        const values = args.map((arg) => (typeof arg === 'function' ? arg(library) : arg));
        const service = new library[kind](...values);
        for (const privilege of privileges) service.add_privilege(...privilege);
        token.add_service(service);
      }
      return token.build();
    });
    const told = JSON.stringify({ given, times, salt });
    assert.deepEqual(payload(ours), payload(theirs), told);

    const read = new dynakey.AccessToken2('', ids[1]);
    assert.equal(read.from_string(theirs), true, told);
    assert.equal(read.verifySignature(ids[1]), true, told);
    assert.equal(read.build(), ours, told);

    const known = new peer.AccessToken2();
    assert.equal(known.from_string(ours), true, told);
    assert.equal(known.verifySignature(ids[1]), true, told);
    const { appId, issueTs, expire, services: found } = plain(known);
    assert.deepEqual([appId, issueTs, expire, known.salt], [ids[0], ...times, salt], told);
    for (const [index, service] of read.services.entries()) {
      const { __type: type, __privileges: privileges, ...fields } = found[index];
      assert.equal(service.service_type(), type, told);
      assert.deepEqual(service.privileges, privileges, told);
      const { privileges: _, permissions: given, ...others } = service;
      const { __permissions: asked, ...theirFields } = fields;
      // A role has a sign, which agora-token writes but doesn't read.
      if (theirFields.__role > 0x7fff) theirFields.__role -= 0x10000;
      assert.deepEqual(Object.values(others), Object.values(theirFields), told);
      assert.deepEqual(given?.details, asked?.details, told);
    }
  }
});

test('the builders give what those of agora-token give', () => {
  const door = require('dynakey/agora-token');
  const { below, pick, textOf } = random(20072);
  const text = (longest) => textOf(CHARACTERS, 1 + below(longest));
  const expire = () => below(1_000_000_000);
  const ids = [APP_ID, APP_CERTIFICATE];
  const rtc = (user) => [...ids, text(63), user, pick([1, 2]), expire(), expire()];
  const four = () => [expire(), expire(), expire(), expire()];
  const rtcAndRtm = () => {
    const lifetimes = [pick([1, 2]), expire(), ...four()];
    return [...ids, text(63), text(255), ...lifetimes, text(64), expire()];
  };
  const calls = {
    'RtcTokenBuilder.buildTokenWithUid': () => rtc(below(2 ** 32)),
    'RtcTokenBuilder.buildTokenWithUserAccount': () => rtc(text(255)),
    'RtcTokenBuilder.buildTokenWithUidAndPrivilege': () => [
      ...[...ids, text(63), below(2 ** 32), expire()],
      ...four(),
    ],
    'RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege': () => [
      ...[...ids, text(63), text(255), expire()],
      ...four(),
    ],
    'RtcTokenBuilder.buildTokenWithRtm': () => rtc(text(64)),
    'RtcTokenBuilder.buildTokenWithRtm2': rtcAndRtm,
    'RtmTokenBuilder.buildToken': () => [...ids, text(64), expire()],
    'ChatTokenBuilder.buildUserToken': () => [...ids, text(64), expire()],
    'ChatTokenBuilder.buildAppToken': () => [...ids, expire()],
    'FpaTokenBuilder.buildToken': () => ids,
    // Not the tokens for rooms, from which agora-token leaves out the privilege to enter.
    'ApaasTokenBuilder.buildUserToken': () => [...ids, text(64), expire()],
    'ApaasTokenBuilder.buildAppToken': () => [...ids, expire()],
    'ConvoAITokenBuilder.buildToken': rtcAndRtm,
    'SttTokenBuilder.buildToken': rtcAndRtm,
  };
  for (const [name, args] of Object.entries(calls)) {
    const [builder, build] = name.split('.');
    for (let n = 0; n < 100; n += 1) {
      const given = args();
      const [ours, theirs] = [door, builders].map((library) => {
        const read = new dynakey.AccessToken2('', APP_CERTIFICATE);
        assert.equal(read.from_string(library[builder][build](...given)), true, name);
        Object.assign(read, { issueTs: 1111111, salt: 1 });
        return read.build();
      });
      assert.equal(ours, theirs, `${name}: ${JSON.stringify(given.slice(2))}`);
    }
  }
});
