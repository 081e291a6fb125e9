// How the C++ layers of dynakey take integers: of any type, checked and never cut. C++11.
#ifndef DYNAKEY_INTEGER_H
#define DYNAKEY_INTEGER_H

#include <cstdint>
#include <limits>
#include <type_traits>

#include "Error.h"

namespace dynakey {
namespace detail {

/// A number of an enum as an integer; anything else as it is.
template <class Enum>
constexpr typename std::enable_if<std::is_enum<Enum>::value,
                                  typename std::underlying_type<Enum>::type>::type
plain(Enum value) {
    return static_cast<typename std::underlying_type<Enum>::type>(value);
}
template <class Number>
constexpr typename std::enable_if<!std::is_enum<Number>::value, Number>::type plain(Number value) {
    return value;
}

/// An integer of any type for C, which refuses what is out of range. What an int64_t can't hold
/// becomes the largest that it can, which no argument may be either.
template <class Number>
std::int64_t integer(Number value) {
    static_assert(std::is_integral<Number>::value || std::is_enum<Number>::value,
                  "pass a whole number: a fraction would be cut");
    static_assert(!std::is_same<Number, bool>::value, "a truth value is no number");
    const auto number = plain(value);
    static_assert(sizeof number <= sizeof(std::int64_t), "pass an integer of at most 64 bits");
    const auto most = (std::numeric_limits<std::int64_t>::max)();
    return number > 0 && static_cast<std::uint64_t>(number) > static_cast<std::uint64_t>(most)
               ? most
               : static_cast<std::int64_t>(number);
}

/// An integer for a field of 32 bits, or the error of this code.
template <class Number>
std::uint32_t integer32(Number value, dynakey_status status, const char* code,
                        const char* argument) {
    const std::int64_t number = integer(value);
    if (number < 0 || number > (std::numeric_limits<std::uint32_t>::max)()) {
        throw Error(status, code,
                    std::string(code) + ": " + argument + " must be from 0 to 4294967295, got " +
                        std::to_string(number),
                    argument, "Pass a number that fits 32 bits without a sign.");
    }
    return static_cast<std::uint32_t>(number);
}

/// What an overload for numbers of any type takes; `integer` then refuses fractions and truth
/// values, which would otherwise be converted in silence.
template <class Number>
struct IsNumber
    : std::integral_constant<bool,
                             std::is_arithmetic<Number>::value || std::is_enum<Number>::value> {};

template <class First, class Second = First>
using IfNumbers =
    typename std::enable_if<IsNumber<First>::value && IsNumber<Second>::value>::type;

}  // namespace detail
}  // namespace dynakey

#endif  // DYNAKEY_INTEGER_H
