'use strict';

const { failed } = require('./error.js');

const camelCase = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const isTime = (name) => name.endsWith('_at') || name === 'renew_after';

/** What the core says, in JavaScript's style: names in camelCase, times as dates. */
function revived(value) {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, entry]) => [
    camelCase(name),
    isTime(name) && typeof entry === 'number' ? new Date(entry * 1000) : revived(entry),
  ]);
  return Object.fromEntries(entries);
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
