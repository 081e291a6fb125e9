//! `dynakey token`

use dynakey::{ANY_CHANNEL, Grant, Input, Role, TokenOptions};

use crate::args::Token;
use crate::commands::token_argument::{needed_user, user};
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
    refuse_unused(args)?;
    let app = Credentials::app(&args.credentials)?;
    write_token(&app.token(services, TokenOptions::new().ttl(args.lifetime.ttl))?, output)
}

/// The services that were said, in the order of their numbers.
fn services(args: &Token) -> Result<Vec<Grant<'_>>, Failure> {
    let role = args.role.map_or(Role::Publisher, Role::from);
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

/// Refuses what none of the services takes, so that nothing is left out of a token in silence.
fn refuse_unused(args: &Token) -> Result<(), Failure> {
    let Token { rtc, any_channel, streaming, fcdn, apaas_room, rtm2, .. } = args;
    let has_role = !rtc.is_empty() || *any_channel || !fcdn.is_empty();
    let has_user = has_role || !streaming.is_empty() || apaas_room.is_some();
    for (is_unused, argument, message, hint) in [
        (
            !args.permissions.permission.is_empty() && rtm2.is_none(),
            "permission",
            "permissions belong to --rtm2",
            "Say --rtm2 ACCOUNT in place of --rtm ACCOUNT.",
        ),
        (
            user(&args.user).is_some() && !has_user,
            "user",
            "none of these services takes --uid, --account or --any-user",
            "Say the user of RTM, Chat and APaaS as their value: --rtm ACCOUNT.",
        ),
        (
            args.role.is_some() && !has_role,
            "role",
            "only --rtc, --any-channel and --fcdn have a role",
            "Leave --role out.",
        ),
    ] {
        if is_unused {
            return Err(Failure::misuse(argument, message, hint));
        }
    }
    Ok(())
}
