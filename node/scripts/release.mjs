// Makes the packages of a release: one for each platform from its build, and `dynakey` itself,
// which depends on them optionally.
//
//     node scripts/release.mjs BUILDS [--to FOLDER] [--partial]
//
// BUILDS holds the files `dynakey.<platform>.node`, as `scripts/build.js` names them. Publish the
// platforms' packages first. With --partial a platform may be missing.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const node = fileURLToPath(new URL('..', import.meta.url));
const root = path.join(node, '..');
const LICENCES = ['LICENSE-MIT', 'LICENSE-APACHE'];
const manifest = JSON.parse(fs.readFileSync(path.join(node, 'package.json'), 'utf8'));
const { name, version, license, author, engines } = manifest;

/** The operating system and processor that a file of machine code is for. */
function machineOf(bytes) {
  if (bytes.readUInt32BE(0) === 0x7f454c46) {
    return { 0x3e: 'linux-x64', 0xb7: 'linux-arm64' }[bytes.readUInt16LE(18)];
  }
  if (bytes.readUInt32LE(0) === 0xfeedfacf) {
    return { 0x1000007: 'darwin-x64', 0x100000c: 'darwin-arm64' }[bytes.readUInt32LE(4)];
  }
  if (bytes.toString('latin1', 0, 2) !== 'MZ') return undefined;
  return { 0x8664: 'win32-x64', 0xaa64: 'win32-arm64' }[
    bytes.readUInt16LE(bytes.readUInt32LE(0x3c) + 4)
  ];
}

/** Refuses a build of another version or for another platform than its name says. */
function checkBuild(file, platform) {
  const bytes = fs.readFileSync(file);
  if (!bytes.includes(`${name}@${version};`)) throw new Error(`${file} is not of ${version}`);
  // Only what links to glibc names it so.
  const libcFits =
    !platform.startsWith('linux') || /gnu$/.test(platform) === bytes.includes('libc.so.6');
  if (!platform.startsWith(machineOf(bytes)) || !libcFits) {
    throw new Error(`${file} is not for ${platform}`);
  }
}

function write(folder, packageJson, readme) {
  fs.mkdirSync(folder, { recursive: true });
  const text = `${JSON.stringify(packageJson, null, 2)}\n`;
  fs.writeFileSync(path.join(folder, 'package.json'), text);
  fs.writeFileSync(path.join(folder, 'README.md'), readme);
  for (const licence of LICENCES) {
    fs.copyFileSync(path.join(root, licence), path.join(folder, licence));
  }
}

function writePlatform(folder, platform, build) {
  const [os, cpu, abi] = platform.split('-');
  const libc = { gnu: 'glibc', musl: 'musl' }[abi];
  const main = path.basename(build);
  const description = `The native half of ${name} for ${platform}`;
  const packageJson = {
    name: `${name}-${platform}`,
    version,
    description,
    license,
    author,
    engines,
    os: [os],
    cpu: [cpu],
    libc: libc && [libc],
    main,
    files: [main, ...LICENCES],
  };
  const readme = `# ${name}-${platform}\n\n${description}, which installs it where it fits.\n`;
  write(folder, packageJson, readme);
  fs.copyFileSync(build, path.join(folder, main));
}

function writeMain(folder, packages) {
  const { scripts, devDependencies, napi, ...kept } = manifest;
  const files = kept.files.filter((file) => !file.endsWith('.node'));
  const optionalDependencies = Object.fromEntries(packages.map((known) => [known, version]));
  const readme = fs.readFileSync(path.join(node, 'README.md'));
  write(folder, { ...kept, files, optionalDependencies }, readme);
  fs.cpSync(path.join(node, 'lib'), path.join(folder, 'lib'), { recursive: true });
}

/** Makes the packages in `to`, which is emptied first; gives their names. */
export function release({ builds, to, partial = false }) {
  const platforms = manifest.napi.packages.map((known) => known.slice(name.length + 1));
  const buildOf = (platform) => path.join(builds, `${name}.${platform}.node`);
  const built = platforms.filter((platform) => fs.existsSync(buildOf(platform)));
  const missing = platforms.filter((platform) => !built.includes(platform));
  if (missing.length > 0 && !partial) throw new Error(`no build for ${missing.join(', ')}`);
  for (const platform of built) checkBuild(buildOf(platform), platform);

  fs.rmSync(to, { recursive: true, force: true });
  for (const platform of built) {
    writePlatform(path.join(to, `${name}-${platform}`), platform, buildOf(platform));
  }
  const packages = built.map((platform) => `${name}-${platform}`);
  writeMain(path.join(to, name), packages);
  return [...packages, name];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { to: { type: 'string' }, partial: { type: 'boolean' } },
  });
  const [builds = node] = positionals;
  const { to = path.join(node, 'npm'), partial } = values;
  for (const made of release({ builds, to, partial })) console.log(path.join(to, made));
}
