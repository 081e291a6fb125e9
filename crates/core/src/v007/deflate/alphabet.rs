//! What of an alphabet occurs in a block, and an optimal code for it.

use super::block::Frequencies;
use super::description::first_zeros;
use super::symbol::CHUNK;

/// Weights up to this are counted together: nearly all symbols of a token have such a one.
const LIGHT: usize = 16;
/// How many symbols may have a greater weight.
const HEAVY: usize = 15;
/// The most symbols, as their numbers of each length are bytes.
const MOST_SYMBOLS: u32 = 255;

/// The symbols of an alphabet that occur in a block, by their weights and gaps.
pub(super) struct Alphabet {
    /// The number of symbols of each light weight, a byte each.
    light: u128,
    heavy: [u8; HEAVY],
    heavy_count: usize,
    /// How the gaps between the symbols are described.
    pub(super) zeros: Zeros,
    /// The symbols behind which three or more follow each other without a gap. Where four in a
    /// row have codes of one length, that may be described in fewer bits.
    pub(super) neighbours: usize,
}

impl Alphabet {
    /// `None` for one with more symbols or greater weights than those of a token.
    pub(super) fn new(counts: &[u8]) -> Option<Self> {
        let mut alphabet =
            Self { light: 0, heavy: [0; HEAVY], heavy_count: 0, zeros: Zeros(0), neighbours: 0 };
        let mut used = 0;
        // The symbols before this one were looked at.
        let mut next = 0_usize;
        let mut before = 0;
        for (counts, start) in counts.as_chunks::<CHUNK>().0.iter().zip((0..).step_by(CHUNK)) {
            let occurring = not_zero(counts);
            used += occurring.count_ones();
            alphabet.neighbours += behind_three(occurring, before).count_ones() as usize;
            before = occurring;
            let mut left = occurring;
            while left > 0 {
                let place = left.trailing_zeros() as usize;
                left &= left - 1;
                let symbol = start | place;
                alphabet.zeros = alphabet.zeros.with(Zeros::of_gap(symbol.wrapping_sub(next)));
                next = symbol + 1;
                alphabet.add(*counts.get(place)?)?;
            }
        }
        // zlib gives a code to two symbols at least.
        while used < 2 {
            alphabet.add(1)?;
            used += 1;
        }
        (used <= MOST_SYMBOLS).then_some(alphabet)
    }

    fn add(&mut self, weight: u8) -> Option<()> {
        if usize::from(weight) < LIGHT {
            self.light += 1 << (8 * weight);
        } else if weight == Frequencies::CAP {
            return None;
        } else {
            *self.heavy.get_mut(self.heavy_count)? = weight;
            self.heavy_count += 1;
        }
        Some(())
    }

    /// An optimal code (Huffman's). `None` if it takes more room than that of a token.
    pub(super) fn code(&self) -> Option<Code> {
        let mut heavy = self.heavy;
        let heavy = heavy.get_mut(..self.heavy_count)?;
        heavy.sort_unstable();
        let mut heavy = heavy.iter();
        let mut light = self.light;
        let mut next_leaves = || {
            if light == 0 {
                return heavy.next().map(|weight| Nodes::leaves((*weight).into(), 1));
            }
            let weight = light.trailing_zeros() / 8;
            #[expect(clippy::cast_possible_truncation, reason = "a byte is taken")]
            let count = (light >> (8 * weight)) as u8;
            light &= !(0xff << (8 * weight));
            Some(Nodes::leaves(weight, count.into()))
        };
        let mut leaves = next_leaves();
        let mut queue = Queue::new();
        let mut single: Option<Nodes> = None;
        let mut bits = 0;
        loop {
            let mut nodes = match (&leaves, queue.first()) {
                (Some(least), inner) if inner.is_none_or(|inner| least.weight <= inner.weight) => {
                    core::mem::replace(&mut leaves, next_leaves())?
                }
                (_, Some(_)) => queue.pop()?,
                (_, None) => break,
            };
            if let Some(single) = single.take() {
                let parent = Nodes::parents(single, nodes, 1);
                bits += parent.weight;
                queue.push(parent)?;
                nodes.count -= 1;
            }
            if nodes.count >= 2 {
                let parents = Nodes::parents(nodes, nodes, nodes.count / 2);
                bits += parents.weight * parents.count;
                queue.push(parents)?;
            }
            single = (nodes.count % 2 == 1).then_some(nodes);
        }
        Some(Code { bits: bits as usize, lengths: single?.depths.to_le_bytes() })
    }
}

/// A code, not by its symbols but as a whole.
pub(super) struct Code {
    /// What the symbols of the block take.
    pub(super) bits: usize,
    /// The number of codes of each length.
    pub(super) lengths: [u8; 16],
}

/// Equal nodes of a tree.
#[derive(Clone, Copy)]
struct Nodes {
    weight: u32,
    count: u32,
    /// How many leaves are how far below one of them, a byte each.
    depths: u128,
}

impl Nodes {
    fn leaves(weight: u32, count: u32) -> Self {
        Self { weight, count, depths: 1 }
    }

    fn parents(left: Self, right: Self, count: u32) -> Self {
        Self {
            weight: left.weight + right.weight,
            count,
            depths: (left.depths + right.depths) << 8,
        }
    }
}

/// Inner nodes. They come in the order of their weights.
struct Queue {
    nodes: [Nodes; Self::ROOM],
    popped: usize,
    pushed: usize,
}

impl Queue {
    const ROOM: usize = 32;

    fn new() -> Self {
        Self { nodes: [Nodes { weight: 0, count: 0, depths: 0 }; Self::ROOM], popped: 0, pushed: 0 }
    }

    fn first(&self) -> Option<&Nodes> {
        self.nodes.get(self.popped % Self::ROOM).filter(|_| self.popped < self.pushed)
    }

    fn pop(&mut self) -> Option<Nodes> {
        let nodes = *self.first()?;
        self.popped += 1;
        Some(nodes)
    }

    fn push(&mut self, nodes: Nodes) -> Option<()> {
        let slot = self.nodes.get_mut(self.pushed % Self::ROOM)?;
        *slot = nodes;
        self.pushed += 1;
        (self.pushed - self.popped <= Self::ROOM).then_some(())
    }
}

/// How many items describe gaps of zeros, a byte for each of the kinds 0, 17 and 18.
#[derive(Clone, Copy)]
pub(super) struct Zeros(u32);

impl Zeros {
    fn of_gap(gap: usize) -> Self {
        GAPS.get(gap % GAPS.len()).copied().unwrap_or(Self(0))
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    pub(super) fn single(self) -> usize {
        self.0 as usize % 256
    }

    pub(super) fn short(self) -> usize {
        (self.0 >> 8) as usize % 256
    }

    pub(super) fn long(self) -> usize {
        (self.0 >> 16) as usize
    }

    pub(super) fn extra_bits(self) -> usize {
        const SHORT: u8 = first_zeros(3).0.extra_bits;
        const LONG: u8 = first_zeros(11).0.extra_bits;
        usize::from(SHORT) * self.short() + usize::from(LONG) * self.long()
    }
}

/// The items of each gap. More than there are, as a power of two is checked for free.
static GAPS: [Zeros; 512] = {
    let mut gaps = [Zeros(0); 512];
    let mut gap = 0;
    while gap < gaps.len() {
        let mut left = gap;
        let mut items = 0;
        while left > 0 {
            let (item, taken) = first_zeros(left);
            items += match item.kind {
                0 => 1,
                17 => 1 << 8,
                _ => 1 << 16,
            };
            left -= taken;
        }
        #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
        {
            gaps[gap] = Zeros(items);
        }
        gap += 1;
    }
    gaps
};

/// The symbols that stand behind three others, of a chunk and the one before it.
fn behind_three(occurring: u64, before: u64) -> u64 {
    let all = u128::from(occurring) << 64 | u128::from(before);
    ((all & (all << 1) & (all << 2) & (all << 3)) >> 64) as u64
}

/// A bit for each byte that is not zero.
fn not_zero(bytes: &[u8; CHUNK]) -> u64 {
    const LOW_SEVEN: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    /// Gathers the highest bits of eight bytes, once they are moved down, in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let eights = bytes.as_chunks::<8>().0.iter().rev();
    eights.fold(0, |bits, eight| {
        let eight = u64::from_le_bytes(*eight);
        let highest = (((eight & LOW_SEVEN) + LOW_SEVEN) | eight) & !LOW_SEVEN;
        bits << 8 | (highest >> 7).wrapping_mul(GATHER) >> 56
    })
}
