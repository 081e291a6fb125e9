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
    let mut places = Places::new(payload);
    let mut written = 0;
    let mut at = 0;
    while at + MIN_LENGTH <= payload.len() {
        let mut best = places.longest_match(at, Match::NONE);
        if best.length < MIN_LENGTH {
            at += 1;
            continue;
        }
        // A longer one that starts a byte later is better, and so on.
        let mut noted = at;
        while best.length < LAZY {
            noted = at + 1;
            let next = places.longest_match(noted, best);
            if next.length <= best.length {
                break;
            }
            best = next;
            at = noted;
        }
        let end = at + best.length;
        then(Part::Literals(payload.get(written..at).unwrap_or_default()));
        then(Part::Repetition { length: best.length, distance: at - best.start });
        for place in noted + 1..end {
            places.note(place);
        }
        at = end;
        written = end;
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
const BUCKETS: usize = 2048;

/// The places of three bytes each, chained from the latest to earlier ones. Place 0 ends a chain,
/// as it does in zlib: nothing is ever found there.
struct Places<'a> {
    payload: &'a [u8],
    latest: [u16; BUCKETS],
    earlier: [u16; MAX_PAYLOAD],
}

impl<'a> Places<'a> {
    fn new(payload: &'a [u8]) -> Self {
        Self { payload, latest: [0; BUCKETS], earlier: [0; MAX_PAYLOAD] }
    }

    /// zlib's hash of the three bytes at a place: zlib counts every place of an equal hash, also
    /// where the bytes differ.
    fn hash(&self, place: usize) -> Option<u16> {
        let [a, b, c] = self.payload.get(place..)?.first_chunk::<3>()?.map(u16::from);
        Some(((a << 10) ^ (b << 5) ^ c) & 0x7fff)
    }

    /// Notes a place and gives its hash and the latest place before it in its bucket.
    #[inline]
    fn note(&mut self, place: usize) -> Option<(u16, u16)> {
        let hash = self.hash(place)?;
        let latest = self.latest.get_mut(usize::from(hash ^ (hash >> 9)) % BUCKETS)?;
        let earlier = *latest;
        #[expect(clippy::cast_possible_truncation, reason = "places are below MAX_PAYLOAD")]
        {
            *latest = place as u16;
        }
        *self.earlier.get_mut(place)? = earlier;
        Some((hash, earlier))
    }

    /// Notes a place and gives the longest match for the bytes there if it is longer than
    /// `previous`, else that.
    #[inline]
    fn longest_match(&mut self, at: usize, previous: Match) -> Match {
        match self.note(at) {
            Some((hash, earlier)) if earlier != 0 => self.longest_of(earlier, hash, at, previous),
            _ => previous,
        }
    }

    /// The longest match for the bytes at `at`, looking from `first` backwards.
    #[inline(never)]
    fn longest_of(&self, first: u16, hash: u16, at: usize, previous: Match) -> Match {
        let ahead = self.payload.get(at..).unwrap_or_default();
        let nice = NICE.min(ahead.len());
        let places = if previous.length >= GOOD { CHAIN / 4 } else { CHAIN };
        let mut best = previous;
        for start in self.with_hash(first, hash).take(places) {
            let length = self.common(start, ahead);
            if length > best.length {
                best = Match { length, start };
                if length >= nice {
                    break;
                }
            }
        }
        best
    }

    /// The places of a bucket that have this hash, from `place` backwards.
    fn with_hash(&self, mut place: u16, hash: u16) -> impl Iterator<Item = usize> {
        core::iter::from_fn(move || {
            while place != 0 {
                let found = usize::from(place);
                place = self.earlier.get(found).copied().unwrap_or_default();
                if self.hash(found) == Some(hash) {
                    return Some(found);
                }
            }
            None
        })
    }

    /// How many bytes at `start` are those `ahead`.
    fn common(&self, start: usize, ahead: &[u8]) -> usize {
        let earlier = self.payload.get(start..).unwrap_or_default();
        earlier.iter().zip(ahead).take(MAX_LENGTH).take_while(|(left, right)| left == right).count()
    }
}
