//! `dynakey apaas`

use dynakey::TokenOptions;

use crate::args::Apaas;
use crate::commands::write_token;
use crate::credentials::Credentials;
use crate::failure::{Exit, Failure};
use crate::output::Output;

pub(crate) fn run(args: &Apaas, output: &Output) -> Result<Exit, Failure> {
    let app = Credentials::app(&args.credentials)?;
    let options = TokenOptions::new().ttl(args.lifetime.ttl);
    let token = match (&args.of.account, &args.room, args.role) {
        (Some(account), Some(room), Some(role)) => {
            app.apaas_room_token(room, account, role, options)
        }
        (Some(account), ..) => app.apaas_user_token(account, options),
        (None, ..) => app.apaas_app_token(options),
    };
    write_token(&token?, output)
}
