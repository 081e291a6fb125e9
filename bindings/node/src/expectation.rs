//! What a token is expected to be good for.

use dynakey::Expectation;
use napi::bindgen_prelude::Unknown;
use napi_derive::napi;

use crate::input::{Given, read, read_all};

/// The options of `verify` and `check`, as JavaScript gives them.
#[napi(object, object_to_js = false)]
pub(crate) struct Options<'env> {
    /// The channel.
    pub channel: Unknown<'env>,
    /// The user.
    pub user: Unknown<'env>,
    /// The service.
    pub service: Unknown<'env>,
    /// The privileges.
    pub privileges: Vec<Unknown<'env>>,
    /// The clocks' difference.
    pub leeway: Unknown<'env>,
    /// How long the token must still last.
    pub min_remaining: Unknown<'env>,
    /// The time of the check.
    pub at: Unknown<'env>,
}

/// [`Options`] copied out of the engine.
pub(crate) struct Expected {
    channel: Given,
    user: Given,
    service: Given,
    privileges: Vec<Given>,
    leeway: Given,
    min_remaining: Given,
    at: Given,
}

impl Expected {
    pub(crate) fn read(options: Options<'_>) -> napi::Result<Self> {
        Ok(Self {
            channel: read(&options.channel)?,
            user: read(&options.user)?,
            service: read(&options.service)?,
            privileges: read_all(options.privileges)?,
            leeway: read(&options.leeway)?,
            min_remaining: read(&options.min_remaining)?,
            at: read(&options.at)?,
        })
    }

    pub(crate) fn expectation(&self) -> Expectation<'_> {
        let mut expectation = Expectation::new(self.channel.input(), self.user.input())
            .privileges(self.privileges.iter().map(Given::input));
        if let Some(service) = self.service.option() {
            expectation = expectation.service(service);
        }
        if let Some(leeway) = self.leeway.option() {
            expectation = expectation.leeway(leeway);
        }
        if let Some(min_remaining) = self.min_remaining.option() {
            expectation = expectation.min_remaining(min_remaining);
        }
        if let Some(at) = self.at.option() {
            expectation = expectation.at(at);
        }
        expectation
    }
}
