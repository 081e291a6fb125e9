//! Texts that are given to the caller.

use core::ffi::c_char;
use std::ffi::CString;

use crate::boundary::{c_text, field, free, free_text};

/// Frees a text that a function of this library gave; NULL is left alone.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_string_free(text: *mut c_char) {
    free_text(text);
}

/// The tokens of a batch. Freed with `dynakey_tokens_free`; its texts live as long as it does.
pub struct dynakey_tokens(Vec<CString>);

impl dynakey_tokens {
    pub(crate) fn new(tokens: Vec<String>) -> Self {
        Self(tokens.into_iter().map(c_text).collect())
    }
}

/// How many tokens there are; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_tokens_count(tokens: *const dynakey_tokens) -> usize {
    field(tokens, 0, |tokens| tokens.0.len())
}

/// The token of a user, counted from 0 in the order of the call; NULL beyond the last.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_tokens_at(tokens: *const dynakey_tokens, index: usize) -> *const c_char {
    crate::error::text_of(tokens, |tokens| tokens.0.get(index).map(CString::as_c_str))
}

/// Frees the tokens of a batch; NULL is left alone.
#[unsafe(no_mangle)]
pub extern "C" fn dynakey_tokens_free(tokens: *mut dynakey_tokens) {
    free(tokens);
}
