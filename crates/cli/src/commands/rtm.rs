//! `dynakey rtm`

use dynakey::{Grant, RtmOptions, TokenOptions, Version};

use crate::args::Rtm;
use crate::commands::write_token;
use crate::credentials::Credentials;
use crate::failure::{Exit, Failure};
use crate::output::Output;
use crate::permission;

pub(crate) fn run(args: &Rtm, output: &Output) -> Result<Exit, Failure> {
    let version = &args.version.token_version;
    let permissions = &args.permissions.permission;
    if !permissions.is_empty() && version != Version::V007.as_str() {
        return Err(Failure::misuse(
            "token_version",
            "only version 007 has permissions",
            "Leave --token-version or --permission out.",
        ));
    }
    let app = Credentials::app(&args.credentials)?;
    let ttl = args.lifetime.ttl;
    let token = if permissions.is_empty() {
        app.rtm_token(&args.account, RtmOptions::new().ttl(ttl).version(version))?
    } else {
        let grant = Grant::rtm2(&args.account, permission::together(permissions)?);
        app.token([grant], TokenOptions::new().ttl(ttl))?
    };
    write_token(&token, output)
}
