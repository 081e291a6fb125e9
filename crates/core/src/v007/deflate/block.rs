//! A block with trees of its own: what it costs, and how it is written.

use super::bits::BitWriter;
use super::matches::Symbol;
use super::symbol::{DISTANCES, END_OF_BLOCK, SYMBOLS, distance_symbol, length_symbol};
use super::tree;

/// The order in which the lengths of the code lengths' own code are written (RFC 1951, 3.2.7).
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/// The longest code of symbols and distances, and that of code lengths.
const LONGEST: u8 = 15;
const LONGEST_OF_LENGTHS: u8 = 7;

/// How often each symbol of a block occurs.
pub(super) struct Frequencies {
    symbols: [u16; SYMBOLS],
    distances: [u16; DISTANCES],
    extra_bits: usize,
}

impl Frequencies {
    pub(super) fn new() -> Self {
        let mut frequencies =
            Self { symbols: [0; SYMBOLS], distances: [0; DISTANCES], extra_bits: 0 };
        count(&mut frequencies.symbols, END_OF_BLOCK);
        frequencies
    }

    pub(super) fn count(&mut self, symbol: Symbol) {
        match symbol {
            Symbol::Literal(byte) => count(&mut self.symbols, byte.into()),
            Symbol::Repetition { length, distance } => {
                let (length, _, length_bits) = length_symbol(length);
                let (distance, _, distance_bits) = distance_symbol(distance);
                count(&mut self.symbols, length);
                count(&mut self.distances, distance);
                self.extra_bits += usize::from(length_bits + distance_bits);
            }
        }
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
    items: Items,
    item_lengths: [u8; ORDER.len()],
    /// How many of the lengths in [`ORDER`] are written.
    ordered: usize,
    bits: usize,
}

impl Trees {
    /// The trees that zlib would make for a block; `None` if it would have to rearrange one.
    pub(super) fn new(frequencies: &Frequencies) -> Option<Self> {
        let symbols = tree::lengths(&frequencies.symbols, LONGEST)?;
        let distances = tree::lengths(&frequencies.distances, LONGEST)?;
        let mut items = Items::new();
        items.describe(&symbols);
        items.describe(&distances);
        let item_lengths = tree::lengths(&items.counts, LONGEST_OF_LENGTHS)?;
        let is_used = |kind: &usize| item_lengths.get(*kind).is_some_and(|length| *length > 0);
        let ordered = ORDER.iter().rposition(is_used).unwrap_or_default().max(3) + 1;
        let bits = 3
            + cost(&frequencies.symbols, &symbols)
            + cost(&frequencies.distances, &distances)
            + frequencies.extra_bits
            + 5
            + 5
            + 4
            + 3 * ordered
            + cost(&items.counts, &item_lengths)
            + items.extra_bits;
        Some(Self { symbols, distances, items, item_lengths, ordered, bits })
    }

    /// The size of the block in bits.
    pub(super) fn bits(&self) -> usize {
        self.bits
    }

    /// Writes the block, the stream's last.
    pub(super) fn write(&self, symbols: impl Iterator<Item = Symbol>, writer: &mut BitWriter<'_>) {
        const LAST_WITH_TREES: u32 = 1 | 2 << 1;
        writer.bits(LAST_WITH_TREES, 3);
        writer.bits(count_beyond(&self.symbols, 257), 5);
        writer.bits(count_beyond(&self.distances, 1), 5);
        writer.bits(u32::try_from(self.ordered).unwrap_or_default() - 4, 4);
        for kind in ORDER.iter().take(self.ordered) {
            writer.bits(self.item_lengths.get(*kind).copied().unwrap_or_default().into(), 3);
        }
        let item_codes = tree::codes(&self.item_lengths);
        for item in self.items.iter() {
            writer.code(&item_codes, &self.item_lengths, item.kind.into());
            writer.bits(item.extra.into(), item.extra_bits);
        }

        let symbol_codes = tree::codes(&self.symbols);
        let distance_codes = tree::codes(&self.distances);
        for symbol in symbols {
            match symbol {
                Symbol::Literal(byte) => writer.code(&symbol_codes, &self.symbols, byte.into()),
                Symbol::Repetition { length, distance } => {
                    let (length, extra, extra_bits) = length_symbol(length);
                    writer.code(&symbol_codes, &self.symbols, length);
                    writer.bits(extra, extra_bits);
                    let (distance, extra, extra_bits) = distance_symbol(distance);
                    writer.code(&distance_codes, &self.distances, distance);
                    writer.bits(extra, extra_bits);
                }
            }
        }
        writer.code(&symbol_codes, &self.symbols, END_OF_BLOCK);
    }
}

/// The bits of symbols that occur so often, with codes of these lengths.
fn cost(counts: &[u16], lengths: &[u8]) -> usize {
    counts
        .iter()
        .zip(lengths)
        .map(|(count, length)| usize::from(*count) * usize::from(*length))
        .sum()
}

/// How many code lengths there are up to the last that is not zero, beyond the least number.
fn count_beyond(lengths: &[u8], least: usize) -> u32 {
    let used = lengths.iter().rposition(|length| *length > 0).map_or(0, |last| last + 1);
    u32::try_from(used.saturating_sub(least)).unwrap_or_default()
}

/// One item of the description of code lengths: a length, or a run of them (RFC 1951, 3.2.7).
#[derive(Clone, Copy, Default)]
struct Item {
    kind: u8,
    extra: u8,
    extra_bits: u8,
}

/// The items that describe the trees, and how often each kind occurs.
struct Items {
    items: [Item; SYMBOLS + DISTANCES],
    length: usize,
    counts: [u16; ORDER.len()],
    extra_bits: usize,
}

impl Items {
    fn new() -> Self {
        Self {
            items: [Item::default(); SYMBOLS + DISTANCES],
            length: 0,
            counts: [0; ORDER.len()],
            extra_bits: 0,
        }
    }

    fn iter(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().take(self.length)
    }

    /// Adds the code lengths of one tree, up to its last symbol.
    fn describe(&mut self, lengths: &[u8]) {
        let used = lengths.iter().rposition(|length| *length > 0).map_or(0, |last| last + 1);
        let used = lengths.get(..used).unwrap_or_default();
        for run in used.chunk_by(|left, right| left == right) {
            match run {
                [0, ..] => self.zeros(run.len()),
                [length, ..] => self.equal(*length, run.len()),
                [] => {}
            }
        }
    }

    fn zeros(&mut self, mut run: usize) {
        while run > 0 {
            let taken = run.min(138);
            match taken {
                0..3 => (0..taken).for_each(|_| self.push(0, 0, 0)),
                3..=10 => self.push(17, taken - 3, 3),
                _ => self.push(18, taken - 11, 7),
            }
            run -= taken;
        }
    }

    /// The first length of a run stands for itself; up to six behind it are one item.
    fn equal(&mut self, length: u8, run: usize) {
        self.push(length, 0, 0);
        let mut run = run - 1;
        while run > 0 {
            let taken = run.min(6);
            match taken {
                0..3 => (0..taken).for_each(|_| self.push(length, 0, 0)),
                _ => self.push(16, taken - 3, 2),
            }
            run -= taken;
        }
    }

    fn push(&mut self, kind: u8, extra: usize, extra_bits: u8) {
        if let Some(slot) = self.items.get_mut(self.length) {
            *slot = Item { kind, extra: u8::try_from(extra).unwrap_or_default(), extra_bits };
            self.length += 1;
            self.extra_bits += usize::from(extra_bits);
            count(&mut self.counts, kind.into());
        }
    }
}
