//! Bits to bytes, and the fixed code of RFC 1951.

use super::matches::Part;
use super::symbol::{END_OF_BLOCK, MIN_LENGTH, distance_symbol, length_symbol};

/// A code with its extra bits, in the order of writing: lowest bit first.
#[derive(Clone, Copy)]
pub(super) struct Code {
    pub(super) bits: u32,
    pub(super) count: u8,
}

/// The codes of literals and of the end of a block.
static LITERALS: [Code; 257] = {
    let mut codes = [Code { bits: 0, count: 0 }; 257];
    let mut symbol = 0;
    while symbol < codes.len() {
        #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
        {
            codes[symbol] = fixed_code(symbol);
        }
        symbol += 1;
    }
    codes
};

/// The codes of repetitions of 3 to 258 bytes, with their extra bits.
static LENGTHS: [Code; 256] = {
    let mut codes = [Code { bits: 0, count: 0 }; 256];
    let mut length = MIN_LENGTH;
    while length < MIN_LENGTH + codes.len() {
        let (symbol, extra, extra_bits) = length_symbol(length);
        let code = fixed_code(symbol);
        #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
        {
            codes[length - MIN_LENGTH] =
                Code { bits: code.bits | extra << code.count, count: code.count + extra_bits };
        }
        length += 1;
    }
    codes
};

/// The fixed code of a symbol (RFC 1951, 3.2.6), most significant bit first as Huffman codes are.
pub(super) const fn fixed_code(symbol: usize) -> Code {
    #[expect(clippy::cast_possible_truncation, reason = "symbols are below 288")]
    let symbol = symbol as u32;
    let (first, its_code, count): (u32, u32, u8) = match symbol {
        0..=143 => (0, 0x30, 8),
        144..=255 => (144, 0x190, 9),
        256..=279 => (256, 0, 7),
        _ => (280, 0xc0, 8),
    };
    let code = its_code + symbol - first;
    Code { bits: code.reverse_bits() >> (32 - count), count }
}

/// Writes bits, lowest first, into a stream that is large enough for them.
pub(super) struct BitWriter<'a> {
    stream: &'a mut [u8],
    length: usize,
    /// Bits that don't fill the stream's next bytes yet.
    pending: u64,
    pending_count: u32,
}

impl<'a> BitWriter<'a> {
    pub(super) fn new(stream: &'a mut [u8]) -> Self {
        Self { stream, length: 0, pending: 0, pending_count: 0 }
    }

    /// Goes back to `length` bytes.
    pub(super) fn restart(&mut self, length: usize) {
        self.length = length;
        (self.pending, self.pending_count) = (0, 0);
    }

    /// The bytes written.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    pub(super) fn length_in_bits(&self) -> usize {
        self.length * 8 + self.pending_count as usize
    }

    /// Writes whole bytes, behind whole bytes.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        if let Some(space) = self.stream.get_mut(self.length..self.length + bytes.len()) {
            space.copy_from_slice(bytes);
            self.length += bytes.len();
        }
    }

    /// Fills the last byte up with zeros.
    pub(super) fn finish_byte(&mut self) {
        let pending = self.pending.to_le_bytes();
        let used = self.pending_count.div_ceil(8) as usize;
        (self.pending, self.pending_count) = (0, 0);
        self.bytes(pending.get(..used).unwrap_or_default());
    }

    /// Writes `count` bits, at most 56.
    pub(super) fn bits(&mut self, bits: u64, count: u32) {
        self.pending |= bits << self.pending_count;
        self.pending_count += count;
        self.store();
        self.length += self.pending_count as usize / 8;
        self.pending >>= self.pending_count & !7;
        self.pending_count %= 8;
    }

    /// Writes 64 bits.
    fn eight_bytes(&mut self, bits: u64) {
        self.pending |= bits << self.pending_count;
        self.store();
        self.length += 8;
        self.pending = bits >> 1 >> (63 - self.pending_count);
    }

    /// Stores all of what is pending each time, as a question would cost more; what is not a whole
    /// byte yet is stored once more the next time.
    fn store(&mut self) {
        if let Some(space) =
            self.stream.get_mut(self.length..).and_then(<[u8]>::first_chunk_mut::<8>)
        {
            *space = self.pending.to_le_bytes();
        }
    }

    fn fixed(&mut self, code: Option<&Code>) {
        if let Some(code) = code {
            self.bits(code.bits.into(), code.count.into());
        }
    }

    /// Writes a symbol of a code that is given by its codes and their lengths.
    pub(super) fn code(&mut self, codes: &[u16], lengths: &[u8], symbol: usize) {
        if let (Some(code), Some(length)) = (codes.get(symbol), lengths.get(symbol)) {
            self.bits((*code).into(), (*length).into());
        }
    }

    /// Starts the stream's last block, with the fixed code: the mark of the last and kind 1.
    pub(super) fn start_fixed_block(&mut self) {
        self.bits(1 | (1 << 1), 3);
    }

    /// Writes a part of a block in the fixed code.
    pub(super) fn fixed_part(&mut self, part: Part<'_>) {
        match part {
            Part::Literals(bytes) => {
                let (eights, rest) = bytes.as_chunks::<8>();
                for eight in eights {
                    self.eight_fixed_literals(*eight);
                }
                let (fours, rest) = rest.as_chunks::<4>();
                for four in fours {
                    self.fixed_literals(four);
                }
                self.fixed_literals(rest);
            }
            Part::Repetition { length, distance } => {
                self.fixed(LENGTHS.get(length - MIN_LENGTH));
                let (symbol, extra, extra_bits) = distance_symbol(distance);
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "distance symbols are below 30"
                )]
                let code = (symbol as u32).reverse_bits() >> (32 - 5);
                self.bits((code | (extra << 5)).into(), 5 + u32::from(extra_bits));
            }
        }
    }

    /// Writes eight literals. The codes of those below 128 are eight bits each, the sum of the
    /// literal and 48, and written at once.
    #[inline]
    fn eight_fixed_literals(&mut self, bytes: [u8; 8]) {
        const ABOVE_127: u64 = 0x8080_8080_8080_8080;
        const FIRST_CODES: u64 = 0x3030_3030_3030_3030;
        let eight = u64::from_le_bytes(bytes);
        if eight & ABOVE_127 == 0 {
            // Reversed in each byte, as the highest bit of a code comes first.
            self.eight_bytes((eight + FIRST_CODES).reverse_bits().swap_bytes());
        } else {
            for four in bytes.as_chunks::<4>().0 {
                self.fixed_literals(four);
            }
        }
    }

    /// Writes up to six literals, of nine bits at most, in one go.
    #[inline]
    fn fixed_literals(&mut self, bytes: &[u8]) {
        let mut bits = 0;
        let mut count = 0_u32;
        for code in bytes.iter().filter_map(|byte| LITERALS.get(usize::from(*byte))) {
            // Below 64, so nothing wraps, nor is that asked each time.
            bits |= u64::from(code.bits).wrapping_shl(count);
            count = count.wrapping_add(code.count.into());
        }
        self.bits(bits, count);
    }

    pub(super) fn end_fixed_block(&mut self) {
        self.fixed(LITERALS.get(END_OF_BLOCK));
    }

    /// Writes the stream's last block without compression: the mark of the last and kind 0.
    pub(super) fn stored_block(&mut self, payload: &[u8]) {
        // At most MAX_PAYLOAD bytes.
        let length = u16::try_from(payload.len()).unwrap_or(u16::MAX);
        self.bytes(&[1]);
        self.bytes(&length.to_le_bytes());
        self.bytes(&(!length).to_le_bytes());
        self.bytes(payload);
    }
}
