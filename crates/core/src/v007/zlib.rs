//! zlib streams: written as stock zlib at level 6 writes them, read within bounds.

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

use super::deflate;
use crate::error::{Error, ErrorCode, Result};

/// The longest payload that is built or read: 256 KiB.
pub(crate) const MAX_PAYLOAD: usize = 256 * 1024;
const LEVEL: u32 = 6;
/// Where inflated bytes go first: nearly every payload fits.
const FIRST_SPACE: usize = 1024;

/// Hands the zlib stream of `payload` to `then`.
pub(super) fn compressed<T>(payload: &[u8], then: impl FnOnce(&[u8]) -> T) -> Result<T> {
    let mut short = [0; deflate::MAX_STREAM];
    if let Some(stream) =
        deflate::encode(payload, &mut short).and_then(|length| short.get(..length))
    {
        return Ok(then(stream));
    }
    // What can't be compressed is stored, with a few bytes for each 16 KiB.
    let mut stream = Vec::with_capacity(payload.len() + payload.len() / 1000 + 64);
    let status = Compress::new(Compression::new(LEVEL), true).compress_vec(
        payload,
        &mut stream,
        FlushCompress::Finish,
    );
    match status {
        Ok(Status::StreamEnd) => Ok(then(&stream)),
        _ => Err(Error::internal()),
    }
}

/// The payload of the zlib stream `stream`, which must end where the stream does.
pub(super) fn decompressed(stream: &[u8]) -> Result<Vec<u8>> {
    match deflate::decode(stream) {
        Some(payload) => Ok(payload),
        None => inflated(stream),
    }
}

fn inflated(stream: &[u8]) -> Result<Vec<u8>> {
    let mut inflate = Decompress::new(true);
    let mut payload = Vec::with_capacity(FIRST_SPACE);
    loop {
        let rest = usize::try_from(inflate.total_in()).ok().and_then(|read| stream.get(read..));
        let before = payload.len();
        let status = inflate
            .decompress_vec(rest.unwrap_or_default(), &mut payload, FlushDecompress::Finish)
            .map_err(|_| malformed(inflate.total_in(), "is not a zlib stream"))?;
        if payload.len() > MAX_PAYLOAD {
            return Err(too_large());
        }
        match status {
            Status::StreamEnd if inflate.total_in() == stream.len() as u64 => return Ok(payload),
            Status::StreamEnd => {
                return Err(malformed(inflate.total_in(), "follows the end of the zlib stream"));
            }
            // There was space for more.
            _ if payload.len() == before => {
                return Err(malformed(inflate.total_in(), "ends the zlib stream too early"));
            }
            _ => payload.reserve_exact(payload.len()),
        }
    }
}

/// The error of a payload that is larger than any real one.
#[cold]
pub(super) fn too_large() -> Error {
    Error::unreadable(
        ErrorCode::TokenTooLarge,
        format!("the token's payload has more than {MAX_PAYLOAD} bytes"),
    )
}

#[cold]
fn malformed(offset: u64, what: &str) -> Error {
    Error::unreadable(ErrorCode::MalformedToken, format!("compressed byte {offset} {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(payload: &[u8]) -> Result<Vec<u8>> {
        compressed(payload, decompressed)?
    }

    #[test]
    fn what_is_compressed_is_read() {
        for length in [0, 1, 2, 3, 100, 511, 512, 513, 1023, 1024, 1025, 70_000, MAX_PAYLOAD] {
            let payload: Vec<u8> =
                (0..length).map(|place| u8::try_from(place * place % 251).unwrap()).collect();
            assert_eq!(round_trip(&payload), Ok(payload), "{length}");
        }
    }

    #[test]
    fn a_bomb_is_refused_before_it_fills_the_memory() {
        for length in [MAX_PAYLOAD + 1, 100_000_000] {
            let error = round_trip(&vec![0; length]).unwrap_err();
            assert_eq!(error.code(), ErrorCode::TokenTooLarge, "{length}");
        }
    }

    #[test]
    fn a_stream_that_is_cut_or_goes_on_is_malformed() {
        for length in [20, 3000] {
            let payload = vec![7; length];
            compressed(&payload, |stream| {
                for end in 0..stream.len() {
                    let error = decompressed(&stream[..end]).unwrap_err();
                    assert_eq!(error.code(), ErrorCode::MalformedToken, "{end}");
                }
                let error = decompressed(&[stream, &[0]].concat()).unwrap_err();
                assert!(error.message().contains("follows the end"), "{error}");
            })
            .unwrap();
        }
    }
}
