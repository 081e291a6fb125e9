//! How small a block with trees of its own may be, without making its trees.
//!
//! zlib makes trees for every block, and for a token then mostly finds the fixed code to be smaller,
//! by dozens of bits. So it is enough to know the size of the other block roughly: the entropy of
//! its symbols; and for the description of the trees, the entropy of its items if all symbols that
//! occur equally often had codes of one length.

use super::block::Frequencies;
use super::description;
use super::entropy::{FRACTION, entropy};

/// Bits by which the estimate may be too high after what is taken off for neighbours and frequent
/// symbols. Random names don't need them; names that are searched for may need more.
const MARGIN: usize = 10;
/// As many symbols of a token with random names occur three times or more. Where there are more of
/// them, more of those that occur three or four times and of the others share a length.
const FREQUENT: usize = 22;
/// What is taken off for each symbol more than that.
const BITS_A_FREQUENT: usize = 3;

/// A size in bits that a block with trees of its own does not go below where it is near that of the
/// block in the fixed code. `None` if a symbol occurs too often to tell, or if the block is smaller
/// than what is taken off.
pub(super) fn smallest(frequencies: &Frequencies) -> Option<usize> {
    let Frequencies { symbols, distances, extra_bits } = frequencies;
    symbols.counts()?;
    distances.counts()?;
    let gaps = symbols.gaps().with(&distances.gaps());
    let [single, short, long, neighbours] =
        [gaps.single, gaps.short, gaps.long, gaps.neighbours].map(|count| count as usize);
    let [once, twice, thrice, more_often] = symbols.by_weight();
    let used_distances = distances.by_weight().iter().sum();
    let items = [single, short, long, once, twice, thrice, more_often, used_distances];
    let information = entropy(&items) + symbols.entropy() + distances.entropy();
    // The shortest of so many codes is no longer than that, and zlib makes two at least.
    let shortest = used_distances.max(2).ilog2() as usize;
    let bits = description::head_bits(description::ordered(|kind| kind == shortest))
        + description::zeros_extra_bits(short, long)
        + extra_bits
        + (information >> FRACTION) as usize;
    // Four codes of one length in a row are described in fewer bits, and each more behind them.
    let in_a_row = neighbours + neighbours / 2;
    let frequent = BITS_A_FREQUENT * (thrice + more_often).saturating_sub(FREQUENT);
    bits.checked_sub(MARGIN + in_a_row + frequent)
}
