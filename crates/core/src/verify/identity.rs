//! Which project a token is of, and which of its certificates made it.

use crate::app::App;
use crate::credentials::{AppCertificate, AppId};
use crate::signer::Signer;
use crate::verify::finding::{Finding, FindingCode};
use crate::verify::report::{CertificateUsed, SignatureState};

/// What is known of a signature after looking at it.
pub(super) struct Identity {
    pub(super) signature: SignatureState,
    pub(super) certificate: Option<CertificateUsed>,
}

impl Identity {
    /// A signature of which no certificate is known.
    pub(super) const fn unproven(signature: SignatureState) -> Self {
        Self { signature, certificate: None }
    }

    pub(super) const fn proven(certificate: CertificateUsed) -> Self {
        Self { signature: SignatureState::Valid, certificate: Some(certificate) }
    }
}

/// Whether the token is for the app; tells if not.
pub(super) fn same_app(app_id: &AppId, app: &App, findings: &mut Vec<Finding>) -> bool {
    if *app_id == app.app_id {
        return true;
    }
    let finding =
        Finding::new(FindingCode::AppIdMismatch, format!("the token is for the App ID {app_id:?}"));
    findings.push(if app_id.eq_ignore_case(&app.app_id) {
        finding.with_hint(
            "The App IDs differ only in case, which counts: write it as the console does, on the \
             server and in the client.",
        )
    } else {
        finding
    });
    false
}

/// Which certificate, if any, is the one of the signature.
pub(super) fn proven_by(app: &App, fits: impl Fn(&Signer) -> bool) -> Option<CertificateUsed> {
    app.signers()
        .zip([CertificateUsed::Primary, CertificateUsed::Secondary])
        .find(|(signer, _)| fits(signer))
        .map(|(_, certificate)| certificate)
}

/// The finding that no certificate is the one of the signature, with what it may be.
pub(super) fn signature_mismatch(
    app: &App,
    message: &str,
    fits: impl Fn(&AppCertificate) -> bool,
) -> Finding {
    let finding = Finding::new(FindingCode::SignatureMismatch, message);
    let in_other_case = app
        .signers()
        .flat_map(|signer| signer.certificate().in_other_cases())
        .any(|certificate| fits(&certificate));
    if in_other_case {
        finding.with_hint(
            "The signature fits the certificate written in another case, which counts: write it \
             as the console does, here and where the token was made.",
        )
    } else {
        finding
    }
}
