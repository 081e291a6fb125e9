'use strict';

// Registered symbols: every copy of the package and every format it is loaded in has the same.
const ANY_CHANNEL = Symbol.for('dynakey.ANY_CHANNEL');
const ANY_USER = Symbol.for('dynakey.ANY_USER');
const UNCHECKED = Symbol.for('dynakey.UNCHECKED');

module.exports = { ANY_CHANNEL, ANY_USER, UNCHECKED };
