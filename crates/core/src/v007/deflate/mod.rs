//! The very bytes of stock zlib at level 6 for short payloads, without the tables that it makes
//! first.
//!
//! zlib spends its time on clearing tables for inputs of any size, and on generality. This encoder
//! follows its search for repetitions, its trees and its choice among the three kinds of block step
//! by step, for one block of a short payload.

mod bits;
mod block;
mod description;
mod matches;
mod symbol;
mod tree;

use bits::BitWriter;
use block::{Frequencies, Trees};

/// The longest payload that is encoded here: nearly every token is shorter.
pub(crate) const MAX_PAYLOAD: usize = 512;
/// Room for the stream of the longest payload: at most nine bits a byte, header, checksum, and
/// what the bit writer stores ahead.
pub(crate) const MAX_STREAM: usize = 2 + MAX_PAYLOAD * 9 / 8 + 1 + 4 + 8;

/// Deflate with a window of 32 KiB, at the default level (RFC 1950).
const HEADER: [u8; 2] = [0x78, 0x9c];
/// What zlib reckons for a stored block besides its content.
const STORED_HEAD: usize = 4;

/// Writes the zlib stream of `payload` and gives its length; `None` if it is empty or too long.
pub(crate) fn encode(payload: &[u8], stream: &mut [u8; MAX_STREAM]) -> Option<usize> {
    if payload.is_empty() || payload.len() > MAX_PAYLOAD {
        return None;
    }
    let mut writer = BitWriter::new(stream);
    writer.bytes(&HEADER);
    writer.start_fixed_block();
    let mut frequencies = Frequencies::new();
    matches::find(payload, |part| {
        writer.fixed_part(part);
        frequencies.add(part);
    });
    writer.end_fixed_block();

    let fixed = (writer.length_in_bits() - 8 * HEADER.len()).div_ceil(8);
    let trees = Trees::new(&frequencies);
    let with_trees = trees.bits().div_ceil(8);
    if payload.len() + STORED_HEAD <= fixed.min(with_trees) {
        writer.restart(HEADER.len());
        writer.stored_block(payload);
    } else if with_trees < fixed {
        writer.restart(HEADER.len());
        trees.write(payload, &mut writer);
    }
    writer.finish_byte();
    writer.bytes(&adler32(payload).to_be_bytes());
    Some(writer.length())
}

/// The checksum at the end of a zlib stream (RFC 1950). The sums of 512 bytes fit without a
/// division in between.
fn adler32(payload: &[u8]) -> u32 {
    const MODULUS: u32 = 65521;
    let (a, b) = payload.iter().fold((1, 0), |(a, b): (u32, u32), byte| {
        let a = a + u32::from(*byte);
        (a, b + a)
    });
    ((b % MODULUS) << 16) | (a % MODULUS)
}

#[cfg(test)]
mod tests;
