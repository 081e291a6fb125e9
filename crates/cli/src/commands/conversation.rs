//! `dynakey convoai` and `dynakey stt`

use dynakey::{Grant, Role, TokenOptions};

use crate::args::ConversationArgs;
use crate::commands::token_argument::needed_user;
use crate::commands::write_token;
use crate::credentials::Credentials;
use crate::failure::{Exit, Failure};
use crate::output::Output;

/// Makes a token of RTC and RTM and one more `service`.
pub(crate) fn run(
    args: &ConversationArgs,
    service: Grant<'_>,
    output: &Output,
) -> Result<Exit, Failure> {
    let user = needed_user(&args.user)?;
    let rtm = args.rtm.as_ref().or(args.user.account.as_ref()).or(args.user.uid.as_ref());
    let rtm = rtm.ok_or_else(|| {
        Failure::misuse("rtm", "an RTM user is needed", "Say --rtm TEXT beside --any-user.")
    })?;
    let app = Credentials::app(&args.credentials)?;
    let services = [
        Grant::rtc(args.channel.input(), user).role(Role::from(args.role)),
        Grant::rtm(rtm),
        service,
    ];
    write_token(&app.token(services, TokenOptions::new().ttl(args.lifetime.ttl))?, output)
}
