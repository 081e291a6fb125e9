//! `dynakey token`

use dynakey::{ANY_CHANNEL, Grant, Input, Role, TokenOptions};

use crate::args::Token;
use crate::commands::token_argument::needed_user;
use crate::commands::write_token;
use crate::credentials::Credentials;
use crate::failure::{Exit, Failure};
use crate::output::Output;
use crate::permission;

pub(crate) fn run(args: &Token, output: &Output) -> Result<Exit, Failure> {
    let services = services(args)?;
    if services.is_empty() {
        return Err(Failure::misuse(
            "services",
            "a service is needed",
            "Say --rtc CHANNEL, --rtm ACCOUNT or another one; dynakey token --help lists them.",
        ));
    }
    let app = Credentials::app(&args.credentials)?;
    write_token(&app.token(services, TokenOptions::new().ttl(args.lifetime.ttl))?, output)
}

/// The services that were said, in the order of their numbers.
fn services(args: &Token) -> Result<Vec<Grant<'_>>, Failure> {
    let role = Role::from(args.role);
    let any_channel = args.any_channel.then_some(ANY_CHANNEL);
    let mut services = Vec::new();
    for channel in args.rtc.iter().map(Input::from).chain(any_channel) {
        services.push(Grant::rtc(channel, needed_user(&args.user)?).role(role));
    }
    services.extend(args.rtm.iter().map(Grant::rtm));
    for channel in &args.streaming {
        services.push(Grant::streaming(channel, needed_user(&args.user)?));
    }
    services.extend(args.fpa.then(Grant::fpa));
    services.extend(args.chat.iter().map(Grant::chat_user));
    services.extend(args.chat_app.then(Grant::chat_app));
    for channel in &args.fcdn {
        services.push(Grant::fcdn(channel, needed_user(&args.user)?).role(role));
    }
    if let (Some(room), Some(role)) = (&args.apaas_room, args.apaas_role) {
        let account = args.user.account.as_ref().ok_or_else(|| {
            Failure::misuse("user", "a room needs an account", "Say --account TEXT.")
        })?;
        services.push(Grant::apaas_room(room, account, role));
    }
    services.extend(args.apaas.iter().map(Grant::apaas_user));
    services.extend(args.apaas_app.then(Grant::apaas_app));
    if let Some(account) = &args.rtm2 {
        let permissions = permission::together(&args.permissions.permission)?;
        services.push(Grant::rtm2(account, permissions));
    }
    services.extend(args.convoai.then(Grant::convo_ai));
    services.extend(args.stt.then(Grant::stt));
    Ok(services)
}
