//! How a block describes its trees: code lengths, themselves in a code (RFC 1951, 3.2.7).

use super::bits::BitWriter;
use super::tree;

/// The kinds of items: a length, or a run of equal lengths (16) or of zeros (17, 18).
const KINDS: usize = 19;
/// The order in which the lengths of the items' own code are written.
const ORDER: [usize; KINDS] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/// The longest code of an item.
const LONGEST: u8 = 7;

#[derive(Clone, Copy, Default)]
pub(super) struct Item {
    kind: u8,
    extra: u8,
    extra_bits: u8,
}

/// Gives the items of the code lengths of one tree, up to its last symbol.
pub(super) fn items(lengths: &[u8], mut item: impl FnMut(Item)) {
    for run in up_to_last(lengths).chunk_by(|left, right| left == right) {
        match run {
            [0, ..] => zeros(run.len(), &mut item),
            [length, ..] => equal(*length, run.len(), &mut item),
            [] => {}
        }
    }
}

/// The code lengths up to the last that is not zero.
pub(super) fn up_to_last(lengths: &[u8]) -> &[u8] {
    let used = lengths.iter().rposition(|length| *length > 0).map_or(0, |last| last + 1);
    lengths.get(..used).unwrap_or_default()
}

/// The bits that tell the length of a run of 3 to 10 zeros, and of a longer one.
const SHORT_RUN_BITS: u8 = 3;
const LONG_RUN_BITS: u8 = 7;
/// The most zeros that one item stands for.
const MOST_ZEROS: usize = 138;

/// The items of a run of zeros.
fn zeros(mut run: usize, item: &mut impl FnMut(Item)) {
    while run > 0 {
        let (first, taken) = match run {
            0..3 => (Item { kind: 0, extra: 0, extra_bits: 0 }, 1),
            3..=10 => (Item { kind: 17, extra: small(run - 3), extra_bits: SHORT_RUN_BITS }, run),
            _ => {
                let taken = run.min(MOST_ZEROS);
                (Item { kind: 18, extra: small(taken - 11), extra_bits: LONG_RUN_BITS }, taken)
            }
        };
        item(first);
        run -= taken;
    }
}

/// The bits that follow the items of so many short and long runs of zeros.
pub(super) fn zeros_extra_bits(short: usize, long: usize) -> usize {
    usize::from(SHORT_RUN_BITS) * short + usize::from(LONG_RUN_BITS) * long
}

/// The items of a run of equal lengths: the first stands for itself; up to six behind it are one.
fn equal(length: u8, run: usize, item: &mut impl FnMut(Item)) {
    let literal = Item { kind: length, extra: 0, extra_bits: 0 };
    item(literal);
    let mut run = run - 1;
    while run > 0 {
        let taken = run.min(6);
        match taken {
            0..3 => (0..taken).for_each(|_| item(literal)),
            _ => item(Item { kind: 16, extra: small(taken - 3), extra_bits: 2 }),
        }
        run -= taken;
    }
}

fn small(number: usize) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

/// How often each kind of item occurs.
#[derive(Default)]
pub(super) struct Kinds {
    counts: [u8; KINDS],
    extra_bits: usize,
}

impl Kinds {
    pub(super) fn count(&mut self, item: Item) {
        if let Some(count) = self.counts.get_mut(usize::from(item.kind)) {
            *count += 1;
        }
        self.extra_bits += usize::from(item.extra_bits);
    }

    /// The code of the items.
    pub(super) fn code(&self) -> ItemCode {
        let lengths = tree::lengths::<_, 32, 64>(&self.counts, LONGEST);
        let ordered = ordered(|kind| lengths.get(kind).is_some_and(|length| *length > 0));
        let bits = head_bits(ordered) + tree::cost(&self.counts, &lengths) + self.extra_bits;
        ItemCode { lengths, ordered, bits }
    }
}

/// How many of the lengths in [`ORDER`] are written, if these kinds of items occur.
pub(super) fn ordered(occurs: impl Fn(usize) -> bool) -> usize {
    ORDER.iter().rposition(|kind| occurs(*kind)).unwrap_or_default().max(3) + 1
}

/// The bits of a block in front of its items: its mark and kind, the sizes of its alphabets, how
/// many lengths of the items' code are `ordered`, and these.
pub(super) fn head_bits(ordered: usize) -> usize {
    3 + 5 + 5 + 4 + 3 * ordered
}

/// The code that items are written in.
pub(super) struct ItemCode {
    lengths: [u8; KINDS],
    /// How many of the lengths in [`ORDER`] are written.
    ordered: usize,
    bits: usize,
}

impl ItemCode {
    /// The bits of the whole description.
    pub(super) fn bits(&self) -> usize {
        self.bits
    }

    /// Writes the description of two trees.
    pub(super) fn write(&self, symbols: &[u8], distances: &[u8], writer: &mut BitWriter<'_>) {
        let number = |count: usize| u64::try_from(count).unwrap_or_default();
        writer.bits(number(up_to_last(symbols).len() - 257), 5);
        writer.bits(number(up_to_last(distances).len() - 1), 5);
        writer.bits(number(self.ordered - 4), 4);
        for kind in ORDER.iter().take(self.ordered) {
            writer.bits(self.lengths.get(*kind).copied().unwrap_or_default().into(), 3);
        }
        let codes = tree::codes(&self.lengths);
        for lengths in [symbols, distances] {
            items(lengths, |item| {
                writer.code(&codes, &self.lengths, item.kind.into());
                writer.bits(item.extra.into(), item.extra_bits.into());
            });
        }
    }
}
