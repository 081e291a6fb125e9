//! Fields to bytes to signature to text.

use crate::base64;
use crate::credentials::{AppId, HEX_DIGITS};
use crate::error::Result;
use crate::signature::{Key, Message, Signature};
use crate::wire::{Writer, field_length};

/// The version and the App ID.
const HEAD: usize = 3 + HEX_DIGITS;
/// Salt, end and the number of privileges.
const MESSAGE_HEAD: usize = 4 + 4 + 2;
const PRIVILEGE: usize = 2 + 4;
/// The counted signature, two checksums and the message's length.
const CONTENT_HEAD: usize = (2 + 32) + 4 + 4 + 2;
/// The longest content that is put together on the stack: 12 privileges.
const ON_STACK: usize = CONTENT_HEAD + MESSAGE_HEAD + 12 * PRIVILEGE;

/// What the tokens for one channel have in common, done once.
pub(crate) struct ChannelStart<'a> {
    checksum: u32,
    message: Message<'a>,
}

impl<'a> ChannelStart<'a> {
    pub(crate) fn new(app_id: &AppId, channel: &str, key: &'a Key) -> Self {
        Self {
            checksum: crc32fast::hash(channel.as_bytes()),
            message: key.message(&[app_id.as_bytes(), channel.as_bytes()]),
        }
    }
}

/// What a version 006 token says, and whom it says it for.
pub(crate) struct Fields<'a> {
    pub(crate) app_id: &'a AppId,
    pub(crate) channel: &'a str,
    /// The user as text, empty for anyone.
    pub(crate) user: &'a str,
    pub(crate) salt: u32,
    /// When the token as a whole ends, in Unix seconds.
    pub(crate) ts: u32,
    /// Ascending by number, without repetition.
    pub(crate) privileges: &'a [(u16, u32)],
}

impl Fields<'_> {
    /// The token, signed with `key`. It is the only allocation for up to 12 privileges.
    pub(crate) fn build(&self, key: &Key) -> Result<String> {
        let (app_id, channel, user) = (self.app_id.as_bytes(), self.channel, self.user.as_bytes());
        let channel = channel.as_bytes();
        self.build_with(crc32fast::hash(channel), |message| {
            key.sign(&[app_id, channel, user, message])
        })
    }

    /// The token, one of many for the channel that `start` is of.
    pub(crate) fn build_from(&self, start: &ChannelStart<'_>) -> Result<String> {
        self.build_with(start.checksum, |message| {
            start.message.sign(&[self.user.as_bytes(), message])
        })
    }

    fn build_with(
        &self,
        channel_checksum: u32,
        sign: impl FnOnce(&[u8]) -> Signature,
    ) -> Result<String> {
        let message_length = MESSAGE_HEAD + PRIVILEGE * self.privileges.len();
        let counted = field_length("messages", message_length)?;
        let length = CONTENT_HEAD + message_length;
        let mut short = [0; ON_STACK];
        let mut long = Vec::new();
        let content = if let Some(short) = short.get_mut(..length) {
            short
        } else {
            long.resize(length, 0);
            &mut long
        };

        let (head, message) = content.split_at_mut(CONTENT_HEAD);
        self.write_message(message);
        let mut writer = Writer::new(head);
        writer.counted_bytes(&sign(message));
        writer.u32(channel_checksum);
        writer.u32(crc32fast::hash(self.user.as_bytes()));
        writer.u16(counted);
        debug_assert!(writer.is_full());
        Ok(self.text(content))
    }

    fn write_message(&self, message: &mut [u8]) {
        let mut writer = Writer::new(message);
        writer.u32(self.salt);
        writer.u32(self.ts);
        writer.map(self.privileges);
        debug_assert!(writer.is_full());
    }

    fn text(&self, content: &[u8]) -> String {
        let encoded = base64::encoded_length(content.len());
        let mut text = Vec::with_capacity(HEAD + encoded);
        text.extend_from_slice(b"006");
        text.extend_from_slice(self.app_id.as_bytes());
        text.resize(HEAD + encoded, b'=');
        if let Some(rest) = text.get_mut(HEAD..) {
            base64::encode(content, rest);
        }
        String::from_utf8(text).unwrap_or_default()
    }
}
