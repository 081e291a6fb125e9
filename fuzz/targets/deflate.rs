//! The text of a token is that of stock zlib at level 6; where the size of a block with trees is
//! misjudged, it is a few bytes longer.
#![no_main]

use std::io::{Read, Write};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use dynakey::sample_api::{AccessToken2, ServiceFCdn};
use dynakey_fuzz::{APP_CERTIFICATE, APP_ID};
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: (u8, u32, &[u8])| {
    let (share, salt, bytes) = data;
    let (texts, numbers) = bytes.split_at(bytes.len() * usize::from(share) / 255);
    let (channel, user) = texts.split_at(texts.len() / 2);
    // Each byte is a character: those above 127 are two bytes of UTF-8.
    let text = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect::<String>();
    let mut service = ServiceFCdn::new(&text(channel), &text(user));
    for entry in numbers.as_chunks::<6>().0 {
        let [number, rest @ ..] = entry.as_chunks::<2>().0 else { continue };
        let value = rest.as_flattened().try_into().expect("four bytes");
        service.add_privilege(u16::from_le_bytes(*number), u32::from_le_bytes(value));
    }
    let mut token =
        AccessToken2::new(APP_ID, APP_CERTIFICATE, 1, 600).expect("the fields are good");
    token.salt = salt;
    token.add_service(service);
    let Ok(text) = token.build() else { return };

    let stream = BASE64_STANDARD.decode(text.trim_start_matches("007")).expect("it is base64");
    let mut payload = Vec::new();
    ZlibDecoder::new(&stream[..]).read_to_end(&mut payload).expect("it is a zlib stream");
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(&payload).expect("memory takes all");
    let stock = encoder.finish().expect("memory takes all");
    assert!(stream == stock || is_misjudged(&stream, &stock), "{payload:?}");

    // What the stream holds is what was signed.
    let read = AccessToken2::read(&text).expect("what was built can be read");
    assert!(read.verify_signature(APP_CERTIFICATE));
    assert_eq!(read.services, token.services);
});

/// The most bytes by which a block in the fixed code may be longer than the one with trees that
/// zlib writes: more than were ever seen.
const MISJUDGED_BYTES: usize = 16;

fn is_misjudged(stream: &[u8], stock: &[u8]) -> bool {
    let kind = |stream: &[u8]| stream.get(2).map(|block| block >> 1 & 3);
    let longer = stream.len().checked_sub(stock.len());
    kind(stream) == Some(1)
        && kind(stock) == Some(2)
        && longer.is_some_and(|bytes| (1..=MISJUDGED_BYTES).contains(&bytes))
}
