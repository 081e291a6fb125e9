//! The roles of the app API.

use crate::error::{Error, ErrorCode, Result};
use crate::input::Input;

/// What a user may do in an RTC channel: publish and hear, or only hear.
///
/// A subscriber can still publish unless the project has co-host authentication switched on in the
/// Agora console.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Joins and publishes audio, video and data. Number 1, text `publisher`.
    #[default]
    Publisher = 1,
    /// Joins only. Number 2, text `subscriber`.
    Subscriber = 2,
}

impl Role {
    pub(crate) fn new(input: Input<'_>) -> Result<Self> {
        match (input, input.whole_number()) {
            (Input::Text("publisher"), _) | (_, Some(1)) => Ok(Self::Publisher),
            (Input::Text("subscriber"), _) | (_, Some(2)) => Ok(Self::Subscriber),
            _ => Err(Error::argument_rejected(
                ErrorCode::InvalidRole,
                "role",
                "publisher (1) or subscriber (2)",
                input,
            )),
        }
    }
}

/// A role of the sample API of version 007, which knows numbers only.
pub(crate) fn numbered(input: Input<'_>, argument: &'static str) -> Result<Role> {
    match input.whole_number() {
        Some(1) => Ok(Role::Publisher),
        Some(2) => Ok(Role::Subscriber),
        _ => Err(Error::argument_rejected(
            ErrorCode::InvalidRole,
            argument,
            "publisher (1) or subscriber (2)",
            input,
        )),
    }
}

/// The role of a user in an APaaS room, which the room's application gives a meaning.
pub(crate) fn apaas(input: Input<'_>) -> Result<i16> {
    input.whole_number().and_then(|number| number.try_into().ok()).ok_or_else(|| {
        Error::argument_rejected(
            ErrorCode::InvalidRole,
            "role",
            "a whole number from -32768 to 32767",
            input,
        )
    })
}

impl From<Role> for Input<'_> {
    fn from(role: Role) -> Self {
        Self::Integer(role as i128)
    }
}
