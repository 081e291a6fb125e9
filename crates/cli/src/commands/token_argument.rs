//! A token that is given as an argument or on standard input.

use std::io::Read;

use dynakey::Input;

use crate::args::UserArgs;
use crate::failure::Failure;

/// More than this is no token; what is cut off does not matter then.
const MAX_TOKEN: u64 = 1024 * 1024;

/// The token, without the white space that pipes and clipboards add around it.
pub(crate) fn token(argument: &str) -> Result<String, Failure> {
    if argument != "-" {
        return Ok(argument.trim().to_owned());
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .take(MAX_TOKEN)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::unreadable("token", &format!("standard input: {error}")))?;
    // No token has a replacement character: what is not UTF-8 stays unreadable.
    Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
}

/// The user that is asked for; `None` if none is.
pub(crate) fn user(args: &UserArgs) -> Option<Input<'_>> {
    match (&args.uid, &args.account, args.any_user) {
        (Some(uid), _, _) => Some(uid_number(uid)),
        (_, Some(account), _) => Some(account.into()),
        (_, _, true) => Some(dynakey::ANY_USER),
        _ => None,
    }
}

/// The user that a token is to be for.
pub(crate) fn needed_user(args: &UserArgs) -> Result<Input<'_>, Failure> {
    user(args).ok_or_else(|| {
        Failure::misuse("user", "a user is needed", "Say --uid N, --account TEXT or --any-user.")
    })
}

/// A uid is a number: no other text is, lest it be taken for an account.
fn uid_number(text: &str) -> Input<'_> {
    match text.parse::<i64>() {
        Ok(number) if number.to_string() == text => number.into(),
        _ => Input::Other("a text that is no such number"),
    }
}
