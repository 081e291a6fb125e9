//! The services of a version 007 token object; their fields live in JavaScript.

use std::borrow::Cow;

use dynakey::sample_api::{Service, ServiceFields};
use dynakey::{Permissions, ServiceType};
use napi::Status;
use napi::bindgen_prelude::Unknown;
use napi_derive::napi;

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

/// What a token says about one of its services.
#[napi(object, object_from_js = false)]
pub(crate) struct TokenService {
    /// The service's number.
    pub number: u16,
    /// The channel or room; empty if the service has none.
    pub channel: String,
    /// The user, empty for anyone.
    pub user: String,
    /// The role in an APaaS room.
    pub role: i16,
    /// The privileges' numbers.
    pub privileges: Vec<u16>,
    /// The privileges' durations, in the same order.
    pub expires: Vec<u32>,
    /// RTM2 permissions.
    pub permissions: Vec<TokenPermission>,
}

/// A permission of an RTM2 service.
#[napi(object, object_from_js = false)]
pub(crate) struct TokenPermission {
    /// The resource type.
    pub resource: u16,
    /// The permission type.
    pub permission: u16,
    /// The resources' names.
    pub names: Vec<String>,
}

impl From<Service> for TokenService {
    fn from(service: Service) -> Self {
        let rows = service.permissions.iter().map(|(resource, permission, names)| {
            TokenPermission { resource, permission, names: names.to_vec() }
        });
        let permissions = rows.collect();
        let number = service.service_type().number();
        let (privileges, expires) = service.privileges.into_iter().unzip();
        Self {
            number,
            channel: service.channel,
            user: service.user,
            role: service.role,
            privileges,
            expires,
            permissions,
        }
    }
}
