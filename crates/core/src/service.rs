//! The services that a token can open.

/// A service of Agora.
///
/// ```
/// use dynakey::ServiceType;
///
/// assert_eq!(ServiceType::Rtm2.number(), 8);
/// assert_eq!(ServiceType::Rtm2.name(), "rtm2");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias("kServiceType", "getServiceType"))]
pub enum ServiceType {
    /// Calls, live streams, classrooms: `rtc`.
    Rtc = 1,
    /// Messaging and signaling: `rtm`.
    Rtm = 2,
    /// Streaming to and from a channel: `streaming`.
    Streaming = 3,
    /// Full-path acceleration: `fpa`.
    Fpa = 4,
    /// Chat: `chat`.
    Chat = 5,
    /// The fusion CDN: `fcdn`.
    FCdn = 6,
    /// Rooms of flexible classroom and education: `apaas`.
    Apaas = 7,
    /// RTM with permissions on single resources: `rtm2`.
    Rtm2 = 8,
    /// Conversational AI: `convo_ai`.
    ConvoAi = 9,
    /// Speech to text: `stt`.
    Stt = 10,
}

impl ServiceType {
    /// Every service, in the order of the numbers.
    pub const ALL: [Self; 10] = [
        Self::Rtc,
        Self::Rtm,
        Self::Streaming,
        Self::Fpa,
        Self::Chat,
        Self::FCdn,
        Self::Apaas,
        Self::Rtm2,
        Self::ConvoAi,
        Self::Stt,
    ];

    /// The service's name, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rtc => "rtc",
            Self::Rtm => "rtm",
            Self::Streaming => "streaming",
            Self::Fpa => "fpa",
            Self::Chat => "chat",
            Self::FCdn => "fcdn",
            Self::Apaas => "apaas",
            Self::Rtm2 => "rtm2",
            Self::ConvoAi => "convo_ai",
            Self::Stt => "stt",
        }
    }

    /// The number that version 007 writes.
    #[must_use]
    pub const fn number(self) -> u16 {
        self as u16
    }

    pub(crate) fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.name() == name)
    }

    pub(crate) fn by_number(number: u16) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }
}
