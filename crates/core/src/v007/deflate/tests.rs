use flate2::{Compress, Compression, FlushCompress};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// The stream of zlib itself.
fn zlib(payload: &[u8]) -> Vec<u8> {
    let mut stream = Vec::with_capacity(payload.len() * 2 + 64);
    Compress::new(Compression::new(6), true)
        .compress_vec(payload, &mut stream, FlushCompress::Finish)
        .unwrap();
    stream
}

fn is_encoded_as_zlib_does(payload: &[u8]) {
    let mut stream = [0; MAX_STREAM];
    let length = encode(payload, &mut stream).unwrap();
    assert_eq!(stream[..length], zlib(payload), "{payload:?}");
}

/// Bytes of an alphabet of `letters`, a part of them repeated.
fn repetitive() -> impl Strategy<Value = Vec<u8>> {
    (1_u8..=255, vec(any::<u8>(), 1..200), vec((0_usize..200, 0_usize..80), 0..12)).prop_map(
        |(letters, bytes, copies)| {
            let mut payload: Vec<u8> = bytes.iter().map(|byte| byte % letters).collect();
            for (start, length) in copies {
                let copy: Vec<u8> = payload.iter().skip(start).take(length).copied().collect();
                payload.extend(copy);
            }
            payload.truncate(MAX_PAYLOAD);
            payload
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 2_000 } else { 100_000 }))]

    #[test]
    fn payloads_of_all_shapes_are_encoded_as_zlib_does(payload in repetitive()) {
        is_encoded_as_zlib_does(&payload);
    }

    #[test]
    fn payloads_without_repetitions_are_encoded_as_zlib_does(
        payload in vec(any::<u8>(), 1..MAX_PAYLOAD),
    ) {
        is_encoded_as_zlib_does(&payload);
    }
}

#[test]
fn the_edges_of_the_search_are_those_of_zlib() {
    for length in 1..=MAX_PAYLOAD {
        is_encoded_as_zlib_does(&vec![b'a'; length]);
        let pairs: Vec<u8> = (0..length).map(|place| b"ab"[place % 2]).collect();
        is_encoded_as_zlib_does(&pairs);
        let period: Vec<u8> = (0..length).map(|place| u8::try_from(place % 131).unwrap()).collect();
        is_encoded_as_zlib_does(&period);
    }
}

#[test]
fn all_kinds_of_blocks_are_written() {
    let random: Vec<u8> =
        (0_u32..200).map(|n| (n.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
    let text: Vec<u8> =
        random.iter().map(|byte| b"0123456789abcdef-"[usize::from(*byte) % 17]).collect();
    for (payload, kind) in [(&random[..], 0), (&text[..30], 1), (&text[..], 2)] {
        is_encoded_as_zlib_does(payload);
        assert_eq!(zlib(payload)[2] >> 1 & 3, kind);
    }
}

#[test]
fn an_empty_and_a_long_payload_are_left_to_zlib() {
    let mut stream = [0; MAX_STREAM];
    assert_eq!(encode(&[], &mut stream), None);
    assert_eq!(encode(&[0; MAX_PAYLOAD + 1], &mut stream), None);
}
