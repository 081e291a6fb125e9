//! The services that a token can open.

/// A service of Agora. The number is the one that version 007 writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    Rtc = 1,
    Rtm = 2,
}

impl Service {
    const ALL: [Self; 2] = [Self::Rtc, Self::Rtm];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Rtc => "rtc",
            Self::Rtm => "rtm",
        }
    }

    pub(crate) const fn number(self) -> u16 {
        self as u16
    }

    pub(crate) fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.name() == name)
    }
}
