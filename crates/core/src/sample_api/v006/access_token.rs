//! The token object of version 006.

use core::fmt;
use std::collections::BTreeMap;

use zeroize::Zeroizing;

use crate::content::Content;
use crate::credentials::{AppCertificate, AppId};
use crate::error::{ErrorCode, Result};
use crate::input::Input;
use crate::issue::Issue;
use crate::lifetime::DAY;
use crate::timestamp;
use crate::user::User;
use crate::v006;
use crate::version::Version;
use crate::wire::field_length;

/// A version 006 token in its parts: any channel, any user, any privileges, and the salt and the
/// end of the token as they are set.
///
/// [`AccessToken::build`] checks ids, sizes and texts, nothing else; see [`crate::App`] for tokens
/// that are checked as a whole. The certificate is never printed and is wiped on drop.
///
/// ```
/// use dynakey::sample_api::AccessToken;
///
/// let mut token = AccessToken::new(
///     "970CA35de60c44645bbae8a215061b33",
///     "5CFd2fd1755d40ecb72977518be15d3b",
///     "7d72365eb983485397e3e3f9d460bdda",
///     2_882_341_273_u32,
/// )?;
/// token.salt = 1;
/// token.ts = 1_111_111;
/// token.add_privilege(AccessToken::JOIN_CHANNEL, 1_446_455_471);
/// assert_eq!(
///     token.build()?,
///     "006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7dIfRBXo\
///      FHlEAABAAAAR/QQAAEAAQCvKDdW"
/// );
/// # Ok::<(), dynakey::Error>(())
/// ```
#[derive(Clone)]
pub struct AccessToken {
    /// The App ID, 32 hexadecimal digits.
    pub app_id: String,
    /// The channel, for RTM the account. A token does not hold it: reading one leaves it alone.
    pub channel_name: String,
    /// The user as text, empty for anyone. A token does not hold it: reading one leaves it alone.
    #[doc(alias("uidStr"))]
    pub uid: String,
    /// The salt.
    pub salt: u32,
    /// When the token as a whole ends, in Unix seconds.
    pub ts: u32,
    /// The privileges by number, each with its end in Unix seconds or 0.
    pub messages: BTreeMap<u16, u32>,
    /// The checksum of the channel, of a token that was read.
    pub crc_channel_name: u32,
    /// The checksum of the user, of a token that was read.
    pub crc_uid: u32,
    /// The signature of a token that was read.
    pub signature: [u8; 32],
    /// `None` in one that was read: wiping an empty text costs more than a call to the allocator.
    app_certificate: Option<Zeroizing<String>>,
}

impl AccessToken {
    /// The privilege to join the channel.
    #[doc(alias("kJoinChannel"))]
    pub const JOIN_CHANNEL: u16 = v006::JOIN_CHANNEL;
    /// The privilege to publish audio.
    #[doc(alias("kPublishAudioStream"))]
    pub const PUBLISH_AUDIO_STREAM: u16 = v006::PUBLISH_AUDIO;
    /// The privilege to publish video.
    #[doc(alias("kPublishVideoStream"))]
    pub const PUBLISH_VIDEO_STREAM: u16 = v006::PUBLISH_VIDEO;
    /// The privilege to publish data.
    #[doc(alias("kPublishDataStream"))]
    pub const PUBLISH_DATA_STREAM: u16 = v006::PUBLISH_DATA;
    /// The privilege to log in to RTM.
    #[doc(alias("kRtmLogin"))]
    pub const RTM_LOGIN: u16 = v006::RTM_LOGIN;

    /// A token without privileges, with a random salt, that ends 24 hours from now.
    ///
    /// `uid` is a number, where 0 is anyone, or a text, which is taken as it is.
    ///
    /// # Errors
    ///
    /// `invalid_uid` or `invalid_text` about `uid`, `clock_out_of_range`, `entropy_unavailable`.
    /// The other arguments are looked at by [`AccessToken::build`].
    pub fn new<'a>(
        app_id: &str,
        app_certificate: &str,
        channel_name: &str,
        uid: impl Into<Input<'a>>,
    ) -> Result<Self> {
        let uid = user(uid.into())?.text(&mut itoa::Buffer::new()).to_owned();
        let Issue { ts, salt } = Issue::by_system_clock()?;
        Ok(Self {
            app_id: app_id.to_owned(),
            channel_name: channel_name.to_owned(),
            uid,
            salt,
            ts: ts + DAY,
            messages: BTreeMap::new(),
            crc_channel_name: 0,
            crc_uid: 0,
            signature: [0; 32],
            app_certificate: Some(Zeroizing::new(app_certificate.to_owned())),
        })
    }

    /// Grants `privilege` until `expire_timestamp`, in Unix seconds; 0 is as long as the token.
    #[doc(alias("addPrivilege", "addPriviledge"))]
    pub fn add_privilege(&mut self, privilege: u16, expire_timestamp: u32) {
        self.messages.insert(privilege, expire_timestamp);
    }

    /// The token.
    ///
    /// # Errors
    ///
    /// `invalid_app_id`, `invalid_app_certificate`, or `field_too_long` for a channel or user of
    /// more than 65535 bytes or for more than 10920 privileges.
    pub fn build(&self) -> Result<String> {
        AccessTokenFields {
            app_id: (&self.app_id).into(),
            app_certificate: self.app_certificate.as_ref().map_or("", |text| text.as_str()).into(),
            channel_name: (&self.channel_name).into(),
            uid: (&self.uid).into(),
            salt: self.salt.into(),
            ts: self.ts.into(),
        }
        .build(
            self.messages
                .iter()
                .map(|(privilege, expires)| (Input::from(*privilege), Input::from(*expires))),
        )
    }

    /// Reads `token` into this object; `false`, and everything cleared but the certificate, if it
    /// can't be read. See [`inspect`](crate::inspect) for the reason.
    ///
    /// ```
    /// use dynakey::sample_api::AccessToken;
    ///
    /// let mut token = AccessToken::new("", "", "", 0)?;
    /// assert!(!token.from_string("006 and nothing that can be read"));
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    #[doc(alias("fromString", "FromString"))]
    pub fn from_string(&mut self, token: &str) -> bool {
        let read = Self::read(token);
        let is_read = read.is_ok();
        let kept = core::mem::replace(self, read.unwrap_or_else(|_| Self::empty()));
        self.app_certificate = kept.app_certificate;
        if is_read {
            self.channel_name = kept.channel_name;
            self.uid = kept.uid;
        }
        is_read
    }

    /// A token object of what `token` holds, which is neither its channel, user nor certificate.
    ///
    /// # Errors
    ///
    /// As [`inspect`](crate::inspect); `unsupported_version` also for a token of version 007.
    ///
    /// ```
    /// use dynakey::sample_api::AccessToken;
    ///
    /// let token = "006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7\
    ///              dIfRBXoFHlEAABAAAAR/QQAAEAAQCvKDdW";
    /// assert_eq!(AccessToken::read(token)?.messages[&AccessToken::JOIN_CHANNEL], 1_446_455_471);
    /// # Ok::<(), dynakey::Error>(())
    /// ```
    pub fn read<'a>(token: impl Into<Input<'a>>) -> Result<Self> {
        let content = match Content::read(token.into())? {
            Content::V006(content) => content,
            Content::V007(_) => return Err(Version::V007.unexpected()),
        };
        Ok(Self {
            app_id: content.app_id.as_str().to_owned(),
            salt: content.salt,
            ts: content.ts,
            messages: content.privileges.iter().copied().collect(),
            crc_channel_name: content.channel_crc,
            crc_uid: content.user_crc,
            signature: content.signature,
            ..Self::empty()
        })
    }

    fn empty() -> Self {
        Self {
            app_id: String::new(),
            channel_name: String::new(),
            uid: String::new(),
            salt: 0,
            ts: 0,
            messages: BTreeMap::new(),
            crc_channel_name: 0,
            crc_uid: 0,
            signature: [0; 32],
            app_certificate: None,
        }
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AccessToken")
            .field("app_id", &self.app_id)
            .field("channel_name", &self.channel_name)
            .field("uid", &self.uid)
            .field("salt", &self.salt)
            .field("ts", &self.ts)
            .field("messages", &self.messages)
            .finish_non_exhaustive()
    }
}

/// The fields of an [`AccessToken`] as another language's token object holds them, unchecked.
#[derive(Clone, Copy, Debug)]
pub struct AccessTokenFields<'a> {
    /// The App ID.
    pub app_id: Input<'a>,
    /// The App Certificate.
    pub app_certificate: Input<'a>,
    /// The channel, for RTM the account.
    pub channel_name: Input<'a>,
    /// The user: a number, where 0 is anyone, or a text, where "" is.
    pub uid: Input<'a>,
    /// The salt, 0 to 4294967295.
    pub salt: Input<'a>,
    /// When the token as a whole ends, in Unix seconds.
    pub ts: Input<'a>,
}

impl AccessTokenFields<'_> {
    /// The token with the privileges `messages`, number and end; of a repeated number the last
    /// counts.
    ///
    /// # Errors
    ///
    /// The first field that fails: `invalid_app_id`, `invalid_app_certificate`, `invalid_text`,
    /// `field_too_long`, `invalid_channel_name` for what is no text, `invalid_uid`,
    /// `number_out_of_range` about `salt` or a privilege's number, `expiry_not_a_timestamp` about
    /// `ts` or a privilege's end.
    ///
    /// See [`AccessToken`] for an example.
    pub fn build<'m>(
        self,
        messages: impl IntoIterator<Item = (Input<'m>, Input<'m>)>,
    ) -> Result<String> {
        let app_id = AppId::new(self.app_id)?;
        let app_certificate = AppCertificate::new(self.app_certificate, "app_certificate")?;
        let channel =
            self.channel_name.text(ErrorCode::InvalidChannelName, "channel_name", "a text")?;
        field_length("channel_name", channel.len())?;
        let user = user(self.uid)?;
        let mut digits = itoa::Buffer::new();
        let user = user.text(&mut digits);
        field_length("uid", user.len())?;
        let salt = self.salt.number("salt", u32::MAX)?;
        let ts = timestamp::any(self.ts, "ts")?;
        let mut privileges = BTreeMap::new();
        for (privilege, expires) in messages {
            let privilege = privilege.number("messages", u16::MAX)?;
            privileges.insert(privilege, timestamp::any(expires, "messages")?);
        }
        let privileges: Vec<_> = privileges.into_iter().collect();
        v006::Fields { app_id: &app_id, channel, user, salt, ts, privileges: &privileges }
            .build(&app_certificate.key())
    }
}

/// The user as a token object takes it: a text is taken as it is.
pub(in crate::sample_api) fn user(input: Input<'_>) -> Result<User<'_>> {
    match input {
        Input::Text(text) => Ok(User::Account(text)),
        _ => User::from_uid(input, "uid"),
    }
}
