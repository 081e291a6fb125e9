//! Secrets that stand where none should: they are not repeated, nor are control characters.

/// Shorter runs of hexadecimal digits are no certificate, not even one that was cut.
const DIGITS: usize = 16;
/// The digits of a certificate, which may be written in groups, as those of a UUID are.
const GROUPED_DIGITS: usize = 32;
/// Shorter runs of base64 are no token, not even one that was cut.
const TOKEN: usize = 64;

/// The options that people try for a certificate on the command line.
const REFUSED: [&str; 7] = [
    "--app-certificate",
    "--app-cert",
    "--app-secret",
    "--certificate",
    "--cert",
    "--secret",
    "--secondary-certificate",
];

/// Whether `option` asks for a certificate as an argument.
pub(crate) fn is_refused(option: &str) -> bool {
    REFUSED.contains(&option)
}

/// `text` without what may be a certificate or a token, its control characters escaped.
pub(crate) fn hidden(text: &str) -> String {
    let without_tokens = without_runs(
        text,
        |letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '/' | '='),
        |run| run.len() >= TOKEN,
    );
    let without_groups = without_runs(
        &without_tokens,
        |letter| letter.is_ascii_hexdigit() || matches!(letter, '-' | '_' | ':' | '.' | ' '),
        |run| run.chars().filter(char::is_ascii_hexdigit).count() >= GROUPED_DIGITS,
    );
    let without_secrets = without_runs(
        &without_groups,
        |letter| letter.is_ascii_alphanumeric(),
        |run| {
            run.split(|letter: char| !letter.is_ascii_hexdigit())
                .any(|digits| digits.len() >= DIGITS)
        },
    );
    let mut escaped = String::with_capacity(without_secrets.len());
    for letter in without_secrets.chars() {
        if letter.is_control() && letter != '\n' {
            escaped.extend(letter.escape_default());
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

/// `text` with each longest run of letters that belong replaced by its length, if it is secret.
fn without_runs(
    text: &str,
    belongs: impl Fn(char) -> bool,
    is_secret: impl Fn(&str) -> bool,
) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if is_secret(run) {
            // What only separates it from other words is no part of it.
            let secret = run.trim_matches(|letter: char| !letter.is_ascii_alphanumeric());
            let length = format!("[{} characters hidden]", secret.len());
            kept.push_str(&run.replacen(secret, &length, 1));
        } else {
            kept.push_str(run);
        }
        let next = after.find(&belongs).unwrap_or(after.len());
        let (between, following) = after.split_at(next);
        kept.push_str(between);
        rest = following;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certificates_and_tokens_are_hidden() {
        let certificate = "5CFd2fd1755d40ecb72977518be15d3b";
        for secret in [certificate, &certificate[1..], &certificate[..20]] {
            for text in [
                format!("invalid value '{secret}' for '--ttl <TTL>'"),
                format!("/etc/{secret}: no such file"),
                format!("x{secret}\n"),
            ] {
                assert!(!hidden(&text).contains(secret), "{text}");
            }
        }
        let token =
            "006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7dIfR";
        assert_eq!(hidden(&format!("'{token}'")), "'[85 characters hidden]'");
    }

    #[test]
    fn a_certificate_in_groups_of_digits_is_hidden() {
        let groups = ["5CFd2fd1", "755d", "40ec", "b729", "77518be15d3b"];
        for separator in ["-", "_", ":", ".", " "] {
            let text = format!("invalid value '{}' for '--ttl <TTL>'", groups.join(separator));
            assert_eq!(hidden(&text), "invalid value '[36 characters hidden]' for '--ttl <TTL>'");
        }
        let bytes = "5C:Fd:2f:d1:75:5d:40:ec:b7:29:77:51:8b:e1:5d:3b";
        assert_eq!(hidden(bytes), "[47 characters hidden]");
        let text = format!("in {}: no such file", groups.join("-"));
        assert_eq!(hidden(&text), "in [36 characters hidden]: no such file");
    }

    #[test]
    fn other_words_are_kept_and_control_characters_escaped() {
        let text = "unexpected argument '--secondary-certificate-fiel' in /home/ann/projects/é.env";
        assert_eq!(hidden(text), text);
        let dates = "invalid value '2026-11-24 12:00:00.000 2026' for '--at <T>'";
        assert_eq!(hidden(dates), dates);
        assert_eq!(hidden("a\u{1b}[31m\nb"), "a\\u{1b}[31m\nb");
        assert_eq!(hidden(""), "");
    }
}
