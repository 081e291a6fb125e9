//! JavaScript's values as the core's [`Input`].

use dynakey::Input;
use napi::bindgen_prelude::{BigInt, External, FromNapiValue, JsObjectValue, Unknown};
use napi::{JsString, JsValue, Result, ValueType};
use napi_derive::napi;

/// A JavaScript value, copied out of the engine.
pub(crate) enum Given {
    Text(String),
    Absent,
    Plain(Input<'static>),
}

impl Given {
    /// The value, where `undefined` is a value like any other.
    pub(crate) fn input(&self) -> Input<'_> {
        match self {
            Self::Text(text) => text.into(),
            Self::Absent => Input::Other("undefined"),
            Self::Plain(input) => *input,
        }
    }

    /// The value of an option, where `undefined` is an option that was not given.
    pub(crate) fn option(&self) -> Option<Input<'_>> {
        match self {
            Self::Absent => None,
            given => Some(given.input()),
        }
    }
}

/// Reads `value`, whatever it is. The one place where JavaScript's kinds of values are told apart.
pub(crate) fn read(value: &Unknown<'_>) -> Result<Given> {
    Ok(Given::Plain(match value.get_type()? {
        ValueType::String => return text(JsString::from_unknown(*value)?),
        ValueType::Number => number(f64::from_unknown(*value)?),
        ValueType::BigInt => integer(&BigInt::from_unknown(*value)?),
        ValueType::Undefined => return Ok(Given::Absent),
        ValueType::External => Input::Other("undefined"),
        ValueType::Null => Input::Other("null"),
        ValueType::Boolean => Input::Other("a boolean"),
        ValueType::Symbol => word(value)?,
        ValueType::Function => Input::Other("a function"),
        ValueType::Object if value.is_array()? => Input::Other("an array"),
        _ => Input::Other("an object"),
    }))
}

/// Reads all of `values`.
pub(crate) fn read_all(values: Vec<Unknown<'_>>) -> Result<Vec<Given>> {
    values.into_iter().map(|value| read(&value)).collect()
}

/// JavaScript has one kind of numbers: a whole one is told as `42` in messages, not as `42.0`.
pub(crate) fn number<'any>(number: f64) -> Input<'any> {
    /// Up to here every whole number is a number of JavaScript.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
        Input::Integer(number as i128)
    } else {
        Input::Float(number)
    }
}

/// JavaScript's texts may hold surrogates without a partner, which Node-API's own conversion to
/// UTF-8 replaces in silence; so the UTF-16 is read and checked.
fn text(value: JsString<'_>) -> Result<Given> {
    let utf16 = value.into_utf16()?;
    // The last unit is the NUL that Node-API adds.
    let units = utf16.as_slice().split_last().map_or(&[][..], |(_, units)| units);
    Ok(ascii(units)
        .or_else(|| String::from_utf16(units).ok())
        .map_or(Given::Plain(Input::IllFormedText), Given::Text))
}

/// Nearly all texts are ASCII, for which this is several times as fast as decoding.
fn ascii(units: &[u16]) -> Option<String> {
    if units.iter().fold(0, |all, unit| all | *unit) > 0x7f {
        return None;
    }
    let bytes = units.iter().map(|unit| {
        let [low, _] = unit.to_le_bytes();
        low
    });
    String::from_utf8(bytes.collect()).ok()
}

/// What the JavaScript half passes for an option that is there and `undefined`: it was given.
#[napi]
#[must_use]
pub(crate) fn given_undefined() -> External<()> {
    External::new(())
}

fn integer(number: &BigInt) -> Input<'static> {
    let magnitude = match *number.words.as_slice() {
        [] => Some(0),
        [low] => Some(i128::from(low)),
        [low, high] => i128::try_from(u128::from(high) << 64 | u128::from(low)).ok(),
        _ => None,
    };
    match magnitude {
        Some(magnitude) => Input::Integer(if number.sign_bit { -magnitude } else { magnitude }),
        None => Input::Other("an integer of more than 127 bits"),
    }
}

/// The words are symbols; the JavaScript half registers them, so that every copy of the package has
/// the same ones.
fn word(symbol: &Unknown<'_>) -> Result<Input<'static>> {
    let description: Option<JsString<'_>> =
        symbol.coerce_to_object()?.get_named_property("description")?;
    let Some(description) = description else {
        return Ok(Input::Other("a symbol"));
    };
    Ok(match text(description)? {
        Given::Text(name) if name == "dynakey.ANY_CHANNEL" => Input::AnyChannel,
        Given::Text(name) if name == "dynakey.ANY_USER" => Input::AnyUser,
        Given::Text(name) if name == "dynakey.UNCHECKED" => Input::Unchecked,
        _ => Input::Other("a symbol"),
    })
}
