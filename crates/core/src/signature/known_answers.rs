//! Answers of others.

use sha2::{Digest, Sha256};

use super::*;

/// A key of any length as HMAC takes it: a short one is padded with zeros, one that is longer than
/// a block is hashed first.
fn sign(key: &[u8], message: &[u8]) -> Signature {
    let mut secret = [0; 32];
    if key.len() > BLOCK {
        secret = Sha256::digest(key).into();
    } else {
        secret[..key.len()].copy_from_slice(key);
    }
    Key::new(&secret).sign(&[message])
}

#[test]
fn signs_the_cases_of_rfc_4231() {
    let counting: Vec<u8> = (1..=25).collect();
    let cases: [(&[u8], &[u8], &str); 7] = [
        (
            &[0x0b; 20],
            b"Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        ),
        (
            b"Jefe",
            b"what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
        (
            &[0xaa; 20],
            &[0xdd; 50],
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        ),
        (
            &counting,
            &[0xcd; 50],
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
        ),
        // This one is truncated.
        (&[0x0c; 20], b"Test With Truncation", "a3b6167473100ee06e0c796c2955552b"),
        (
            &[0xaa; 131],
            b"Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        ),
        (
            &[0xaa; 131],
            b"This is a test using a larger than block-size key and a larger than block-size \
              data. The key needs to be hashed before being used by the HMAC algorithm.",
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
        ),
    ];
    for (number, (key, message, expected)) in cases.into_iter().enumerate() {
        assert!(hex(&sign(key, message)).starts_with(expected), "case {}", number + 1);
    }
}

/// Of OpenSSL, for keys and messages of lengths about those of a block.
#[test]
fn signs_as_openssl_does_with_keys_and_messages_of_all_lengths() {
    let bytes = |length: u16, step: u16, start: u16| -> Vec<u8> {
        (0..length).map(|place| (place * step + start).to_le_bytes()[0]).collect()
    };
    for (key, message, expected) in [
        (0, 0, "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
        (0, 1000, "404d34b5e8d68d9e3b405e57224841d63da728a15841baa9fcf0343606005b5a"),
        (1, 0, "2f8738164025afdddbc18665c6e8f37de9498db7fd194873c61ee30c22192a9a"),
        (1, 1000, "345738b5b38aa0f951120cbb77aed69c4b1d0f91b096e47c0b8cd5f8eaf17a62"),
        (16, 0, "84e6de662128db6a45ccc396dfbba07040f40631347afe789da347396eae523a"),
        (16, 1000, "dedf5a57dccedc9c3d0e357e21b2af80469e1c7b3a7883a1ff64dd7127354f0d"),
        (20, 55, "6083c0757c61e0b3769f7d84f7126e257a3d1e2a0e272b88c95adcfd2123d9cd"),
        (31, 56, "15935f81347cd05fc359c061cc93ea8ae04ad18dc6fc202d06ff72d7af93d245"),
        (31, 119, "9ab2f5d080fa11bbca6d562fdc1c60fd9e38fdbdcdc536a47e3278c67d3bcf35"),
        (32, 0, "61441727616675ef1218d04f4db2af842446a742020936d8529aa18818205abc"),
        (32, 1, "b58d86c970881b4f9101ad15f021f2837a659e8d2b18acfff6c77ca99962471c"),
        (32, 55, "a77833cf3be7caaac358b0fedf17e0c18594fbf5ecbe1300fed4d2a862c956cb"),
        (32, 56, "5d12f5d2077428e8618a5918969507c1061f95069d45a49333518cec88eff133"),
        (32, 64, "557bfe313b63c3b9f888d64e2c9480a10bf6d2936689ebf57a863789f448bf4e"),
        (32, 119, "c2d2028cc98748289914742a4807490b10ea3a0d9b5e81cb8a561b6d2299ca99"),
        (32, 1000, "c134b3f3f192c2a4932fcbf2dba69255d687a9372c4820f0a8b7ba139209f0e4"),
    ] {
        let signature = sign(&bytes(key, 7, 1), &bytes(message, 11, 0));
        assert_eq!(hex(&signature), expected, "{key} and {message} bytes");
    }
}
