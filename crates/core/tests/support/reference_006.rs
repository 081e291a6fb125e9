//! A second, tiny encoder of version 006, written from the format's description alone and sharing
//! no code with the library, so that the library never proves itself.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

pub struct Token<'a> {
    pub app_id: &'a str,
    pub app_certificate: &'a str,
    pub channel: &'a str,
    pub user: &'a str,
    pub salt: u32,
    pub ts: u32,
    pub privileges: &'a [(u16, u32)],
}

impl Token<'_> {
    pub fn encode(&self) -> String {
        let message = self.message();
        let mut mac = Hmac::<Sha256>::new_from_slice(self.app_certificate.as_bytes()).unwrap();
        for part in [self.app_id, self.channel, self.user] {
            mac.update(part.as_bytes());
        }
        mac.update(&message);
        let mut content = counted(&mac.finalize().into_bytes());
        content.extend(crc32(self.channel).to_le_bytes());
        content.extend(crc32(self.user).to_le_bytes());
        content.extend(counted(&message));
        format!("006{}{}", self.app_id, base64(&content))
    }

    fn message(&self) -> Vec<u8> {
        let mut privileges = self.privileges.to_vec();
        privileges.sort_unstable();
        let mut message = self.salt.to_le_bytes().to_vec();
        message.extend(self.ts.to_le_bytes());
        message.extend(u16::try_from(privileges.len()).unwrap().to_le_bytes());
        for (privilege, expires) in privileges {
            message.extend(privilege.to_le_bytes());
            message.extend(expires.to_le_bytes());
        }
        message
    }
}

fn counted(bytes: &[u8]) -> Vec<u8> {
    let mut counted = u16::try_from(bytes.len()).unwrap().to_le_bytes().to_vec();
    counted.extend(bytes);
    counted
}

/// CRC-32 bit by bit.
fn crc32(text: &str) -> u32 {
    !text.bytes().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 }
        })
    })
}

pub fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, i| bits << 8 | usize::from(*chunk.get(i).unwrap_or(&0)));
        for place in 0..4 {
            let digit = ALPHABET[bits >> (18 - 6 * place) & 63];
            text.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}
