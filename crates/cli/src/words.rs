//! The library's words for things that the command line says with options.

/// What an error of the library says, which never repeats a caller's text.
pub(crate) fn of_the_command_line(text: &str) -> String {
    text.replace("ANY_USER", "--any-user")
        .replace("ANY_CHANNEL", "--any-channel")
        .replace("UNCHECKED", "left out")
}

/// The hint of a finding. It may repeat names, in which nothing may change.
pub(crate) fn of_a_hint(hint: &str) -> String {
    if let Some(start) = hint.strip_suffix("or expect ANY_USER.") {
        format!("{start}or say --any-user.")
    } else if let Some(start) = hint.strip_suffix("or expect ANY_CHANNEL.") {
        format!("{start}or say --any-channel.")
    } else if let Some(end) = hint.strip_prefix("Leave the channel UNCHECKED") {
        format!("Leave --channel out{end}")
    } else if let Some(end) = hint.strip_prefix("Leave the user UNCHECKED") {
        format!("Leave the user out{end}")
    } else {
        hint.to_owned()
    }
}
