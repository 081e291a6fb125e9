//! Records as one text: crossing to JavaScript costs by the piece, and a text is the cheapest that
//! holds them all. `node/lib/packed.js` reads what is written here, in the same order.

use dynakey::sample_api::{AccessToken, AccessToken2, Service};
use dynakey::{
    CertificateUsed, Consistency, Finding, InspectedPermission, InspectedPrivilege,
    InspectedService, Inspection, Report, VerificationError,
};
use napi::{Env, JsString};

/// Fields one after another, in UTF-16 units: a small number is one of them, a number three and a
/// size two, the lowest first; a text or a list is its size, then its units or its entries.
pub(crate) struct Record(Vec<u16>);

/// A date of JavaScript and every checksum is less.
const LARGEST: i64 = (1 << 47) - 1;

/// What crosses as one text.
pub(crate) trait Pack {
    fn pack(&self, record: &mut Record);
}

/// A result whose value is packed.
pub(crate) fn packed(
    env: &Env,
    result: dynakey::Result<impl Pack>,
) -> napi::Result<dynakey::Result<JsString<'_>>> {
    match result {
        Ok(value) => {
            let mut record = Record(Vec::with_capacity(256));
            value.pack(&mut record);
            env.create_string_utf16(record.0).map(Ok)
        }
        Err(error) => Ok(Err(error)),
    }
}

impl Record {
    fn small(&mut self, number: impl Into<u16>) {
        self.0.push(number.into());
    }

    /// The lowest `count` units of a number.
    fn units(&mut self, number: i64, count: usize) {
        let bytes = number.to_le_bytes();
        let (units, _) = bytes.as_chunks();
        self.0.extend(units.iter().take(count).copied().map(u16::from_le_bytes));
    }

    fn number(&mut self, number: impl Into<i64>) {
        self.units(number.into().clamp(-LARGEST, LARGEST), 3);
    }

    /// The least number stands for one that is missing.
    fn optional_number(&mut self, number: Option<impl Into<i64>>) {
        match number {
            Some(number) => self.number(number),
            None => self.0.extend([0, 0, 0x8000]),
        }
    }

    fn size(&mut self, size: usize) {
        self.units(u32::try_from(size).unwrap_or(u32::MAX).into(), 2);
    }

    fn text(&mut self, text: &str) {
        if text.is_ascii() {
            self.size(text.len());
            self.0.extend(text.bytes().map(u16::from));
        } else {
            self.size(text.encode_utf16().count());
            self.0.extend(text.encode_utf16());
        }
    }

    /// The largest size stands for a text that is missing.
    fn optional_text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.0.extend([u16::MAX; 2]),
        }
    }

    fn list(&mut self, entries: &[impl Pack]) {
        self.size(entries.len());
        for entry in entries {
            entry.pack(self);
        }
    }
}

impl Pack for Inspection {
    fn pack(&self, record: &mut Record) {
        record.text(self.version.as_str());
        record.text(&self.app_id);
        record.number(self.salt);
        record.number(self.issued_at);
        record.small(self.issued_at_assumed);
        record.number(self.expires_at);
        record.list(&self.services);
        record.optional_number(self.channel_crc);
        record.optional_number(self.user_crc);
        record.text(&self.signature);
        record.optional_number(self.unknown_service);
        record.size(self.trailing_bytes);
    }
}

impl Pack for InspectedService {
    fn pack(&self, record: &mut Record) {
        record.text(self.name);
        record.small(self.number);
        record.optional_text(self.channel.as_deref());
        record.optional_text(self.user.as_deref());
        record.optional_number(self.role);
        record.list(&self.privileges);
        record.list(&self.permissions);
    }
}

impl Pack for InspectedPermission {
    fn pack(&self, record: &mut Record) {
        record.optional_text(self.resource);
        record.small(self.resource_number);
        record.optional_text(self.permission);
        record.small(self.permission_number);
        record.list(&self.names);
    }
}

impl Pack for String {
    fn pack(&self, record: &mut Record) {
        record.text(self);
    }
}

impl Pack for InspectedPrivilege {
    fn pack(&self, record: &mut Record) {
        record.optional_text(self.name);
        record.small(self.number);
        record.number(self.expires_at);
    }
}

impl Pack for Finding {
    fn pack(&self, record: &mut Record) {
        record.text(self.code.as_str());
        record.text(self.level.as_str());
        record.text(&self.message);
        record.text(&self.hint);
    }
}

/// A report and, unless it is good, the words of its error. The token is not part of it: it can be
/// read again where it is asked for.
impl Pack for Result<Report, VerificationError> {
    fn pack(&self, record: &mut Record) {
        let (report, error) = match self {
            Ok(report) => (report, None),
            Err(error) => (error.report(), Some(error.to_string())),
        };
        record.small(report.ok);
        record.text(report.signature.as_str());
        record.optional_text(report.certificate.map(CertificateUsed::as_str));
        record.number(report.checked_at);
        record.optional_number(report.expires_at);
        record.optional_number(report.renew_after);
        record.list(&report.findings);
        record.optional_text(error.as_deref());
    }
}

/// Without the token, as for a report.
impl Pack for Consistency {
    fn pack(&self, record: &mut Record) {
        record.small(self.consistent);
        record.number(self.checked_at);
        record.optional_number(self.expires_at);
        record.optional_number(self.renew_after);
        record.list(&self.findings);
    }
}

impl Pack for AccessToken {
    fn pack(&self, record: &mut Record) {
        record.number(self.salt);
        record.number(self.ts);
        record.text(&self.app_id);
        record.number(self.crc_channel_name);
        record.number(self.crc_uid);
        record.list(&self.signature);
        record.size(self.messages.len());
        for (privilege, end) in &self.messages {
            record.small(*privilege);
            record.number(*end);
        }
    }
}

impl Pack for AccessToken2 {
    fn pack(&self, record: &mut Record) {
        record.number(self.salt);
        record.number(self.issue_ts);
        record.number(self.expire);
        record.text(&self.app_id);
        record.list(&self.services);
    }
}

impl Pack for Service {
    fn pack(&self, record: &mut Record) {
        record.small(self.service_type().number());
        record.text(&self.channel);
        record.text(&self.user);
        record.number(self.role);
        record.size(self.permissions.iter().count());
        for (resource, permission, names) in self.permissions.iter() {
            record.small(resource);
            record.small(permission);
            record.list(names);
        }
        record.size(self.privileges.len());
        for (privilege, expire) in &self.privileges {
            record.small(*privilege);
            record.number(*expire);
        }
    }
}

impl Pack for u8 {
    fn pack(&self, record: &mut Record) {
        record.0.push((*self).into());
    }
}
