import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import * as dynakey from 'dynakey';
import * as door from 'dynakey/agora-access-token';

const require = createRequire(import.meta.url);
const cjs = require('dynakey');

// What API.md names for version 006 in Node.js.
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
  ANY_USER: [],
  UNCHECKED: [],
  check: [],
  inspect: [],
  version: [],
};
const METHODS = {
  AccessToken: ['addPriviledge', 'addPrivilege', 'build', 'fromString'],
  App: ['rtcToken', 'rtcTokens', 'rtmToken', 'verify'],
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
