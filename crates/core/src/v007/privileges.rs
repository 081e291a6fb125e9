//! The privileges of a service in a token.

use core::ops::Deref;

/// As many as an RTC publisher has.
const INLINE: usize = 4;

/// Privileges by number, ascending and without repetition; a value is a duration from the token's
/// issue in seconds, 0 as long as the token.
#[derive(Clone, Debug)]
pub(crate) enum Privileges {
    /// The first `count` entries: nothing is allocated for them.
    Inline { entries: [(u16, u32); INLINE], count: usize },
    /// Any number of entries.
    Many(Vec<(u16, u32)>),
}

impl<const N: usize> From<[(u16, u32); N]> for Privileges {
    fn from(entries: [(u16, u32); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl From<Vec<(u16, u32)>> for Privileges {
    fn from(entries: Vec<(u16, u32)>) -> Self {
        Self::Many(entries)
    }
}

impl FromIterator<(u16, u32)> for Privileges {
    fn from_iter<I: IntoIterator<Item = (u16, u32)>>(iterator: I) -> Self {
        let mut iterator = iterator.into_iter();
        let mut entries = [(0, 0); INLINE];
        let mut count = 0;
        for (slot, entry) in entries.iter_mut().zip(&mut iterator) {
            *slot = entry;
            count += 1;
        }
        match iterator.next() {
            None => Self::Inline { entries, count },
            Some(next) => Self::Many(entries.into_iter().chain([next]).chain(iterator).collect()),
        }
    }
}

impl Deref for Privileges {
    type Target = [(u16, u32)];

    fn deref(&self) -> &Self::Target {
        match self {
            Self::Inline { entries, count } => entries.get(..*count).unwrap_or_default(),
            Self::Many(entries) => entries,
        }
    }
}
