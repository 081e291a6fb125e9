'use strict';

const NO_NUMBER = -(2 ** 47);
const NO_TEXT = 2 ** 32 - 1;

/** Reads the fields of a record as the native half's `packed.rs` writes them, in the same order. */
class Packed {
  #units;
  #at = 0;

  constructor(units) {
    this.#units = units;
  }

  small() {
    return this.#units.charCodeAt(this.#at++);
  }

  flag() {
    return this.small() === 1;
  }

  size() {
    return this.small() + this.small() * 2 ** 16;
  }

  number() {
    const low = this.size();
    // Its sign is the highest bit.
    const number = low + ((this.small() << 16) >> 16) * 2 ** 32;
    return number === NO_NUMBER ? null : number;
  }

  time() {
    const seconds = this.number();
    return seconds === null ? null : new Date(seconds * 1000);
  }

  text() {
    const length = this.size();
    if (length === NO_TEXT) return null;
    const start = this.#at;
    this.#at = start + length;
    return this.#units.slice(start, this.#at);
  }

  /** The entries of a list, each read by `entry`. */
  list(entry) {
    const entries = [];
    for (let left = this.size(); left > 0; left -= 1) entries.push(entry(this));
    return entries;
  }

  bytes() {
    return Buffer.from(this.text(), 'latin1');
  }
}

module.exports = { Packed };
