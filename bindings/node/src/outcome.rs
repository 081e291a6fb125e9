//! What every function returns, and the guard that every call goes through.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dynakey::Error;
use napi::Either;
use napi_derive::napi;

/// An error, for the JavaScript half to throw.
#[napi(object, object_from_js = false)]
pub(crate) struct Failure {
    /// The stable code.
    pub code: &'static str,
    /// The argument at fault.
    pub argument: Option<&'static str>,
    /// What is wrong, with the code.
    pub message: String,
    /// What usually mends it.
    pub hint: &'static str,
    /// Which of a batch is at fault.
    pub index: Option<u32>,
}

/// A result, or an error to throw.
pub(crate) type Outcome<T> = Either<T, Failure>;

/// Runs a call of the core. A panic must not reach Node.js, which it would abort: it becomes the
/// error `internal`, with fixed words. So does a failure of Node-API.
pub(crate) fn guarded<T>(call: impl FnOnce() -> napi::Result<dynakey::Result<T>>) -> Outcome<T> {
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(Ok(Ok(value))) => Either::A(value),
        Ok(Ok(Err(error))) => Either::B(failure(&error)),
        Ok(Err(_)) | Err(_) => Either::B(failure(&Error::internal())),
    }
}

/// The one conversion of errors.
fn failure(error: &Error) -> Failure {
    Failure {
        code: error.code().as_str(),
        argument: error.argument(),
        message: error.to_string(),
        hint: error.hint(),
        index: error.index().and_then(|index| index.try_into().ok()),
    }
}

#[cfg(test)]
mod tests {
    use dynakey::ErrorCode;

    use super::*;

    fn failed(outcome: Outcome<()>) -> Failure {
        match outcome {
            Either::A(()) => panic!("no failure"),
            Either::B(failure) => failure,
        }
    }

    #[test]
    fn a_panic_becomes_the_error_internal_with_fixed_words() {
        let failure = failed(guarded(|| panic!("5CFd2fd1755d40ecb72977518be15d3b")));
        assert_eq!(failure.code, ErrorCode::Internal.as_str());
        assert_eq!(failure.message, "internal: an unexpected failure inside dynakey");
        assert_eq!(failure.hint, ErrorCode::Internal.remedy());
    }

    #[test]
    fn a_failure_of_node_api_becomes_the_error_internal() {
        let failure = failed(guarded(|| Err(napi::Error::from_reason("a status"))));
        assert_eq!(failure.message, "internal: an unexpected failure inside dynakey");
    }

    #[test]
    fn an_error_of_the_core_keeps_its_parts() {
        let failure = failed(guarded(|| Ok(dynakey::App::new("x", "y").map(drop))));
        assert_eq!(failure.code, "invalid_app_id");
        assert_eq!(failure.argument, Some("app_id"));
        assert!(failure.message.starts_with("invalid_app_id: app_id must be"));
    }
}
