//! Reads back what is mostly written: one block in the fixed code.
//!
//! zlib makes tables and a window before it reads the first byte. This reads a stream straight into
//! its payload. Whatever is not a good stream of this kind is left to zlib, which also says why.

use super::bits::fixed_code;
use super::symbol::{
    END_OF_BLOCK, LAST_DISTANCE, LAST_LENGTH, MAX_LENGTH, MIN_LENGTH, distance_symbol,
    length_symbol,
};
use super::{MAX_PAYLOAD, adler32};

/// Deflate with a window of 32 KiB; the second byte says how hard it was tried, and checks both.
const METHOD_AND_WINDOW: u8 = 0x78;
const DICTIONARY_FLAG: u8 = 0x20;

/// The payload of a zlib stream, if it is of one block in the fixed code and at most
/// [`MAX_PAYLOAD`] bytes.
pub(crate) fn decode(stream: &[u8]) -> Option<Vec<u8>> {
    let (&[method, flags], rest) = stream.split_first_chunk()?;
    let is_checked = u16::from_be_bytes([method, flags]).is_multiple_of(31);
    if method != METHOD_AND_WINDOW || flags & DICTIONARY_FLAG != 0 || !is_checked {
        return None;
    }
    let (deflated, checksum) = rest.split_last_chunk()?;
    let mut payload = Payload { bytes: [0; MAX_PAYLOAD + 1], length: 0 };
    let mut bits = BitReader { rest: deflated, pending: 0, count: 0 };
    // The mark of the last block, and kind 1.
    if bits.take(3)? != 1 | (1 << 1) {
        return None;
    }
    loop {
        while let Some(seven) = bits.seven_literals() {
            payload.push_seven(seven)?;
        }
        // What comes next is not seven of these, so it is read one by one, up to another symbol.
        let symbol = loop {
            let symbol = bits.symbol()?;
            match u8::try_from(symbol) {
                Ok(literal @ 0..128) => payload.push(literal)?,
                _ => break symbol,
            }
        };
        match u8::try_from(symbol) {
            Ok(literal) => payload.push(literal)?,
            Err(_) if symbol == END_OF_BLOCK => break,
            Err(_) => {
                let length = LENGTHS.get(symbol - END_OF_BLOCK - 1)?;
                let length = bits.measure(*length)?;
                let distance = DISTANCES.get(bits.distance_symbol()?)?;
                let distance = bits.measure(*distance)?;
                payload.repeat(length, distance)?;
            }
        }
    }
    let payload = payload.bytes.get(..MAX_PAYLOAD)?.get(..payload.length)?;
    let is_whole = bits.is_at_end() && *checksum == adler32(payload).to_be_bytes();
    is_whole.then(|| payload.to_vec())
}

struct Payload {
    /// One more than may be used, as seven bytes are written as eight.
    bytes: [u8; MAX_PAYLOAD + 1],
    length: usize,
}

impl Payload {
    #[inline]
    fn push(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(self.length)? = byte;
        self.length += 1;
        Some(())
    }

    /// Pushes the first seven of eight bytes.
    #[inline]
    fn push_seven(&mut self, eight: [u8; 8]) -> Option<()> {
        *self.bytes.get_mut(self.length..)?.first_chunk_mut()? = eight;
        self.length += 7;
        Some(())
    }

    /// Repeats bytes one by one, as a repetition may reach into itself.
    fn repeat(&mut self, length: usize, distance: usize) -> Option<()> {
        let start = self.length.checked_sub(distance)?;
        for place in start..start + length {
            self.push(*self.bytes.get(place)?)?;
        }
        Some(())
    }
}

/// Reads bits, lowest first.
struct BitReader<'a> {
    rest: &'a [u8],
    pending: u64,
    count: u32,
}

impl BitReader<'_> {
    /// Looks as far ahead as there are bytes, at 56 bits and more if so.
    #[inline]
    fn fill(&mut self) {
        if let Some(eight) = self.rest.first_chunk() {
            self.pending |= u64::from_le_bytes(*eight) << self.count;
            let bytes = (63 - self.count) / 8;
            self.rest = self.rest.get(bytes as usize..).unwrap_or_default();
            self.count += bytes * 8;
        } else {
            while let (0..=56, Some((byte, rest))) = (self.count, self.rest.split_first()) {
                self.pending |= u64::from(*byte) << self.count;
                self.count += 8;
                self.rest = rest;
            }
        }
    }

    /// The next seven symbols if all are literals below 128, whose codes are eight bits each.
    #[inline]
    fn seven_literals(&mut self) -> Option<[u8; 8]> {
        const HIGHEST: u64 = 0x0080_8080_8080_8080;
        const FIRST_CODES: u64 = 0x0030_3030_3030_3030;
        if self.count < 56 {
            self.fill();
        }
        // The highest bit of a code comes first.
        let codes = self.pending.reverse_bits().swap_bytes() & (u64::MAX >> 8);
        let literals = codes.wrapping_sub(FIRST_CODES);
        // What is below 0x30 has its highest bit set when that is taken from it.
        let are_literals = self.count >= 56 && literals & HIGHEST == 0;
        are_literals.then(|| {
            self.pending >>= 56;
            self.count -= 56;
            literals.to_le_bytes()
        })
    }

    /// The next `count` bits, at most 13.
    #[inline]
    fn take(&mut self, count: u32) -> Option<usize> {
        if self.count < count {
            self.fill();
        }
        let bits = self.pending & ((1 << count) - 1);
        self.skip(count)?;
        usize::try_from(bits).ok()
    }

    fn skip(&mut self, count: u32) -> Option<()> {
        self.count = self.count.checked_sub(count)?;
        self.pending >>= count;
        Some(())
    }

    #[inline]
    fn symbol(&mut self) -> Option<usize> {
        if self.count < LONGEST {
            self.fill();
        }
        #[expect(clippy::cast_possible_truncation, reason = "nine bits are taken")]
        let symbol = *SYMBOLS.get(self.pending as usize % SYMBOLS.len())?;
        // Not from a table in memory: the next symbol waits for it.
        #[expect(clippy::cast_possible_truncation, reason = "7 to 9")]
        let count = 7 + (COUNTS_ABOVE_SEVEN >> (self.pending % 32 * 2)) as u32 % 4;
        self.skip(count)?;
        Some(symbol.into())
    }

    fn distance_symbol(&mut self) -> Option<usize> {
        // Five bits, the highest first.
        Some(self.take(5)?.reverse_bits() >> (usize::BITS - 5))
    }

    fn measure(&mut self, from: Measure) -> Option<usize> {
        Some(usize::from(from.least) + self.take(from.extra_bits.into())?)
    }

    /// Whether no whole byte is left.
    fn is_at_end(&self) -> bool {
        self.count < 8 && self.rest.is_empty()
    }
}

/// The longest fixed code.
const LONGEST: u32 = 9;

/// The symbol whose code starts nine bits.
static SYMBOLS: [u16; 1 << LONGEST] = {
    let mut symbols = [0; 1 << LONGEST];
    let mut symbol = 0;
    while symbol < 288 {
        let code = fixed_code(symbol as usize);
        let mut bits = code.bits as usize;
        while bits < symbols.len() {
            #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
            {
                symbols[bits] = symbol;
            }
            bits += 1 << code.count;
        }
        symbol += 1;
    }
    symbols
};

/// By how much the length of a code is above seven, two bits for each of the 32 ways that its first
/// five bits can be: they tell it.
const COUNTS_ABOVE_SEVEN: u64 = {
    let mut counts = 0;
    let mut symbol = 0;
    while symbol < 288 {
        let code = fixed_code(symbol);
        counts |= (code.count as u64 - 7) << (code.bits % 32 * 2);
        symbol += 1;
    }
    counts
};

/// What a symbol of a length or a distance stands for: the least, and how many bits say how much
/// more.
#[derive(Clone, Copy)]
struct Measure {
    least: u16,
    extra_bits: u8,
}

static LENGTHS: [Measure; LAST_LENGTH - END_OF_BLOCK] = {
    let mut lengths = [Measure { least: 0, extra_bits: 0 }; LAST_LENGTH - END_OF_BLOCK];
    let mut length = MAX_LENGTH;
    while length >= MIN_LENGTH {
        let (symbol, _, extra_bits) = length_symbol(length);
        #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
        #[expect(clippy::cast_possible_truncation, reason = "lengths are 3 to 258")]
        {
            lengths[symbol - END_OF_BLOCK - 1] = Measure { least: length as u16, extra_bits };
        }
        length -= 1;
    }
    lengths
};

static DISTANCES: [Measure; LAST_DISTANCE + 1] = {
    let mut distances = [Measure { least: 0, extra_bits: 0 }; LAST_DISTANCE + 1];
    let mut distance = 1 << 15;
    while distance > 0 {
        let (symbol, _, extra_bits) = distance_symbol(distance);
        #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
        #[expect(clippy::cast_possible_truncation, reason = "distances are 1 to 32768")]
        {
            distances[symbol] = Measure { least: distance as u16, extra_bits };
        }
        distance -= 1;
    }
    distances
};
