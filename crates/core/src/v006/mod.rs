//! Version 006: one channel, one user, absolute expiries, checked by a signature over names that
//! the token itself does not hold.

mod build;
mod privilege;
mod read;

pub(crate) use build::{ChannelStart, Fields};
pub(crate) use privilege::{
    JOIN_CHANNEL, PUBLISH_AUDIO, PUBLISH_DATA, PUBLISH_VIDEO, RTM_LOGIN, name as privilege_name,
    number as privilege_number,
};
pub(crate) use read::Content;
