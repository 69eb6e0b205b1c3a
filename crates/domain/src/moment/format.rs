use super::Moment;
use super::civil::Civil;

/// The first whole year of the database, 4713 BC, where the year before 1 is 0.
const FIRST_POSTGRES_YEAR: i64 = -4712;

pub(super) fn iso(moment: Moment) -> String {
    let (date, time) = moment.date_and_time();
    let mut text = String::with_capacity("+275760-09-13T00:00:00.000Z".len());
    if (0..=9999).contains(&date.year) {
        push_digits(&mut text, date.year, 1_000);
    } else {
        text.push(if date.year < 0 { '-' } else { '+' });
        push_digits(&mut text, date.year.abs(), 100_000);
    }
    push_month_and_day(&mut text, date);
    text.push('T');
    push_time(&mut text, time);
    text.push('Z');
    text
}

pub(super) fn postgres(moment: Moment) -> Option<String> {
    let (date, time) = moment.date_and_time();
    if date.year < FIRST_POSTGRES_YEAR {
        return None;
    }
    let before_christ = date.year <= 0;
    let year = if before_christ { 1 - date.year } else { date.year };
    let mut text = String::with_capacity("275760-09-13 00:00:00.000 BC".len());
    push_digits(&mut text, year, if year > 9999 { 100_000 } else { 1_000 });
    push_month_and_day(&mut text, date);
    text.push(' ');
    push_time(&mut text, time);
    if before_christ {
        text.push_str(" BC");
    }
    Some(text)
}

fn push_month_and_day(text: &mut String, date: Civil) {
    text.push('-');
    push_digits(text, date.month, 10);
    text.push('-');
    push_digits(text, date.day, 10);
}

fn push_time(text: &mut String, millis_since_midnight: i64) {
    let seconds = millis_since_midnight / 1_000;
    push_digits(text, seconds / 3_600, 10);
    text.push(':');
    push_digits(text, seconds / 60 % 60, 10);
    text.push(':');
    push_digits(text, seconds % 60, 10);
    text.push('.');
    push_digits(text, millis_since_midnight % 1_000, 100);
}

/// Appends the decimal digits of `number` from the one worth `highest` down.
///
/// Snapshots of the content hold thousands of moments; this takes a fraction of the time
/// of the formatting macros.
fn push_digits(text: &mut String, number: i64, highest: i64) {
    let mut worth = highest;
    while worth > 0 {
        // A digit always fits.
        text.push(char::from(b'0' + u8::try_from(number / worth % 10).unwrap_or_default()));
        worth /= 10;
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn texts_are_those_of_javascript_and_postgresql() {
        // milliseconds, toISOString, timestamp literal
        let cases = [
            (0, "1970-01-01T00:00:00.000Z", Some("1970-01-01 00:00:00.000")),
            (-1, "1969-12-31T23:59:59.999Z", Some("1969-12-31 23:59:59.999")),
            (1_265_068_800_000, "2010-02-02T00:00:00.000Z", Some("2010-02-02 00:00:00.000")),
            (1_709_280_000_123, "2024-03-01T08:00:00.123Z", Some("2024-03-01 08:00:00.123")),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z", Some("9999-12-31 23:59:59.999")),
            (253_402_300_800_000, "+010000-01-01T00:00:00.000Z", Some("010000-01-01 00:00:00.000")),
            (-62_135_596_800_000, "0001-01-01T00:00:00.000Z", Some("0001-01-01 00:00:00.000")),
            (-62_135_596_800_001, "0000-12-31T23:59:59.999Z", Some("0001-12-31 23:59:59.999 BC")),
            (-62_167_219_200_000, "0000-01-01T00:00:00.000Z", Some("0001-01-01 00:00:00.000 BC")),
            (
                -62_167_219_200_001,
                "-000001-12-31T23:59:59.999Z",
                Some("0002-12-31 23:59:59.999 BC"),
            ),
            (
                -210_863_520_000_000,
                "-004712-01-01T00:00:00.000Z",
                Some("4713-01-01 00:00:00.000 BC"),
            ),
            (-210_863_520_000_001, "-004713-12-31T23:59:59.999Z", None),
            (
                8_640_000_000_000_000,
                "+275760-09-13T00:00:00.000Z",
                Some("275760-09-13 00:00:00.000"),
            ),
            (-8_640_000_000_000_000, "-271821-04-20T00:00:00.000Z", None),
        ];
        for (millis, expected_iso, expected_postgres) in cases {
            let moment = Moment::from_millis(millis).unwrap();
            assert_eq!(iso(moment), expected_iso);
            assert_eq!(postgres(moment).as_deref(), expected_postgres);
        }
    }
}
