//! A second, tiny encoder of version 007, written from the format's description alone and sharing
//! no code with the library: only the compression is zlib's.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::reference_006::base64;

pub struct Token<'a> {
    pub app_id: &'a str,
    pub app_certificate: &'a str,
    pub issue_ts: u32,
    pub expire: u32,
    pub salt: u32,
    /// The encoded services, in the order of the token.
    pub services: &'a [Vec<u8>],
}

impl Token<'_> {
    pub fn signing_info(&self) -> Vec<u8> {
        let mut info = counted(self.app_id.as_bytes());
        for number in [self.issue_ts, self.expire, self.salt] {
            info.extend(number.to_le_bytes());
        }
        info.extend(u16::try_from(self.services.len()).unwrap().to_le_bytes());
        info.extend(self.services.concat());
        info
    }

    pub fn payload(&self) -> Vec<u8> {
        signed(self.app_certificate, self.issue_ts, self.salt, &self.signing_info())
    }

    pub fn encode(&self) -> String {
        text(&self.payload())
    }
}

/// The payload of a signing info.
pub fn signed(certificate: &str, issue_ts: u32, salt: u32, signing_info: &[u8]) -> Vec<u8> {
    let key = hmac(&issue_ts.to_le_bytes(), certificate.as_bytes());
    let key = hmac(&salt.to_le_bytes(), &key);
    [counted(&hmac(&key, signing_info)), signing_info.to_vec()].concat()
}

/// The token of a payload.
pub fn text(payload: &[u8]) -> String {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(payload).unwrap();
    format!("007{}", base64(&encoder.finish().unwrap()))
}

/// The payload of a token.
pub fn payload(token: &str) -> Vec<u8> {
    let mut payload = Vec::new();
    ZlibDecoder::new(&stream(token)[..]).read_to_end(&mut payload).unwrap();
    payload
}

/// The compressed bytes of a token.
pub fn stream(token: &str) -> Vec<u8> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits = 0_u32;
    let mut count = 0;
    let mut bytes = Vec::new();
    for character in token[3..].trim_end_matches('=').chars() {
        bits = bits << 6 | u32::try_from(ALPHABET.find(character).unwrap()).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 255).unwrap());
        }
    }
    bytes
}

/// Bytes in lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from_digit(digit.into(), 16).unwrap())
        .collect()
}

/// A service: its number, its privileges, its fields as they are written.
pub fn service(number: u16, privileges: &[(u16, u32)], fields: &[u8]) -> Vec<u8> {
    let mut service = number.to_le_bytes().to_vec();
    service.extend(u16::try_from(privileges.len()).unwrap().to_le_bytes());
    for (privilege, expire) in privileges {
        service.extend(privilege.to_le_bytes());
        service.extend(expire.to_le_bytes());
    }
    service.extend(fields);
    service
}

/// Texts, one after another, each with its length before it.
pub fn texts(texts: &[&str]) -> Vec<u8> {
    texts.iter().flat_map(|text| counted(text.as_bytes())).collect()
}

fn counted(bytes: &[u8]) -> Vec<u8> {
    let mut counted = u16::try_from(bytes.len()).unwrap().to_le_bytes().to_vec();
    counted.extend(bytes);
    counted
}

fn hmac(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(data);
    mac.finalize().into_bytes().to_vec()
}
