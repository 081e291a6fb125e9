// A release of this platform alone, made and installed as npm would.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { release } from '../scripts/release.mjs';

const node = fileURLToPath(new URL('..', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dynakey-release-'));
const to = path.join(folder, 'npm');
const [addon] = fs.readdirSync(node).filter((name) => name.endsWith('.node'));
const platform = addon.split('.')[1];

after(() => fs.rmSync(folder, { recursive: true, force: true }));

function run(command, ...args) {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    shell,
  });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

test('a release is a package for each platform and the one that finds them', () => {
  const names = release({ builds: node, to, partial: true });
  assert.deepEqual(names, [`dynakey-${platform}`, 'dynakey']);

  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
  const packed = names.map((name) => {
    const [{ filename, files }] = JSON.parse(run('npm', 'pack', '--json', path.join(to, name)));
    const paths = files.map((file) => file.path);
    for (const every of ['package.json', 'README.md', 'LICENSE-MIT', 'LICENSE-APACHE']) {
      assert.ok(paths.includes(every), `${name}: ${every}`);
    }
    assert.equal(paths.includes(addon), name !== 'dynakey');
    return `./${filename}`;
  });
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', ...packed);
  const script = "console.log(require('dynakey').version)";
  const { version } = JSON.parse(fs.readFileSync(path.join(node, 'package.json'), 'utf8'));
  assert.equal(run(process.execPath, '-e', script).trim(), version);
  const installed = path.join(folder, 'node_modules', `dynakey-${platform}`, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(installed, 'utf8'));
  assert.deepEqual([manifest.os, manifest.cpu], [[process.platform], [process.arch]]);
  assert.equal(manifest.version, version);
});

test('a release without all platforms must be asked for', () => {
  assert.throws(() => release({ builds: node, to }), /no build for .*darwin-arm64/);
});

test('a build of another version or for another platform is refused, and nothing is changed', () => {
  const builds = path.join(folder, 'builds');
  fs.mkdirSync(builds);
  const bytes = fs.readFileSync(path.join(node, addon));
  const refused = (name, content) => {
    fs.writeFileSync(path.join(builds, name), content);
    assert.throws(
      () => release({ builds, to, partial: true }),
      (error) => error.message.includes(`${name} is not `),
    );
    fs.rmSync(path.join(builds, name));
  };
  const other = platform.startsWith('darwin') ? 'win32-x64-msvc' : 'darwin-arm64';
  refused(`dynakey.${other}.node`, bytes);
  if (platform.endsWith('gnu')) refused(`dynakey.${platform.replace('gnu', 'musl')}.node`, bytes);
  const at = bytes.indexOf('dynakey@');
  bytes.write('dynakey@9', at);
  refused(addon, bytes);
  assert.ok(fs.existsSync(path.join(to, 'dynakey', 'lib', 'index.js')));
});
