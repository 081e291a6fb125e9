//! The services of a version 007 token object, by the reference's names.

use core::ops::{Deref, DerefMut};
use std::collections::BTreeMap;

use crate::apaas::NO_ROLE;
use crate::error::Result;
use crate::input::Input;
use crate::sample_api::v006::user;
use crate::service::ServiceType;
use crate::v007::{self, Permissions, ServiceFields as Fields};

/// A service of an [`AccessToken2`](super::AccessToken2): which it is, whom it is for, and its
/// privileges.
///
/// Which of the fields count depends on the service; the types such as [`ServiceRtc`] make one of
/// each kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    service_type: ServiceType,
    /// The privileges by number, each with its duration from the token's issue in seconds; 0 is as
    /// long as the token.
    pub privileges: BTreeMap<u16, u32>,
    /// RTC, Streaming, FCDN: the channel, `*` for any; APaaS: the room.
    #[doc(alias("channel_name", "room_uuid"))]
    pub channel: String,
    /// The user as text, empty for anyone.
    #[doc(alias("account", "uid", "user_id", "user_uuid"))]
    pub user: String,
    /// APaaS: the role in the room, -1 for none.
    pub role: i16,
    /// RTM2: permissions on single resources.
    pub permissions: Permissions,
}

impl Service {
    fn new(service_type: ServiceType, channel: &str, user: &str) -> Self {
        Self {
            service_type,
            privileges: BTreeMap::new(),
            channel: channel.to_owned(),
            user: user.to_owned(),
            role: NO_ROLE,
            permissions: Permissions::new(),
        }
    }

    /// Which service this is.
    #[must_use]
    #[doc(alias("getServiceType"))]
    pub fn service_type(&self) -> ServiceType {
        self.service_type
    }

    /// Grants `privilege` for `expire` seconds from the token's issue; 0 is as long as the token.
    #[doc(alias("AddPrivilege", "addPrivilege"))]
    pub fn add_privilege(&mut self, privilege: u16, expire: u32) {
        self.privileges.insert(privilege, expire);
    }

    /// The service with `privilege` granted for `expire` seconds.
    #[must_use]
    pub fn with_privilege(mut self, privilege: u16, expire: u32) -> Self {
        self.add_privilege(privilege, expire);
        self
    }

    pub(super) fn read(service: &v007::Service<'_>) -> Self {
        let mut read = Self::new(
            service.service_type(),
            service.channel().unwrap_or_default(),
            service.user().unwrap_or_default(),
        );
        read.privileges = service.privileges.iter().copied().collect();
        match &service.fields {
            Fields::Apaas { role, .. } => read.role = *role,
            Fields::Rtm2 { permissions, .. } => read.permissions = permissions.as_ref().clone(),
            _ => {}
        }
        read
    }
}

macro_rules! services {
    ($(
        $(#[$attribute:meta])*
        $name:ident = $service_type:ident
        { $($(#[$constant_attribute:meta])* $constant:ident = $number:literal, $alias:literal;)* }
    )+) => {$(
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(Service);

        impl $name {
            /// The number of this service.
            #[doc(alias("kServiceType"))]
            pub const SERVICE_TYPE: u16 = ServiceType::$service_type.number();
            $(
                $(#[$constant_attribute])*
                #[doc(alias($alias))]
                pub const $constant: u16 = $number;
            )*

            /// The service with `privilege` granted for `expire` seconds.
            #[must_use]
            pub fn with_privilege(self, privilege: u16, expire: u32) -> Self {
                Self(self.0.with_privilege(privilege, expire))
            }
        }

        impl Deref for $name {
            type Target = Service;

            fn deref(&self) -> &Service {
                &self.0
            }
        }

        impl DerefMut for $name {
            fn deref_mut(&mut self) -> &mut Service {
                &mut self.0
            }
        }

        impl From<$name> for Service {
            fn from(service: $name) -> Self {
                service.0
            }
        }
    )+};
}

services! {
    /// RTC: calls, live streams, classrooms.
    ServiceRtc = Rtc {
        /// Joins the channel.
        PRIVILEGE_JOIN_CHANNEL = 1, "kPrivilegeJoinChannel";
        /// Publishes audio.
        PRIVILEGE_PUBLISH_AUDIO_STREAM = 2, "kPrivilegePublishAudioStream";
        /// Publishes video.
        PRIVILEGE_PUBLISH_VIDEO_STREAM = 3, "kPrivilegePublishVideoStream";
        /// Publishes data.
        PRIVILEGE_PUBLISH_DATA_STREAM = 4, "kPrivilegePublishDataStream";
    }
    /// RTM: messaging and signaling.
    ServiceRtm = Rtm {
        /// Logs in.
        PRIVILEGE_LOGIN = 1, "kPrivilegeLogin";
    }
    /// Streaming to and from a channel.
    ServiceStreaming = Streaming {
        /// Publishes a mixed stream.
        PRIVILEGE_PUBLISH_MIX_STREAM = 1, "kPrivilegePublishMixStream";
        /// Publishes a raw stream.
        PRIVILEGE_PUBLISH_RAW_STREAM = 2, "kPrivilegePublishRawStream";
    }
    /// Full-path acceleration.
    ServiceFpa = Fpa {
        /// Logs in.
        PRIVILEGE_LOGIN = 1, "kPrivilegeLogin";
    }
    /// Chat.
    ServiceChat = Chat {
        /// Acts as a user.
        PRIVILEGE_USER = 1, "kPrivilegeUser";
        /// Acts as the app.
        PRIVILEGE_APP = 2, "kPrivilegeApp";
    }
    /// The fusion CDN.
    ServiceFCdn = FCdn {
        /// Publishes.
        PRIVILEGE_PUBLISH = 1, "kPrivilegePublish";
        /// Plays.
        PRIVILEGE_PLAY = 2, "kPrivilegePlay";
    }
    /// APaaS: flexible classroom and education.
    ServiceApaas = Apaas {
        /// Enters a room.
        PRIVILEGE_ROOM_USER = 1, "kPrivilegeRoomUser";
        /// Acts as a user.
        PRIVILEGE_USER = 2, "kPrivilegeUser";
        /// Acts as the app.
        PRIVILEGE_APP = 3, "kPrivilegeApp";
    }
    /// RTM with permissions on single resources.
    ServiceRtm2 = Rtm2 {
        /// Logs in.
        PRIVILEGE_LOGIN = 1, "kPrivilegeLogin";
    }
    /// Conversational AI, beside RTC and RTM.
    ServiceConvoAI = ConvoAi {}
    /// Speech to text, beside RTC and RTM.
    ServiceStt = Stt {}
}

impl ServiceRtc {
    /// The service of the user `uid`, a number, where 0 is anyone, or a text, in a channel.
    ///
    /// # Errors
    ///
    /// `invalid_uid` or `invalid_text`.
    pub fn new<'a>(channel_name: &str, uid: impl Into<Input<'a>>) -> Result<Self> {
        let user = user(uid.into())?;
        let mut digits = itoa::Buffer::new();
        Ok(Self(Service::new(ServiceType::Rtc, channel_name, user.text(&mut digits))))
    }
}

impl ServiceRtm {
    /// The service of the user `user_id`.
    #[must_use]
    pub fn new(user_id: &str) -> Self {
        Self(Service::new(ServiceType::Rtm, "", user_id))
    }
}

impl ServiceStreaming {
    /// The service of the user `account`, empty for anyone, in a channel.
    #[must_use]
    pub fn new(channel_name: &str, account: &str) -> Self {
        Self(Service::new(ServiceType::Streaming, channel_name, account))
    }
}

impl ServiceFpa {
    /// The service.
    #[must_use]
    pub fn new() -> Self {
        Self(Service::new(ServiceType::Fpa, "", ""))
    }
}

impl ServiceChat {
    /// The service of the user `user_id`; empty for the app.
    #[must_use]
    pub fn new(user_id: &str) -> Self {
        Self(Service::new(ServiceType::Chat, "", user_id))
    }
}

impl ServiceFCdn {
    /// The service of the user `account`, empty for anyone, in a channel.
    #[must_use]
    pub fn new(channel_name: &str, account: &str) -> Self {
        Self(Service::new(ServiceType::FCdn, channel_name, account))
    }
}

impl ServiceApaas {
    /// The service of the user `user_uuid` in the room `room_uuid`; either may be empty, and the
    /// role -1 is none.
    #[must_use]
    pub fn new(room_uuid: &str, user_uuid: &str, role: i16) -> Self {
        let mut service = Service::new(ServiceType::Apaas, room_uuid, user_uuid);
        service.role = role;
        Self(service)
    }
}

impl ServiceRtm2 {
    /// The service of the user `user_id`, with permissions.
    #[must_use]
    pub fn new(user_id: &str, permissions: Permissions) -> Self {
        let mut service = Service::new(ServiceType::Rtm2, "", user_id);
        service.permissions = permissions;
        Self(service)
    }
}

impl ServiceConvoAI {
    /// The service.
    #[must_use]
    pub fn new() -> Self {
        Self(Service::new(ServiceType::ConvoAi, "", ""))
    }
}

impl ServiceStt {
    /// The service.
    #[must_use]
    pub fn new() -> Self {
        Self(Service::new(ServiceType::Stt, "", ""))
    }
}

macro_rules! defaults {
    ($($name:ident)+) => {$(
        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
    )+};
}
defaults!(ServiceFpa ServiceConvoAI ServiceStt);
