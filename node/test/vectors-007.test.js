'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const dynakey = require('dynakey');
const { errorOf, testdata } = require('./support.js');
const { isSigned, payload } = require('./token-007.js');

const { AccessToken2, App, Rtm2Permissions, UNCHECKED, inspect } = dynakey;
const rows = testdata('vectors_007.json').vectors;
const tokenObjects = rows.filter(({ kind }) => kind === 'access_token2');
const builders = rows.filter(({ kind }) => kind === 'builder');

const permissionsOf = (given) =>
  given.reduce((permissions, row) => permissions.add(...row), new Rtm2Permissions());

// Where a row has a number for an account, it means the number's text, and none for 0.
const accountOf = (b) => (typeof b === 'string' ? b : b === 0 ? '' : String(b));

const services = {
  1: ({ a, b }) => new dynakey.ServiceRtc(a, b),
  2: ({ a }) => new dynakey.ServiceRtm(a),
  3: ({ a, b }) => new dynakey.ServiceStreaming(a, accountOf(b)),
  4: () => new dynakey.ServiceFpa(),
  5: ({ a }) => new dynakey.ServiceChat(a),
  6: ({ a, b }) => new dynakey.ServiceFCdn(a, accountOf(b)),
  7: ({ a, b, role }) => new dynakey.ServiceApaas(a, b, role),
  8: ({ a, permissions }) => new dynakey.ServiceRtm2(a, permissionsOf(permissions)),
  9: () => new dynakey.ServiceConvoAI(),
  10: () => new dynakey.ServiceStt(),
};

function tokenObject(input) {
  const token = new AccessToken2(input.app_id, input.app_certificate, input.issue_ts, input.expire);
  token.salt = input.salt;
  for (const row of input.services) {
    const service = services[row.type](row);
    for (const [privilege, expire] of row.privileges) service.add_privilege(privilege, expire);
    assert.equal(service.service_type(), row.type);
    assert.equal(service.constructor.kServiceType, row.type);
    token.add_service(service);
  }
  return token;
}

test('all rows are run', () => {
  assert.deepEqual([tokenObjects.length, builders.length, rows.length], [71, 25, 96]);
});

test('the token object gives every vector, twice', () => {
  for (const { id, input, token } of tokenObjects) {
    const object = tokenObject(input);
    assert.equal(object.build(), token, id);
    assert.equal(object.build(), token, `${id}: a second build`);
  }
});

test('every vector is read, whichever zlib wrote it, and built again', () => {
  for (const { id, input, token, ...row } of rows) {
    const certificate = input.app_certificate ?? input.args[1];
    const texts = [token, row.token_node20_chromium_zlib].filter((text) => text !== undefined);
    for (const text of texts) {
      const read = new AccessToken2('', certificate);
      assert.equal(read.from_string(text), true, id);
      assert.equal(read.verifySignature(certificate), true, id);
      assert.equal(read.verifySignature('00'.repeat(16)), false, id);
      assert.equal(isSigned(text, certificate), true, id);
      assert.equal(read.build(), token, id);
      assert.equal(payload(read.build()).toString('hex'), row.payload_hex, id);
    }
  }
});

test('what is read is what the row says', () => {
  for (const { id, input, token, signature_hex } of tokenObjects) {
    const given = tokenObject(input);
    given.services.sort((left, right) => left.service_type() - right.service_type());
    const read = new AccessToken2();
    read.from_string(token);
    assert.deepEqual({ ...read }, { ...given }, id);
    for (const service of given.services) {
      const type = service.service_type();
      assert.deepEqual(
        read.getServices(type),
        given.services.filter((other) => other.service_type() === type),
      );
    }

    const inspection = inspect(token);
    const { version, appId, salt, issuedAt, expiresAt, issuedAtAssumed, signature } = inspection;
    assert.deepEqual([version, issuedAtAssumed, signature], ['007', false, signature_hex]);
    assert.deepEqual([appId, salt], [input.app_id, input.salt], id);
    assert.equal(issuedAt.getTime(), input.issue_ts * 1000, id);
    assert.equal(expiresAt.getTime(), (input.issue_ts + input.expire) * 1000, id);
    assert.deepEqual(
      inspection.services.map(({ number }) => number),
      given.services.map((service) => service.service_type()),
    );
  }
});

test('an app verifies every vector', () => {
  for (const { id, input, token } of rows) {
    const [appId, certificate] = input.args ?? [input.app_id, input.app_certificate];
    const app = new App(appId, certificate);
    const report = app.verify(token, { channel: UNCHECKED, user: UNCHECKED });
    assert.equal(report.signature, 'valid', `${id}: ${JSON.stringify(report)}`);
    assert.equal(report.certificate, 'primary', id);
  }
});

const { RtcTokenBuilder2, RtmTokenBuilder2, ChatTokenBuilder2 } = dynakey;
const { ApaasTokenBuilder, EducationTokenBuilder2, FpaTokenBuilder } = dynakey;
const build = {
  rtc_uid: RtcTokenBuilder2.buildTokenWithUid,
  rtc_account: RtcTokenBuilder2.buildTokenWithUserAccount,
  rtc_uid_priv: RtcTokenBuilder2.buildTokenWithUidAndPrivilege,
  rtc_account_priv: RtcTokenBuilder2.BuildTokenWithUserAccountAndPrivilege,
  rtc_rtm: RtcTokenBuilder2.buildTokenWithRtm,
  rtc_rtm2: RtcTokenBuilder2.buildTokenWithRtm2,
  rtm: RtmTokenBuilder2.buildToken,
  rtm_perm: (id, certificate, user, permissions, expire) =>
    RtmTokenBuilder2.buildTokenWithPermissions(
      id,
      certificate,
      user,
      permissionsOf(permissions),
      expire,
    ),
  chat_user: ChatTokenBuilder2.buildUserToken,
  chat_app: ChatTokenBuilder2.buildAppToken,
  fpa: FpaTokenBuilder.buildToken,
  apaas_user: ApaasTokenBuilder.buildUserToken,
  apaas_app: ApaasTokenBuilder.buildAppToken,
  edu_user: EducationTokenBuilder2.buildUserToken,
  edu_app: EducationTokenBuilder2.buildAppToken,
};

test('the builders give every vector but for the time and the salt', () => {
  const outcomes = { built: 0, refused: 0 };
  for (const { id, op, input, token, we_reject: refused } of builders) {
    const { args, now, salt } = input;
    if (refused) {
      assert.equal(errorOf(() => build[op](...args)).code, refused, id);
      outcomes.refused += 1;
      continue;
    }
    const before = Math.floor(Date.now() / 1000);
    const read = new AccessToken2('', args[1]);
    assert.equal(read.from_string(build[op](...args)), true, id);
    assert.ok(read.issueTs >= before && read.issueTs <= Date.now() / 1000, id);

    // Only the core's own tests fix time and salt: here the row's are set on what was read.
    read.salt = salt;
    read.issueTs = now;
    assert.equal(read.build(), token, id);
    outcomes.built += 1;
  }
  assert.deepEqual(outcomes, { built: 21, refused: 4 });
});
