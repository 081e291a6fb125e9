'use strict';
// What is tested here is the file that npm would publish, installed in an empty project.

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { after, before, test } = require('node:test');
const { APP_CERTIFICATE, APP_ID, root, tokensIn } = require('./support.js');

const node = path.join(root, 'node');
let project;
let packed;

function run(command, args, cwd = project) {
  const env = { ...process.env, AGORA_APP_ID: APP_ID, AGORA_APP_CERTIFICATE: APP_CERTIFICATE };
  const shell = process.platform === 'win32';
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8', shell });
  assert.equal(result.status, 0, `${command} ${args.join(' ')}\n${result.stdout}${result.stderr}`);
  return result.stdout;
}

before(() => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), 'dynakey-packed-'));
  [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', project], node));
  fs.writeFileSync(path.join(project, 'package.json'), '{ "private": true }');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`]);
});

after(() => fs.rmSync(project, { recursive: true, force: true }));

test('the file holds the facade, its types, the addon and the licences, and no more', () => {
  const names = packed.files.map(({ path: name }) => name);
  for (const name of names) {
    assert.match(
      name,
      /^(lib\/[\w-]+(\.d)?\.m?[jt]s|dynakey\.[\w-]+\.node|package\.json|README\.md|LICENSE-\w+)$/,
    );
  }
  for (const name of ['LICENSE-MIT', 'LICENSE-APACHE', 'lib/index.d.mts', 'lib/index.mjs']) {
    assert.ok(names.includes(name), name);
  }
  assert.equal(names.filter((name) => name.endsWith('.node')).length, 1);
  assert.ok(packed.unpackedSize < 4 * 1024 * 1024, `${packed.unpackedSize} bytes`);
});

test('it depends on nothing', () => {
  const installed = fs.readdirSync(path.join(project, 'node_modules'));
  assert.deepEqual(
    installed.filter((name) => !name.startsWith('.')),
    ['dynakey'],
  );
});

test('its samples run there, in CommonJS and as ECMAScript modules', () => {
  for (const sample of fs.readdirSync(path.join(node, 'samples'))) {
    fs.copyFileSync(path.join(node, 'samples', sample), path.join(project, sample));
    assert.ok(tokensIn(run(process.execPath, [sample])).length > 0, sample);
  }
});

test('TypeScript programs compile and run there', () => {
  for (const name of fs.readdirSync(path.join(__dirname, 'types'))) {
    fs.copyFileSync(path.join(__dirname, 'types', name), path.join(project, name));
  }
  const typeRoots = path.join(node, 'node_modules', '@types');
  const tsc = path.join(root, 'node', 'node_modules', 'typescript', 'bin', 'tsc');
  run(process.execPath, [tsc, '--noEmit', 'false', '--typeRoots', typeRoots]);
  assert.deepEqual(JSON.parse(run(process.execPath, ['api.mjs'])), {
    code: 'verification_failed',
    bytes: 32,
    checksums: 2,
    codes: [],
    consistent: true,
    count: 9,
    default: true,
    expires: 'number',
    issued: 'number',
    names: 4,
    same: true,
    plain: true,
    signature: 'valid',
  });
  assert.deepEqual(JSON.parse(run(process.execPath, ['api-007.mjs'])), {
    chats: 1,
    count: 28,
    isRead: true,
    names: 13,
    permitted: 1,
    signed: true,
  });
  assert.deepEqual(JSON.parse(run(process.execPath, ['api.cjs'])), {
    ok: true,
    role: 1,
    role007: 2,
    version: '007',
  });
});

test('only its public entries can be loaded', () => {
  const load = (name) =>
    `try { require('${name}'); console.log('loaded') } catch (e) { console.log(e.code) }`;
  const outcome = (name) => run(process.execPath, ['-e', load(name)]).trim();
  for (const name of [
    'dynakey',
    'dynakey/agora-access-token',
    'dynakey/agora-token',
    'dynakey/package.json',
  ]) {
    assert.equal(outcome(name), 'loaded');
  }
  assert.equal(outcome('dynakey/lib/native.js'), 'ERR_PACKAGE_PATH_NOT_EXPORTED');
});

test('without an addon for its platform it says so', () => {
  const folder = path.join(project, 'node_modules', 'dynakey');
  const addon = fs.readdirSync(folder).find((name) => name.endsWith('.node'));
  fs.renameSync(path.join(folder, addon), path.join(project, addon));
  const script = "try { require('dynakey') } catch (e) { console.log(e.message) }";
  const message = run(process.execPath, ['-e', script]);
  fs.renameSync(path.join(project, addon), path.join(folder, addon));
  assert.match(message, /^dynakey has no native half for this platform/);
});
