//! Many tokens in one call.

use crate::error::Result;
use crate::input::Input;
use crate::salt::Supply;
use crate::user::User;

/// Builds a token for each of `users` from what they have in common; all or nothing.
///
/// The users come before the options in the order of the arguments, so where the options
/// (`template`) are at fault a faulty user is still the one to report.
pub(crate) fn each<'a, T, U: Into<Input<'a>>>(
    users: impl IntoIterator<Item = U>,
    checked: impl Fn(Input<'a>) -> Result<User<'a>>,
    template: Result<T>,
    token: impl Fn(&T, User<'a>, u32) -> Result<String>,
) -> Result<Vec<String>> {
    let mut users = users.into_iter().map(Into::into).enumerate();
    let template = match template {
        Ok(template) => template,
        Err(error) => {
            let faulty = users
                .find_map(|(index, user)| checked(user).err().map(|error| error.at_index(index)));
            return Err(faulty.unwrap_or(error));
        }
    };
    let mut salts = Supply::new();
    let mut tokens = Vec::with_capacity(users.size_hint().0);
    for (index, user) in users {
        let user = checked(user).map_err(|error| error.at_index(index))?;
        tokens.push(token(&template, user, salts.draw()?)?);
    }
    Ok(tokens)
}
