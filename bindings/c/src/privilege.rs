//! Privileges of the token object.

/// A privilege of a version 006 token.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dynakey_privilege {
    /// Its number: 1 joins the channel, 2, 3 and 4 publish audio, video and data, 1000 logs in to
    /// RTM.
    pub number: i64,
    /// When it ends, in Unix seconds; 0 is as long as the token.
    pub expires: i64,
}
