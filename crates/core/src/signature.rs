//! HMAC-SHA256 with a key whose state is computed once.

use sha2::block_api::compress256;
use subtle::ConstantTimeEq;

use crate::secret::Secret;

const BLOCK: usize = 64;
/// How many blocks are kept before they are hashed.
const KEPT: usize = 4;
/// The byte that ends a message, before the zeros and the length in bits.
const END_OF_MESSAGE: u8 = 0x80;
/// What the bytes of a key's inner and outer block are combined with (RFC 2104).
const INNER_PAD: u8 = 0x36;
const OUTER_PAD: u8 = 0x5c;

/// The state of SHA-256 before the first block (FIPS 180-4, 5.3.3).
const INITIAL: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// A 32-byte message authentication code.
pub(crate) type Signature = [u8; 32];

/// Whether two signatures are equal, in a time that does not depend on where they differ. Eight bytes
/// are compared at once: each comparison is fenced against the compiler.
pub(crate) fn equal(left: &Signature, right: &Signature) -> bool {
    let words = |signature: &Signature| {
        let mut words = [0; 4];
        for (word, bytes) in words.iter_mut().zip(signature.as_chunks().0) {
            *word = u64::from_ne_bytes(*bytes);
        }
        words
    };
    words(left).ct_eq(&words(right)).into()
}

/// A signature in lower-case hexadecimal digits.
pub(crate) fn hex(signature: &Signature) -> String {
    let digit = |value: u8| value + if value < 10 { b'0' } else { b'a' - 10 };
    let mut digits = [0; 64];
    for (pair, byte) in digits.as_chunks_mut().0.iter_mut().zip(signature) {
        *pair = [digit(byte >> 4), digit(byte & 15)];
    }
    core::str::from_utf8(&digits).unwrap_or_default().to_owned()
}

type State = Secret<u32, 8>;

/// An HMAC key as the two SHA-256 states behind its inner and its outer block (RFC 2104), so that
/// a signature costs no more than its message. Wiped on drop.
#[derive(Clone)]
pub(crate) struct Key {
    inner: State,
    outer: State,
}

impl Key {
    /// The key of an App Certificate: its 32 ASCII digits, not the 16 bytes that they name.
    pub(crate) fn new(secret: &[u8; 32]) -> Self {
        let mut block = Secret::new([INNER_PAD; BLOCK]);
        for (byte, secret) in block.iter_mut().zip(secret) {
            *byte ^= secret;
        }
        let mut key = Self { inner: State::new(INITIAL), outer: State::new(INITIAL) };
        compress256(&mut key.inner, core::slice::from_ref(&*block));
        for byte in block.iter_mut() {
            *byte ^= INNER_PAD ^ OUTER_PAD;
        }
        compress256(&mut key.outer, core::slice::from_ref(&*block));
        key
    }

    /// The signature of the concatenated `parts`.
    pub(crate) fn sign(&self, parts: &[&[u8]]) -> Signature {
        let mut inner = Hasher::after_key_block(&self.inner);
        inner.update_all(parts);
        self.sign_digest(&inner.finish())
    }

    /// The signature of a secret, which is a secret too. It is made in place, so that what it is made
    /// of is wiped.
    pub(crate) fn sign_secret(&self, secret: &[u8; 32]) -> Secret<u8, 32> {
        let mut signature = Secret::new(*secret);
        for state in [&self.inner, &self.outer] {
            let mut block = Secret::new(SHORT_MESSAGE);
            let mut state = state.clone();
            compress_short(&mut state, &mut block, &signature);
            write_digest(&mut signature, &state);
        }
        signature
    }

    /// A message that starts with the concatenated `parts`.
    pub(crate) fn message(&self, parts: &[&[u8]]) -> Message<'_> {
        let mut inner = Hasher::after_key_block(&self.inner);
        inner.update_all(parts);
        inner.compress_whole_blocks();
        Message { key: self, inner }
    }

    /// The outer half: the signature of a message by its inner digest.
    fn sign_digest(&self, inner: &[u8; 32]) -> Signature {
        let mut outer = self.outer.clone();
        let mut block = SHORT_MESSAGE;
        compress_short(&mut outer, &mut block, inner);
        digest(&outer)
    }
}

/// The start of a message to sign, hashed as far as it goes, so that messages with the same start
/// share that work.
pub(crate) struct Message<'a> {
    key: &'a Key,
    inner: Hasher,
}

impl Message<'_> {
    /// The signature of this message if it ends with the concatenated `parts`.
    pub(crate) fn sign(&self, parts: &[&[u8]]) -> Signature {
        let mut inner = self.inner.clone();
        inner.update_all(parts);
        self.key.sign_digest(&inner.finish())
    }
}

/// The block of a message of 32 bytes behind a key's block, the message left open.
const SHORT_MESSAGE: [u8; BLOCK] = {
    let mut block = [0; BLOCK];
    block[32] = END_OF_MESSAGE;
    // 96 bytes are 768 bits.
    [block[BLOCK - 2], block[BLOCK - 1]] = 768_u16.to_be_bytes();
    block
};

/// Fills a message into `block`, a [`SHORT_MESSAGE`], and compresses it.
fn compress_short(state: &mut [u32; 8], block: &mut [u8; BLOCK], message: &[u8; 32]) {
    if let Some(start) = block.first_chunk_mut() {
        *start = *message;
    }
    compress256(state, core::slice::from_ref(block));
}

fn digest(state: &[u32; 8]) -> [u8; 32] {
    let mut digest = [0; 32];
    write_digest(&mut digest, state);
    digest
}

fn write_digest(digest: &mut [u8; 32], state: &[u32; 8]) {
    for (bytes, word) in digest.as_chunks_mut().0.iter_mut().zip(state) {
        *bytes = word.to_be_bytes();
    }
}

/// SHA-256 over parts, from the state behind a key's block. It keeps some blocks back, so that
/// short parts are hashed in one go.
#[derive(Clone)]
struct Hasher {
    state: State,
    blocks: [[u8; BLOCK]; KEPT],
    filled: usize,
    total: u64,
}

impl Hasher {
    fn after_key_block(state: &State) -> Self {
        Self { state: state.clone(), blocks: [[0; BLOCK]; KEPT], filled: 0, total: BLOCK as u64 }
    }

    fn update_all(&mut self, parts: &[&[u8]]) {
        for part in parts {
            self.update(part);
        }
    }

    fn update(&mut self, mut part: &[u8]) {
        self.total += part.len() as u64;
        if self.filled == 0 && part.len() >= BLOCK {
            let (blocks, rest) = part.as_chunks();
            compress256(&mut self.state, blocks);
            part = rest;
        }
        while let Some(space) = self.blocks.as_flattened_mut().get_mut(self.filled..) {
            if let Some(space) = space.get_mut(..part.len()) {
                space.copy_from_slice(part);
                self.filled += part.len();
                return;
            }
            let (now, later) = part.split_at(space.len());
            space.copy_from_slice(now);
            compress256(&mut self.state, &self.blocks);
            self.filled = 0;
            part = later;
        }
    }

    fn compress_whole_blocks(&mut self) {
        let whole = self.filled / BLOCK;
        compress256(&mut self.state, self.blocks.get(..whole).unwrap_or_default());
        self.blocks.copy_within(whole.., 0);
        self.filled %= BLOCK;
    }

    fn finish(mut self) -> [u8; 32] {
        let bits = (self.total * 8).to_be_bytes();
        self.update(&[END_OF_MESSAGE]);
        if BLOCK * KEPT - self.filled < bits.len() {
            self.clear_rest();
            compress256(&mut self.state, &self.blocks);
            self.filled = 0;
        }
        self.clear_rest();
        let used = (self.filled + bits.len()).div_ceil(BLOCK);
        let blocks = self.blocks.get_mut(..used).unwrap_or_default();
        if let Some(length) = blocks.as_flattened_mut().last_chunk_mut() {
            *length = bits;
        }
        compress256(&mut self.state, blocks);
        digest(&self.state)
    }

    fn clear_rest(&mut self) {
        if let Some(rest) = self.blocks.as_flattened_mut().get_mut(self.filled..) {
            rest.fill(0);
        }
    }
}

#[cfg(test)]
mod known_answers;

#[cfg(test)]
mod tests {
    use super::*;
    use hmac::{Hmac, KeyInit, Mac};
    use sha2::Sha256;

    #[test]
    fn messages_of_every_length_are_signed_as_hmac_does() {
        let message: Vec<u8> = (0..=255).cycle().take(1100).collect();
        for length in 0..message.len() {
            let mut mac = Hmac::<Sha256>::new_from_slice(&[9; 32]).unwrap();
            mac.update(&message[..length]);
            let expected: Signature = mac.finalize().into_bytes().into();
            assert_eq!(Key::new(&[9; 32]).sign(&[&message[..length]]), expected, "{length}");
        }
    }

    #[test]
    fn how_the_message_is_cut_into_parts_does_not_matter() {
        let key = Key::new(&[7; 32]);
        let message: Vec<u8> = (0..=255).cycle().take(600).collect();
        for length in 0..message.len() {
            let whole = key.sign(&[&message[..length]]);
            for cut in [0, length / 3, length / 2, length] {
                let (left, right) = message[..length].split_at(cut);
                assert_eq!(key.sign(&[left, &[], right]), whole, "{length} bytes cut at {cut}");
            }
        }
    }

    #[test]
    fn messages_with_the_same_start_are_signed_as_if_alone() {
        let key = Key::new(&[7; 32]);
        let bytes: Vec<u8> = (0..=255).cycle().take(600).collect();
        for length in 0..bytes.len() {
            let (start, end) = bytes.split_at(length);
            let message = key.message(&[start]);
            for end in [end, b"", b"another end"] {
                assert_eq!(message.sign(&[end]), key.sign(&[start, end]), "{length}");
            }
        }
    }

    #[test]
    fn every_bit_counts_in_a_comparison() {
        let signature = [0x55; 32];
        assert!(equal(&signature, &signature));
        for bit in 0..256 {
            let mut other = signature;
            other[bit / 8] ^= 1 << (bit % 8);
            assert!(!equal(&signature, &other), "bit {bit}");
        }
    }
}
