/// Milliseconds in a day; as in JavaScript and in the database, no leap seconds.
pub(super) const MILLIS_PER_DAY: i64 = 86_400_000;

/// Days in the 400 years after which the Gregorian calendar repeats.
const DAYS_PER_ERA: i64 = 146_097;

/// Days from 1 March of the year 0 until the Unix epoch.
const DAYS_TO_EPOCH: i64 = 719_468;

/// A date of the Gregorian calendar, continued into the past; the year before 1 is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Civil {
    pub(super) year: i64,
    /// 1 to 12.
    pub(super) month: i64,
    /// 1 to 31; a day that the month does not have counts on into the next one.
    pub(super) day: i64,
}

impl Civil {
    /// Howard Hinnant's algorithm: years begin in March, so that the leap day is the last.
    pub(super) fn from_days_since_epoch(days: i64) -> Self {
        let days = days + DAYS_TO_EPOCH;
        let era = days.div_euclid(DAYS_PER_ERA);
        let day_of_era = days.rem_euclid(DAYS_PER_ERA);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let months_since_march = (5 * day_of_year + 2) / 153;
        let month =
            if months_since_march < 10 { months_since_march + 3 } else { months_since_march - 9 };
        Self {
            year: era * 400 + year_of_era + i64::from(month <= 2),
            month,
            day: day_of_year - (153 * months_since_march + 2) / 5 + 1,
        }
    }

    /// Days from 1970-01-01 until this date.
    pub(super) fn days_since_epoch(self) -> i64 {
        let year = self.year - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let months_since_march = (self.month + 9) % 12;
        let day_of_year = (153 * months_since_march + 2) / 5 + self.day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH
    }

    pub(super) fn minus_one_month(self) -> Self {
        let (year, month) = match self.month {
            1 => (self.year - 1, 12),
            month => (self.year, month - 1),
        };
        let day = self.day.min(days_in_month(year, month));
        Self { year, month, day }
    }

    /// A month later, and whether that month has this day; its last day where not.
    pub(super) fn plus_one_month(self) -> (Self, bool) {
        let (year, month) = match self.month {
            12 => (self.year + 1, 1),
            month => (self.year, month + 1),
        };
        let last = days_in_month(year, month);
        (Self { year, month, day: self.day.min(last) }, self.day <= last)
    }
}

fn days_in_month(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_days_agree() {
        let cases = [
            ((1970, 1, 1), 0),
            ((1969, 12, 31), -1),
            ((2000, 2, 29), 11_016),
            ((2000, 3, 1), 11_017),
            ((2010, 2, 2), 14_642),
            ((1900, 2, 28), -25_509),
            ((1900, 3, 1), -25_508),
            ((0, 1, 1), -719_528),
            ((0, 3, 1), -719_468),
            ((-1, 12, 31), -719_529),
            ((-271_821, 4, 20), -100_000_000),
            ((275_760, 9, 13), 100_000_000),
        ];
        for ((year, month, day), days) in cases {
            let date = Civil { year, month, day };
            assert_eq!(date.days_since_epoch(), days, "{date:?}");
            assert_eq!(Civil::from_days_since_epoch(days), date, "{days}");
        }
    }

    #[test]
    fn every_day_of_a_calendar_cycle_follows_the_day_before() {
        let mut before = Civil::from_days_since_epoch(-DAYS_PER_ERA);
        for days in -DAYS_PER_ERA + 1..=DAYS_PER_ERA {
            let date = Civil::from_days_since_epoch(days);
            let expected = if before.day < days_in_month(before.year, before.month) {
                Civil { day: before.day + 1, ..before }
            } else if before.month < 12 {
                Civil { month: before.month + 1, day: 1, ..before }
            } else {
                Civil { year: before.year + 1, month: 1, day: 1 }
            };
            assert_eq!(date, expected);
            assert_eq!(date.days_since_epoch(), days);
            before = date;
        }
    }

    #[test]
    fn a_day_too_many_counts_into_the_next_month() {
        let rolled = Civil { year: 2010, month: 2, day: 30 }.days_since_epoch();
        let meant = Civil { year: 2010, month: 3, day: 2 }.days_since_epoch();
        assert_eq!(rolled, meant);
    }
}
