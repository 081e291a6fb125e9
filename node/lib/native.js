'use strict';
// Finds the native half: beside this package where it was built from source or packed with it,
// else in the package of this platform.

const path = require('node:path');
const { platformNames } = require('./platform.js');

function load(names) {
  const files = names.map((name) => path.join(__dirname, '..', `dynakey.${name}.node`));
  const candidates = [...files, ...names.map((name) => `dynakey-${name}`)];
  const failures = [];
  for (const candidate of candidates) {
    try {
      return require(candidate);
    } catch (failure) {
      failures.push(failure);
    }
  }
  const message = `dynakey has no native half for this platform: none of ${candidates.join(', ')}`;
  throw new AggregateError(failures, message);
}

module.exports = { native: load(platformNames(process.platform, process.arch)) };
