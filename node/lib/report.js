'use strict';

const { failed } = require('./error.js');

const isTime = (name) => name.endsWith('_at') || name === 'renew_after';

/** The core's names in camelCase: they are few, and each is converted once. */
const names = new Map();

function camelCase(name) {
  let converted = names.get(name);
  if (converted === undefined) {
    converted = name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
    names.set(name, converted);
  }
  return converted;
}

/** What the core says, in JavaScript's style: names in camelCase, times as dates. */
function revived(value) {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  const object = {};
  for (const name in value) {
    const entry = value[name];
    object[camelCase(name)] =
      isTime(name) && typeof entry === 'number' ? new Date(entry * 1000) : revived(entry);
  }
  return object;
}

const parsed = (json) => revived(JSON.parse(json));

class Report {
  constructor(json) {
    Object.assign(this, parsed(json));
  }

  raiseIfInvalid() {
    if (this.ok) return this;
    const errors = this.findings.filter(({ level }) => level === 'error').map(({ code }) => code);
    const error = failed('verification_failed', undefined, errors.join(', '));
    // Not enumerable: a logged error must not hold what a token is made of.
    Object.defineProperty(error, 'report', { value: this });
    throw error;
  }

  toJSON() {
    return { ...this };
  }
}

module.exports = { Report, parsed };
