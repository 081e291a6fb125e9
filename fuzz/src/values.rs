//! Arguments of any kind.

use arbitrary::{Arbitrary, Result, Unstructured};
use dynakey::{ANY_CHANNEL, ANY_USER, Input, ServiceType, UNCHECKED};

/// A value as a caller of any language may give it; often a plausible one.
///
/// # Errors
///
/// If the data are at their end.
pub fn any_input<'a>(data: &mut Unstructured<'a>) -> Result<Input<'a>> {
    Ok(match data.int_in_range(0_u8..=13)? {
        0 => Input::IllFormedText,
        1 => Input::Integer(i128::arbitrary(data)?),
        2 => Input::Float(f64::arbitrary(data)?),
        3 => ANY_USER,
        4 => ANY_CHANNEL,
        5 => UNCHECKED,
        6 => Input::Other("a boolean"),
        7 => Input::Integer(u32::arbitrary(data)?.into()),
        8 => Input::Integer(data.int_in_range(0..=5)?),
        9 => Input::Text(data.choose(&["room", "Room", " room", "42", "ann", "*", "", "0"])?),
        10 => Input::Text(data.choose(&ServiceType::ALL)?.name()),
        11 => Input::Text(data.choose(&[
            "join_channel",
            "publish_audio",
            "login",
            "user",
            "app",
            "room_user",
            "play",
        ])?),
        _ => Input::Text(<&str>::arbitrary(data)?),
    })
}
