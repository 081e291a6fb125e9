//! `dynakey rtc`

use dynakey::{Role, RtcOptions};

use crate::args::Rtc;
use crate::commands::token_argument::needed_user;
use crate::commands::write_token;
use crate::credentials::Credentials;
use crate::failure::{Exit, Failure};
use crate::output::Output;

pub(crate) fn run(args: &Rtc, output: &Output) -> Result<Exit, Failure> {
    let user = needed_user(&args.user)?;
    let app = Credentials::app(&args.credentials)?;
    let options = RtcOptions::new()
        .role(Role::from(args.role))
        .ttl(args.lifetime.ttl)
        .version(&args.version.token_version);
    write_token(&app.rtc_token(args.channel.input(), user, options)?, output)
}
