'use strict';

const { types } = require('node:util');
const { list, options } = require('./options.js');

const KNOWN = ['channel', 'user', 'service', 'privileges', 'leeway', 'minRemaining', 'at'];
const NONE = Object.freeze([]);

/** The options of `verify` and `check`, in the order that the native half takes them in. */
function expectation(given) {
  const { channel, user, service, privileges, leeway, minRemaining, at } = options(given, KNOWN);
  // Each value that crosses costs, and most programs say no more than whom the token is for.
  const others = [service, privileges, leeway, minRemaining, at];
  if (others.every((value) => value === undefined)) return [channel, user];
  const time = types.isDate(at) ? Math.floor(at.getTime() / 1000) : at;
  const granted = privileges === undefined ? NONE : list(privileges, 'privileges');
  return [channel, user, [service, leeway, minRemaining, time], granted];
}

module.exports = { expectation };
