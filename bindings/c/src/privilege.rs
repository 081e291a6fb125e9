//! Privileges of the token objects.

/// A privilege of a token.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dynakey_privilege {
    /// Its number. In version 006 1 joins the channel, 2, 3 and 4 publish audio, video and data,
    /// 1000 logs in to RTM; in version 007 each service has its own.
    pub number: i64,
    /// When it ends: in version 006 in Unix seconds, in version 007 in seconds from the token's
    /// issue; 0 is as long as the token.
    pub expires: i64,
}

impl dynakey_privilege {
    pub(crate) fn new((number, expires): (&u16, &u32)) -> Self {
        Self { number: (*number).into(), expires: (*expires).into() }
    }
}
