//! The privileges of version 007, numbered within each service.

use crate::service::ServiceType;

/// Logs in to RTM, RTM2 or FPA.
pub(crate) const LOGIN: u16 = 1;
/// Chat: acts as a user.
pub(crate) const CHAT_USER: u16 = 1;
/// Chat: acts as the app.
pub(crate) const CHAT_APP: u16 = 2;
/// APaaS: enters a room as a user.
pub(crate) const APAAS_ROOM_USER: u16 = 1;
/// APaaS: acts as a user.
pub(crate) const APAAS_USER: u16 = 2;
/// APaaS: acts as the app.
pub(crate) const APAAS_APP: u16 = 3;

/// The names of a service's privileges, from number 1 on.
pub(crate) const fn names(service: ServiceType) -> &'static [&'static str] {
    match service {
        ServiceType::Rtc => &["join_channel", "publish_audio", "publish_video", "publish_data"],
        ServiceType::Rtm | ServiceType::Fpa | ServiceType::Rtm2 => &["login"],
        ServiceType::Streaming => &["publish_mixed_stream", "publish_raw_stream"],
        ServiceType::Chat => &["user", "app"],
        ServiceType::FCdn => &["publish", "play"],
        ServiceType::Apaas => &["room_user", "user", "app"],
        ServiceType::ConvoAi | ServiceType::Stt => &[],
    }
}

/// The name of a privilege; `None` for a number without one.
pub(crate) fn name(service: ServiceType, number: u16) -> Option<&'static str> {
    names(service).get(usize::from(number).checked_sub(1)?).copied()
}

/// The number of a privilege by its name.
pub(crate) fn number(service: ServiceType, name: &str) -> Option<u16> {
    let place = names(service).iter().position(|known| *known == name)?;
    u16::try_from(place + 1).ok()
}
