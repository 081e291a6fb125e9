//! What a token is expected to be good for.

use dynakey::Expectation;
use napi::bindgen_prelude::Unknown;

use crate::input::{Given, read, read_all};

/// The options of `verify` and `check`.
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
    /// In the order that the JavaScript half passes them in: service, leeway, `min_remaining` and
    /// `at` come together.
    pub(crate) fn read(
        channel: &Unknown<'_>,
        user: &Unknown<'_>,
        options: Option<Vec<Unknown<'_>>>,
        privileges: Option<Vec<Unknown<'_>>>,
    ) -> napi::Result<Self> {
        let (channel, user) = (read(channel)?, read(user)?);
        let mut options = read_all(options.unwrap_or_default())?.into_iter();
        let mut option = || options.next().unwrap_or(Given::Absent);
        Ok(Self {
            channel,
            user,
            service: option(),
            leeway: option(),
            min_remaining: option(),
            at: option(),
            privileges: read_all(privileges.unwrap_or_default())?,
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
