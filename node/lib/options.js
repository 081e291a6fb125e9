'use strict';

const { failed } = require('./error.js');

/**
 * A call's options. One that the call doesn't know is an error: a misspelled `ttl` must not give a
 * token of another lifetime.
 */
function options(given, known) {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw failed('invalid_call', 'options', 'options must be an object');
  }
  for (const name in given) {
    if (!known.includes(name)) {
      const names = known.join(', ');
      throw failed('invalid_call', 'options', `options may only be ${names}, but another came`);
    }
  }
  return given;
}

/** The entries of a list: of an array or anything else that iterates, but not of a text. */
function list(given, argument) {
  if (Array.isArray(given)) return given;
  if (typeof given === 'object' && typeof given?.[Symbol.iterator] === 'function') {
    return Array.from(given);
  }
  throw failed('invalid_call', argument, `${argument} must be an array or another iterable`);
}

/** Entries that are all numbers as one block of memory, which the native half reads at once. */
function packed(entries) {
  for (const entry of entries) if (typeof entry !== 'number') return entries;
  return new Float64Array(entries);
}

module.exports = { list, options, packed };
