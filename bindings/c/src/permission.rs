//! Permissions of RTM2.

use core::ffi::c_char;

use dynakey_core::Permissions;

use crate::boundary::{array, text};
use crate::error::Failure;

/// What the user of an RTM2 token may do with the resources of one type. Of those with equal
/// numbers the last counts.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct dynakey_permission {
    /// The type of the resources: 0 message channels, 1 stream channels, 2 group channels, 3 server
    /// groups, 4 users.
    pub resource_type: i64,
    /// The permission: 0 reads, 1 writes.
    pub permission_type: i64,
    /// The names of the resources; may be NULL if there are none.
    pub names: *const *const c_char,
    /// How many those are.
    pub name_count: usize,
}

pub(crate) fn permissions_of(
    first: *const dynakey_permission,
    count: usize,
) -> Result<Permissions, Failure> {
    array(first, count, "permissions")?.iter().try_fold(Permissions::new(), |permissions, entry| {
        let names = array(entry.names, entry.name_count, "names")?
            .iter()
            .map(|name| text(*name, "names"))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(permissions.add(entry.resource_type, entry.permission_type, names)?)
    })
}
