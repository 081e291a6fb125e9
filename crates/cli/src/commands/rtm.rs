//! `dynakey rtm`

use dynakey::RtmOptions;

use crate::args::Rtm;
use crate::commands::write_token;
use crate::credentials::Credentials;
use crate::failure::{Exit, Failure};
use crate::output::Output;

pub(crate) fn run(args: &Rtm, output: &Output) -> Result<Exit, Failure> {
    let app = Credentials::app(&args.credentials)?;
    let mut options = RtmOptions::new().ttl(args.lifetime.ttl);
    if let Some(version) = &args.lifetime.token_version {
        options = options.version(version);
    }
    write_token(&app.rtm_token(&args.account, options)?, output)
}
