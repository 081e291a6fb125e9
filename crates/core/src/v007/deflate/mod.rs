//! The very bytes of stock zlib at level 6 for short payloads, at a tenth of its time.
//!
//! zlib spends its time on clearing tables for inputs of any size and on Huffman trees that a short
//! payload then does without: nearly always its one block has the fixed code. So this encoder
//! follows zlib's search for repetitions step by step, writes with the fixed code, and proves by a
//! [bound](bound) that zlib would not have chosen another kind of block. Where the proof fails it
//! gives up, and zlib itself is asked.

mod bits;
mod bound;
mod matches;

use bits::BitWriter;
use bound::Frequencies;

/// The longest payload that is encoded here: every token with one service is shorter.
pub(crate) const MAX_PAYLOAD: usize = 512;
/// Room for the stream of the longest payload: at most nine bits a byte, header, checksum, and
/// what the bit writer stores ahead.
pub(crate) const MAX_STREAM: usize = 2 + MAX_PAYLOAD * 9 / 8 + 1 + 4 + 8;

/// Deflate with a window of 32 KiB, at the default level (RFC 1950).
const HEADER: [u8; 2] = [0x78, 0x9c];
/// A stored block has this many bytes before its content, if it starts a stream.
const STORED_HEAD: usize = 5;

/// Writes the zlib stream of `payload` and gives its length; `None` if only zlib can tell how zlib
/// would write it.
pub(crate) fn encode(payload: &[u8], stream: &mut [u8; MAX_STREAM]) -> Option<usize> {
    if payload.is_empty() || payload.len() > MAX_PAYLOAD {
        return None;
    }
    let mut writer = BitWriter::new(stream);
    writer.bytes(&HEADER);
    writer.start_fixed_block();
    let mut frequencies = Frequencies::new();
    matches::find(payload, |symbol| {
        frequencies.count(symbol);
        writer.symbol(symbol);
    });
    writer.end_fixed_block();

    let fixed_bits = writer.length_in_bits() - 8 * HEADER.len();
    if !frequencies.no_tree_is_shorter_than(fixed_bits) {
        return None;
    }
    if payload.len() + STORED_HEAD - 1 <= fixed_bits.div_ceil(8) {
        writer.restart(HEADER.len());
        writer.stored_block(payload);
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
