//! A day, shown in both calendars.

use super::{BikramSambat, NEPAL_OFFSET_MILLIS};
use crate::language::Language;
use crate::moment::Moment;

const MILLIS_PER_DAY: i64 = 86_400_000;

/// A day, whatever a calendar calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i64);

impl Day {
    /// The day in Nepal to which `moment` belongs.
    pub fn in_nepal(moment: Moment) -> Day {
        Day((moment.millis() + NEPAL_OFFSET_MILLIS).div_euclid(MILLIS_PER_DAY))
    }

    /// The day that many days after 1970-01-01.
    pub fn from_days_since_epoch(days: i64) -> Day {
        Day(days)
    }

    /// How many days after 1970-01-01 it is.
    pub fn days_since_epoch(self) -> i64 {
        self.0
    }

    /// The day that `text`, such as `2026-11-24`, names; an input of type `date` sends this.
    pub fn from_iso(text: &str) -> Option<Day> {
        let day = Moment::parse(text)?.millis().div_euclid(MILLIS_PER_DAY);
        // The reading of moments is lenient; a day must be written as we write it.
        Some(Day(day)).filter(|day| day.to_iso() == text)
    }

    /// As `2026-11-24`, for machines and for an input of type `date`.
    pub fn to_iso(self) -> String {
        let iso = self.begin_utc().map(Moment::to_iso).unwrap_or_default();
        iso.split('T').next().unwrap_or_default().to_owned()
    }

    /// The day after it.
    pub fn next(self) -> Day {
        Day(self.0 + 1)
    }

    /// The moment at which it begins in Nepal.
    pub fn begin(self) -> Option<Moment> {
        Moment::from_millis(self.begin_utc()?.millis() - NEPAL_OFFSET_MILLIS)
    }

    fn begin_utc(self) -> Option<Moment> {
        Moment::from_millis(self.0.checked_mul(MILLIS_PER_DAY)?)
    }

    /// In the Gregorian calendar: `24 Nov 2026`, `२४ नोभेम्बर २०२६`.
    pub fn show_gregorian(self, language: Language) -> String {
        let iso = self.to_iso();
        let mut parts = iso.rsplitn(3, '-');
        let number =
            |part: Option<&str>| part.and_then(|part| part.parse::<usize>().ok()).unwrap_or(0);
        let (day, month) = (number(parts.next()), number(parts.next()));
        let names = MONTHS.get(month.saturating_sub(1)).copied().unwrap_or_default();
        let name = names[usize::from(language == Language::Nepali)];
        language.digits(&format!("{day} {name} {}", parts.next().unwrap_or_default()))
    }

    /// In both calendars, first the one that the reader's language goes with:
    /// `24 Nov 2026 · 8 Mangsir 2083`, `८ मंसिर २०८३ · २४ नोभेम्बर २०२६`. Beyond the almanac the
    /// Gregorian date stands alone.
    pub fn show(self, language: Language) -> String {
        let gregorian = self.show_gregorian(language);
        match (BikramSambat::of(self), language) {
            (None, _) => gregorian,
            (Some(date), Language::English) => format!("{gregorian} · {}", date.show(language)),
            (Some(date), Language::Nepali) => format!("{} · {gregorian}", date.show(language)),
        }
    }
}

/// Names of the months, in English and in Nepali.
const MONTHS: [[&str; 2]; 12] = [
    ["Jan", "जनवरी"],
    ["Feb", "फेब्रुअरी"],
    ["Mar", "मार्च"],
    ["Apr", "अप्रिल"],
    ["May", "मे"],
    ["Jun", "जुन"],
    ["Jul", "जुलाई"],
    ["Aug", "अगस्ट"],
    ["Sep", "सेप्टेम्बर"],
    ["Oct", "अक्टोबर"],
    ["Nov", "नोभेम्बर"],
    ["Dec", "डिसेम्बर"],
];

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::Day;
    use crate::calendar::ClockTime;
    use crate::language::Language;
    use crate::moment::Moment;

    #[test]
    fn a_moment_is_shown_as_nepals_day_in_both_calendars() {
        let cases = [
            ("2026-11-24T08:20:00Z", "24 Nov 2026 · 8 Mangsir 2083", "14:05"),
            ("2026-11-23T18:14:59Z", "23 Nov 2026 · 7 Mangsir 2083", "23:59"),
            ("2026-11-23T18:15:00Z", "24 Nov 2026 · 8 Mangsir 2083", "00:00"),
            ("1943-04-13T18:15:00Z", "14 Apr 1943 · 1 Baisakh 2000", "00:00"),
            ("1943-04-13T18:14:00Z", "13 Apr 1943", "23:59"),
            ("2034-04-14T00:00:00Z", "14 Apr 2034", "05:45"),
        ];
        for (moment, date, time) in cases {
            let moment = Moment::parse(moment).unwrap();
            assert_eq!(Day::in_nepal(moment).show(Language::English), date);
            assert_eq!(ClockTime::in_nepal(moment).show(Language::English), time);
        }
        let moment = Moment::parse("2026-11-24T08:20:00Z").unwrap();
        assert_eq!(Day::in_nepal(moment).show(Language::Nepali), "८ मंसिर २०८३ · २४ नोभेम्बर २०२६");
        assert_eq!(ClockTime::in_nepal(moment).show(Language::Nepali), "१४:०५");
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        let day = Day::from_iso("2026-11-24").unwrap();
        assert_eq!(day.to_iso(), "2026-11-24");
        assert_eq!(day.begin().unwrap().to_iso(), "2026-11-23T18:15:00.000Z");
        assert_eq!(Day::in_nepal(day.begin().unwrap()), day);
        for other in ["", "2026-11-31", "2026-1-2", "24 Nov 2026", "2026-11-24T00:00:00Z", "2026"] {
            assert_eq!(Day::from_iso(other), None, "{other}");
        }
    }
}
