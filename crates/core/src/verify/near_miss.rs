//! Near misses: what else a token that does not fit a name may have been made for.
//!
//! A version 006 token holds only checksums of its channel and user, but the usual slips are few
//! enough to try. A version 007 token holds the names; there the slip is what helps.

/// A name to try, and in what it differs from the expected one.
pub(super) struct Candidate {
    pub(super) text: String,
    pub(super) slip: &'static str,
}

/// Longer names are not tried letter by letter.
const MAX_FLIPPED: usize = 255;

/// The names that `expected` may stand for, among them those that are `fit`.
///
/// `also` are further names that belong to the kind of name, such as anyone for a user.
pub(super) fn candidates(
    expected: &str,
    also: &[(&str, &'static str)],
    fit: impl Fn(&str) -> bool,
) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut offer = |text: String, slip: &'static str| {
        if text != expected && fit(&text) {
            candidates.push(Candidate { text, slip });
        }
    };
    for (text, slip) in also {
        offer((*text).to_owned(), slip);
    }
    for text in other_spaces(expected) {
        offer(text, "differs in surrounding space");
    }
    for text in other_cases(expected) {
        offer(text, "differs in case");
    }
    offer(percent_decoded(expected), "is percent-decoded");
    offer(percent_encoded(expected), "is percent-encoded");
    candidates.dedup_by(|next, first| next.text == first.text);
    candidates
}

fn other_spaces(text: &str) -> [String; 4] {
    [text.trim().to_owned(), format!("{text} "), format!(" {text}"), format!("{text}\n")]
}

/// All lower, all upper, and each letter alone in the other case.
fn other_cases(text: &str) -> impl Iterator<Item = String> {
    let whole = [text.to_ascii_lowercase(), text.to_ascii_uppercase()];
    let flippable = if text.len() <= MAX_FLIPPED { text } else { "" };
    let single = flippable
        .char_indices()
        .filter(|(_, letter)| letter.is_ascii_alphabetic())
        .filter_map(move |(position, letter)| {
            let flipped = if letter.is_ascii_lowercase() {
                letter.to_ascii_uppercase()
            } else {
                letter.to_ascii_lowercase()
            };
            let (before, after) = text.split_at_checked(position)?;
            Some(format!("{before}{flipped}{}", after.get(1..)?))
        });
    whole.into_iter().chain(single)
}

fn percent_decoded(text: &str) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|digit| char::from(*digit).to_digit(16));
        if let (b'%', Some(high), Some(low), Some(after)) =
            (byte, digit(0), digit(1), after.get(2..))
        {
            decoded.push(u8::try_from(high * 16 + low).unwrap_or_default());
            rest = after;
        } else {
            decoded.push(byte);
            rest = after;
        }
    }
    String::from_utf8(decoded).unwrap_or_default()
}

fn percent_encoded(text: &str) -> String {
    use core::fmt::Write;

    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String can't fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(expected: &str, actual: &str) -> Option<&'static str> {
        candidates(expected, &[("", "is for any user")], |text| text == actual)
            .first()
            .map(|candidate| candidate.slip)
    }

    #[test]
    fn the_usual_slips_are_found() {
        assert_eq!(slip("Room", "room"), Some("differs in case"));
        assert_eq!(slip("myroom", "myRoom"), Some("differs in case"));
        assert_eq!(slip(" room\n", "room"), Some("differs in surrounding space"));
        assert_eq!(slip("room", "room "), Some("differs in surrounding space"));
        assert_eq!(slip("my%20room", "my room"), Some("is percent-decoded"));
        assert_eq!(slip("my room", "my%20room"), Some("is percent-encoded"));
        assert_eq!(slip("42", ""), Some("is for any user"));
        assert_eq!(slip("room", "hall"), None);
        assert_eq!(slip("room", "room"), None);
    }

    #[test]
    fn a_name_is_tried_once() {
        let candidates = candidates("r", &[], |_| true);
        let texts: Vec<_> = candidates.iter().map(|candidate| candidate.text.as_str()).collect();
        assert_eq!(texts, ["r ", " r", "r\n", "R"]);
    }

    #[test]
    fn odd_percents_are_left_alone() {
        assert_eq!(percent_decoded("100%"), "100%");
        assert_eq!(percent_decoded("%4"), "%4");
        assert_eq!(percent_decoded("%zz%41é"), "%zzAé");
        assert_eq!(percent_decoded("%ff"), "");
    }
}
