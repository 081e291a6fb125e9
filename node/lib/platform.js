'use strict';

/**
 * The names that builds for a platform have, in their packages' names and their files'. Linux has
 * two C libraries, and only the right one's build loads.
 */
function platformNames(platform, arch) {
  if (platform === 'linux') return [`linux-${arch}-gnu`, `linux-${arch}-musl`];
  return [platform === 'win32' ? `win32-${arch}-msvc` : `${platform}-${arch}`];
}

module.exports = { platformNames };
