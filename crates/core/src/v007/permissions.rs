//! What an RTM2 token lets its user do with which resources.

use std::collections::BTreeMap;

use crate::error::{ErrorCode, Result};
use crate::input::Input;
use crate::wire::{Reader, Writer, entry_count, field_length};

/// Permissions on RTM resources: for each type of resource and each kind of permission, the names
/// of the resources, in the order given.
///
/// Resource types: 0 message channels, 1 stream channels, 2 group channels, 3 server groups,
/// 4 users. Permissions: 0 read, 1 write.
///
/// ```
/// use dynakey::Permissions;
///
/// let permissions = Permissions::new()
///     .add(Permissions::MESSAGE_CHANNELS, Permissions::READ, ["news", "sport"])?
///     .add(Permissions::USERS, Permissions::WRITE, ["ann"])?;
/// assert_eq!(permissions.iter().count(), 2);
/// # Ok::<(), dynakey::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[doc(alias("Rtm2Permissions"))]
pub struct Permissions(BTreeMap<u16, BTreeMap<u16, Vec<String>>>);

impl Permissions {
    /// The resource type of message channels.
    pub const MESSAGE_CHANNELS: u16 = 0;
    /// The resource type of stream channels.
    pub const STREAM_CHANNELS: u16 = 1;
    /// The resource type of group channels.
    pub const GROUP_CHANNELS: u16 = 2;
    /// The resource type of server groups.
    pub const SERVER_GROUPS: u16 = 3;
    /// The resource type of users.
    pub const USERS: u16 = 4;
    /// The permission to read.
    pub const READ: u16 = 0;
    /// The permission to write.
    pub const WRITE: u16 = 1;

    /// No permissions.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Permits `permission_type` on the resources `names` of the type `resource_type`, in place of
    /// what was permitted of the two before.
    ///
    /// # Errors
    ///
    /// `number_out_of_range` about a type that is not 0 to 65535, `invalid_text` about `names`.
    pub fn add<'a, N: Into<Input<'a>>>(
        mut self,
        resource_type: impl Into<Input<'a>>,
        permission_type: impl Into<Input<'a>>,
        names: impl IntoIterator<Item = N>,
    ) -> Result<Self> {
        let resource = resource_type.into().number("resource_type", u16::MAX)?;
        let permission = permission_type.into().number("permission_type", u16::MAX)?;
        let names = names
            .into_iter()
            .map(|name| name.into().text(ErrorCode::InvalidText, "names", "texts"))
            .map(|name| name.map(str::to_owned))
            .collect::<Result<_>>()?;
        self.0.entry(resource).or_default().insert(permission, names);
        Ok(self)
    }

    /// The resource type, the permission and the names of each entry, ascending by number.
    pub fn iter(&self) -> impl Iterator<Item = (u16, u16, &[String])> {
        self.0.iter().flat_map(|(resource, permissions)| {
            permissions.iter().map(|(permission, names)| (*resource, *permission, names.as_slice()))
        })
    }

    /// Whether nothing is permitted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The name of a resource type; `None` for a number without one.
    #[must_use]
    pub fn resource_name(resource: u16) -> Option<&'static str> {
        RESOURCES.get(usize::from(resource)).copied()
    }

    /// The name of a permission; `None` for a number without one.
    #[must_use]
    pub fn permission_name(permission: u16) -> Option<&'static str> {
        PERMISSIONS.get(usize::from(permission)).copied()
    }

    pub(super) fn size(&self) -> Result<usize> {
        entry_count("permissions", self.0.len())?;
        let mut size = 2;
        for permissions in self.0.values() {
            entry_count("permissions", permissions.len())?;
            size += 4;
            for names in permissions.values() {
                entry_count("permissions", names.len())?;
                size += 4;
                for name in names {
                    size += 2 + usize::from(field_length("permissions", name.len())?);
                }
            }
        }
        Ok(size)
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) {
        writer.count(self.0.len());
        for (resource, permissions) in &self.0 {
            writer.u16(*resource);
            writer.count(permissions.len());
            for (permission, names) in permissions {
                writer.u16(*permission);
                writer.count(names.len());
                for name in names {
                    writer.counted_bytes(name.as_bytes());
                }
            }
        }
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self> {
        let mut resources = BTreeMap::new();
        for _ in 0..reader.u16()? {
            let resource = reader.u16()?;
            let mut permissions = BTreeMap::new();
            for _ in 0..reader.u16()? {
                let permission = reader.u16()?;
                let names =
                    (0..reader.u16()?).map(|_| reader.text()).collect::<Result<Vec<String>>>()?;
                if permissions.insert(permission, names).is_some() {
                    return Err(reader.repeated("permission", permission));
                }
            }
            if resources.insert(resource, permissions).is_some() {
                return Err(reader.repeated("resource type", resource));
            }
        }
        Ok(Self(resources))
    }
}

const RESOURCES: [&str; 5] =
    ["message_channels", "stream_channels", "group_channels", "server_groups", "users"];
const PERMISSIONS: [&str; 2] = ["read", "write"];
