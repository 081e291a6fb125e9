//! Bytes to base64 text (RFC 4648, the standard alphabet, padded) and back.
//!
//! A third of the work above the hashing was here, so twelve bits are looked up at once. Reading
//! uses a library, whose strictness matters more than its speed.

use ::base64::engine::general_purpose::STANDARD;
use ::base64::{DecodeError, DecodeSliceError, Engine};

use crate::error::{Error, ErrorCode, Result};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The two characters of each number of twelve bits.
static PAIRS: [[u8; 2]; 4096] = {
    let mut pairs = [[0; 2]; 4096];
    let mut number = 0;
    while number < 4096 {
        #[expect(clippy::indexing_slicing, reason = "evaluated when compiling")]
        {
            pairs[number] = [ALPHABET[number >> 6], ALPHABET[number & 63]];
        }
        number += 1;
    }
    pairs
};

/// Longer than the text of nearly every token.
const SHORT: usize = 512;

/// The length of the text of `length` bytes.
pub(crate) const fn encoded_length(length: usize) -> usize {
    length.div_ceil(3) * 4
}

/// Writes the text of `bytes` into `text`, which is of its [length](encoded_length).
pub(crate) fn encode(bytes: &[u8], text: &mut [u8]) {
    let (sixes, rest) = bytes.as_chunks::<6>();
    let (eights, rest_text) = text.split_at_mut(sixes.len() * 8);
    for (bytes, text) in sixes.iter().zip(eights.as_chunks_mut().0) {
        *text = encode_six(*bytes);
    }
    let mut last = [0; 6];
    for (slot, byte) in last.iter_mut().zip(rest) {
        *slot = *byte;
    }
    let significant = (rest.len() * 8).div_ceil(6);
    let encoded = encode_six(last);
    for (place, (slot, character)) in rest_text.iter_mut().zip(encoded).enumerate() {
        *slot = if place < significant { character } else { b'=' };
    }
}

/// The bytes of `text`, which stands at `offset` in the token that errors speak of. Only the one
/// canonical text of some bytes is taken.
pub(crate) fn decode(text: &[u8], offset: usize) -> Result<Vec<u8>> {
    decode_to(text, offset, |bytes| Ok(bytes.to_vec()))
}

/// Hands the bytes of `text` to `then`, as [`decode`] gives them.
pub(crate) fn decode_to<T>(
    text: &[u8],
    offset: usize,
    then: impl FnOnce(&[u8]) -> Result<T>,
) -> Result<T> {
    // The library clears the bytes that it allocates, which costs more than to copy them.
    let mut short = [0; SHORT / 4 * 3];
    if text.len() > SHORT {
        return then(&STANDARD.decode(text).map_err(|error| undecodable(&error, offset))?);
    }
    match STANDARD.decode_slice(text, &mut short) {
        Ok(length) => then(short.get(..length).unwrap_or_default()),
        Err(DecodeSliceError::DecodeError(error)) => Err(undecodable(&error, offset)),
        Err(DecodeSliceError::OutputSliceTooSmall) => Err(Error::internal()),
    }
}

/// Says where the text is wrong, never with which character: a token is a secret too.
#[cold]
fn undecodable(error: &DecodeError, text_at: usize) -> Error {
    let reason = match *error {
        DecodeError::InvalidByte(offset, _) => {
            format!("byte {} is not of the base64 alphabet", text_at + offset)
        }
        DecodeError::InvalidLength(length) => {
            format!("the base64 text from byte {text_at} has an impossible length of {length}")
        }
        DecodeError::InvalidLastSymbol { offset, .. } => {
            format!("the last base64 character, byte {}, is not canonical", text_at + offset)
        }
        DecodeError::InvalidPadding => {
            format!("the base64 text from byte {text_at} is not padded as it must be")
        }
    };
    Error::unreadable(ErrorCode::MalformedToken, reason)
}

fn encode_six(bytes: [u8; 6]) -> [u8; 8] {
    let mut bits = [0; 8];
    bits[2..].copy_from_slice(&bytes);
    let bits = u64::from_be_bytes(bits);
    let mut text = [0; 8];
    for (pair_of_text, shift) in text.as_chunks_mut().0.iter_mut().zip([36, 24, 12, 0]) {
        *pair_of_text = pair(bits >> shift);
    }
    text
}

fn pair(bits: u64) -> [u8; 2] {
    usize::try_from(bits & 0xfff).ok().and_then(|at| PAIRS.get(at)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        let mut text = vec![0; encoded_length(bytes.len())];
        encode(bytes, &mut text);
        String::from_utf8(text).unwrap()
    }

    const RFC_4648: [(&str, &str); 7] = [
        ("", ""),
        ("f", "Zg=="),
        ("fo", "Zm8="),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ];

    #[test]
    fn encodes_and_decodes_the_cases_of_rfc_4648() {
        for (bytes, expected) in RFC_4648 {
            assert_eq!(text(bytes.as_bytes()), expected);
            assert_eq!(decode(expected.as_bytes(), 0), Ok(bytes.into()));
        }
    }

    #[test]
    fn only_the_canonical_text_is_decoded_and_an_error_says_where_it_is_not() {
        for (odd, where_it_is) in [
            ("Zg", "from byte 35 is not padded"),
            ("Zg=", "from byte 35 is not padded"),
            ("Zm8", "from byte 35 is not padded"),
            ("Zg===", "byte 37 is not of"),
            ("Zg==Zg==", "byte 37 is not of"),
            ("Zh==", "byte 36, is not canonical"),
            ("Zm9=", "byte 37, is not canonical"),
            ("Zm9v\n", "byte 39 is not of"),
            ("Z m8=", "byte 36 is not of"),
            ("Zm_v", "byte 37 is not of"),
            ("Z", "from byte 35 has an impossible length of 1"),
        ] {
            let error = decode(odd.as_bytes(), 35).unwrap_err();
            assert!(error.message().contains(where_it_is), "{odd:?}: {error}");
        }
    }

    #[test]
    fn encodes_every_length_and_byte_as_the_library_does() {
        let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        for length in 0..bytes.len() {
            assert_eq!(text(&bytes[..length]), STANDARD.encode(&bytes[..length]), "{length}");
        }
    }
}
