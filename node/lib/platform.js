'use strict';

/** Linux has two C libraries; a process report names glibc's version only where glibc runs. */
function libc() {
  return process.report.getReport().header.glibcVersionRuntime ? 'gnu' : 'musl';
}

/** The name of a platform, as in the names of its package and its file. */
function platformName(platform, arch, linuxLibc) {
  if (platform === 'linux') return `linux-${arch}-${linuxLibc()}`;
  return platform === 'win32' ? `win32-${arch}-msvc` : `${platform}-${arch}`;
}

module.exports = { libc, platformName };
