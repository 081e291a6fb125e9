'use strict';

const { inspect: print } = require('node:util');
const { DynakeyError, hint } = require('./error.js');
const { inspect } = require('./inspection.js');
const { Packed } = require('./packed.js');
const { plain } = require('./plain.js');

const finding = (packed) => ({
  code: packed.text(),
  level: packed.text(),
  message: packed.text(),
  hint: packed.text(),
});

/** What a report and a consistency have in common. */
class Outcome {
  #text;
  #token;

  constructor(text) {
    this.#text = text;
  }

  // Read where it is asked for: most programs only ask whether a token is good, and until when.
  get token() {
    if (this.expiresAt === null) return null;
    this.#token ??= inspect(this.#text);
    return this.#token;
  }

  toJSON() {
    return plain({ ...this, token: this.token });
  }

  [print.custom](_depth, settings) {
    return `${this.constructor.name} ${print({ ...this, token: this.token }, settings)}`;
  }
}

class Report extends Outcome {
  #error;

  constructor(text, units) {
    super(text);
    const packed = new Packed(units);
    this.ok = packed.flag();
    this.signature = packed.text();
    this.certificate = packed.text();
    this.checkedAt = packed.time();
    this.expiresAt = packed.time();
    this.renewAfter = packed.time();
    this.findings = packed.list(finding);
    this.#error = packed.text();
  }

  raiseIfInvalid() {
    if (this.ok) return this;
    const code = 'verification_failed';
    const error = new DynakeyError({ code, message: this.#error, hint: hint(code) });
    // Not enumerable: a logged error must not hold what a token is made of.
    Object.defineProperty(error, 'report', { value: this });
    throw error;
  }
}

class Consistency extends Outcome {
  constructor(text, units) {
    super(text);
    const packed = new Packed(units);
    this.consistent = packed.flag();
    this.checkedAt = packed.time();
    this.expiresAt = packed.time();
    this.renewAfter = packed.time();
    this.findings = packed.list(finding);
  }
}

module.exports = { Consistency, Report };
