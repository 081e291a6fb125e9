//! Any text is read or refused, the same in every way of reading it, and what was read is read
//! again when it was written.
#![no_main]

use dynakey_fuzz::is_sound;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| is_sound(text));
