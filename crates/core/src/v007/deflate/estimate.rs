//! How small a block with trees of its own may be, without making its trees.
//!
//! zlib makes trees for every block, and for a token then mostly finds the fixed code to be smaller.
//! Most of that work is to follow zlib's heap in which symbols of equal weight get a longer code than
//! others. But the sizes are dozens of bits apart, and little depends on it: all optimal codes cost
//! the same for the symbols of the block, and their descriptions differ by some bits. So one optimal
//! code is made here, by runs of nodes of equal weight, and what zlib's may save is taken off.

use super::alphabet::Alphabet;
use super::block::Frequencies;
use super::description::{self, KINDS};

/// Bits that another optimal code may save in its description: twice what was ever seen.
const ANOTHER_CODE_SAVES: usize = 20;

/// A size in bits that a block with trees of its own does not go below. `None` for a block of an
/// uncommon kind.
pub(super) fn smallest(frequencies: &Frequencies) -> Option<usize> {
    let symbols = Alphabet::new(&frequencies.symbols)?;
    let distances = Alphabet::new(&frequencies.distances)?;
    let symbol_code = symbols.code()?;
    let distance_code = distances.code()?;

    let mut items = [0_usize; KINDS];
    let lengths = symbol_code.lengths.into_iter().zip(distance_code.lengths);
    for (items, (symbols, distances)) in items.iter_mut().zip(lengths) {
        *items = usize::from(symbols) + usize::from(distances);
    }
    let zeros = symbols.zeros.with(distances.zeros);
    [items[0], items[17], items[18]] = [zeros.single(), zeros.short(), zeros.long()];
    let ordered = description::ordered(|kind| items.get(kind).is_some_and(|count| *count > 0));
    let bits = description::head_bits(ordered)
        + entropy(&items)
        + zeros.extra_bits()
        + symbol_code.bits
        + distance_code.bits
        + frequencies.extra_bits;
    bits.checked_sub(ANOTHER_CODE_SAVES + symbols.neighbours + distances.neighbours)
}

/// The bits that any code takes for items that occur so often, rounded down.
fn entropy(counts: &[usize; KINDS]) -> usize {
    let information = |count: usize| WEIGHTED_LOGARITHMS.get(count).copied().unwrap_or_default();
    let all = information(counts.iter().sum());
    let parts: u32 = counts.iter().map(|count| information(*count)).sum();
    (all.saturating_sub(parts) >> FRACTION) as usize
}

const FRACTION: u32 = 12;

/// x · log₂ x, in 4096ths, for as many items as an alphabet can have.
static WEIGHTED_LOGARITHMS: [u32; 512] = {
    let mut table = [0; 512];
    let mut x = 1;
    while x < 512 {
        #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
        {
            table[x as usize] = x * logarithm(x);
        }
        x += 1;
    }
    table
};

/// log₂ x in 4096ths, rounded down.
const fn logarithm(x: u32) -> u32 {
    let whole = x.ilog2();
    // x as a number from 1 up to 2. Each time that it is squared gives a binary digit.
    let mut rest = (x as u64) << (31 - whole);
    let mut logarithm = whole;
    let mut digits = 0;
    while digits < FRACTION {
        rest = (rest * rest) >> 31;
        let digit = rest >> 32;
        logarithm = logarithm << 1 | digit as u32;
        rest >>= digit;
        digits += 1;
    }
    logarithm
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_right_to_their_last_place() {
        for x in 1..512_u32 {
            let exact = f64::from(x).log2() * 4096.0;
            let error = exact - f64::from(logarithm(x));
            assert!((-0.001..1.001).contains(&error), "{x}: {error}");
        }
    }
}
