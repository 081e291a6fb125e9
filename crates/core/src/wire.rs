//! The byte encoding that all token versions share: little-endian integers and counted fields.

use crate::error::{Error, ErrorCode, Result};
use crate::privileges::Privileges;
use crate::signature::Signature;

/// The length of a field as it is written, or [`ErrorCode::FieldTooLong`] about `argument`.
pub(crate) fn field_length(argument: &'static str, length: usize) -> Result<u16> {
    u16::try_from(length).map_err(|_| {
        Error::argument_rejected(
            ErrorCode::FieldTooLong,
            argument,
            format_args!("at most {} bytes", u16::MAX),
            format_args!("{length} bytes"),
        )
    })
}

/// The number of entries of a list as it is written, or [`ErrorCode::FieldTooLong`].
pub(crate) fn entry_count(argument: &'static str, count: usize) -> Result<u16> {
    u16::try_from(count).map_err(|_| {
        Error::argument_rejected(
            ErrorCode::FieldTooLong,
            argument,
            format_args!("at most {} entries", u16::MAX),
            format_args!("{count} entries"),
        )
    })
}

/// Writes fields one after another into a buffer of exactly their size.
pub(crate) struct Writer<'a> {
    rest: &'a mut [u8],
}

impl<'a> Writer<'a> {
    pub(crate) fn new(buffer: &'a mut [u8]) -> Self {
        Self { rest: buffer }
    }

    /// Writes `bytes`. The caller sizes the buffer, so that nothing is ever left out; what would
    /// not fit is dropped rather than a reason to panic, and [`Writer::is_full`] tells.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        if let Some((field, rest)) =
            core::mem::take(&mut self.rest).split_at_mut_checked(bytes.len())
        {
            field.copy_from_slice(bytes);
            self.rest = rest;
        }
    }

    pub(crate) fn u16(&mut self, value: u16) {
        self.bytes(&value.to_le_bytes());
    }

    pub(crate) fn u32(&mut self, value: u32) {
        self.bytes(&value.to_le_bytes());
    }

    /// Writes a length or a number of entries, which the caller has [checked](field_length).
    pub(crate) fn count(&mut self, count: usize) {
        debug_assert!(u16::try_from(count).is_ok());
        self.u16(u16::try_from(count).unwrap_or(u16::MAX));
    }

    /// Writes a field preceded by its length.
    pub(crate) fn counted_bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.bytes(bytes);
    }

    /// Writes a map, whose entries ascend by number.
    pub(crate) fn map(&mut self, entries: &[(u16, u32)]) {
        self.count(entries.len());
        for (number, value) in entries {
            self.u16(*number);
            self.u32(*value);
        }
    }

    /// Whether the buffer was filled to its last byte.
    pub(crate) fn is_full(&self) -> bool {
        self.rest.is_empty()
    }
}

/// Reads fields one after another, never beyond the end.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    offset: usize,
}

impl<'a> Reader<'a> {
    /// Reads `bytes`, which stand at `offset` in the payload that errors speak of.
    pub(crate) fn new(bytes: &'a [u8], offset: usize) -> Self {
        Self { rest: bytes, offset }
    }

    pub(crate) fn bytes(&mut self, length: usize) -> Result<&'a [u8]> {
        let Some((field, rest)) = self.rest.split_at_checked(length) else {
            return Err(malformed(format!(
                "the payload ends too early: {length} bytes were announced at payload byte {}, {} \
                 are left",
                self.offset,
                self.rest.len()
            )));
        };
        self.rest = rest;
        self.offset += length;
        Ok(field)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let mut array = [0; N];
        array.copy_from_slice(self.bytes(N)?);
        Ok(array)
    }

    pub(crate) fn u16(&mut self) -> Result<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32> {
        self.array().map(u32::from_le_bytes)
    }

    /// A field that is preceded by its length.
    pub(crate) fn counted_bytes(&mut self) -> Result<&'a [u8]> {
        let length = self.u16()?;
        self.bytes(length.into())
    }

    /// A counted field that is a text.
    pub(crate) fn text(&mut self) -> Result<String> {
        let bytes = self.counted_bytes()?;
        str::from_utf8(bytes).map(str::to_owned).map_err(|_| {
            malformed(format!("the text before payload byte {} is not UTF-8", self.offset))
        })
    }

    /// A counted signature.
    pub(crate) fn signature(&mut self) -> Result<Signature> {
        let signature = self.counted_bytes()?;
        Signature::try_from(signature).map_err(|_| {
            malformed(format!("the signature has {} bytes instead of 32", signature.len()))
        })
    }

    /// A map, in the order of the payload; a number that is repeated is an error about `what`.
    pub(crate) fn map(&mut self, what: &str) -> Result<Privileges> {
        let entries: Privileges =
            (0..self.u16()?).map(|_| Ok((self.u16()?, self.u32()?))).collect::<Result<_>>()?;
        let ascending = entries.is_sorted_by(|left, right| left.0 < right.0);
        // Only a writer that does not sort can repeat a number without two neighbours telling.
        if !ascending {
            let mut numbers: Vec<u16> = entries.iter().map(|(number, _)| *number).collect();
            numbers.sort_unstable();
            if let Some((repeated, _)) =
                numbers.iter().zip(numbers.iter().skip(1)).find(|(number, next)| number == next)
            {
                return Err(self.repeated(what, *repeated));
            }
        }
        Ok(entries)
    }

    /// The error of a map that holds a number twice.
    #[cold]
    pub(crate) fn repeated(&self, what: &str, number: u16) -> Error {
        malformed(format!("{what} {number} is repeated before payload byte {}", self.offset))
    }

    /// Where the next field starts, in bytes from the start of the payload.
    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    /// What has not been read yet.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.rest
    }
}

#[cold]
fn malformed(reason: String) -> Error {
    Error::unreadable(ErrorCode::MalformedToken, reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut buffer = [0; 9];
        let mut writer = Writer::new(&mut buffer);
        writer.u32(0x0403_0201);
        writer.u16(3);
        assert!(!writer.is_full());
        writer.bytes(b"abc");
        assert!(writer.is_full());

        let mut reader = Reader::new(&buffer, 0);
        assert_eq!(reader.u32(), Ok(0x0403_0201));
        assert_eq!(reader.counted_bytes(), Ok(&b"abc"[..]));
        assert_eq!((reader.offset(), reader.rest()), (9, &[][..]));
    }

    #[test]
    fn reading_stops_at_the_end() {
        let mut reader = Reader::new(&[5, 0, 1, 2], 10);
        let error = reader.counted_bytes().unwrap_err();
        assert_eq!(error.code(), ErrorCode::MalformedToken);
        assert!(error.message().contains("payload byte 12, 2 are left"), "{error}");
    }

    #[test]
    fn lengths_never_wrap() {
        assert_eq!(field_length("messages", 65535), Ok(65535));
        assert_eq!(field_length("messages", 65536).unwrap_err().code(), ErrorCode::FieldTooLong);
    }
}
