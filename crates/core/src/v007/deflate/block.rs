//! A block with trees of its own: what it costs, and how it is written.

use super::bits::BitWriter;
use super::description::{self, ItemCode, Kinds};
use super::symbol::{DISTANCES, END_OF_BLOCK, SYMBOLS, Symbols, distance_symbol, length_symbol};
use super::tree;

/// How often each symbol of a block occurs.
pub(super) struct Frequencies {
    symbols: [u16; SYMBOLS],
    distances: [u16; DISTANCES],
    extra_bits: usize,
}

impl Frequencies {
    pub(super) fn new(symbols: &Symbols) -> Self {
        let mut frequencies =
            Self { symbols: [0; SYMBOLS], distances: [0; DISTANCES], extra_bits: 0 };
        for symbol in symbols.iter() {
            let Some((length, distance)) = symbol.as_repetition() else {
                count(&mut frequencies.symbols, symbol.byte().into());
                continue;
            };
            let (length, _, length_bits) = length_symbol(length);
            let (distance, _, distance_bits) = distance_symbol(distance);
            count(&mut frequencies.symbols, length);
            count(&mut frequencies.distances, distance);
            frequencies.extra_bits += usize::from(length_bits + distance_bits);
        }
        count(&mut frequencies.symbols, END_OF_BLOCK);
        frequencies
    }
}

fn count(counts: &mut [u16], symbol: usize) {
    if let Some(count) = counts.get_mut(symbol) {
        *count += 1;
    }
}

/// The trees of a block.
pub(super) struct Trees {
    symbols: [u8; SYMBOLS],
    distances: [u8; DISTANCES],
    items: ItemCode,
    bits: usize,
}

impl Trees {
    /// The trees that zlib would make for a block.
    pub(super) fn new(frequencies: &Frequencies) -> Self {
        let symbols = tree::lengths(&frequencies.symbols, tree::LONGEST);
        let distances = tree::lengths(&frequencies.distances, tree::LONGEST);
        let mut kinds = Kinds::default();
        description::items(&symbols, |item| kinds.count(item));
        description::items(&distances, |item| kinds.count(item));
        let items = kinds.code();
        let bits = 3
            + items.bits()
            + tree::cost(&frequencies.symbols, &symbols)
            + tree::cost(&frequencies.distances, &distances)
            + frequencies.extra_bits;
        Self { symbols, distances, items, bits }
    }

    /// The size of the block in bits.
    pub(super) fn bits(&self) -> usize {
        self.bits
    }

    /// Writes the block, the stream's last: its mark and its kind, its trees, its symbols.
    pub(super) fn write(&self, symbols: &Symbols, writer: &mut BitWriter<'_>) {
        writer.bits(1 | (2 << 1), 3);
        self.items.write(&self.symbols, &self.distances, writer);
        let symbol_codes = tree::codes(&self.symbols);
        let distance_codes = tree::codes(&self.distances);
        for symbol in symbols.iter() {
            let Some((length, distance)) = symbol.as_repetition() else {
                writer.code(&symbol_codes, &self.symbols, symbol.byte().into());
                continue;
            };
            let (length, extra, extra_bits) = length_symbol(length);
            writer.code(&symbol_codes, &self.symbols, length);
            writer.bits(extra, extra_bits);
            let (distance, extra, extra_bits) = distance_symbol(distance);
            writer.code(&distance_codes, &self.distances, distance);
            writer.bits(extra, extra_bits);
        }
        writer.code(&symbol_codes, &self.symbols, END_OF_BLOCK);
    }
}
