'use strict';

const { failed } = require('./error.js');
const { native } = require('./native.js');

// Stands for an option that is there and `undefined`.
const GIVEN_UNDEFINED = native.givenUndefined();

/**
 * A call's options. One that the call doesn't know is an error: a misspelled `ttl` must not give a
 * token of another lifetime. One that is there but `undefined` is refused like any other wrong
 * value: it comes from a variable that was to hold something, and the default is something else.
 */
function options(given, known) {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw failed('invalid_call', 'options', 'options must be an object');
  }
  let told = given;
  for (const name in given) {
    if (!known.includes(name)) {
      const names = known.join(', ') || 'left out';
      throw failed('invalid_call', 'options', `options may only be ${names}, but another came`);
    }
    if (given[name] === undefined) told = { __proto__: told, [name]: GIVEN_UNDEFINED };
  }
  return told;
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
