//! What the fuzz targets share.

mod reading;
mod token;
pub mod values;

pub use reading::{is_sound, wrapped};
pub use token::AnyService;

use dynakey::App;

/// The public sample project.
pub const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
/// Its certificate.
pub const APP_CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";
/// The certificate of nobody.
pub const OTHER_CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3c";

/// The public sample project, or the one that has another certificate.
///
/// # Panics
///
/// Never.
#[must_use]
pub fn app(certificate: &str) -> App {
    App::new(APP_ID, certificate).expect("the credentials are good")
}
