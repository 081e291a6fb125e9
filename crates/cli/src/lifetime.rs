//! Lifetimes as people write them: `90`, `90s`, `15m`, `1h`.

/// The seconds of a lifetime. Whether they are a good lifetime is for the library to say.
pub(crate) fn parse(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|unit: char| unit.is_ascii_alphabetic());
    let unit = text.get(digits.len()..).unwrap_or_default();
    let seconds = match unit {
        "" | "s" => 1,
        "m" => 60,
        "h" => 60 * 60,
        _ => return Err("the unit is s, m or h".to_owned()),
    };
    // The parser of numbers would let a sign through.
    let number = Some(digits)
        .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()))
        .and_then(|digits| digits.parse::<u64>().ok())
        .ok_or("a whole number of s, m or h, such as 15m, is expected")?;
    number.checked_mul(seconds).ok_or_else(|| "the number is too large".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_multiply() {
        for (text, seconds) in
            [("90", 90), ("90s", 90), ("15m", 900), ("1h", 3600), ("24h", 86_400), ("25h", 90_000)]
        {
            assert_eq!(parse(text), Ok(seconds), "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in
            ["", "h", "1d", "1 h", "-1", "+1", "1.5h", "1h30m", "1H", "é", "99999999999999999999h"]
        {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
