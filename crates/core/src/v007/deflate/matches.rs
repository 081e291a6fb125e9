//! Repetitions, found as zlib finds them (`deflate_slow` at level 6).

use super::MAX_PAYLOAD;
use super::symbol::{MAX_LENGTH, MIN_LENGTH, Symbol, Symbols};

/// zlib's level 6: a repetition as long as `LAZY` is taken without looking for one at the next
/// byte, one of `NICE` without looking for a longer one; `CHAIN` earlier places are looked at, a
/// quarter of them if there is one of `GOOD` already.
const LAZY: usize = 16;
const NICE: usize = 128;
const GOOD: usize = 8;
const CHAIN: usize = 128;

/// The symbols of `payload`, at most [`MAX_PAYLOAD`] bytes.
pub(super) fn find(payload: &[u8]) -> Symbols {
    let mut symbols = Symbols::new();
    let mut places = Places::new(payload);
    let mut previous_byte = None;
    let mut best = Match::NONE;
    let mut at = 0;
    while at < payload.len() {
        let earlier = places.insert(at);
        let previous = best;
        best = Match { length: MIN_LENGTH - 1, ..previous };
        if let Some(earlier) = earlier
            && previous.length < LAZY
        {
            best = places.longest_match(at, earlier, previous);
        }
        if previous.length >= MIN_LENGTH && best.length <= previous.length {
            let start = at - 1;
            symbols.push(Symbol::repetition(previous.length, start - previous.start));
            let end = start + previous.length;
            for place in at + 1..end {
                places.insert(place);
            }
            best = Match { length: MIN_LENGTH - 1, ..best };
            previous_byte = None;
            at = end;
        } else {
            if let Some(byte) = previous_byte {
                symbols.push(Symbol::literal(byte));
            }
            previous_byte = payload.get(at).copied();
            at += 1;
        }
    }
    if let Some(byte) = previous_byte {
        symbols.push(Symbol::literal(byte));
    }
    symbols
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
const BUCKETS: usize = 512;

/// The places of three bytes each, chained from the latest to earlier ones. Place 0 ends a chain,
/// as it does in zlib: nothing is ever found there.
struct Places<'a> {
    payload: &'a [u8],
    /// zlib's hash at each place: zlib counts every place of an equal hash, also where the bytes
    /// differ.
    hashes: [u16; MAX_PAYLOAD],
    latest: [u16; BUCKETS],
    earlier: [u16; MAX_PAYLOAD],
}

impl<'a> Places<'a> {
    fn new(payload: &'a [u8]) -> Self {
        let mut hashes = [0; MAX_PAYLOAD];
        for (hash, bytes) in hashes.iter_mut().zip(payload.windows(3)) {
            let [a, b, c] = *bytes else { break };
            let [a, b, c] = [a, b, c].map(u16::from);
            *hash = ((a << 10) ^ (b << 5) ^ c) & 0x7fff;
        }
        Self { payload, hashes, latest: [0; BUCKETS], earlier: [0; MAX_PAYLOAD] }
    }

    /// Notes a place and gives the latest before it that has an equal hash.
    fn insert(&mut self, place: usize) -> Option<usize> {
        if place + MIN_LENGTH > self.payload.len() {
            return None;
        }
        let hash = *self.hashes.get(place)?;
        let latest = self.latest.get_mut(usize::from(hash ^ (hash >> 9)) % BUCKETS)?;
        let earlier = *latest;
        #[expect(clippy::cast_possible_truncation, reason = "places are below MAX_PAYLOAD")]
        {
            *latest = place as u16;
        }
        if earlier == 0 {
            return None;
        }
        *self.earlier.get_mut(place)? = earlier;
        self.with_hash(earlier, hash)
    }

    /// The first of a chain that has this hash.
    fn with_hash(&self, mut place: u16, hash: u16) -> Option<usize> {
        while place != 0 {
            let index = usize::from(place);
            if self.hashes.get(index) == Some(&hash) {
                return Some(index);
            }
            place = *self.earlier.get(index)?;
        }
        None
    }

    fn before(&self, place: usize) -> Option<usize> {
        self.with_hash(*self.earlier.get(place)?, *self.hashes.get(place)?)
    }

    /// The longest match for the bytes at `at`, looking from `first` backwards, if it is longer
    /// than `previous`.
    fn longest_match(&self, at: usize, first: usize, previous: Match) -> Match {
        let ahead = self.payload.get(at..).unwrap_or_default();
        let nice = NICE.min(ahead.len());
        let places = if previous.length >= GOOD { CHAIN / 4 } else { CHAIN };
        let mut best = previous;
        let mut place = Some(first);
        for _ in 0..places {
            let Some(start) = place else { break };
            let length = self.common(start, ahead);
            if length > best.length {
                best = Match { length, start };
                if length >= nice {
                    break;
                }
            }
            place = self.before(start);
        }
        Match { length: best.length.min(ahead.len()), ..best }
    }

    /// How many bytes at `start` are those `ahead`.
    fn common(&self, start: usize, ahead: &[u8]) -> usize {
        let earlier = self.payload.get(start..).unwrap_or_default();
        earlier.iter().zip(ahead).take(MAX_LENGTH).take_while(|(left, right)| left == right).count()
    }
}
