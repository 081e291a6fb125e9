'use strict';

const { types } = require('node:util');

const snakeCase = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** As every language writes it in JSON: names in snake_case, times in Unix seconds. */
function plain(value) {
  if (types.isDate(value)) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [snakeCase(name), plain(entry)]),
  );
}

module.exports = { plain };
