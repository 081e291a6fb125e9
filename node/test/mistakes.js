'use strict';
// The tables of calls that must fail.

const assert = require('node:assert/strict');
const { ANY_CHANNEL, ANY_USER } = require('dynakey');
const { errorOf, testdata } = require('./support.js');

/** For a value of the table that JavaScript doesn't have. */
class Inexpressible extends Error {}
const special = {
  nan: () => NaN,
  inf: () => Infinity,
  '-inf': () => -Infinity,
  repeat: ({ text, times }) => text.repeat(times),
  lone_surrogate: () => 'room\ud800',
  any_user: () => ANY_USER,
  any_channel: () => ANY_CHANNEL,
  invalid_utf8: () => {
    throw new Inexpressible();
  },
};
function expanded(value) {
  if (Array.isArray(value)) return value.map(expanded);
  if (typeof value !== 'object' || value === null) return value;
  if (value.$) return special[value.$](value);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, expanded(entry)]));
}

/** Makes every call of `file` that JavaScript can express; gives how many of each were made. */
function mistakesMade(file, calls) {
  const made = {};
  for (const { id, call, args, code, argument, index } of testdata(file).cases) {
    let given;
    try {
      given = expanded(args);
    } catch (error) {
      if (error instanceof Inexpressible) continue;
      throw error;
    }
    const error = errorOf(() => {
      calls[call](given);
      assert.fail(`${id} was accepted`);
    });
    assert.equal(error.code, code, `${id}: ${error}`);
    assert.equal(error.argument, argument ?? undefined, `${id}: ${error}`);
    assert.equal(error.index, index, `${id}: ${error}`);
    made[call] = (made[call] ?? 0) + 1;
  }
  return made;
}

module.exports = { mistakesMade };
