//! The services of version 007 and their fields.

use std::borrow::Cow;

use super::Permissions;
use crate::error::Result;
use crate::privileges::Privileges;
use crate::service::ServiceType;
use crate::wire::{Reader, Writer, entry_count, field_length};

/// A service as a token holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Service<'a> {
    pub(crate) privileges: Privileges,
    pub(crate) fields: Fields<'a>,
}

/// What a service's tokens hold besides their privileges, in the order of the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fields<'a> {
    Rtc { channel: Cow<'a, str>, user: Cow<'a, str> },
    Rtm { user: Cow<'a, str> },
    Streaming { channel: Cow<'a, str>, user: Cow<'a, str> },
    Fpa,
    Chat { user: Cow<'a, str> },
    FCdn { channel: Cow<'a, str>, user: Cow<'a, str> },
    Apaas { room: Cow<'a, str>, user: Cow<'a, str>, role: i16 },
    Rtm2 { user: Cow<'a, str>, permissions: Cow<'a, Permissions> },
    ConvoAi,
    Stt,
}

impl Service<'_> {
    pub(crate) fn service_type(&self) -> ServiceType {
        match self.fields {
            Fields::Rtc { .. } => ServiceType::Rtc,
            Fields::Rtm { .. } => ServiceType::Rtm,
            Fields::Streaming { .. } => ServiceType::Streaming,
            Fields::Fpa => ServiceType::Fpa,
            Fields::Chat { .. } => ServiceType::Chat,
            Fields::FCdn { .. } => ServiceType::FCdn,
            Fields::Apaas { .. } => ServiceType::Apaas,
            Fields::Rtm2 { .. } => ServiceType::Rtm2,
            Fields::ConvoAi => ServiceType::ConvoAi,
            Fields::Stt => ServiceType::Stt,
        }
    }

    /// The channel's or room's name, if this service has one.
    pub(crate) fn channel(&self) -> Option<&str> {
        match &self.fields {
            Fields::Rtc { channel, .. }
            | Fields::Streaming { channel, .. }
            | Fields::FCdn { channel, .. } => Some(channel),
            Fields::Apaas { room, .. } => Some(room),
            _ => None,
        }
    }

    /// The user as text, if this service has one.
    pub(crate) fn user(&self) -> Option<&str> {
        match &self.fields {
            Fields::Rtc { user, .. }
            | Fields::Rtm { user }
            | Fields::Streaming { user, .. }
            | Fields::Chat { user }
            | Fields::FCdn { user, .. }
            | Fields::Apaas { user, .. }
            | Fields::Rtm2 { user, .. } => Some(user),
            Fields::Fpa | Fields::ConvoAi | Fields::Stt => None,
        }
    }

    /// How many bytes [`Service::write`] writes.
    ///
    /// # Errors
    ///
    /// `field_too_long`.
    pub(super) fn size(&self) -> Result<usize> {
        entry_count("privileges", self.privileges.len())?;
        let text = |argument, text: Option<&str>| -> Result<usize> {
            text.map_or(Ok(0), |text| Ok(2 + usize::from(field_length(argument, text.len())?)))
        };
        let mut size = 4 + 6 * self.privileges.len();
        size += text("channel", self.channel())?;
        size += text("user", self.user())?;
        Ok(size
            + match &self.fields {
                Fields::Apaas { .. } => 2,
                Fields::Rtm2 { permissions, .. } => permissions.size()?,
                _ => 0,
            })
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) {
        writer.u16(self.service_type().number());
        writer.map(&self.privileges);
        for text in [self.channel(), self.user()].into_iter().flatten() {
            writer.counted_bytes(text.as_bytes());
        }
        match &self.fields {
            Fields::Apaas { role, .. } => writer.bytes(&role.to_le_bytes()),
            Fields::Rtm2 { permissions, .. } => permissions.write(writer),
            _ => {}
        }
    }

    /// Reads what follows the service's number.
    pub(super) fn read(
        service_type: ServiceType,
        reader: &mut Reader<'_>,
    ) -> Result<Service<'static>> {
        let privileges = reader.map("privilege")?;
        let mut text = || reader.text().map(Cow::Owned);
        let fields = match service_type {
            ServiceType::Rtc => Fields::Rtc { channel: text()?, user: text()? },
            ServiceType::Rtm => Fields::Rtm { user: text()? },
            ServiceType::Streaming => Fields::Streaming { channel: text()?, user: text()? },
            ServiceType::Fpa => Fields::Fpa,
            ServiceType::Chat => Fields::Chat { user: text()? },
            ServiceType::FCdn => Fields::FCdn { channel: text()?, user: text()? },
            ServiceType::Apaas => {
                let (room, user) = (text()?, text()?);
                Fields::Apaas { room, user, role: reader.u16()?.cast_signed() }
            }
            ServiceType::Rtm2 => {
                let user = text()?;
                Fields::Rtm2 { user, permissions: Cow::Owned(Permissions::read(reader)?) }
            }
            ServiceType::ConvoAi => Fields::ConvoAi,
            ServiceType::Stt => Fields::Stt,
        };
        Ok(Service { privileges, fields })
    }
}
