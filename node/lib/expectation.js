'use strict';

const { types } = require('node:util');
const { list, options } = require('./options.js');

const KNOWN = ['channel', 'user', 'service', 'privileges', 'leeway', 'minRemaining', 'at'];

/** The options of `verify` and `check`, for the native half. */
function expectation(given) {
  const { channel, user, service, privileges, leeway, minRemaining, at } = options(given, KNOWN);
  return {
    channel,
    user,
    service,
    privileges: privileges === undefined ? [] : list(privileges, 'privileges'),
    leeway,
    minRemaining,
    at: types.isDate(at) ? Math.floor(at.getTime() / 1000) : at,
  };
}

module.exports = { expectation };
