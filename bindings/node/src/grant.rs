//! The services that an app puts into one token.

use dynakey::{App, Grant, Permissions, TokenOptions};
use napi::Status;
use napi::bindgen_prelude::{External, Unknown};
use napi_derive::napi;

use crate::input::{Given, read, read_all};
use crate::outcome::{Outcome, guarded};
use crate::permissions::{PermissionRow, permissions};

/// Kind, channel or room, user, role, lifetime, the privileges and their lifetimes, and
/// permissions.
type GrantRow<'env> = (
    String,
    Unknown<'env>,
    Unknown<'env>,
    Unknown<'env>,
    Unknown<'env>,
    Vec<Unknown<'env>>,
    Vec<Unknown<'env>>,
    Vec<PermissionRow<'env>>,
);

/// A service, copied out of the engine.
struct GivenGrant {
    kind: String,
    channel: Given,
    user: Given,
    role: Given,
    ttl: Given,
    privileges: Vec<Given>,
    ttls: Vec<Given>,
    permissions: Permissions,
}

impl GivenGrant {
    fn read(row: GrantRow<'_>) -> napi::Result<dynakey::Result<Self>> {
        let (kind, channel, user, role, ttl, privileges, ttls, rows) = row;
        let permissions = match permissions(rows)? {
            Ok(permissions) => permissions,
            Err(error) => return Ok(Err(error)),
        };
        Ok(Ok(Self {
            kind,
            channel: read(&channel)?,
            user: read(&user)?,
            role: read(&role)?,
            ttl: read(&ttl)?,
            privileges: read_all(privileges)?,
            ttls: read_all(ttls)?,
            permissions,
        }))
    }

    /// The JavaScript half passes these kinds only.
    fn grant(&self) -> napi::Result<Grant<'_>> {
        let (channel, user) = (self.channel.input(), self.user.input());
        let mut grant = match self.kind.as_str() {
            "rtc" => Grant::rtc(channel, user),
            "rtm" => Grant::rtm(user),
            "rtm2" => Grant::rtm2(user, self.permissions.clone()),
            "streaming" => Grant::streaming(channel, user),
            "fcdn" => Grant::fcdn(channel, user),
            "chat_user" => Grant::chat_user(user),
            "chat_app" => Grant::chat_app(),
            "fpa" => Grant::fpa(),
            "apaas_room" => Grant::apaas_room(channel, user, self.role.input()),
            "apaas_user" => Grant::apaas_user(user),
            "apaas_app" => Grant::apaas_app(),
            "convo_ai" => Grant::convo_ai(),
            "stt" => Grant::stt(),
            _ => return Err(napi::Error::from_status(Status::InvalidArg)),
        };
        if let Some(role) = self.role.option()
            && self.kind != "apaas_room"
        {
            grant = grant.role(role);
        }
        if let Some(ttl) = self.ttl.option() {
            grant = grant.ttl(ttl);
        }
        let privileges = self.privileges.iter().zip(&self.ttls);
        Ok(privileges
            .fold(grant, |grant, (privilege, ttl)| grant.privilege(privilege.input(), ttl.input())))
    }
}

/// `App.token`.
#[napi]
pub(crate) fn app_token(
    app: &External<App>,
    services: Vec<GrantRow<'_>>,
    ttl: Unknown<'_>,
) -> Outcome<String> {
    guarded(|| {
        let mut given = Vec::with_capacity(services.len());
        for row in services {
            match GivenGrant::read(row)? {
                Ok(service) => given.push(service),
                Err(error) => return Ok(Err(error)),
            }
        }
        let grants = given.iter().map(GivenGrant::grant).collect::<napi::Result<Vec<_>>>()?;
        let ttl = read(&ttl)?;
        Ok(app.token(grants, options(&ttl)))
    })
}

/// The options of a token that is always of version 007.
pub(crate) fn options(ttl: &Given) -> TokenOptions<'_> {
    ttl.option().map_or_else(TokenOptions::new, |ttl| TokenOptions::new().ttl(ttl))
}
