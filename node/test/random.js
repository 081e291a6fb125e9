'use strict';
// Random values for comparisons with other implementations.

// Agora's allowed set.
const CHARACTERS =
  'abcdefghijklmnopqrstuvwxyz0123456789 !#$%&()+-:;<=.>?@[]^_{}|~,ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Values that only the seed decides (xorshift32), so that a failure can be run again. */
function random(seed) {
  let state = seed;
  const below = (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const pick = (from) => from[below(from.length)];
  const textOf = (from, length) => Array.from({ length }, () => pick(from)).join('');
  const hex = () => textOf('0123456789abcdefABCDEF', 32);
  return { below, hex, pick, textOf };
}

module.exports = { CHARACTERS, random };
