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

/// The services of a token that was read, and what they point to.
pub(crate) struct ReadServices {
    pub(crate) services: Vec<dynakey_service>,
    _texts: Vec<CString>,
    _names: Vec<Vec<*const c_char>>,
    _permissions: Vec<Vec<dynakey_permission>>,
    _privileges: Vec<Vec<dynakey_privilege>>,
}

/// Keeps texts alive, and refuses those that C would cut.
struct Texts(Vec<CString>);

impl Texts {
    fn keep(&mut self, text: &str) -> Result<*const c_char, Failure> {
        let text = CString::new(text).map_err(|_| Failure::CutText)?;
        let first = text.as_ptr();
        self.0.push(text);
        Ok(first)
    }
}

impl ReadServices {
    pub(crate) fn new(read: &[Service]) -> Result<Self, Failure> {
        let mut texts = Texts(Vec::new());
        let mut all_names = Vec::new();
        let mut all_permissions = Vec::new();
        let mut all_privileges = Vec::new();
        let mut services = Vec::new();
        for service in read {
            let mut permissions = Vec::new();
            for (resource, permission, names) in service.permissions.iter() {
                let names =
                    names.iter().map(|name| texts.keep(name)).collect::<Result<Vec<_>, _>>()?;
                permissions.push(dynakey_permission {
                    resource_type: resource.into(),
                    permission_type: permission.into(),
                    names: names.as_ptr(),
                    name_count: names.len(),
                });
                all_names.push(names);
            }
            let privileges: Vec<_> =
                service.privileges.iter().map(dynakey_privilege::new).collect();
            services.push(dynakey_service {
                service_type: service.service_type().number().into(),
                channel: texts.keep(&service.channel)?,
                user: texts.keep(&service.user)?,
                role: service.role.into(),
                permissions: permissions.as_ptr(),
                permission_count: permissions.len(),
                privileges: privileges.as_ptr(),
                privilege_count: privileges.len(),
            });
            all_permissions.push(permissions);
            all_privileges.push(privileges);
        }
        Ok(Self {
            services,
            _texts: texts.0,
            _names: all_names,
            _permissions: all_permissions,
            _privileges: all_privileges,
        })
    }
}
