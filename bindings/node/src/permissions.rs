//! RTM2 permissions, as rows.

use dynakey::Permissions;
use napi::bindgen_prelude::Unknown;

use crate::input::{Given, read, read_all};

/// A resource type, a permission type and the resources' names.
pub(crate) type PermissionRow<'env> = (Unknown<'env>, Unknown<'env>, Vec<Unknown<'env>>);

/// The permissions that `rows` grant.
pub(crate) fn permissions(
    rows: Vec<PermissionRow<'_>>,
) -> napi::Result<dynakey::Result<Permissions>> {
    let mut permissions = Permissions::new();
    for (resource, permission, names) in rows {
        let (resource, permission) = (read(&resource)?, read(&permission)?);
        let names = read_all(names)?;
        let names = names.iter().map(Given::input);
        permissions = match permissions.add(resource.input(), permission.input(), names) {
            Ok(permissions) => permissions,
            Err(error) => return Ok(Err(error)),
        };
    }
    Ok(Ok(permissions))
}
