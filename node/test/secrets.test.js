'use strict';

const assert = require('node:assert/strict');
const util = require('node:util');
const v8 = require('node:v8');
const { test } = require('node:test');
const {
  AccessToken,
  AccessToken2,
  App,
  RtcTokenBuilder,
  RtcTokenBuilder2,
  Rtc,
  RtmTokenBuilder,
  ServiceRtc,
  inspect,
} = require('dynakey');
const { APP_CERTIFICATE, APP_ID, errorOf } = require('./support.js');

const SECONDARY = '00112233445566778899aabbccddeeff';
/** A token object that has made and read a token. */
function readObject() {
  const object = new AccessToken2(APP_ID, APP_CERTIFICATE, 0, 600);
  object.add_service(new ServiceRtc('room', 42));
  object.from_string(object.build());
  return object;
}
const holders = () => [
  new App(APP_ID, APP_CERTIFICATE, { secondaryCertificate: SECONDARY }),
  new AccessToken(APP_ID, APP_CERTIFICATE, 'room', 42),
  readObject(),
];
const leaks = (text) =>
  text.includes(APP_CERTIFICATE.slice(4, 20)) || text.includes(SECONDARY.slice(4, 20));

test('no print shows a certificate', () => {
  for (const holder of holders()) {
    const everything = { depth: Infinity, showHidden: true, getters: true, customInspect: false };
    for (const print of [
      util.inspect(holder),
      util.inspect(holder, everything),
      util.inspect({ nested: [holder] }, { depth: 9 }),
      util.format('%s %o %O %j', holder, holder, holder, holder),
      String(holder),
      JSON.stringify(holder),
    ]) {
      assert.ok(!leaks(print), print);
    }
  }
});

test('no property, own or inherited, holds a certificate', () => {
  for (const holder of holders()) {
    for (let object = holder; object; object = Object.getPrototypeOf(object)) {
      for (const name of Reflect.ownKeys(object)) {
        if (name === '__proto__') continue;
        assert.ok(!leaks(util.inspect(holder[name])), String(name));
      }
    }
    assert.ok(!Object.getOwnPropertyNames(holder).some((name) => /cert/i.test(name)));
    assert.ok(!leaks(JSON.stringify({ ...holder })));
    assert.ok(!leaks(util.inspect(Object.assign({}, holder))));
    assert.ok(!leaks(v8.serialize({ ...holder, messages: {} }).toString('latin1')));
  }
});

test('an app prints readably', () => {
  assert.equal(util.inspect(holders()[0]), `App { appId: '${APP_ID}' }`);
  assert.equal(JSON.stringify(holders()[0]), `{"appId":"${APP_ID}"}`);
});

test('no error holds a certificate or a token, wherever it was passed', () => {
  const [app] = holders();
  const token = app.rtcToken('room', 42, { version: '006' });
  const token007 = app.rtcToken('room', 42);
  for (const secret of [APP_CERTIFICATE, APP_CERTIFICATE.slice(1), token, token007]) {
    const args = (place) =>
      [APP_ID, APP_CERTIFICATE, 'room', 42, 1, 0].map((arg, at) => (at === place ? secret : arg));
    const calls = [
      ...[3, 4, 5].map((place) => () => RtcTokenBuilder.buildTokenWithUid(...args(place))),
      ...[3, 4, 5].map((place) => () => RtcTokenBuilder2.buildTokenWithUid(...args(place))),
      () => app.token([new Rtc('room', secret, { role: secret, privileges: { [secret]: 1 } })]),
      () => app.token([new Rtc('room', 1, { privileges: { [secret]: 1 } })]),
      () => new Rtc('room', 1, { [secret]: 1 }),
      () => app.chatAppToken({ ttl: secret }),
      () => RtmTokenBuilder.buildToken(secret, secret, secret, secret, secret),
      () => new App(secret.slice(1), secret),
      () => new App(APP_ID, APP_CERTIFICATE, { [secret]: 1 }),
      () => new App(APP_ID, APP_CERTIFICATE, secret),
      () => app.rtcToken('room', 42, { role: secret }),
      () => app.rtcToken('room', 42, { version: secret }),
      () => app.verify(token, { channel: 'room', user: 42, service: secret }),
      () => inspect(secret.slice(3)),
    ];
    for (const call of calls) {
      const error = errorOf(call);
      const print = util.inspect(error, { showHidden: true, depth: 9 });
      assert.ok(!print.includes(secret.slice(4, 20)), `${call}: ${print}`);
    }
  }
});

test('no error repeats a mistaken certificate', () => {
  const wrongLetter = (_, at) => `${APP_CERTIFICATE.slice(0, at)}g${APP_CERTIFICATE.slice(at + 1)}`;
  const mistaken = [
    ...Array.from({ length: 32 }, wrongLetter),
    APP_CERTIFICATE.slice(1),
    APP_CERTIFICATE.slice(0, 31),
    `${APP_CERTIFICATE}0`,
    ` ${APP_CERTIFICATE}`,
    `${APP_CERTIFICATE}\ud800`,
    APP_CERTIFICATE.repeat(1000),
    [APP_CERTIFICATE],
    { certificate: APP_CERTIFICATE },
    new String(APP_CERTIFICATE),
    Symbol(APP_CERTIFICATE),
    Buffer.from(APP_CERTIFICATE),
  ];
  for (const certificate of mistaken) {
    for (const call of [
      () => new App(APP_ID, certificate),
      () => new App(APP_ID, APP_CERTIFICATE, { secondaryCertificate: certificate }),
      () => RtcTokenBuilder.buildTokenWithUid(APP_ID, certificate, 'room', 1, 1, 0),
      () => RtcTokenBuilder2.buildTokenWithUid(APP_ID, certificate, 'room', 1, 1, 1, 1),
      () => RtmTokenBuilder.buildToken(APP_ID, certificate, 'ann', 1, 0),
      () => new AccessToken(APP_ID, certificate, 'room', 1).build(),
    ]) {
      const error = errorOf(call);
      const everything = { showHidden: true, depth: 9, customInspect: false };
      for (const print of [
        util.inspect(error),
        util.inspect(error, everything),
        String(error),
        JSON.stringify(error),
        JSON.stringify({ ...error }),
        error.stack,
        v8.serialize(error).toString('latin1'),
      ]) {
        for (const part of [APP_CERTIFICATE.slice(1, 15), APP_CERTIFICATE.slice(17, 31)]) {
          assert.ok(!print.includes(part), `${call}: ${print}`);
        }
      }
    }
  }
});
