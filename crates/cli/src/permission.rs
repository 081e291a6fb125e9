//! Permissions as people write them: `message_channels:read:news`.

use dynakey::{Permissions, Result};

/// A permission on one resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Permission {
    resource: u16,
    permission: u16,
    name: String,
}

/// The permission that a text says.
pub(crate) fn parse(text: &str) -> Result<Permission, String> {
    let mut parts = text.splitn(3, ':');
    let (Some(resource), Some(permission), Some(name)) = (parts.next(), parts.next(), parts.next())
    else {
        return Err("RESOURCE:read:NAME or RESOURCE:write:NAME is expected".to_owned());
    };
    if name.is_empty() {
        return Err("the resource's name is missing".to_owned());
    }
    Ok(Permission {
        resource: number(resource, Permissions::resource_name).ok_or(
            "the resource is one of message_channels, stream_channels, group_channels, \
             server_groups and users",
        )?,
        permission: number(permission, Permissions::permission_name)
            .ok_or("the permission is read or write")?,
        name: name.to_owned(),
    })
}

/// The number whose name this is.
fn number(text: &str, name: impl Fn(u16) -> Option<&'static str>) -> Option<u16> {
    (0..)
        .map_while(|number| name(number).map(|name| (number, name)))
        .find_map(|(number, name)| (name == text).then_some(number))
}

/// All permissions together; those on one kind of resource keep their order.
pub(crate) fn together(permissions: &[Permission]) -> Result<Permissions> {
    permissions.iter().try_fold(
        Permissions::new(),
        |all, Permission { resource, permission, .. }| {
            let names = permissions
                .iter()
                .filter(|other| (other.resource, other.permission) == (*resource, *permission))
                .map(|other| other.name.as_str());
            all.add(*resource, *permission, names)
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permission_is_three_words_of_which_the_last_is_free() {
        let parsed = parse("users:write:a:b").unwrap();
        assert_eq!(parsed, Permission { resource: 4, permission: 1, name: "a:b".to_owned() });
        for odd in
            ["", "users", "users:write", "users:write:", "user:write:a", "users:delete:a", "4:1:a"]
        {
            assert!(parse(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn names_of_one_kind_stand_together_in_their_order() {
        let permissions: Vec<_> = ["users:read:b", "users:write:c", "users:read:a"]
            .into_iter()
            .map(|text| parse(text).unwrap())
            .collect();
        let all = together(&permissions).unwrap();
        let rows: Vec<_> = all.iter().collect();
        assert_eq!(
            rows,
            [(4, 0, &["b".to_owned(), "a".to_owned()][..]), (4, 1, &["c".to_owned()][..])]
        );
    }
}
