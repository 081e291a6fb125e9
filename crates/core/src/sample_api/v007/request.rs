//! What every builder of version 007 has: a project, a lifetime, services.

use crate::credentials::{AppCertificate, AppId};
use crate::error::Result;
use crate::input::Input;
use crate::issue::Issue;
use crate::v007;

/// The project that a builder's first two arguments name.
pub(super) struct Project {
    app_id: AppId,
    app_certificate: AppCertificate,
}

impl Project {
    pub(super) fn new(app_id: Input<'_>, app_certificate: Input<'_>) -> Result<Self> {
        Ok(Self {
            app_id: AppId::new(app_id)?,
            app_certificate: AppCertificate::new(app_certificate, "app_certificate")?,
        })
    }

    /// A token of this project.
    pub(super) fn token(
        &self,
        issue: Issue,
        expire: u32,
        services: &[v007::Service<'_>],
    ) -> Result<String> {
        v007::Fields { app_id: &self.app_id, expire, salt: issue.salt, services }
            .build(&self.app_certificate.issue_key(issue.ts))
    }
}

/// The checked arguments of a builder.
pub(super) struct Request<'a, const SERVICES: usize> {
    pub(super) project: Project,
    pub(super) expire: u32,
    pub(super) services: [v007::Service<'a>; SERVICES],
}

impl<const SERVICES: usize> Request<'_, SERVICES> {
    pub(super) fn build(&self, issue: Issue) -> Result<String> {
        self.project.token(issue, self.expire, &self.services)
    }
}
