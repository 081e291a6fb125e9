'use strict';
// How the fields of the token objects are told.

/** Arguments, where one that isn't passed is `absent`'s: `undefined` may be a mistake. */
const passed = (given, absent) => [...given, ...absent.slice(given.length)];

/** An object's keys are texts: those that stand for a number are numbers again. */
const numberKey = (key) => (/^(0|[1-9]\d*)$/.test(key) ? Number(key) : key);

/** A uid as the token writes it; what is no uid is kept for `build` to refuse. */
function userText(uid) {
  if (uid === 0) return '';
  return Number.isInteger(uid) && uid > 0 && uid <= 0xffffffff ? String(uid) : uid;
}

module.exports = { numberKey, passed, userText };
