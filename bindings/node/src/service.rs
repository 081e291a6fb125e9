//! The services of a version 007 token object; their fields live in JavaScript.

use std::borrow::Cow;

use dynakey::sample_api::ServiceFields;
use dynakey::{Permissions, ServiceType};
use napi::Status;
use napi::bindgen_prelude::Unknown;

use crate::input::{Given, read, read_all};
use crate::permissions::{PermissionRow, permissions};

/// Number, channel, user, role, the privileges' numbers and durations, and permissions.
pub(crate) type ServiceRow<'env> = (
    u16,
    Unknown<'env>,
    Unknown<'env>,
    Unknown<'env>,
    Vec<Unknown<'env>>,
    Vec<Unknown<'env>>,
    Vec<PermissionRow<'env>>,
);

/// A service, copied out of the engine.
pub(crate) struct GivenService {
    service_type: ServiceType,
    channel: Given,
    user: Given,
    role: Given,
    privileges: Vec<Given>,
    expires: Vec<Given>,
    permissions: dynakey::Result<Permissions>,
}

impl GivenService {
    /// The JavaScript half passes the numbers of known services only.
    pub(crate) fn read(row: ServiceRow<'_>) -> napi::Result<Self> {
        let (number, channel, user, role, privileges, expires, rows) = row;
        let known = ServiceType::ALL.into_iter().find(|service| service.number() == number);
        Ok(Self {
            service_type: known.ok_or_else(|| napi::Error::from_status(Status::InvalidArg))?,
            channel: read(&channel)?,
            user: read(&user)?,
            role: read(&role)?,
            privileges: read_all(privileges)?,
            expires: read_all(expires)?,
            permissions: permissions(rows)?,
        })
    }

    pub(crate) fn fields(&self) -> dynakey::Result<ServiceFields<'_>> {
        let permissions = self.permissions.as_ref().map_err(Clone::clone)?;
        let (privileges, expires) = (self.privileges.iter(), self.expires.iter());
        Ok(ServiceFields {
            service_type: self.service_type,
            channel: self.channel.input(),
            user: self.user.input(),
            role: self.role.input(),
            permissions: Cow::Borrowed(permissions),
            privileges: privileges.map(Given::input).zip(expires.map(Given::input)).collect(),
        })
    }
}
