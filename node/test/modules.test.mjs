import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import * as dynakey from 'dynakey';
import * as door from 'dynakey/agora-access-token';
import * as door007 from 'dynakey/agora-token';

const require = createRequire(import.meta.url);
const cjs = require('dynakey');

// What is public in Node.js, with some of its members.
const PUBLIC = {
  RtcTokenBuilder: ['buildTokenWithUid', 'buildTokenWithAccount', 'buildTokenWithUserAccount'],
  RtmTokenBuilder: ['buildToken'],
  AccessToken: [],
  App: [],
  DynakeyError: [],
  RtcRole: ['ATTENDEE', 'PUBLISHER', 'SUBSCRIBER', 'ADMIN'],
  RtmRole: ['Rtm_User'],
  Role: ['PUBLISHER', 'SUBSCRIBER'],
  priviledges: [
    'kJoinChannel',
    'kPublishAudioStream',
    'kPublishVideoStream',
    'kPublishDataStream',
    'kRtmLogin',
  ],
  privileges: ['kJoinChannel', 'kRtmLogin'],
  RtcTokenBuilder2: [
    'buildTokenWithUid',
    'buildTokenWithUserAccount',
    'buildTokenWithUidAndPrivilege',
    'buildTokenWithUserAccountAndPrivilege',
    'BuildTokenWithUserAccountAndPrivilege',
    'buildTokenWithRtm',
    'buildTokenWithRtm2',
  ],
  RtmTokenBuilder2: ['buildToken', 'buildTokenWithPermissions'],
  ChatTokenBuilder2: ['buildUserToken', 'buildAppToken'],
  FpaTokenBuilder: ['buildToken'],
  ApaasTokenBuilder: ['buildRoomUserToken', 'buildUserToken', 'buildAppToken'],
  EducationTokenBuilder2: ['buildRoomUserToken', 'buildUserToken', 'buildAppToken'],
  ConvoAITokenBuilder: ['buildToken'],
  SttTokenBuilder: ['buildToken'],
  AccessToken2: [],
  Rtm2Permissions: ['kMessageChannels', 'kUsers', 'kRead', 'kWrite'],
  Service: [],
  ServiceRtc: ['kServiceType', 'kPrivilegeJoinChannel', 'kPrivilegePublishAudioStream'],
  ServiceRtm: ['kServiceType', 'kPrivilegeLogin'],
  ServiceStreaming: ['kServiceType', 'kPrivilegePublishMixStream', 'kPrivilegePublishRawStream'],
  ServiceFpa: ['kServiceType', 'kPrivilegeLogin'],
  ServiceChat: ['kServiceType', 'kPrivilegeUser', 'kPrivilegeApp'],
  ServiceFCdn: ['kServiceType', 'kPrivilegePublish', 'kPrivilegePlay'],
  ServiceApaas: ['kServiceType', 'kPrivilegeRoomUser', 'kPrivilegeUser', 'kPrivilegeApp'],
  ServiceRtm2: ['kServiceType', 'kPrivilegeLogin'],
  ServiceConvoAI: ['kServiceType'],
  ServiceStt: ['kServiceType'],
  Rtc: [],
  Rtm: [],
  Rtm2: [],
  Streaming: [],
  FCdn: [],
  ChatUser: [],
  ChatApp: [],
  Fpa: [],
  ApaasRoom: [],
  ApaasUser: [],
  ApaasApp: [],
  ConvoAI: [],
  Stt: [],
  ANY_CHANNEL: [],
  ANY_USER: [],
  UNCHECKED: [],
  check: [],
  inspect: [],
  version: [],
};
const METHODS = {
  AccessToken: ['addPriviledge', 'addPrivilege', 'build', 'fromString'],
  AccessToken2: ['add_service', 'getServices', 'build', 'from_string', 'verifySignature'],
  ServiceRtc: ['add_privilege', 'service_type'],
  Rtm2Permissions: ['add'],
  App: [
    'rtcToken',
    'rtcTokens',
    'rtmToken',
    'chatUserToken',
    'chatAppToken',
    'fpaToken',
    'apaasRoomToken',
    'apaasUserToken',
    'apaasAppToken',
    'token',
    'verify',
  ],
};

test('every public name exists, in both module formats, and no other', () => {
  for (const module of [dynakey, cjs]) {
    const names = Object.keys(module).filter((name) => name !== 'default');
    assert.deepEqual(names.sort(), Object.keys(PUBLIC).sort());
    for (const [name, members] of Object.entries(PUBLIC)) {
      for (const member of members) assert.ok(member in module[name], `${name}.${member}`);
    }
    for (const [name, members] of Object.entries(METHODS)) {
      for (const member of members)
        assert.ok(member in module[name].prototype, `${name}.${member}`);
    }
  }
});

test('both module formats hand out the same objects', () => {
  for (const name of Object.keys(PUBLIC)) assert.equal(dynakey[name], cjs[name], name);
  assert.equal(dynakey.default, cjs);
});

test('the roles and privileges have the numbers of the reference', () => {
  assert.deepEqual(
    { ...dynakey.RtcRole },
    { ATTENDEE: 0, PUBLISHER: 1, SUBSCRIBER: 2, ADMIN: 101 },
  );
  assert.deepEqual({ ...dynakey.RtmRole }, { Rtm_User: 1 });
  const { kJoinChannel, kPublishAudioStream, kPublishVideoStream, kPublishDataStream, kRtmLogin } =
    dynakey.privileges;
  assert.deepEqual(
    [kJoinChannel, kPublishAudioStream, kPublishVideoStream, kPublishDataStream, kRtmLogin],
    [1, 2, 3, 4, 1000],
  );
  const known = require('agora-access-token/src/AccessToken').priviledges;
  assert.deepEqual({ ...dynakey.priviledges }, { ...known });
});

test('the door has exactly the names of agora-access-token', () => {
  const known = require('agora-access-token');
  for (const module of [door, require('dynakey/agora-access-token')]) {
    const names = Object.keys(module).filter((name) => name !== 'default');
    assert.deepEqual(names.sort(), Object.keys(known).sort());
    for (const name of names) {
      assert.equal(module[name], cjs[name], name);
      for (const member of Object.getOwnPropertyNames(known[name])) {
        assert.ok(member in module[name], `${name}.${member}`);
      }
    }
  }
  assert.deepEqual({ ...door.RtcRole }, { ...known.RtcRole });
  assert.deepEqual({ ...door.RtmRole }, { ...known.RtmRole });
});

test('the other door has exactly the names of agora-token', () => {
  const known = require('agora-token');
  for (const module of [door007, require('dynakey/agora-token')]) {
    const names = Object.keys(module).filter((name) => name !== 'default');
    assert.deepEqual(names.sort(), Object.keys(known).sort());
    for (const name of names) {
      for (const member of Object.getOwnPropertyNames(known[name])) {
        assert.ok(member in module[name], `${name}.${member}`);
        if (typeof known[name][member] === 'number' && member !== 'length') {
          assert.equal(module[name][member], known[name][member], `${name}.${member}`);
        }
      }
    }
  }
  assert.deepEqual({ ...door007.RtcRole }, { ...known.RtcRole });
  assert.equal(door007.RtcTokenBuilder, cjs.RtcTokenBuilder2);
  assert.equal(door007.RtmTokenBuilder, cjs.RtmTokenBuilder2);
  assert.equal(door007.Rtm2Permissions, cjs.Rtm2Permissions);
  assert.equal(door007.default, require('dynakey/agora-token'));
});

test('the services of version 007 have the numbers of the reference', () => {
  const known = require('agora-token/src/AccessToken2');
  const services = Object.keys(known).filter((name) => /^Service./.test(name));
  assert.equal(services.length, 10);
  for (const name of services) {
    const Service = cjs[name];
    assert.equal(Service.kServiceType, known[name.replace(/^Service(.*)/, 'k$1ServiceType')]);
    for (const constant of Object.keys(known[name])) {
      assert.equal(Service[constant], known[name][constant], `${name}.${constant}`);
    }
  }
});

test('static builders work destructured', () => {
  const { buildTokenWithUid, buildTokenWithAccount, buildTokenWithUserAccount } =
    dynakey.RtcTokenBuilder;
  const { buildToken } = dynakey.RtmTokenBuilder;
  const ids = ['970CA35de60c44645bbae8a215061b33', '5CFd2fd1755d40ecb72977518be15d3b'];
  for (const token of [
    buildTokenWithUid(...ids, 'room', 42, 1, 0),
    buildTokenWithAccount(...ids, 'room', 'ann', 1, 0),
    buildTokenWithUserAccount(...ids, 'room', 'ann', 1, 0),
    buildToken(...ids, 'ann', 1, 0),
  ]) {
    assert.match(token, /^006970CA35de60c44645bbae8a215061b33/);
  }

  const { RtcTokenBuilder2, EducationTokenBuilder2, SttTokenBuilder } = dynakey;
  const { buildTokenWithRtm2, BuildTokenWithUserAccountAndPrivilege } = RtcTokenBuilder2;
  const { buildRoomUserToken } = EducationTokenBuilder2;
  const { buildToken: buildSttToken } = SttTokenBuilder;
  const rtcAndRtm = [...ids, 'room', 'ann', 1, 600, 1, 2, 3, 4, 'ann', 600];
  for (const token of [
    buildTokenWithRtm2(...rtcAndRtm),
    buildSttToken(...rtcAndRtm),
    buildRoomUserToken(...ids, 'room', 'ann', 1, 600),
    BuildTokenWithUserAccountAndPrivilege(...ids, 'room', 'ann', 600, 1, 2, 3, 4),
  ]) {
    assert.match(token, /^007/);
  }
});

test('the package has the version of the workspace', () => {
  const manifest = require('dynakey/package.json');
  const cargo = fs.readFileSync(new URL('../../Cargo.toml', import.meta.url), 'utf8');
  const [, version] = cargo.match(/\[workspace\.package\]\nversion = "(.*)"/);
  const lock = JSON.parse(
    fs.readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
  );
  assert.equal(manifest.version, version);
  assert.equal(dynakey.version, version);
  assert.equal(lock.version, version);
});

test('the loader looks for the packages that a release would publish', () => {
  const { platformNames } = require('../lib/platform.js');
  const { packages, targets } = require('dynakey/package.json').napi;
  const names = targets.map((target) => {
    const [cpu, , os, libc] = target.split('-');
    const arch = { x86_64: 'x64', aarch64: 'arm64' }[cpu];
    const platform = { linux: 'linux', darwin: 'darwin', windows: 'win32' }[os];
    const found = platformNames(platform, arch);
    return `dynakey-${found.find((name) => name.endsWith(libc)) ?? found[0]}`;
  });
  assert.deepEqual(names, packages);
});
