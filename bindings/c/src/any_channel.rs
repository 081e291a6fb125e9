//! The word for any channel.

use core::ffi::c_char;

use dynakey_core::{ANY_CHANNEL, Input};

use crate::boundary::{optional_text, text};
use crate::error::Failure;

/// A text that nothing takes, so that a copy of the word is refused and never taken for a name.
static WORD: [u8; 2] = *b"\xff\0";

/// The word for any channel, for version 007, where a function of an app, a grant or an expectation
/// asks for a channel: known by its address, never by a text such as "*". It lives forever.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_any_channel() -> *const c_char {
    WORD.as_ptr().cast()
}

/// A channel of the caller: a name, or the word.
pub(crate) fn channel<'a>(name: *const c_char) -> Result<Input<'a>, Failure> {
    if is_any(name) { Ok(ANY_CHANNEL) } else { text(name, "channel") }
}

/// A channel of the caller that may be NULL.
pub(crate) fn optional_channel<'a>(name: *const c_char) -> Option<Input<'a>> {
    if is_any(name) { Some(ANY_CHANNEL) } else { optional_text(name) }
}

fn is_any(name: *const c_char) -> bool {
    name == dynakey_any_channel()
}
