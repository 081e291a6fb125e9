//! A certificate that is kept, with the keys that are made of it.

use std::sync::{Mutex, TryLockError};

use crate::credentials::AppCertificate;
use crate::issue_key::IssueKey;
use crate::signature::Key;

/// An App Certificate and its keys: that of version 006, and that of version 007 for the second in
/// which a token was made last. All are wiped on drop.
pub(crate) struct Signer {
    certificate: AppCertificate,
    key: Key,
    latest: Mutex<Option<IssueKey>>,
}

impl Signer {
    pub(crate) fn new(certificate: AppCertificate) -> Self {
        Self { key: certificate.key(), certificate, latest: Mutex::new(None) }
    }

    pub(crate) fn certificate(&self) -> &AppCertificate {
        &self.certificate
    }

    /// The key of version 006.
    pub(crate) fn key(&self) -> &Key {
        &self.key
    }

    /// The key of version 007 for tokens issued at `issue_ts`. A thread that would have to wait
    /// for the kept one makes its own, and so does a child of a fork that another thread left the
    /// lock taken in.
    pub(crate) fn issue_key(&self, issue_ts: u32) -> IssueKey {
        let mut latest = match self.latest.try_lock() {
            Ok(latest) => latest,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return self.certificate.issue_key(issue_ts),
        };
        if let Some(key) = latest.as_ref().filter(|key| key.issue_ts() == issue_ts) {
            return key.clone();
        }
        latest.insert(self.certificate.issue_key(issue_ts)).clone()
    }
}

impl Clone for Signer {
    fn clone(&self) -> Self {
        Self {
            certificate: self.certificate.clone(),
            key: self.key.clone(),
            latest: Mutex::new(None),
        }
    }
}
