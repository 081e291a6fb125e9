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

impl From<Role> for Input<'_> {
    fn from(role: Role) -> Self {
        Self::Integer(role as i128)
    }
}
