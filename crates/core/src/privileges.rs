//! The privileges of a token, or of a service in it.

use core::ops::Deref;

/// As many as an RTC publisher has.
const INLINE: usize = 4;

/// Privileges by number, each once: ascending where a token is made, in its order where one is read.
/// A value is the privilege's end, version 006 in Unix seconds and 007 in seconds from the issue; 0
/// is as long as the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Privileges {
    /// The first `count` entries, zeros behind them: nothing is allocated for them.
    Inline { entries: [(u16, u32); INLINE], count: usize },
    /// Any number of entries.
    Many(Vec<(u16, u32)>),
}

impl<const N: usize> From<[(u16, u32); N]> for Privileges {
    fn from(entries: [(u16, u32); N]) -> Self {
        entries.into_iter().collect()
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
