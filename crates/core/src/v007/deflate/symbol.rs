//! The alphabets of a block (RFC 1951, 3.2.5).

/// Room for literals, the end of a block and lengths, 286 symbols, in whole [`CHUNK`]s.
pub(super) const SYMBOLS: usize = 6 * CHUNK;
/// Room for 30 symbols of distances.
pub(super) const DISTANCES: usize = CHUNK;
/// How many symbols are looked at together.
pub(super) const CHUNK: usize = 48;
/// The last symbols of repetitions.
pub(super) const LAST_LENGTH: usize = 285;
pub(super) const LAST_DISTANCE: usize = 29;
/// The symbol that ends a block.
pub(super) const END_OF_BLOCK: usize = 256;
/// The shortest and the longest repetition.
pub(super) const MIN_LENGTH: usize = 3;
pub(super) const MAX_LENGTH: usize = 258;

/// The symbol of a repetition's length, its extra bits and how many they are.
pub(super) const fn length_symbol(length: usize) -> (usize, u32, u8) {
    #[expect(clippy::cast_possible_truncation, reason = "lengths are 3 to 258")]
    let above = (length - MIN_LENGTH) as u32;
    if length == MAX_LENGTH {
        return (285, 0, 0);
    }
    if above < 8 {
        return (257 + above as usize, 0, 0);
    }
    #[expect(clippy::cast_possible_truncation, reason = "1 to 5")]
    let extra_bits = above.ilog2() as u8 - 2;
    let symbol = 257 + 4 * (extra_bits as usize + 1) + ((above >> extra_bits) as usize - 4);
    (symbol, above & ((1 << extra_bits) - 1), extra_bits)
}

/// The symbol of a distance, its extra bits and how many they are.
pub(super) const fn distance_symbol(distance: usize) -> (usize, u32, u8) {
    #[expect(clippy::cast_possible_truncation, reason = "distances are 1 to 32768")]
    let before = (distance - 1) as u32;
    if before < 4 {
        return (before as usize, 0, 0);
    }
    #[expect(clippy::cast_possible_truncation, reason = "1 to 13")]
    let extra_bits = before.ilog2() as u8 - 1;
    let symbol = 2 * (extra_bits as usize + 1) + ((before >> extra_bits) as usize & 1);
    (symbol, before & ((1 << extra_bits) - 1), extra_bits)
}
