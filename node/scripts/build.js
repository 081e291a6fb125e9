'use strict';
// Builds the native half for this machine and puts it beside the package. Release unless --debug.
// With --remap-paths, as for a release, it names no folder of this machine.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { platformNames } = require('../lib/platform.js');

const root = path.join(__dirname, '..', '..');
const debug = process.argv.includes('--debug');

const args = ['build', '--quiet', '--locked', '--package', 'dynakey-node'];
if (!debug) args.push('--release');
const env = { ...process.env };
if (process.argv.includes('--remap-paths')) {
  const cargo = env.CARGO_HOME ?? path.join(os.homedir(), '.cargo');
  const remap = [`--remap-path-prefix=${cargo}=cargo`, `--remap-path-prefix=${root}=dynakey`];
  env.CARGO_ENCODED_RUSTFLAGS = remap.join('\x1f');
}
const { status } = spawnSync('cargo', args, { cwd: root, stdio: 'inherit', env });
if (status !== 0) process.exit(1);

const built = {
  darwin: 'libdynakey_node.dylib',
  win32: 'dynakey_node.dll',
}[process.platform];
const target = process.env.CARGO_TARGET_DIR ?? path.join(root, 'target');
// A process report names glibc's version only where glibc is.
const glibc = process.report.getReport().header.glibcVersionRuntime !== undefined;
const names = platformNames(process.platform, process.arch);
const name = glibc ? names[0] : names.at(-1);
const addon = path.join(__dirname, '..', `dynakey.${name}.node`);
// Replaced, not overwritten: a process may have the old one mapped.
fs.rmSync(addon, { force: true });
fs.copyFileSync(
  path.join(target, debug ? 'debug' : 'release', built ?? 'libdynakey_node.so'),
  addon,
);
// The same whatever the building user's rights are.
fs.chmodSync(addon, 0o644);
