//! The services of a token object, which are Python classes.

use std::borrow::Cow;

use dynakey::sample_api::{self, ServiceFields};
use dynakey::{Input, ServiceType};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};

use crate::argument::Argument;
use crate::permissions::Permissions;

/// What a service is called in Python, and its attributes.
struct Names {
    class: &'static str,
    channel: Option<&'static str>,
    user: Option<&'static str>,
}

impl Names {
    const fn of(service: ServiceType) -> Self {
        let (class, channel, user) = match service {
            ServiceType::Rtc => ("ServiceRtc", Some("channel_name"), Some("uid")),
            ServiceType::Rtm => ("ServiceRtm", None, Some("user_id")),
            ServiceType::Streaming => ("ServiceStreaming", Some("channel_name"), Some("account")),
            ServiceType::Fpa => ("ServiceFpa", None, None),
            ServiceType::Chat => ("ServiceChat", None, Some("user_id")),
            ServiceType::FCdn => ("ServiceFCdn", Some("channel_name"), Some("account")),
            ServiceType::Apaas => ("ServiceApaas", Some("room_uuid"), Some("user_uuid")),
            ServiceType::Rtm2 => ("ServiceRtm2", None, Some("user_id")),
            ServiceType::ConvoAi => ("ServiceConvoAI", None, None),
            ServiceType::Stt => ("ServiceStt", None, None),
        };
        Self { class, channel, user }
    }
}

/// A service's attributes as they are now.
pub(crate) struct Service {
    service_type: ServiceType,
    channel: Argument<'static>,
    user: Argument<'static>,
    role: Argument<'static>,
    permissions: dynakey::Permissions,
    privileges: Vec<(Argument<'static>, Argument<'static>)>,
}

impl Service {
    pub(crate) fn of(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        let service_type = service_type(object)?;
        let names = Names::of(service_type);
        // What a service does not have is not looked at.
        let attribute = |name: Option<&str>| match name {
            Some(name) => Ok::<_, PyErr>(Argument::new(&object.getattr(name)?).into_owned()),
            None => Ok(Argument::Other(Input::Other("nothing"))),
        };
        let permissions = match service_type {
            ServiceType::Rtm2 => object.getattr("permissions")?.extract()?,
            _ => None::<PyRef<'_, Permissions>>,
        };
        // A copy, since without the GIL another thread may change the dict meanwhile.
        let privileges = object.getattr("privileges")?.cast_into::<PyDict>()?.copy()?;
        Ok(Self {
            service_type,
            channel: attribute(names.channel)?,
            user: attribute(names.user)?,
            role: attribute((service_type == ServiceType::Apaas).then_some("role"))?,
            permissions: permissions.map_or_else(Default::default, |given| given.0.clone()),
            privileges: privileges
                .iter()
                .map(|(privilege, expire)| {
                    (Argument::new(&privilege).into_owned(), Argument::new(&expire).into_owned())
                })
                .collect(),
        })
    }

    pub(crate) fn fields(&self) -> ServiceFields<'_> {
        ServiceFields {
            service_type: self.service_type,
            channel: self.channel.input(),
            user: self.user.input(),
            role: self.role.input(),
            permissions: Cow::Borrowed(&self.permissions),
            privileges: self
                .privileges
                .iter()
                .map(|(privilege, expire)| (privilege.input(), expire.input()))
                .collect(),
        }
    }
}

fn service_type(object: &Bound<'_, PyAny>) -> PyResult<ServiceType> {
    // A class has the number too, but no fields.
    let number = (!object.is_instance_of::<PyType>())
        .then(|| object.getattr("kServiceType").and_then(|number| number.extract::<u16>()).ok())
        .flatten();
    ServiceType::ALL.into_iter().find(|known| Some(known.number()) == number).ok_or_else(|| {
        PyTypeError::new_err("services must hold objects such as ServiceRtc and nothing else")
    })
}

/// A service of a token that was read, as an object of its Python class.
pub(crate) fn to_object<'py>(
    py: Python<'py>,
    service: &sample_api::Service,
) -> PyResult<Bound<'py, PyAny>> {
    let names = Names::of(service.service_type());
    let object = py.import("dynakey._services")?.getattr(names.class)?.call0()?;
    if let Some(channel) = names.channel {
        object.setattr(channel, &service.channel)?;
    }
    if let Some(user) = names.user {
        object.setattr(user, &service.user)?;
    }
    match service.service_type() {
        ServiceType::Apaas => object.setattr("role", service.role)?,
        ServiceType::Rtm2 => {
            object.setattr("permissions", Permissions(service.permissions.clone()))?;
        }
        _ => {}
    }
    object.setattr("privileges", service.privileges.clone())?;
    Ok(object)
}
