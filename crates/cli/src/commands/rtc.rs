//! `dynakey rtc`

use dynakey::{Role, RtcOptions};

use crate::args::Rtc;
use crate::commands::token_argument::user;
use crate::commands::write_token;
use crate::credentials::Credentials;
use crate::failure::{Exit, Failure};
use crate::output::Output;

pub(crate) fn run(args: &Rtc, output: &Output) -> Result<Exit, Failure> {
    let user = user(&args.user).ok_or_else(|| {
        Failure::misuse("user", "a user is needed", "Say --uid N, --account TEXT or --any-user.")
    })?;
    let app = Credentials::app(&args.credentials)?;
    let mut options = RtcOptions::new().role(Role::from(args.role)).ttl(args.lifetime.ttl);
    if let Some(version) = &args.lifetime.token_version {
        options = options.version(version);
    }
    write_token(&app.rtc_token(&args.channel, user, options)?, output)
}
