//! Salts: 32 random bits that make two tokens of one second differ.
//!
//! They come from the operating system, never from a generator in this process: after a fork,
//! parent and child would go on with the same numbers. A system call for each would cost as much as
//! the signature, so a thread draws some at once and throws them away when it finds itself in
//! another process. Asking for the process id is a system call too: it is left out between two
//! salts that follow each other faster than any fork can.

use core::cell::RefCell;
use core::time::Duration;
use std::time::SystemTime;

use crate::error::{Error, ErrorCode, Result};

/// 256 bytes: the most that one call to the system gives without being interruptible.
const POOL: usize = 64;

/// A fork copies page tables: the fastest take ten times as long and more.
const FASTER_THAN_A_FORK: Duration = Duration::from_micros(5);

/// Salts drawn from the system but not yet used. 0 marks a used one: it is never a salt.
struct Pool {
    process: u32,
    /// When the last salt was drawn.
    drawn: Option<SystemTime>,
    salts: [u32; POOL],
    used: usize,
}

thread_local! {
    static SALTS: RefCell<Pool> =
        const { RefCell::new(Pool::empty()) };
}

/// One salt, drawn when the system's clock reads `now`.
pub(crate) fn draw(now: SystemTime) -> Result<u32> {
    SALTS
        .try_with(|pool| pool.try_borrow_mut().ok().map(|mut pool| pool.draw(now)))
        .ok()
        .flatten()
        // The thread is ending and its pool is gone.
        .unwrap_or_else(|| Pool::empty().draw(now))
}

/// A supply for a batch, which stays within one call and so within one process.
pub(crate) struct Supply(Pool);

impl Supply {
    pub(crate) fn new() -> Self {
        Self(Pool::empty())
    }

    pub(crate) fn draw(&mut self) -> Result<u32> {
        self.0.next()
    }
}

impl Pool {
    const fn empty() -> Self {
        Self { process: 0, drawn: None, salts: [0; POOL], used: POOL }
    }

    fn draw(&mut self, now: SystemTime) -> Result<u32> {
        // A clock that was set back or stands still tells nothing.
        let since = self.drawn.and_then(|drawn| now.duration_since(drawn).ok());
        let may_have_forked =
            since.is_none_or(|since| since.is_zero() || since > FASTER_THAN_A_FORK);
        self.drawn = Some(now);
        if may_have_forked {
            self.notice_fork();
        }
        self.next()
    }

    /// Throws the salts away if they were drawn in another process.
    fn notice_fork(&mut self) {
        let process = std::process::id();
        if self.process != process {
            self.used = POOL;
            self.process = process;
        }
    }

    fn next(&mut self) -> Result<u32> {
        loop {
            let Some(salt) = self.salts.get_mut(self.used).map(core::mem::take) else {
                self.fill()?;
                continue;
            };
            self.used += 1;
            if salt != 0 {
                return Ok(salt);
            }
        }
    }

    fn fill(&mut self) -> Result<()> {
        let mut bytes = [[0; 4]; POOL];
        getrandom::fill(bytes.as_flattened_mut()).map_err(|error| {
            Error::new(
                ErrorCode::EntropyUnavailable,
                format!("the system gave no random bytes: {error}"),
            )
        })?;
        self.salts = bytes.map(u32::from_ne_bytes);
        self.used = 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn salts_are_never_zero_and_rarely_repeat() {
        let mut supply = Supply::new();
        let salts: HashSet<u32> = (0..10_000)
            .map(|turn| {
                if turn % 2 == 0 { draw(SystemTime::now()) } else { supply.draw() }.unwrap()
            })
            .collect();
        assert!(!salts.contains(&0));
        assert!(salts.len() > 9_990, "{} different salts of 10,000", salts.len());
    }

    #[test]
    fn another_process_throws_the_pool_away() {
        let now = SystemTime::now();
        let later = now + FASTER_THAN_A_FORK + Duration::from_nanos(1);
        // A clock that was set back or stands still tells nothing of the time that has passed.
        let set_back = now - Duration::from_nanos(1);
        for next in [later, set_back, now] {
            let mut pool = Pool::empty();
            pool.draw(now).unwrap();
            let left = pool.salts;
            pool.process = pool.process.wrapping_add(1);
            assert!(!left.contains(&pool.draw(next).unwrap()));
        }
    }

    #[test]
    fn the_process_is_not_asked_for_between_two_quick_salts() {
        let now = SystemTime::now();
        let mut pool = Pool::empty();
        pool.draw(now).unwrap();
        let left = pool.salts;
        pool.process = pool.process.wrapping_add(1);
        assert!(left.contains(&pool.draw(now + FASTER_THAN_A_FORK).unwrap()));
    }

    #[test]
    fn zeros_from_the_system_are_passed_over() {
        let mut salts = [0; POOL];
        salts[5] = 77;
        let mut pool = Pool { process: std::process::id(), salts, used: 0, ..Pool::empty() };
        assert_eq!(pool.draw(SystemTime::now()), Ok(77));
    }

    #[test]
    fn threads_have_their_own_salts() {
        let drawn: Vec<u32> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|_| {
                    scope.spawn(|| {
                        (0..100).map(|_| draw(SystemTime::now()).unwrap()).collect::<Vec<_>>()
                    })
                })
                .collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        assert!(drawn.iter().collect::<HashSet<_>>().len() > 795);
    }
}
