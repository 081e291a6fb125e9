'use strict';
// Finds the native half: beside this package where it was built from source or packed with it,
// else in the package of this platform.

const path = require('node:path');
const { libc, platformName } = require('./platform.js');

function load(name) {
  const local = path.join(__dirname, '..', `dynakey.${name}.node`);
  const failures = [];
  for (const candidate of [local, `dynakey-${name}`]) {
    try {
      return require(candidate);
    } catch (failure) {
      failures.push(failure);
    }
  }
  const message = `dynakey has no native half for ${name}: neither ${local} nor dynakey-${name}`;
  throw new AggregateError(failures, message);
}

module.exports = { native: load(platformName(process.platform, process.arch, libc)) };
