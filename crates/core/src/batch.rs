//! Many tokens in one call.

use std::thread;

use crate::error::{Error, Result};
use crate::input::Input;
use crate::salt::Supply;
use crate::user::User;

/// The fewest tokens for which a thread is started, which costs as much as some dozens of them.
const FEWEST: usize = 1000;
/// The most tokens that a thread builds before all of them go on.
const MOST: usize = 8 * FEWEST;

/// Builds a token for each of `users` from what they have in common; all or nothing.
///
/// The users come before the options in the order of the arguments, so where the options
/// (`template`) are at fault a faulty user is still the one to report.
pub(crate) fn each<'a, T: Sync, U: Into<Input<'a>>>(
    users: impl IntoIterator<Item = U>,
    checked: impl Fn(Input<'a>) -> Result<User<'a>> + Sync,
    template: Result<T>,
    token: impl Fn(&T, User<'a>, u32) -> Result<String> + Sync,
) -> Result<Vec<String>> {
    let users = users.into_iter().map(Into::into);
    let checked = |index, user| checked(user).map_err(|error: Error| error.at_index(index));
    let template = match template {
        Ok(template) => template,
        Err(error) => {
            let faulty = (0..).zip(users).find_map(|(index, user)| checked(index, user).err());
            return Err(faulty.unwrap_or(error));
        }
    };
    let build =
        |index, user, salts: &mut Supply| token(&template, checked(index, user)?, salts.draw()?);
    let mut tokens = Vec::with_capacity(users.size_hint().0);
    let are_few = users.size_hint().1.is_some_and(|count| count <= FEWEST);
    if are_few || cfg!(not(feature = "threads")) {
        append(&mut tokens, 0, users, build)?;
    } else {
        // Asking for it costs as much as some dozens of tokens.
        let threads = thread::available_parallelism().map_or(1, usize::from);
        append_by_threads(&mut tokens, threads, users, build)?;
    }
    Ok(tokens)
}

/// Appends a token for each of `users`, the first of whom is number `first` of the batch. The error
/// is that of the first user who is at fault.
fn append<'a>(
    tokens: &mut Vec<String>,
    first: usize,
    users: impl Iterator<Item = Input<'a>>,
    build: impl Fn(usize, Input<'a>, &mut Supply) -> Result<String>,
) -> Result<()> {
    let mut salts = Supply::new();
    for (index, user) in (first..).zip(users) {
        tokens.push(build(index, user, &mut salts)?);
    }
    Ok(())
}

/// As [`append`], with more threads if there are enough users. They are taken from their iterator
/// window by window, so that a batch of millions needs no second list of all.
fn append_by_threads<'a>(
    tokens: &mut Vec<String>,
    threads: usize,
    mut users: impl Iterator<Item = Input<'a>>,
    build: impl Fn(usize, Input<'a>, &mut Supply) -> Result<String> + Sync,
) -> Result<()> {
    let work = |(first, users): (usize, &[Input<'a>])| {
        let mut tokens = Vec::with_capacity(users.len());
        append(&mut tokens, first, users.iter().copied(), &build).map(|()| tokens)
    };
    loop {
        let window: Vec<_> = users.by_ref().take(threads * MOST).collect();
        if window.is_empty() {
            return Ok(());
        }
        let share = window.len().div_ceil(threads).max(FEWEST);
        let mut shares = (tokens.len()..).step_by(share).zip(window.chunks(share));
        let own = shares.next();
        thread::scope(|scope| {
            let started: Vec<_> = shares
                .map(|share| {
                    let thread = thread::Builder::new();
                    // Where the system has no thread to give, the share is left for this one.
                    thread.spawn_scoped(scope, move || work(share)).map_err(|_| share)
                })
                .collect();
            let own = own.map(work);
            let others = started.into_iter().map(|started| match started {
                Ok(thread) => thread.join().unwrap_or_else(|_| Err(Error::internal())),
                Err(share) => work(share),
            });
            for built in own.into_iter().chain(others) {
                tokens.append(&mut built?);
            }
            Ok(())
        })?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;

    const COUNT: usize = 3 * MOST + 17;

    /// The users' numbers with a salt that is none, by as many threads, but for a faulty user.
    fn built(threads: usize, count: usize, faulty: &[usize]) -> Result<Vec<String>> {
        let mut tokens = Vec::new();
        let users = (0..count).map(|number| Input::Integer(i128::try_from(number).unwrap()));
        append_by_threads(&mut tokens, threads, users, |index, user, salts| {
            assert_eq!(user, Input::Integer(i128::try_from(index).unwrap()));
            assert_ne!(salts.draw()?, 0);
            if faulty.contains(&index) {
                return Err(Error::new(ErrorCode::InvalidUid, "a fault").at_index(index));
            }
            Ok(index.to_string())
        })?;
        Ok(tokens)
    }

    #[test]
    fn threads_keep_the_order_of_the_users() {
        for threads in [1, 2, 3, 16] {
            for count in [0, 1, FEWEST, FEWEST + 1, MOST, 2 * MOST, COUNT] {
                let expected: Vec<_> = (0..count).map(|number| number.to_string()).collect();
                assert_eq!(built(threads, count, &[]).unwrap(), expected, "{threads}, {count}");
            }
        }
    }

    #[test]
    fn the_first_faulty_user_is_told_however_many_threads_there_are() {
        for threads in [1, 2, 16] {
            for faulty in [vec![0], vec![COUNT - 1], vec![MOST + 1, MOST, COUNT - 1]] {
                let error = built(threads, COUNT, &faulty).unwrap_err();
                assert_eq!(error.index(), faulty.iter().copied().min(), "{threads}");
            }
        }
    }
}
