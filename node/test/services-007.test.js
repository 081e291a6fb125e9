'use strict';
// Tokens for which there are no vectors: their services, and a signature made by hand.

const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const { test } = require('node:test');
const dynakey = require('dynakey');
const { APP_CERTIFICATE, APP_ID } = require('./support.js');
const { isSigned } = require('./token-007.js');

const { AccessToken2, App, ApaasTokenBuilder, ConvoAITokenBuilder, SttTokenBuilder } = dynakey;
const { EducationTokenBuilder2 } = dynakey;
const ids = [APP_ID, APP_CERTIFICATE];

function read(token) {
  assert.equal(isSigned(token, APP_CERTIFICATE), true);
  assert.equal(isSigned(token, APP_CERTIFICATE.toLowerCase()), false);
  const object = new AccessToken2();
  assert.equal(object.from_string(token), true);
  assert.equal(object.verifySignature(APP_CERTIFICATE), true);
  assert.equal(object.expire, 600);
  return object.services.map((service) => [service.constructor.name, { ...service }]);
}

test('a token for an APaaS room opens APaaS, RTM, and Chat under the hash of the name', () => {
  const user = 'Käthe';
  const app = new App(...ids);
  for (const token of [
    ApaasTokenBuilder.buildRoomUserToken(...ids, 'room', user, 2, 600),
    EducationTokenBuilder2.buildRoomUserToken(...ids, 'room', user, 2, 600),
    app.apaasRoomToken('room', user, { role: 2, ttl: 600 }),
  ]) {
    const userId = crypto.createHash('md5').update(user).digest('hex');
    assert.deepEqual(read(token), [
      ['ServiceRtm', { privileges: { 1: 600 }, userId: user }],
      ['ServiceChat', { privileges: { 1: 600 }, userId }],
      ['ServiceApaas', { privileges: { 1: 600 }, roomUuid: 'room', userUuid: user, role: 2 }],
    ]);
  }
});

test('tokens for conversational AI and speech to text open RTC and RTM too', () => {
  for (const [builder, name] of [
    [ConvoAITokenBuilder, 'ServiceConvoAI'],
    [SttTokenBuilder, 'ServiceStt'],
  ]) {
    for (const [role, privileges] of [
      [1, { 1: 10, 2: 20, 3: 30, 4: 40 }],
      [2, { 1: 10 }],
    ]) {
      const token = builder.buildToken(
        ...[...ids, 'room', 'ann', role, 600, 10, 20, 30, 40, 'bob', 50],
      );
      assert.deepEqual(read(token), [
        ['ServiceRtc', { privileges, channelName: 'room', uid: 'ann' }],
        ['ServiceRtm', { privileges: { 1: 50 }, userId: 'bob' }],
        [name, { privileges: {} }],
      ]);
    }
  }
});
