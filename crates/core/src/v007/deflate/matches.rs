//! Repetitions, found as zlib finds them (`deflate_slow` at level 6).

use super::MAX_PAYLOAD;
use super::symbol::{MAX_LENGTH, MIN_LENGTH};

/// zlib's level 6: a repetition as long as `LAZY` is taken without looking for one at the next
/// byte, one of `NICE` without looking for a longer one; `CHAIN` earlier places are looked at, a
/// quarter of them if there is one of `GOOD` already.
const LAZY: usize = 16;
const NICE: usize = 128;
const GOOD: usize = 8;
const CHAIN: usize = 128;

/// What a block says: bytes as they are, or `length` bytes again as they stand `distance` before.
#[derive(Clone, Copy)]
pub(super) enum Part<'a> {
    Literals(&'a [u8]),
    Repetition { length: usize, distance: usize },
}

/// Hands the parts of `payload`, at most [`MAX_PAYLOAD`] bytes, to `then` in their order.
pub(super) fn find(payload: &[u8], mut then: impl FnMut(Part<'_>)) {
    let places = Places::new(payload);
    let mut written = 0;
    let mut from = 0;
    while let Some(mut at) = places.next_in_a_chain(from) {
        let mut best = places.longest_match(at, Match::NONE);
        if best.length < MIN_LENGTH {
            from = at + 1;
            continue;
        }
        // A longer one that starts a byte later is better, and so on.
        while best.length < LAZY {
            let next = places.longest_match(at + 1, best);
            if next.length <= best.length {
                break;
            }
            best = next;
            at += 1;
        }
        then(Part::Literals(payload.get(written..at).unwrap_or_default()));
        then(Part::Repetition { length: best.length, distance: at - best.start });
        written = at + best.length;
        from = written;
    }
    then(Part::Literals(payload.get(written..).unwrap_or_default()));
}

#[derive(Clone, Copy)]
struct Match {
    length: usize,
    start: usize,
}

impl Match {
    const NONE: Self = Self { length: MIN_LENGTH - 1, start: 0 };
}

/// Buckets of places with like hashes. More of them cost more to clear than they save.
const BUCKETS: usize = 1024;

/// The places of three bytes each, chained from the latest to earlier ones.
struct Places<'a> {
    payload: &'a [u8],
    /// For each place the one before it in its bucket. Place 0 stands for none, as it does in zlib:
    /// nothing is ever found there.
    earlier: [u16; MAX_PAYLOAD],
}

impl<'a> Places<'a> {
    /// Goes through all places without a question, as any answer could not be foreseen.
    fn new(payload: &'a [u8]) -> Self {
        let mut latest = [0; BUCKETS];
        let mut earlier = [0; MAX_PAYLOAD];
        if let [first, second, rest @ ..] = payload {
            let mut hash = Hash::default().with(*first).with(*second);
            for ((byte, place), earlier) in rest.iter().zip(0..).zip(&mut earlier) {
                hash = hash.with(*byte);
                if let Some(latest) = latest.get_mut(hash.bucket()) {
                    *earlier = core::mem::replace(latest, place);
                }
            }
        }
        Self { payload, earlier }
    }

    /// The first place from `from` on that has an earlier one in its bucket. Four are looked at
    /// together, as most have none.
    fn next_in_a_chain(&self, from: usize) -> Option<usize> {
        const LANES: usize = 4;
        let together = |[a, b, c, d]: [u16; LANES]| {
            u64::from(a) | u64::from(b) << 16 | u64::from(c) << 32 | u64::from(d) << 48
        };
        let mut words = self.earlier.as_chunks().0.get(from / LANES..)?.iter();
        let skipped = from % LANES;
        let mut at = from;
        let mut lanes = together(*words.next()?) >> (16 * skipped);
        if lanes == 0 {
            at -= skipped;
            while lanes == 0 {
                at += LANES;
                lanes = together(*words.next()?);
            }
        }
        Some(at + lanes.trailing_zeros() as usize / 16)
    }

    /// The longest match for the bytes at `at` if it is longer than `previous`, else that.
    fn longest_match(&self, at: usize, previous: Match) -> Match {
        match self.earlier.get(at) {
            Some(earlier) if *earlier > 0 => self.longest_of(*earlier, at, previous),
            _ => previous,
        }
    }

    /// The longest match for the bytes at `at`, looking from `first` backwards. zlib counts every
    /// place of an equal hash, also where the bytes differ.
    fn longest_of(&self, first: u16, at: usize, previous: Match) -> Match {
        let ahead = self.payload.get(at..).unwrap_or_default();
        let nice = NICE.min(ahead.len());
        let mut left = if previous.length >= GOOD { CHAIN / 4 } else { CHAIN };
        let mut best = previous;
        let mut place = usize::from(first);
        while place > 0 && left > 0 {
            let length = common(self.payload.get(place..).unwrap_or_default(), ahead);
            if length > best.length {
                best = Match { length, start: place };
                if length >= nice {
                    break;
                }
            }
            if length >= MIN_LENGTH || self.hash(place) == self.hash(at) {
                left -= 1;
            }
            place = self.earlier.get(place).copied().unwrap_or_default().into();
        }
        best
    }

    fn hash(&self, place: usize) -> Option<u32> {
        let bytes = self.payload.get(place..place + MIN_LENGTH)?;
        Some(bytes.iter().fold(Hash::default(), |hash, byte| hash.with(*byte)).of_three())
    }
}

/// zlib's hash of the last three bytes, in the lowest 15 bits; above them is what came before.
#[derive(Clone, Copy, Default)]
struct Hash(u32);

impl Hash {
    const BITS: u32 = 15;

    fn with(self, byte: u8) -> Self {
        Self(self.0 << 5 ^ u32::from(byte))
    }

    fn of_three(self) -> u32 {
        self.0 & ((1 << Self::BITS) - 1)
    }

    /// The highest bits of a product, which all bits of the hash have a part in.
    fn bucket(self) -> usize {
        const GOLDEN_RATIO: u32 = 0x9e37_79b1;
        let product = (self.0 << (32 - Self::BITS)).wrapping_mul(GOLDEN_RATIO);
        (product >> (32 - BUCKETS.ilog2())) as usize
    }
}

/// How many bytes at `earlier` are those `ahead`, up to [`MAX_LENGTH`].
fn common(earlier: &[u8], ahead: &[u8]) -> usize {
    if let (Some(left), Some(right)) = (earlier.first_chunk(), ahead.first_chunk()) {
        let difference = u64::from_le_bytes(*left) ^ u64::from_le_bytes(*right);
        if difference > 0 {
            return difference.trailing_zeros() as usize / 8;
        }
    }
    common_of_any_length(earlier, ahead)
}

#[cold]
fn common_of_any_length(earlier: &[u8], ahead: &[u8]) -> usize {
    let bytes = earlier.iter().zip(ahead).take(MAX_LENGTH);
    bytes.take_while(|(left, right)| left == right).count()
}
