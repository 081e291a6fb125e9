//! Services of the version 007 token object.

use core::ffi::c_char;
use std::borrow::Cow;
use std::ffi::CString;

use dynakey_core::sample_api::{Service, ServiceFields};
use dynakey_core::{Error, Input, ServiceType};

use crate::boundary::{array, optional_text};
use crate::error::Failure;
use crate::permission::{dynakey_permission, permissions_of};
use crate::privilege::dynakey_privilege;

/// A service of a version 007 token. Fields that the service does not have are not looked at.
#[repr(C)]
pub struct dynakey_service {
    /// Which it is: 1 RTC, 2 RTM, 3 streaming, 4 FPA, 5 Chat, 6 FCDN, 7 APaaS, 8 RTM2,
    /// 9 conversational AI, 10 speech to text.
    pub service_type: i64,
    /// RTC, streaming, FCDN: the channel, "*" for any; APaaS: the room.
    pub channel: *const c_char,
    /// The user as text; empty for anyone, or for the app.
    pub user: *const c_char,
    /// APaaS: the role in the room, -32768 to 32767; -1 is none.
    pub role: i64,
    /// RTM2: permissions on single resources; may be NULL if there are none.
    pub permissions: *const dynakey_permission,
    /// How many those are.
    pub permission_count: usize,
    /// The privileges; may be NULL if there are none. Of a repeated one the last counts.
    pub privileges: *const dynakey_privilege,
    /// How many those are.
    pub privilege_count: usize,
}

impl dynakey_service {
    /// The fields for the core, with the core's own error if it refuses a permission.
    pub(crate) fn to_core<'a>(&self) -> Result<Result<ServiceFields<'a>, Error>, Failure> {
        let service_type = ServiceType::ALL
            .into_iter()
            .find(|service| i64::from(service.number()) == self.service_type)
            .ok_or(Failure::UnknownNumber("service_type"))?;
        let permissions = match permissions_of(self.permissions, self.permission_count) {
            Ok(permissions) => permissions,
            Err(Failure::Core(error)) => return Ok(Err(error)),
            Err(failure) => return Err(failure),
        };
        let privileges = array(self.privileges, self.privilege_count, "privileges")?.iter();
        Ok(Ok(ServiceFields {
            service_type,
            channel: optional_text(self.channel).unwrap_or(NULL),
            user: optional_text(self.user).unwrap_or(NULL),
            role: self.role.into(),
            permissions: Cow::Owned(permissions),
            privileges: privileges
                .map(|privilege| (privilege.number.into(), privilege.expires.into()))
                .collect(),
        }))
    }
}

/// What the core hears of a text that is NULL: it knows which services have it.
pub(crate) const NULL: Input<'static> = Input::Other("NULL");

/// The services of a token that was read.
pub(crate) struct ReadServices {
    pub(crate) services: Vec<dynakey_service>,
    /// What they point to.
    _kept: Vec<Kept>,
}

/// What a service points to.
struct Kept {
    _texts: [CString; 2],
    _privileges: Vec<dynakey_privilege>,
    _permissions: Vec<dynakey_permission>,
    _names: Vec<(Vec<CString>, Vec<*const c_char>)>,
}

impl ReadServices {
    pub(crate) fn new(read: Vec<Service>) -> Result<Self, Failure> {
        let mut services = Vec::with_capacity(read.len());
        let mut all_kept = Vec::with_capacity(read.len());
        for service in read {
            let (service, kept) = readable(service)?;
            services.push(service);
            all_kept.push(kept);
        }
        Ok(Self { services, _kept: all_kept })
    }
}

/// A service as C reads it. It may be moved, for what it points to stays where it is.
fn readable(service: Service) -> Result<(dynakey_service, Kept), Failure> {
    let privileges: Vec<_> = service.privileges.iter().map(dynakey_privilege::new).collect();
    let mut permissions = Vec::new();
    let mut all_names = Vec::new();
    for (resource, permission, names) in service.permissions.iter() {
        let texts = names.iter().cloned().map(uncut).collect::<Result<Vec<_>, _>>()?;
        let names: Vec<_> = texts.iter().map(|name| name.as_ptr()).collect();
        permissions.push(dynakey_permission {
            resource_type: resource.into(),
            permission_type: permission.into(),
            names: names.as_ptr(),
            name_count: names.len(),
        });
        all_names.push((texts, names));
    }
    let number = service.service_type().number();
    let (channel, user) = (uncut(service.channel)?, uncut(service.user)?);
    let service = dynakey_service {
        service_type: number.into(),
        channel: channel.as_ptr(),
        user: user.as_ptr(),
        role: service.role.into(),
        permissions: permissions.as_ptr(),
        permission_count: permissions.len(),
        privileges: privileges.as_ptr(),
        privilege_count: privileges.len(),
    };
    let kept = Kept {
        _texts: [channel, user],
        _privileges: privileges,
        _permissions: permissions,
        _names: all_names,
    };
    Ok((service, kept))
}

/// A text for C that is not cut: one with a NUL within would be another user or channel.
fn uncut(text: String) -> Result<CString, Failure> {
    CString::new(text).map_err(|_| Failure::CutText)
}
