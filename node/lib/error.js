'use strict';

const { native } = require('./native.js');

const remedies = new Map(native.errorCodes().map(({ code, remedy }) => [code, remedy]));

class DynakeyError extends Error {
  constructor({ code, argument, message, hint, index }) {
    super(message);
    this.code = code;
    if (argument != null) this.argument = argument;
    this.hint = hint;
    if (index != null) this.index = index;
  }
}
// On the prototype, as the built-in errors have it, so that a print doesn't repeat it.
Object.defineProperty(DynakeyError.prototype, 'name', {
  value: 'DynakeyError',
  configurable: true,
  writable: true,
});

/** What usually mends an error of this code. */
const hint = (code) => remedies.get(code);

/** An error that this half finds itself. */
function failed(code, argument, message) {
  return new DynakeyError({
    code,
    argument,
    message: `${code}: ${message}`,
    hint: hint(code),
  });
}

/** A result of the native half where it is a text, or its error, thrown. */
function text(outcome) {
  if (typeof outcome === 'string') return outcome;
  throw new DynakeyError(outcome);
}

/** A result of the native half of any kind, or its error, thrown. */
function value(outcome) {
  if (outcome?.code === undefined) return outcome;
  throw new DynakeyError(outcome);
}

module.exports = { DynakeyError, failed, hint, text, value };
