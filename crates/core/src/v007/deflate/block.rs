//! A block with trees of its own: what it costs, and how it is written.

use super::alphabet::Alphabet;
use super::bits::BitWriter;
use super::description::{self, ItemCode, Kinds};
use super::matches::{self, Part};
use super::symbol::{DISTANCES, END_OF_BLOCK, SYMBOLS, distance_symbol, length_symbol};
use super::tree;

/// How often each symbol of a block occurs.
pub(super) struct Frequencies {
    pub(super) symbols: Alphabet<SYMBOLS>,
    pub(super) distances: Alphabet<DISTANCES>,
    /// The bits that follow the symbols of repetitions.
    pub(super) extra_bits: usize,
}

impl Frequencies {
    /// Those of a block that has no parts yet.
    pub(super) fn new() -> Self {
        let mut symbols = Alphabet::new();
        symbols.add(END_OF_BLOCK);
        Self { symbols, distances: Alphabet::new(), extra_bits: 0 }
    }

    pub(super) fn add(&mut self, part: Part<'_>) {
        match part {
            Part::Literals(bytes) => self.symbols.add_literals(bytes),
            Part::Repetition { length, distance } => {
                let (length, _, length_bits) = length_symbol(length);
                let (distance, _, distance_bits) = distance_symbol(distance);
                self.symbols.add(length);
                self.distances.add(distance);
                self.extra_bits += usize::from(length_bits + distance_bits);
            }
        }
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
    /// The trees that zlib would make for a block. `None` if a symbol occurs too often to tell.
    pub(super) fn new(frequencies: &Frequencies) -> Option<Self> {
        let (symbols, distances) = (frequencies.symbols.counts()?, frequencies.distances.counts()?);
        let symbol_lengths = tree::lengths::<_, 512, 1024>(symbols, tree::LONGEST);
        let distance_lengths = tree::lengths::<_, 128, 256>(distances, tree::LONGEST);
        let mut kinds = Kinds::default();
        description::items(&symbol_lengths, |item| kinds.count(item));
        description::items(&distance_lengths, |item| kinds.count(item));
        let items = kinds.code();
        let bits = items.bits()
            + tree::cost(symbols, &symbol_lengths)
            + tree::cost(distances, &distance_lengths)
            + frequencies.extra_bits;
        Some(Self { symbols: symbol_lengths, distances: distance_lengths, items, bits })
    }

    /// The size of the block in bits.
    pub(super) fn bits(&self) -> usize {
        self.bits
    }

    /// Writes the block of `payload`, the stream's last: its mark and its kind, its trees, its
    /// parts.
    pub(super) fn write(&self, payload: &[u8], writer: &mut BitWriter<'_>) {
        writer.bits(1 | (2 << 1), 3);
        self.items.write(&self.symbols, &self.distances, writer);
        let symbol_codes = tree::codes(&self.symbols);
        let distance_codes = tree::codes(&self.distances);
        matches::find(payload, |part| match part {
            Part::Literals(bytes) => {
                for byte in bytes {
                    writer.code(&symbol_codes, &self.symbols, (*byte).into());
                }
            }
            Part::Repetition { length, distance } => {
                let (length, extra, extra_bits) = length_symbol(length);
                writer.code(&symbol_codes, &self.symbols, length);
                writer.bits(extra.into(), extra_bits.into());
                let (distance, extra, extra_bits) = distance_symbol(distance);
                writer.code(&distance_codes, &self.distances, distance);
                writer.bits(extra.into(), extra_bits.into());
            }
        });
        writer.code(&symbol_codes, &self.symbols, END_OF_BLOCK);
    }
}
