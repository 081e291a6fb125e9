//! What the integration tests share.
#![allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    clippy::indexing_slicing,
    reason = "each test binary uses a part of it"
)]

pub mod load;
#[cfg(target_os = "linux")]
pub mod memory;
pub mod reference_006;
pub mod reference_007;
pub mod testdata;

use dynakey::App;

/// The public sample project.
pub const APP_ID: &str = "970CA35de60c44645bbae8a215061b33";
pub const APP_CERTIFICATE: &str = "5CFd2fd1755d40ecb72977518be15d3b";

pub fn app() -> App {
    App::new(APP_ID, APP_CERTIFICATE).unwrap()
}
