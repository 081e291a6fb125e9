'use strict';
// Finds the native half: beside this package where it was built from source or packed with it,
// else in the package of this platform.

const path = require('node:path');

/** Linux has two C libraries; a process report names glibc's version only where glibc runs. */
function libc() {
  return process.report.getReport().header.glibcVersionRuntime ? 'gnu' : 'musl';
}

/** The name of a platform, as in the names of its package and its file. */
function platformName(platform, arch, linuxLibc) {
  const suffix = { linux: () => `-${linuxLibc()}`, win32: () => '-msvc' }[platform];
  return `${platform}-${arch}${suffix ? suffix() : ''}`;
}

function load(name) {
  const local = path.join(__dirname, '..', `dynakey.${name}.node`);
  const candidates = [local, `dynakey-${name}`];
  const failures = [];
  for (const candidate of candidates) {
    try {
      return require(candidate);
    } catch (failure) {
      failures.push(failure.message);
    }
  }
  throw new Error(
    `dynakey has no native half for ${name}; it was looked for in ${candidates.join(' and ')}`,
    { cause: failures },
  );
}

module.exports = { native: load(platformName(process.platform, process.arch, libc)), platformName };
