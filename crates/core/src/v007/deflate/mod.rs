//! The bytes of stock zlib at level 6 for short payloads, without the tables that it makes first.
//!
//! zlib spends its time on clearing tables for inputs of any size, and on generality. This encoder
//! follows its search for repetitions, its trees and its choice among the three kinds of block step
//! by step, for one block of a short payload. Only where a block with trees is [misjudged](estimate),
//! which odd names can bring about, is another kind chosen than zlib's.

mod alphabet;
mod bits;
mod block;
mod decode;
mod description;
mod entropy;
mod estimate;
mod matches;
mod symbol;
mod tree;

use bits::BitWriter;
use block::{Frequencies, Trees};
pub(crate) use decode::decode;

/// The longest payload that is encoded here: nearly every token is shorter.
pub(crate) const MAX_PAYLOAD: usize = 512;
/// Room for the stream of the longest payload: at most nine bits a byte, header, checksum, and
/// what the bit writer stores ahead.
pub(crate) const MAX_STREAM: usize = 2 + MAX_PAYLOAD * 9 / 8 + 1 + 4 + 8;

/// Deflate with a window of 32 KiB, at the default level (RFC 1950).
const HEADER: [u8; 2] = [0x78, 0x9c];
/// What zlib reckons for a stored block besides its content.
const STORED_HEAD: usize = 4;

/// Writes the zlib stream of `payload` and gives its length. `None` if it is empty, too
/// long or like no token, with one byte hundreds of times.
pub(crate) fn encode(payload: &[u8], stream: &mut [u8; MAX_STREAM]) -> Option<usize> {
    if payload.is_empty() || payload.len() > MAX_PAYLOAD {
        return None;
    }
    let mut writer = BitWriter::new(stream);
    writer.bytes(&HEADER);
    let (frequencies, fixed) = write_fixed(payload, &mut writer);
    let is_stored_longer = fixed.div_ceil(8) < payload.len() + STORED_HEAD;
    // Sizes count in bytes.
    let are_trees_longer =
        estimate::smallest(&frequencies).is_some_and(|bits| bits.div_ceil(8) >= fixed.div_ceil(8));
    if !(is_stored_longer && are_trees_longer) {
        write_smallest(payload, &Trees::new(&frequencies)?, fixed.div_ceil(8), &mut writer);
    }
    writer.finish_byte();
    writer.bytes(&adler32(payload).to_be_bytes());
    Some(writer.length())
}

/// Writes a block in the fixed code and gives its frequencies and its bits.
fn write_fixed(payload: &[u8], writer: &mut BitWriter<'_>) -> (Frequencies, usize) {
    let mut frequencies = Frequencies::new();
    let before = writer.length_in_bits();
    writer.start_fixed_block();
    matches::find(payload, |part| {
        writer.fixed_part(part);
        frequencies.add(part);
    });
    writer.end_fixed_block();
    (frequencies, writer.length_in_bits() - before)
}

/// Replaces the fixed block, of so many bytes, by one of another kind if zlib does: sizes count in
/// bytes, and the fixed block is taken if one with trees is no smaller.
fn write_smallest(payload: &[u8], trees: &Trees, fixed: usize, writer: &mut BitWriter<'_>) {
    let with_trees = trees.bits().div_ceil(8);
    if payload.len() + STORED_HEAD <= fixed.min(with_trees) {
        writer.restart(HEADER.len());
        writer.stored_block(payload);
    } else if with_trees < fixed {
        writer.restart(HEADER.len());
        trees.write(payload, writer);
    }
}

/// The checksum at the end of a zlib stream (RFC 1950): the sum of the bytes, and the sum of those
/// sums, in which a byte counts as often as bytes are left from it on. The sums of 512 bytes fit
/// without a division in between. Numbers of 16 bits are multiplied, and wrapping is said, so that
/// the loop can be vectorized.
fn adler32(payload: &[u8]) -> u32 {
    const MODULUS: i32 = 65521;
    // At most MAX_PAYLOAD.
    let mut left = i16::try_from(payload.len()).unwrap_or_default();
    let (mut sum, mut sums) = (1_i32, i32::from(left));
    for byte in payload {
        let byte = i16::from(*byte);
        sum = sum.wrapping_add(byte.into());
        sums = sums.wrapping_add(i32::from(byte).wrapping_mul(left.into()));
        left = left.wrapping_sub(1);
    }
    (((sums % MODULUS) << 16) | (sum % MODULUS)).cast_unsigned()
}

#[cfg(test)]
mod tests;
