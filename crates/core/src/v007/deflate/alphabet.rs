//! How often the symbols of an alphabet occur in a block.

use super::entropy::{WEIGHTED_LOGARITHMS, weighted_logarithm};
use super::symbol::CHUNK;

/// The symbols of an alphabet, counted.
pub(super) struct Alphabet<const SYMBOLS: usize> {
    counts: [u8; SYMBOLS],
    tally: Tally,
    total: usize,
}

impl<const SYMBOLS: usize> Alphabet<SYMBOLS> {
    pub(super) fn new() -> Self {
        Self { counts: [0; SYMBOLS], tally: Tally(0), total: 0 }
    }

    pub(super) fn add(&mut self, symbol: usize) {
        if let Some(count) = self.counts.get_mut(symbol) {
            self.tally = self.tally.with_one_more(*count);
            *count = count.wrapping_add(1);
            self.total += 1;
        }
    }

    pub(super) fn add_literals(&mut self, bytes: &[u8]) {
        let mut tally = self.tally;
        for byte in bytes {
            if let Some(count) = self.counts.get_mut(usize::from(*byte)) {
                tally = tally.with_one_more(*count);
                *count = count.wrapping_add(1);
            }
        }
        self.tally = tally;
        self.total += bytes.len();
    }

    /// How often each symbol occurs. `None` if one occurs too often for a byte to tell.
    pub(super) fn counts(&self) -> Option<&[u8; SYMBOLS]> {
        (self.tally.too_often() == 0).then_some(&self.counts)
    }

    /// The bits that any code takes for these symbols, in 4096ths.
    pub(super) fn entropy(&self) -> u32 {
        weighted_logarithm(self.total).saturating_sub(self.tally.weighted_logarithms())
    }

    /// How many symbols occur once; twice; three or four times; more often.
    pub(super) fn by_weight(&self) -> [usize; 4] {
        let [once, twice, thrice, five_times] = self.tally.at_least();
        [once - twice, twice - thrice, thrice - five_times, five_times]
    }

    /// The gaps between the symbols that occur.
    pub(super) fn gaps(&self) -> Gaps {
        const BEFORE: usize = 2;
        // A bit for each symbol. Some are said to occur before the first, so that no gap is there.
        let mut occurring = [0; 64];
        let (before, of_symbols) = occurring.split_at_mut(BEFORE);
        before.fill(u8::MAX);
        for (bits, counts) in of_symbols.iter_mut().zip(self.counts.as_chunks().0) {
            *bits = not_zero(*counts);
        }
        let mut gaps = Gaps::default();
        for window in occurring.windows(8).step_by(CHUNK / 8).take(SYMBOLS / CHUNK) {
            if let Some(window) = window.first_chunk() {
                gaps.add(u64::from_le_bytes(*window), u64::MAX << (8 * BEFORE));
            }
        }
        gaps
    }
}

/// The gaps between symbols that occur, by the items that describe them.
#[derive(Default)]
pub(super) struct Gaps {
    /// Single zeros, of gaps of one or two.
    pub(super) single: u32,
    /// Runs of up to ten zeros.
    pub(super) short: u32,
    /// Longer runs. One of more than 138 is two items, but counts as one.
    pub(super) long: u32,
    /// The symbols behind which three follow each other without a gap. Where four in a row have
    /// codes of one length, that may be described in fewer bits.
    pub(super) neighbours: u32,
}

impl Gaps {
    /// Adds those that end at a symbol of `occurring` that is in `looked_at`.
    fn add(&mut self, occurring: u64, looked_at: u64) {
        let missing = !occurring;
        let one = missing << 1;
        let two = one & missing << 2;
        let three = two & missing << 3;
        let seven = three & three << 3 & missing << 7;
        let eleven = seven & seven << 4;
        let behind_three = occurring << 1 & occurring << 2 & occurring << 3;
        let [one, two, three, eleven, behind_three] = [one, two, three, eleven, behind_three]
            .map(|ends| (ends & occurring & looked_at).count_ones());
        self.single += one + two - 2 * three;
        self.short += three - eleven;
        self.long += eleven;
        self.neighbours += behind_three;
    }

    pub(super) fn with(self, other: &Self) -> Self {
        Self {
            single: self.single + other.single,
            short: self.short + other.short,
            long: self.long + other.long,
            neighbours: self.neighbours + other.neighbours,
        }
    }
}

/// What is asked of the counts in the end, kept up to date with one addition for each symbol, as
/// going through all counts again would cost more: from the lowest bits up, the sum of their
/// [weighted logarithms](weighted_logarithm), how many symbols occur at least so often, and how
/// many too often.
#[derive(Clone, Copy)]
struct Tally(u64);

/// Where the numbers of symbols stand that occur at least so often: at which bit, and how many bits
/// they take at most for a block of [`MAX_PAYLOAD`](super::MAX_PAYLOAD).
const AT_LEAST: [(usize, u32, u32); 4] = [(1, 25, 9), (2, 34, 9), (3, 43, 8), (5, 51, 7)];
const TOO_OFTEN: u32 = 58;

impl Tally {
    /// With one symbol more of which there were `count`.
    fn with_one_more(self, count: u8) -> Self {
        let growth = GROWTH.get(usize::from(count)).copied().unwrap_or_default();
        Self(self.0.wrapping_add(growth))
    }

    fn weighted_logarithms(self) -> u32 {
        self.bits(0, 25)
    }

    fn at_least(self) -> [usize; 4] {
        AT_LEAST.map(|(_, place, bits)| self.bits(place, bits) as usize)
    }

    fn too_often(self) -> u32 {
        self.bits(TOO_OFTEN, 64 - TOO_OFTEN)
    }

    fn bits(self, place: u32, bits: u32) -> u32 {
        #[expect(clippy::cast_possible_truncation, reason = "at most 25 bits")]
        {
            (self.0 >> place) as u32 & ((1 << bits) - 1)
        }
    }
}

/// What one symbol more adds to a [`Tally`], by how many there were.
static GROWTH: [u64; 256] = {
    let mut growth = [1 << TOO_OFTEN; 256];
    let mut count = 0;
    #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
    while count < u8::MAX as usize {
        growth[count] = (WEIGHTED_LOGARITHMS[count + 1] - WEIGHTED_LOGARITHMS[count]) as u64;
        let mut level = 0;
        while level < AT_LEAST.len() {
            let (times, place, _) = AT_LEAST[level];
            if count + 1 == times {
                growth[count] += 1 << place;
            }
            level += 1;
        }
        count += 1;
    }
    growth
};

/// A bit for each byte that is not zero.
fn not_zero(bytes: [u8; 8]) -> u8 {
    const LOW_SEVEN: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    /// Gathers the highest bits of eight bytes, once they are moved down, in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let eight = u64::from_le_bytes(bytes);
    let highest = (((eight & LOW_SEVEN) + LOW_SEVEN) | eight) & !LOW_SEVEN;
    let [.., gathered] = (highest >> 7).wrapping_mul(GATHER).to_le_bytes();
    gathered
}

#[cfg(test)]
mod tests {
    use super::super::description;
    use super::super::symbol::SYMBOLS;
    use super::*;

    /// Alphabets of numbers that look random.
    fn alphabets() -> impl Iterator<Item = (Vec<usize>, Alphabet<SYMBOLS>)> {
        (1..500_usize).map(|seed| {
            let mut state = seed;
            let symbols: Vec<_> = (0..seed)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    // Many small ones, few up to 285.
                    ((state >> 33) % 286).min((state >> 45) % (seed + 1) * 3)
                })
                .collect();
            let mut alphabet = Alphabet::new();
            for symbol in &symbols {
                alphabet.add(*symbol);
            }
            (symbols, alphabet)
        })
    }

    #[test]
    fn gaps_are_described_as_zlib_does() {
        for (_, alphabet) in alphabets() {
            let counts = alphabet.counts;
            let (mut single, mut short, mut long) = (0, 0, 0);
            for run in description::up_to_last(&counts).chunk_by(|a, b| (*a == 0) == (*b == 0)) {
                match (run[0], run.len()) {
                    (0, length @ 1..=2) => single += u32::try_from(length).unwrap(),
                    (0, 3..=10) => short += 1,
                    (0, _) => long += 1,
                    _ => {}
                }
            }
            let gaps = alphabet.gaps();
            assert_eq!((gaps.single, gaps.short, gaps.long), (single, short, long), "{counts:?}");
            let in_a_row = counts.windows(4).filter(|four| !four.contains(&0)).count();
            let neighbours = gaps.neighbours as usize;
            // Some are said to stand before the first.
            assert!((in_a_row..=in_a_row + 3).contains(&neighbours), "{counts:?}");
        }
    }

    #[test]
    fn the_gaps_of_two_alphabets_add_up() {
        let [left, right] = [[1, 3, 6, 4], [2, 5, 7, 9]]
            .map(|[single, short, long, neighbours]| Gaps { single, short, long, neighbours });
        let both = left.with(&right);
        assert_eq!([both.single, both.short, both.long, both.neighbours], [3, 8, 13, 13]);
    }

    #[test]
    fn the_tally_is_that_of_the_counts() {
        for (symbols, alphabet) in alphabets() {
            let counts = alphabet.counts().unwrap();
            let of = |weights: core::ops::RangeInclusive<u8>| {
                counts.iter().filter(|count| weights.contains(count)).count()
            };
            assert_eq!(alphabet.by_weight(), [of(1..=1), of(2..=2), of(3..=4), of(5..=255)]);
            let counts: Vec<_> = counts.iter().map(|count| usize::from(*count)).collect();
            assert_eq!(counts.iter().sum::<usize>(), symbols.len());
            assert_eq!(alphabet.entropy(), super::super::entropy::entropy(&counts));
        }
    }

    #[test]
    fn a_symbol_that_occurs_too_often_is_noticed() {
        let mut alphabet = Alphabet::<SYMBOLS>::new();
        for _ in 0..255 {
            alphabet.add(7);
        }
        assert_eq!(alphabet.counts().unwrap()[7], 255);
        for _ in 255..512 {
            alphabet.add(7);
            assert!(alphabet.counts().is_none());
        }
    }
}
