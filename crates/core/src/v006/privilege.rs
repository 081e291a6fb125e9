//! The privileges of version 006.

/// Joins the channel.
pub(crate) const JOIN_CHANNEL: u16 = 1;
/// Publishes audio.
pub(crate) const PUBLISH_AUDIO: u16 = 2;
/// Publishes video.
pub(crate) const PUBLISH_VIDEO: u16 = 3;
/// Publishes data.
pub(crate) const PUBLISH_DATA: u16 = 4;
/// Logs in to RTM.
pub(crate) const RTM_LOGIN: u16 = 1000;

const NAMES: [(u16, &str); 14] = [
    (JOIN_CHANNEL, "join_channel"),
    (PUBLISH_AUDIO, "publish_audio"),
    (PUBLISH_VIDEO, "publish_video"),
    (PUBLISH_DATA, "publish_data"),
    (5, "publish_audio_cdn"),
    (6, "publish_video_cdn"),
    (7, "request_publish_audio"),
    (8, "request_publish_video"),
    (9, "request_publish_data"),
    (10, "invite_publish_audio"),
    (11, "invite_publish_video"),
    (12, "invite_publish_data"),
    (101, "administrate_channel"),
    (RTM_LOGIN, "login"),
];

/// The name of a privilege; `None` for a number without one.
pub(crate) fn name(number: u16) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == number).map(|(_, name)| *name)
}

/// The number of a privilege by its name.
pub(crate) fn number(name: &str) -> Option<u16> {
    NAMES.iter().find(|(_, known)| *known == name).map(|(number, _)| *number)
}
