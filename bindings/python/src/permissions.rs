//! What an RTM2 token lets its user do with which resources.

use pyo3::prelude::*;
use pyo3::types::{PyList, PyType};

use crate::argument::Argument;
use crate::error::to_py;

/// Resource type, permission, and the names of the resources.
type Entries = Vec<(u16, u16, Vec<String>)>;

/// What a user of RTM may do with which resources.
///
/// For each type of resource and each kind of permission it has the names of the resources.
///
/// >>> permissions = Permissions().add(Permissions.USERS, Permissions.WRITE, ["ann", "ben"])
/// >>> list(permissions)
/// [(4, 1, ['ann', 'ben'])]
#[pyclass(eq, module = "dynakey")]
#[derive(PartialEq)]
pub(crate) struct Permissions(pub(crate) dynakey::Permissions);

#[pymethods]
impl Permissions {
    #[classattr]
    const MESSAGE_CHANNELS: u16 = dynakey::Permissions::MESSAGE_CHANNELS;
    #[classattr]
    const STREAM_CHANNELS: u16 = dynakey::Permissions::STREAM_CHANNELS;
    #[classattr]
    const GROUP_CHANNELS: u16 = dynakey::Permissions::GROUP_CHANNELS;
    #[classattr]
    const SERVER_GROUPS: u16 = dynakey::Permissions::SERVER_GROUPS;
    #[classattr]
    const USERS: u16 = dynakey::Permissions::USERS;
    #[classattr]
    const READ: u16 = dynakey::Permissions::READ;
    #[classattr]
    const WRITE: u16 = dynakey::Permissions::WRITE;

    #[new]
    fn new() -> Self {
        Self(dynakey::Permissions::new())
    }

    /// Permit something on some resources, in place of what these two types had before;
    /// gives this object.
    ///
    /// The types are numbers, 0 to 65535, such as `Permissions.MESSAGE_CHANNELS` and
    /// `Permissions.READ`; `names` is any iterable of texts, whose order is kept.
    ///
    /// Raises `InvalidInputError`: `number_out_of_range` or `invalid_text`.
    fn add<'py>(
        slf: &Bound<'py, Self>,
        resource_type: &Bound<'_, PyAny>,
        permission_type: &Bound<'_, PyAny>,
        names: &Bound<'_, PyAny>,
    ) -> PyResult<Bound<'py, Self>> {
        let names = Argument::list(names)?;
        let before = slf.borrow().0.clone();
        let added = before
            .add(
                Argument::new(resource_type).input(),
                Argument::new(permission_type).input(),
                names.iter().map(Argument::input),
            )
            .map_err(|error| to_py(slf.py(), &error))?;
        slf.borrow_mut().0 = added;
        Ok(slf.clone())
    }

    /// What `pickle` and `copy` make it of: its class, and its entries as a state.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyType>, (), Entries)> {
        Ok((slf.get_type(), (), slf.try_borrow()?.entries()))
    }

    fn __setstate__(&mut self, py: Python<'_>, entries: Entries) -> PyResult<()> {
        let mut permissions = dynakey::Permissions::new();
        for (resource, permission, names) in &entries {
            permissions = permissions
                .add(*resource, *permission, names)
                .map_err(|error| to_py(py, &error))?;
        }
        self.0 = permissions;
        Ok(())
    }

    /// Each entry: the resource type, the permission and the names, ascending by number.
    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyList::new(py, self.entries())?.try_iter()?.into_any())
    }

    fn __repr__(&self) -> String {
        format!("Permissions({:?})", self.entries())
    }
}

impl Permissions {
    fn entries(&self) -> Entries {
        self.0
            .iter()
            .map(|(resource, permission, names)| (resource, permission, names.to_vec()))
            .collect()
    }
}
