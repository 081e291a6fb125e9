//! An Agora project: what its tokens are made with and checked against.

use core::fmt;

use crate::clock::Clock;
use crate::credentials::{AppCertificate, AppId};
use crate::error::Result;
use crate::input::Input;
use crate::signer::Signer;

/// An Agora project: an App ID and its App Certificate, checked once.
///
/// The state of the signing key is computed once too, so an `App` that is kept makes tokens faster
/// than the [sample API](crate::sample_api). It is `Send` and `Sync`. The certificate is wiped from
/// memory when the `App` is dropped, and `Debug` never shows it.
///
/// ```
/// use dynakey::{App, RtcOptions};
///
/// let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
/// let token = app.rtc_token("room", 42, RtcOptions::new().ttl(600))?;
/// assert!(token.starts_with("007"));
/// assert!(!format!("{app:?}").contains("5CFd2fd1755d40ecb72977518be15d3b"));
/// # Ok::<(), dynakey::Error>(())
/// ```
#[derive(Clone)]
pub struct App {
    pub(crate) app_id: AppId,
    pub(crate) signer: Signer,
    pub(crate) secondary: Option<Signer>,
    pub(crate) clock: Clock,
}

impl App {
    /// An app from its App ID and primary App Certificate, each 32 hexadecimal digits as the Agora
    /// console shows them. Case is kept: it matters to the signature.
    ///
    /// # Errors
    ///
    /// `invalid_app_id`, `invalid_app_certificate`, or `invalid_text`, whichever argument fails
    /// first.
    pub fn new<'a>(
        app_id: impl Into<Input<'a>>,
        app_certificate: impl Into<Input<'a>>,
    ) -> Result<Self> {
        Ok(Self {
            app_id: AppId::new(app_id.into())?,
            signer: AppCertificate::new(app_certificate.into(), "app_certificate")
                .map(Signer::new)?,
            secondary: None,
            clock: Clock::system(),
        })
    }

    /// Adds the project's secondary certificate, for the time of a rotation: tokens are made with
    /// the first certificate and verified with either, and a [`Report`](crate::Report) says which.
    ///
    /// # Errors
    ///
    /// `invalid_app_certificate` or `invalid_text`, about `secondary_certificate`.
    ///
    /// ```
    /// # use dynakey::App;
    /// let app = App::new("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?
    ///     .with_secondary_certificate("00112233445566778899aabbccddeeff")?;
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn with_secondary_certificate<'a>(
        mut self,
        certificate: impl Into<Input<'a>>,
    ) -> Result<Self> {
        let certificate = AppCertificate::new(certificate.into(), "secondary_certificate")?;
        self.secondary = Some(Signer::new(certificate));
        Ok(self)
    }

    /// Replaces the system's clock; see [`Clock`] for an example.
    #[must_use]
    pub fn with_clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// The certificates that tokens are verified with, the primary one first.
    pub(crate) fn signers(&self) -> impl Iterator<Item = &Signer> {
        core::iter::once(&self.signer).chain(&self.secondary)
    }

    /// The App ID, in the case it was given in.
    #[must_use]
    pub fn app_id(&self) -> &str {
        self.app_id.as_str()
    }
}

impl fmt::Debug for App {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("App")
            .field("app_id", &self.app_id)
            .field("certificate", self.signer.certificate())
            .field("secondary", &self.secondary.as_ref().map(Signer::certificate))
            .finish_non_exhaustive()
    }
}
