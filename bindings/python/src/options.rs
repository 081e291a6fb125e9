//! The keywords that the makers of tokens share.

use dynakey::{RtcOptions, RtmOptions, TokenOptions};

use crate::argument::{Argument, Keyword};

/// Role, lifetime and version, as far as they were given.
pub(crate) struct Options<'a> {
    role: Option<Argument<'a>>,
    ttl: Option<Argument<'a>>,
    version: Option<Argument<'a>>,
}

impl<'a> Options<'a> {
    pub(crate) fn new(
        role: &'a Keyword<'_>,
        ttl: &'a Keyword<'_>,
        version: &'a Keyword<'_>,
    ) -> Self {
        Self {
            role: role.given().map(Argument::new),
            ttl: ttl.given().map(Argument::duration),
            version: version.given().map(Argument::new),
        }
    }

    /// A lifetime alone.
    pub(crate) fn lasting(ttl: &'a Keyword<'_>) -> Self {
        Self::new(&Keyword::Absent, ttl, &Keyword::Absent)
    }

    /// The same, free of the interpreter.
    pub(crate) fn into_owned(self) -> Options<'static> {
        Options {
            role: self.role.map(Argument::into_owned),
            ttl: self.ttl.map(Argument::into_owned),
            version: self.version.map(Argument::into_owned),
        }
    }

    pub(crate) fn rtc(&self) -> RtcOptions<'_> {
        let mut options = RtcOptions::new();
        if let Some(role) = &self.role {
            options = options.role(role.input());
        }
        if let Some(ttl) = &self.ttl {
            options = options.ttl(ttl.input());
        }
        if let Some(version) = &self.version {
            options = options.version(version.input());
        }
        options
    }

    pub(crate) fn rtm(&self) -> RtmOptions<'_> {
        let mut options = RtmOptions::new();
        if let Some(ttl) = &self.ttl {
            options = options.ttl(ttl.input());
        }
        if let Some(version) = &self.version {
            options = options.version(version.input());
        }
        options
    }

    pub(crate) fn token(&self) -> TokenOptions<'_> {
        let options = TokenOptions::new();
        match &self.ttl {
            Some(ttl) => options.ttl(ttl.input()),
            None => options,
        }
    }
}
