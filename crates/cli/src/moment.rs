//! Points in time as people read and write them.

use jiff::Timestamp;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const TWO_DAYS: u64 = 2 * DAY;

/// Unix seconds from Unix seconds or RFC 3339.
pub(crate) fn parse(text: &str) -> Result<i64, String> {
    text.parse::<i64>()
        .or_else(|_| text.parse::<Timestamp>().map(Timestamp::as_second))
        .map_err(|_| "Unix seconds or a time such as 2026-11-24T12:00:00Z is expected".to_owned())
}

/// A time in UTC, and how far it is from `now`: `2026-11-24T12:00:00Z (in 59 min)`.
pub(crate) fn text(time: i64, now: i64) -> String {
    let utc = Timestamp::from_second(time).map_or_else(|_| time.to_string(), |t| t.to_string());
    format!("{utc} ({})", distance(time, now))
}

/// How far `time` is from `now`: `in 59 min`, `2 h 5 min ago`.
fn distance(time: i64, now: i64) -> String {
    let seconds = time.abs_diff(now);
    let (days, hours, minutes) = (seconds / DAY, seconds / HOUR, seconds / MINUTE);
    let length = match seconds {
        0 => return "now".to_owned(),
        1..MINUTE => format!("{seconds} s"),
        MINUTE..HOUR => format!("{minutes} min"),
        HOUR..TWO_DAYS if minutes % 60 == 0 => format!("{hours} h"),
        HOUR..TWO_DAYS => format!("{hours} h {} min", minutes % 60),
        _ => format!("{days} days"),
    };
    if time > now { format!("in {length}") } else { format!("{length} ago") }
}

/// The system's time in Unix seconds.
pub(crate) fn now() -> i64 {
    Timestamp::now().as_second()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_in_the_largest_unit_that_says_enough() {
        for (time, expected) in [
            (0, "now"),
            (59, "in 59 s"),
            (60, "in 1 min"),
            (3599, "in 59 min"),
            (-3600, "1 h ago"),
            (-7200, "2 h ago"),
            (3661, "in 1 h 1 min"),
            (86_399, "in 23 h 59 min"),
            (172_800, "in 2 days"),
            (-864_000, "10 days ago"),
        ] {
            assert_eq!(distance(time, 0), expected);
        }
    }

    #[test]
    fn both_spellings_of_a_time_are_read() {
        assert_eq!(parse("1700000000"), Ok(1_700_000_000));
        assert_eq!(parse("2023-11-14T22:13:20Z"), Ok(1_700_000_000));
        assert!(parse("yesterday").is_err());
    }
}
