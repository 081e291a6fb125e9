//! `dynakey chat`

use dynakey::TokenOptions;

use crate::args::Chat;
use crate::commands::write_token;
use crate::credentials::Credentials;
use crate::failure::{Exit, Failure};
use crate::output::Output;

pub(crate) fn run(args: &Chat, output: &Output) -> Result<Exit, Failure> {
    let app = Credentials::app(&args.credentials)?;
    let options = TokenOptions::new().ttl(args.lifetime.ttl);
    let token = match &args.of.account {
        Some(account) => app.chat_user_token(account, options),
        None => app.chat_app_token(options),
    };
    write_token(&token?, output)
}
