//! A proof that zlib would not have made a block with trees of its own.
//!
//! zlib compares the sizes of a block with the fixed code and of one with the best trees for it.
//! Making those trees costs more than everything else, so their size is bounded from below: the
//! symbols by their entropy, which no code beats, and the description of the trees by the least
//! number of items that it has.

use super::MAX_PAYLOAD;
use super::bits::{END_OF_BLOCK, distance_symbol, length_symbol};
use super::matches::Symbol;

/// Literals, the end of a block and lengths.
const SYMBOLS: usize = 286;
const DISTANCES: usize = 30;

/// Bits are counted in this many parts.
const PARTS: u64 = 1 << PARTS_LOG;
const PARTS_LOG: u32 = 12;

/// `n * log2(n)` in parts of a bit, rounded down, for every number of symbols there can be.
static N_LOG_N: [u32; MAX_PAYLOAD + 2] = {
    let mut table = [0; MAX_PAYLOAD + 2];
    let mut n = 1;
    while n < table.len() {
        #[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "constant")]
        {
            table[n] = (n as u64 * log2(n as u64)) as u32;
        }
        n += 1;
    }
    table
};

/// The logarithm to base 2 in parts of a bit, rounded down.
const fn log2(n: u64) -> u64 {
    let whole = n.ilog2();
    // The mantissa, 1 to 2, with 31 bits behind the point; each squaring gives a bit more.
    let mut mantissa = n << 31 >> whole;
    let mut parts = whole as u64;
    let mut bit = 0;
    while bit < PARTS_LOG {
        mantissa = (mantissa * mantissa) >> 31;
        parts <<= 1;
        if mantissa >= 1 << 32 {
            mantissa >>= 1;
            parts += 1;
        }
        bit += 1;
    }
    parts
}

fn n_log_n(n: usize) -> u64 {
    N_LOG_N.get(n).copied().unwrap_or_default().into()
}

/// By how much the sum of `n * log2(n)` over parts of `total` may be too small: a logarithm is cut
/// to whole parts, and the squarings behind it may have cost another one.
fn rounding(total: usize) -> u64 {
    2 * total as u64
}

/// How often each symbol occurs in one alphabet.
struct Alphabet<const N: usize> {
    counts: [u16; N],
    total: usize,
    /// The sum of `count * log2(count)`.
    sum: u64,
}

impl<const N: usize> Alphabet<N> {
    fn new() -> Self {
        Self { counts: [0; N], total: 0, sum: 0 }
    }

    fn count(&mut self, symbol: usize) {
        if let Some(count) = self.counts.get_mut(symbol) {
            let before = usize::from(*count);
            *count += 1;
            self.total += 1;
            self.sum += n_log_n(before + 1) - n_log_n(before);
        }
    }

    /// The least bits in which any code can write the symbols counted.
    fn least_bits(&self) -> u64 {
        n_log_n(self.total).saturating_sub(self.sum + rounding(self.total)) / PARTS
    }
}

/// The symbols of a block.
pub(super) struct Frequencies {
    symbols: Alphabet<SYMBOLS>,
    distances: Alphabet<DISTANCES>,
    extra_bits: u64,
}

impl Frequencies {
    pub(super) fn new() -> Self {
        let mut symbols = Alphabet::new();
        symbols.count(END_OF_BLOCK);
        Self { symbols, distances: Alphabet::new(), extra_bits: 0 }
    }

    pub(super) fn count(&mut self, symbol: Symbol) {
        match symbol {
            Symbol::Literal(byte) => self.symbols.count(byte.into()),
            Symbol::Repetition { length, distance } => {
                let (length, _, length_bits) = length_symbol(length);
                let (distance, _, distance_bits) = distance_symbol(distance);
                self.symbols.count(length);
                self.distances.count(distance);
                self.extra_bits += u64::from(length_bits + distance_bits);
            }
        }
    }

    /// Whether every block with trees has at least as many bytes as one of `fixed_bits` bits.
    pub(super) fn no_tree_is_shorter_than(&self, fixed_bits: usize) -> bool {
        let data = self.symbols.least_bits() + self.distances.least_bits() + self.extra_bits;
        let least = 3 + data + self.least_description();
        least.div_ceil(8) >= (fixed_bits as u64).div_ceil(8)
    }

    /// The least bits that describe the trees: two counts and the number of code lengths; the
    /// lengths of the code lengths' own code; and the code lengths, where a run of zeros or of equal
    /// lengths may be one item.
    fn least_description(&self) -> u64 {
        let mut items = Items::default();
        let mut run = 0;
        let mut gap = 0;
        for count in &self.symbols.counts {
            if *count == 0 {
                items.lengths(run);
                run = 0;
                gap += 1;
            } else {
                items.zeros(gap);
                gap = 0;
                run += 1;
            }
        }
        items.lengths(run);
        5 + 5 + 4 + 3 * 5 + items.least_bits()
    }
}

/// The items that describe code lengths, by their kind.
#[derive(Default)]
struct Items {
    lengths: usize,
    zeros: usize,
    short_gaps: usize,
    long_gaps: usize,
    extra_bits: u64,
}

impl Items {
    /// A run of used symbols: three to six equal lengths behind one may be one item.
    fn lengths(&mut self, run: usize) {
        if run > 0 {
            let behind = run - 1;
            self.lengths += 1 + if behind < 3 { behind } else { behind.div_ceil(6) };
        }
    }

    /// A run of unused symbols: 3 to 10 zeros are one item, and so are 11 to 138.
    fn zeros(&mut self, mut gap: usize) {
        while gap > 0 {
            let (taken, items, bits) = match gap {
                1..=2 => (gap, &mut self.zeros, 0),
                3..=10 => (gap, &mut self.short_gaps, 3),
                _ => (gap.min(138), &mut self.long_gaps, 7),
            };
            *items += if bits == 0 { taken } else { 1 };
            self.extra_bits += bits;
            gap -= taken;
        }
    }

    /// The least bits in which any code can write these items.
    fn least_bits(&self) -> u64 {
        let kinds = [self.lengths, self.zeros, self.short_gaps, self.long_gaps];
        let total: usize = kinds.iter().sum();
        let sum: u64 = kinds.iter().map(|count| n_log_n(*count)).sum();
        n_log_n(total).saturating_sub(sum + rounding(total)) / PARTS + self.extra_bits
    }
}
