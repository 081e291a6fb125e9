//! The services that an app's token may open, which are Python classes.

use dynakey::{Grant as CoreGrant, Input};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyMapping;

use crate::argument::Argument;
use crate::permissions::Permissions;

/// A grant's attributes, free of the interpreter.
pub(crate) struct Grant {
    service: String,
    /// The channel or room and the user, as far as the service has them.
    whom: Vec<Argument<'static>>,
    role: Option<Argument<'static>>,
    permissions: dynakey::Permissions,
    ttl: Option<Argument<'static>>,
    privileges: Vec<(Argument<'static>, Argument<'static>)>,
}

impl Grant {
    pub(crate) fn of(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        static CLASS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let class = CLASS.import(object.py(), "dynakey._grants", "Grant")?;
        let attribute = |name: &str| object.getattr_opt(name);
        let service = match attribute("service")? {
            Some(service) if object.is_instance(class)? => service.extract()?,
            _ => return Err(not_a_grant()),
        };
        let mut whom = Vec::new();
        for name in ["channel", "room", "user"] {
            if let Some(value) = attribute(name)? {
                whom.push(Argument::new(&value).into_owned());
            }
        }
        let permissions = match attribute("permissions")? {
            Some(given) => given.extract::<PyRef<'_, Permissions>>()?.0.clone(),
            None => dynakey::Permissions::new(),
        };
        let mut privileges = Vec::new();
        let given = object.getattr("privileges")?;
        if !given.is_none() {
            for entry in given.cast::<PyMapping>()?.items()? {
                let (privilege, ttl): (Bound<'_, PyAny>, Bound<'_, PyAny>) = entry.extract()?;
                privileges.push((
                    Argument::new(&privilege).into_owned(),
                    Argument::duration(&ttl).into_owned(),
                ));
            }
        }
        let ttl = object.getattr("ttl")?;
        Ok(Self {
            service,
            whom,
            role: attribute("role")?.map(|role| Argument::new(&role).into_owned()),
            permissions,
            ttl: (!ttl.is_none()).then(|| Argument::duration(&ttl).into_owned()),
            privileges,
        })
    }

    pub(crate) fn input(&self) -> PyResult<CoreGrant<'_>> {
        let whom: Vec<Input<'_>> = self.whom.iter().map(Argument::input).collect();
        let role = self.role.as_ref().map(Argument::input);
        let mut grant = match (self.service.as_str(), whom.as_slice(), role) {
            ("rtc", [channel, user], Some(role)) => CoreGrant::rtc(*channel, *user).role(role),
            ("rtm", [user], None) => CoreGrant::rtm(*user),
            ("rtm2", [user], None) => CoreGrant::rtm2(*user, self.permissions.clone()),
            ("streaming", [channel, user], None) => CoreGrant::streaming(*channel, *user),
            ("fcdn", [channel, user], Some(role)) => CoreGrant::fcdn(*channel, *user).role(role),
            ("chat_user", [user], None) => CoreGrant::chat_user(*user),
            ("chat_app", [], None) => CoreGrant::chat_app(),
            ("fpa", [], None) => CoreGrant::fpa(),
            ("apaas_room", [room, user], Some(role)) => CoreGrant::apaas_room(*room, *user, role),
            ("apaas_user", [user], None) => CoreGrant::apaas_user(*user),
            ("apaas_app", [], None) => CoreGrant::apaas_app(),
            ("convo_ai", [], None) => CoreGrant::convo_ai(),
            ("stt", [], None) => CoreGrant::stt(),
            _ => return Err(not_a_grant()),
        };
        if let Some(ttl) = &self.ttl {
            grant = grant.ttl(ttl.input());
        }
        for (privilege, ttl) in &self.privileges {
            grant = grant.privilege(privilege.input(), ttl.input());
        }
        Ok(grant)
    }
}

fn not_a_grant() -> PyErr {
    PyTypeError::new_err("services must hold objects such as Rtc and nothing else")
}
