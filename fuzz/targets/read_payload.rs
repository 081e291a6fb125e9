//! As `read_text`, but the outer layers are made, so that what is within them is reached.
#![no_main]

use dynakey_fuzz::{is_sound, wrapped};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| is_sound(&wrapped(data)));
