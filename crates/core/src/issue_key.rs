//! The key of version 007, derived from the certificate, the time of issue and the salt.

use crate::secret::Secret;
use crate::signature::{Key, Signature};

/// A certificate's key for all tokens that are issued in one second. Wiped on drop.
#[derive(Clone)]
pub(crate) struct IssueKey {
    issue_ts: u32,
    digest: Secret<u8, 32>,
}

impl IssueKey {
    /// The key of a certificate, by its 32 ASCII digits, for tokens issued at `issue_ts`.
    pub(crate) fn new(certificate: &[u8; 32], issue_ts: u32) -> Self {
        Self { issue_ts, digest: number_key(issue_ts).sign_secret(certificate) }
    }

    pub(crate) fn issue_ts(&self) -> u32 {
        self.issue_ts
    }

    /// The signature of `signing_info`, which holds `salt`.
    pub(crate) fn sign(&self, salt: u32, signing_info: &[u8]) -> Signature {
        let token_key = number_key(salt).sign_secret(&self.digest);
        Key::new(&token_key).sign(&[signing_info])
    }
}

/// A number as a key: HMAC fills short keys up with zeros.
fn number_key(number: u32) -> Key {
    let mut key = [0; 32];
    if let Some(start) = key.first_chunk_mut() {
        *start = number.to_le_bytes();
    }
    Key::new(&key)
}
