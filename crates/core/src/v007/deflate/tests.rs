use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
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

/// What zlib reads of a stream that ends where it should.
fn inflated(stream: &[u8]) -> Option<Vec<u8>> {
    let mut payload = Vec::with_capacity(2 * MAX_PAYLOAD);
    let mut inflate = Decompress::new(true);
    let status = inflate.decompress_vec(stream, &mut payload, FlushDecompress::Finish).ok()?;
    let is_whole = status == Status::StreamEnd && inflate.total_in() == stream.len() as u64;
    is_whole.then_some(payload)
}

/// What is read here is what zlib reads, and a good fixed block is always read here.
fn is_decoded_as_zlib_does(stream: &[u8]) {
    match (decode(stream), inflated(stream)) {
        (None, Some(payload)) => {
            let is_fixed = stream[2] & 7 == 1 | (1 << 1);
            assert!(!is_fixed || payload.len() > MAX_PAYLOAD, "{stream:?}");
        }
        (decoded, inflated) => assert_eq!(decoded, inflated, "{stream:?}"),
    }
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

/// The payload of a token for a call, signed with `signature`.
fn token_payload(signature: [u8; 32], channel: &str, user: &str) -> Vec<u8> {
    let counted = |bytes: &[u8]| [&[u8::try_from(bytes.len()).unwrap(), 0], bytes].concat();
    let hour = 3600_u32.to_le_bytes();
    let privileges = (1..=4).flat_map(|privilege| [&[privilege, 0], &hour[..]].concat());
    [
        counted(&signature),
        counted(b"970CA35de60c44645bbae8a215061b33"),
        1_764_000_000_u32.to_le_bytes().to_vec(),
        hour.to_vec(),
        signature[..4].to_vec(),
        vec![1, 0, 1, 0, 4, 0],
        privileges.collect(),
        counted(channel.as_bytes()),
        counted(user.as_bytes()),
    ]
    .concat()
}

/// Names of channels and users as people give them: the longer, and the fewer characters they are
/// made of, the nearer are the sizes of the two kinds of blocks.
fn name() -> impl Strategy<Value = String> {
    const UUID: &str = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    prop_oneof![
        Just(String::new()),
        "[0-9a-f]{1,63}",
        UUID,
        "[0-9]{1,63}",
        "[a-z]{2,12}-[0-9]{1,10}",
        "[a-zA-Z0-9]{1,63}",
        "[ab]{1,63}",
        "[a-f]{1,63}",
        "[a-p]{1,63}",
    ]
}

/// Two names of the same neighbouring characters, each as often: what is estimated worst.
fn even_names() -> impl Strategy<Value = (String, String)> {
    (b'!'..=b'@', 1..63_u8, 1..7_usize)
        .prop_flat_map(|(first, characters, times)| {
            let characters: Vec<_> = (first..first + characters).map(char::from).collect();
            Just(characters.repeat(times)).prop_shuffle()
        })
        .prop_map(|characters| {
            let (channel, user) = characters.split_at(characters.len() / 2);
            (channel.iter().collect(), user.iter().collect())
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 2_000 } else { 100_000 }))]

    #[test]
    fn payloads_of_all_shapes_are_encoded_as_zlib_does(payload in repetitive()) {
        is_encoded_as_zlib_does(&payload);
    }

    #[test]
    fn tokens_are_encoded_as_zlib_does(signature: [u8; 32], channel in name(), user in name()) {
        is_encoded_as_zlib_does(&token_payload(signature, &channel, &user));
    }

    #[test]
    fn tokens_of_even_names_are_encoded_as_zlib_does(signature: [u8; 32], names in even_names()) {
        is_encoded_as_zlib_does(&token_payload(signature, &names.0, &names.1));
    }

    #[test]
    fn payloads_without_repetitions_are_encoded_as_zlib_does(
        payload in vec(any::<u8>(), 1..MAX_PAYLOAD),
    ) {
        is_encoded_as_zlib_does(&payload);
    }

    #[test]
    fn streams_are_read_as_zlib_reads_them(
        payload in repetitive(),
        change in (any::<prop::sample::Index>(), any::<u8>()),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut stream = zlib(&payload);
        is_decoded_as_zlib_does(&stream);
        is_decoded_as_zlib_does(&stream[..cut.index(stream.len())]);
        is_decoded_as_zlib_does(&[&stream[..], &[0]].concat());
        let place = change.0.index(stream.len());
        stream[place] ^= change.1;
        is_decoded_as_zlib_does(&stream);
    }

    /// Nearly all of these are broken: symbols that are none, distances before the start.
    #[test]
    fn random_fixed_blocks_are_read_as_zlib_reads_them(
        mut bits in vec(any::<u8>(), 1..40),
        payload in vec(any::<u8>(), 0..8),
    ) {
        bits[0] = bits[0] & !7 | 1 | (1 << 1);
        is_decoded_as_zlib_does(&[&HEADER[..], &bits, &adler32(&payload).to_be_bytes()].concat());
    }

    /// Skewed alphabets without gaps are described in the fewest items.
    #[test]
    fn payloads_of_skewed_alphabets_are_encoded_as_zlib_does(
        letters in 2_u32..256,
        pairs in vec((any::<u8>(), any::<u8>()), 1..MAX_PAYLOAD),
    ) {
        let letter = |pair: &(u8, u8)| {
            let product = u32::from(pair.0) * u32::from(pair.1) * letters;
            u8::try_from(product >> 16).unwrap()
        };
        let payload: Vec<u8> = pairs.iter().map(letter).collect();
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

/// Up to which length a longer repetition is looked for a byte later, and how long that may be.
#[test]
fn a_longer_repetition_a_byte_later_is_taken_where_zlib_takes_it() {
    for length in 3..=130 {
        let word: Vec<u8> = (1..=length).collect();
        let longer = [&word[1..], b"\xfe\xff"].concat();
        is_encoded_as_zlib_does(
            &[b"!", &word[..], b"?", &longer, b"!?", &word[..1], &longer].concat(),
        );
    }
}

/// Other bytes of which zlib's hash, the highest bit of a byte at the 8th, the 13th and the 18th of
/// 15 bits, is that of `three`.
fn of_equal_hash([a, b, c]: [u8; 3]) -> impl Iterator<Item = [u8; 3]> {
    (1..512_u16).map(move |number| {
        let [low, middle, high] = [0, 3, 6].map(|place| u8::try_from(number >> place & 7).unwrap());
        [a ^ (high << 5) ^ middle, b ^ (middle << 5) ^ low, c ^ (low << 5)]
    })
}

#[test]
fn as_many_places_of_a_hash_are_looked_at_as_zlib_does() {
    for seed in 1..=20_u8 {
        let word: Vec<u8> = (1..=20_u8).map(|place| place.wrapping_mul(2 * seed + 35)).collect();
        let others = |at: usize, count| {
            let three = *word[at..].first_chunk().unwrap();
            of_equal_hash(three).take(count).collect::<Vec<_>>().concat()
        };
        for count in 120..136 {
            is_encoded_as_zlib_does(&[b"!", &word[..], &others(0, count), &word].concat());
        }
        // There are fewer if a good one is known from the byte before; other hashes don't count.
        let known = [&word[..9], b"?"].concat();
        let filler = <sha2::Sha512 as sha2::Digest>::digest([seed]).repeat(4);
        for count in 24..40 {
            let others = [&known[..], &others(1, count), &filler].concat();
            is_encoded_as_zlib_does(&[b"!", &word[1..], &others, &word].concat());
        }
    }
}

/// zlib gives a code to a second distance too, and which one depends on the first.
#[test]
fn blocks_of_one_distance_have_the_trees_of_zlib() {
    // Bytes of 64 letters, of which no three come again.
    let apart: Vec<u8> = [1, 3, 5, 7]
        .into_iter()
        .flat_map(|step| (0..64_u8).map(move |place| 0xc0 | place.wrapping_mul(step)))
        .collect();
    for distance in 1..=8 {
        let repeated: Vec<u8> = [200, 210, 206, 230, 226, 250, 246, 196][..distance].repeat(12);
        let payload = [&apart[..], &repeated].concat();
        is_encoded_as_zlib_does(&payload);
        assert_eq!(zlib(&payload)[2] >> 1 & 3, 2, "it has trees");
    }
}

/// The second byte makes the first two a multiple of 31, and has a flag for a dictionary.
#[test]
fn every_head_is_read_as_zlib_reads_it() {
    let mut stream = zlib(b"a token");
    let mut is_read = |head: [u8; 2]| {
        stream[..2].copy_from_slice(&head);
        is_decoded_as_zlib_does(&stream);
        decode(&stream).is_some()
    };
    assert_eq!((0..=255).filter(|flags| is_read([HEADER[0], *flags])).count(), 4);
    assert_eq!((0..=255).filter(|method| is_read([*method, HEADER[1]])).count(), 1);
}

/// The codes of these bytes are nine bits long, so a block ends at each of the eight bits.
#[test]
fn bytes_between_block_and_checksum_are_refused() {
    for length in 0..8 {
        let payload: Vec<u8> = (200..=200 + length).collect();
        let stream = zlib(&payload);
        assert_eq!(decode(&stream).as_ref(), Some(&payload));
        for more in [1, 2, 9] {
            let mut stream = stream.clone();
            let end = stream.len() - 4;
            stream.splice(end..end, vec![0; more]);
            assert_eq!(inflated(&stream), None);
            assert_eq!(decode(&stream), None, "{payload:?} and {more}");
        }
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
fn empty_long_and_unlikely_payloads_are_left_to_zlib() {
    let mut stream = [0; MAX_STREAM];
    assert_eq!(encode(&[], &mut stream), None);
    assert_eq!(encode(&[0; MAX_PAYLOAD + 1], &mut stream), None);
    // One byte too often to be counted in a byte, but never three times in a row.
    let alternating: Vec<u8> = (0..=255).flat_map(|other| [b'a', other]).collect();
    assert_eq!(encode(&alternating, &mut stream), None);
}

/// Where the estimate is too high, the text is not zlib's, but as good.
#[test]
fn a_block_that_is_misjudged_is_a_byte_longer_and_read_back() {
    let signature = <sha2::Sha256 as sha2::Digest>::digest(92364_u32.to_le_bytes()).into();
    let channel = r"a\bVY`YaZYVb]WW\baeZ`cXdddX^\[eWc\aW_VVa[bWeVd";
    let payload =
        token_payload(signature, channel, r"a[^\[Y`e_VeX\dc_Z\Y[W_Xa\WeY`YaXVeX^_[_]ZZ`ZcX");
    let mut stream = [0; MAX_STREAM];
    let length = encode(&payload, &mut stream).unwrap();
    assert_eq!(length, zlib(&payload).len() + 1);
    assert_eq!(inflated(&stream[..length]).unwrap(), payload);
    assert_eq!(decode(&stream[..length]).unwrap(), payload);
}

#[test]
fn trees_are_rarely_made_for_a_token() {
    let payloads = (0..1000_u32).map(|number| {
        let signature = <sha2::Sha256 as sha2::Digest>::digest(number.to_le_bytes()).into();
        token_payload(signature, "7d72365eb983485397e3e3f9d460bdda", "2882341273")
    });
    let made = payloads.filter(|payload| {
        let mut stream = [0; MAX_STREAM];
        let (frequencies, fixed) = write_fixed(payload, &mut BitWriter::new(&mut stream));
        is_encoded_as_zlib_does(payload);
        estimate::smallest(&frequencies).is_none_or(|bits| bits.div_ceil(8) < fixed.div_ceil(8))
    });
    let made = made.count();
    assert!(made < 150, "{made} of 1000");
}
