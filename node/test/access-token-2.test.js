'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const {
  AccessToken2,
  Rtm2Permissions,
  Service,
  ServiceApaas,
  ServiceChat,
  ServiceRtc,
  ServiceRtm,
  ServiceRtm2,
} = require('dynakey');
const { APP_CERTIFICATE, APP_ID, errorOf } = require('./support.js');

function rtc(...user) {
  const service = new ServiceRtc('room', ...user);
  service.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 600);
  return service;
}
function tokenOf(...services) {
  const token = new AccessToken2(APP_ID, APP_CERTIFICATE, 1111111, 600);
  token.services.push(...services);
  return token;
}
function reread(token) {
  const read = new AccessToken2();
  assert.equal(read.from_string(token), true);
  return read;
}
const refused = (call) => {
  const { code, argument, index } = errorOf(call);
  return [code, argument, index];
};

test('an absent uid is anyone, as are 0 and an empty text', () => {
  for (const service of [rtc(), rtc(0), rtc(''), rtc(0n)]) {
    assert.equal(reread(tokenOf(service).build()).services[0].uid, '');
  }
  assert.equal(rtc(0).uid, '');
  assert.equal(rtc(42).uid, '42');
  assert.equal(reread(tokenOf(rtc('0')).build()).services[0].uid, '0');
});

test('undefined, null, NaN and true are not an absent uid', () => {
  for (const uid of [undefined, null, NaN, true, false, -1, 2 ** 32, 1.5, {}, []]) {
    const call = () => tokenOf(rtc(1), rtc(uid)).build();
    assert.deepEqual(refused(call), ['invalid_uid', 'uid', 1]);
  }
  const service = new ServiceChat(undefined);
  assert.deepEqual(
    refused(() => tokenOf(service).build()),
    ['invalid_user_account', 'user_id', 0],
  );
});

test("the properties have the reference's names and kinds", () => {
  const token = new AccessToken2(APP_ID, APP_CERTIFICATE);
  assert.deepEqual(Object.keys(token), ['appId', 'issueTs', 'expire', 'salt', 'services']);
  assert.ok(Math.abs(token.issueTs - Date.now() / 1000) < 5);
  assert.equal(token.expire, 900);
  assert.ok(Number.isInteger(token.salt) && token.salt > 0 && token.salt <= 0xffffffff);
  assert.deepEqual(token.services, []);
  for (const now of [0, 0n]) assert.equal(typeof new AccessToken2('', '', now).issueTs, 'number');
  assert.equal(new AccessToken2('', '', 5).issueTs, 5);
  assert.equal(new AccessToken2('', '', undefined).issueTs, undefined);
});

test('services and privileges are live: what is put in them is built', () => {
  const token = tokenOf();
  token.add_service(new ServiceRtm('ann'));
  token.services.unshift(rtc('ann'));
  token.services[0].privileges[ServiceRtc.kPrivilegePublishAudioStream] = 0;
  delete token.services[0].privileges[ServiceRtc.kPrivilegeJoinChannel];
  const [first, second] = reread(token.build()).services;
  assert.deepEqual(first.privileges, { 2: 0 });
  assert.deepEqual([second instanceof ServiceRtm, second.userId], [true, 'ann']);
  token.services.pop();
  assert.equal(reread(token.build()).services.length, 1);
});

test('services are sorted by number, and one kind keeps its order', () => {
  const token = tokenOf(new ServiceRtm('a'), rtc('b'), new ServiceRtm('c'), rtc('d'));
  const read = reread(token.build());
  assert.deepEqual(
    read.services.map(({ uid, userId }) => uid ?? userId),
    ['b', 'd', 'a', 'c'],
  );
  assert.deepEqual(read.getServices(ServiceRtm.kServiceType), read.services.slice(2));
  assert.deepEqual(read.getServices(99), []);
});

test('permissions keep the order of the names, and the last of a pair counts', () => {
  const { kMessageChannels, kUsers, kRead, kWrite } = Rtm2Permissions;
  const permissions = new Rtm2Permissions()
    .add(kUsers, kWrite, ['z', 'a', 'z'])
    .add(kMessageChannels, kRead, ['old'])
    .add(kMessageChannels, kRead, new Set(['news']))
    .add(kMessageChannels, kWrite, []);
  const [service] = reread(tokenOf(new ServiceRtm2('ann', permissions)).build()).services;
  assert.deepEqual(service.permissions.details, {
    0: { 0: ['news'], 1: [] },
    4: { 1: ['z', 'a', 'z'] },
  });
  const odd = new Rtm2Permissions().add('__proto__', '__proto__', []);
  assert.equal({}.__proto__, Object.prototype);
  assert.deepEqual(
    refused(() => tokenOf(new ServiceRtm2('ann', odd)).build()),
    ['number_out_of_range', 'resource_type', 0],
  );
});

test('what is no service or no list is refused by build', () => {
  for (const service of [null, undefined, 1, 'rtc', {}, new Service(99), new Service()]) {
    assert.deepEqual(
      refused(() => tokenOf(service).build()),
      ['invalid_call', 'services', undefined],
    );
  }
  for (const services of [null, undefined, 1, 'x', {}]) {
    const token = tokenOf();
    token.services = services;
    assert.deepEqual(
      refused(() => token.build()),
      ['invalid_call', 'services', undefined],
    );
  }
  for (const privileges of [null, undefined, 1, 'x']) {
    const service = rtc(1);
    service.privileges = privileges;
    assert.equal(refused(() => tokenOf(service).build())[1], 'privileges');
  }
  for (const permissions of [null, undefined, {}, []]) {
    const service = new ServiceRtm2('ann', permissions);
    assert.equal(refused(() => tokenOf(service).build())[1], 'permissions');
  }
  for (const names of [null, undefined, 1, 'x', {}]) {
    assert.deepEqual(
      refused(() => new Rtm2Permissions().add(0, 0, names)),
      ['invalid_call', 'names', undefined],
    );
  }
  assert.deepEqual(
    refused(() => tokenOf().build()),
    ['no_services', 'services', undefined],
  );
});

test('the role of an APaaS service is -1 unless said', () => {
  const [service] = reread(tokenOf(new ServiceApaas('room', 'ann')).build()).services;
  assert.deepEqual({ ...service }, { ...new ServiceApaas('room', 'ann', -1) });
});

test('what can not be read is false, and clears all but the certificate', () => {
  const token = tokenOf(rtc(42));
  const good = token.build();
  for (const text of ['', '006', '007', 'x'.repeat(1000), undefined, null, 1, {}, '\ud800']) {
    assert.equal(token.from_string(good), true);
    assert.equal(token.from_string(text), false);
    assert.deepEqual({ ...token }, { appId: '', issueTs: 0, expire: 0, salt: 0, services: [] });
    assert.equal(token.verifySignature(APP_CERTIFICATE), false);
  }
  Object.assign(token, { appId: APP_ID, issueTs: 1111111, expire: 600, services: [rtc(42)] });
  assert.equal(reread(token.build()).verifySignature(APP_CERTIFICATE), true);
});

test('the signature is that of the token that was read', () => {
  const token = tokenOf(rtc(42));
  assert.equal(token.verifySignature(APP_CERTIFICATE), false);
  const read = reread(token.build());
  read.expire = 86400;
  assert.equal(read.verifySignature(APP_CERTIFICATE), true);
  for (const certificate of [undefined, null, 1, '', 'x', APP_CERTIFICATE.toLowerCase()]) {
    assert.equal(read.verifySignature(certificate), false);
  }
});
