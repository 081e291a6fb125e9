//! The characters that channel names and user accounts may have.

use core::fmt;

/// Agora's allowed set, 89 characters.
/// <https://docs.agora.io/en/video-calling/token-authentication/deploy-token-server>
const ALLOWED: [bool; 256] = {
    let mut allowed = [false; 256];
    let characters = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \
        !#$%&()+-:;<=.>?@[]^_{}|~,";
    let mut position = 0;
    while position < characters.len() {
        #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
        {
            allowed[characters[position] as usize] = true;
        }
        position += 1;
    }
    allowed
};

fn is_allowed(byte: u8) -> bool {
    ALLOWED.get(usize::from(byte)).copied().unwrap_or(false)
}

/// Why a text is not a name of 1 to `limit` bytes of the allowed set.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    Empty,
    TooLong { bytes: usize },
    Character { character: char, offset: usize },
}

/// Checks that `text` is 1 to `limit` bytes of the allowed set.
pub(crate) fn check(text: &str, limit: usize) -> Result<(), Flaw> {
    if text.is_empty() {
        return Err(Flaw::Empty);
    }
    if text.len() > limit {
        return Err(Flaw::TooLong { bytes: text.len() });
    }
    // Without a branch for each byte: names are short and nearly always good.
    if text.bytes().fold(true, |good, byte| good & is_allowed(byte)) {
        return Ok(());
    }
    text.char_indices()
        .find(|(_, character)| !u8::try_from(*character).is_ok_and(is_allowed))
        .map_or(Ok(()), |(offset, character)| Err(Flaw::Character { character, offset }))
}

impl fmt::Display for Flaw {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("an empty text"),
            Self::TooLong { bytes } => write!(formatter, "a text of {bytes} bytes"),
            Self::Character { character, offset } => {
                write!(formatter, "a text with U+{:04X} at byte {offset}", u32::from(*character))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_set_has_89_characters_and_none_of_the_forbidden() {
        assert_eq!(ALLOWED.iter().filter(|allowed| **allowed).count(), 89);
        for forbidden in ["\\", "\"", "'", "`", "/", "*", "\0", "\n", "\t", "\x7f", "é"] {
            assert!(check(forbidden, 63).is_err(), "{forbidden:?}");
        }
    }

    #[test]
    fn a_flaw_says_where_it_is() {
        let flaw = Flaw::Character { character: 'é', offset: 3 };
        assert_eq!(check("cafés", 63), Err(flaw));
        assert_eq!(check("", 63), Err(Flaw::Empty));
        assert_eq!(check(&"a".repeat(64), 63), Err(Flaw::TooLong { bytes: 64 }));
        assert_eq!(check(&"a".repeat(63), 63), Ok(()));
    }
}
