use super::super::civil::{Civil, MILLIS_PER_DAY};

/// No year beyond this can be in JavaScript's range. A number has up to nine digits, and
/// its milliseconds would not fit.
const LARGEST_YEAR: i64 = 300_000;

/// What has been read of a date's text.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) day: DayParts,
    pub(super) time: TimeParts,
    pub(super) zone: ZoneParts,
}

impl Parts {
    /// Milliseconds since the Unix epoch, if the parts make a date.
    pub(super) fn millis(&self) -> Option<i64> {
        let days = self.day.date()?.days_since_epoch();
        Some(days * MILLIS_PER_DAY + self.time.millis()? - self.zone.millis()?)
    }
}

/// Up to three numbers and perhaps the name of a month.
#[derive(Debug, Default)]
pub(super) struct DayParts {
    numbers: Numbers<3>,
    pub(super) named_month: Option<i64>,
    /// Whether the numbers are year, month and day, by the ISO form.
    pub(super) iso: bool,
}

impl DayParts {
    /// None if there was no room for one more number.
    pub(super) fn add(&mut self, number: i64) -> Option<()> {
        self.numbers.add(number)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.numbers.count == 0
    }

    fn date(&self) -> Option<Civil> {
        if self.is_empty() {
            return None;
        }
        let [first, second, third] = self.numbers.filled_with(1);
        let (year, month, day) = match self.named_month {
            Some(month) if is_day(first) => (second, month, first),
            Some(month) => (first, month, second),
            None if self.iso || !is_day(first) => (first, second, third),
            None => (third, first, second),
        };
        let year = match year {
            0..=49 if !self.iso => 2000 + year,
            50..=99 if !self.iso => 1900 + year,
            _ => year,
        };
        (year.abs() <= LARGEST_YEAR && is_month(month) && is_day(day)).then_some(Civil {
            year,
            month,
            day,
        })
    }
}

/// Hour, minute, second and millisecond, as far as they are given.
#[derive(Debug, Default)]
pub(super) struct TimeParts {
    numbers: Numbers<4>,
    /// 0 after `am`, 12 after `pm`.
    pub(super) half_of_day: Option<i64>,
}

impl TimeParts {
    pub(super) fn add(&mut self, number: i64) -> Option<()> {
        self.numbers.add(number)
    }

    /// Adds a number after which none is expected. A fifth one is dropped.
    pub(super) fn add_last(&mut self, number: i64) {
        let _ = self.numbers.add(number);
        self.numbers.count = 4;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.numbers.count == 0
    }

    /// Whether `number` can be the next part of a time that has begun.
    pub(super) fn expects(&self, number: i64) -> bool {
        match self.numbers.count {
            1 | 2 => is_minute(number),
            3 => (0..1_000).contains(&number),
            _ => false,
        }
    }

    /// Milliseconds since midnight; 24:00 is the next midnight.
    fn millis(&self) -> Option<i64> {
        let [hour, minute, second, millisecond] = self.numbers.filled_with(0);
        let hour = match self.half_of_day {
            Some(_) if !(0..=12).contains(&hour) => return None,
            Some(half) => hour % 12 + half,
            None => hour,
        };
        let of_one_day = (0..24).contains(&hour)
            && is_minute(minute)
            && is_minute(second)
            && (0..1_000).contains(&millisecond);
        let midnight = [hour, minute, second, millisecond] == [24, 0, 0, 0];
        (of_one_day || midnight)
            .then_some(((hour * 60 + minute) * 60 + second) * 1_000 + millisecond)
    }
}

/// The offset from UTC, as far as it is given.
#[derive(Debug, Default)]
pub(super) struct ZoneParts {
    /// 1 or -1; None is no zone at all, which counts as UTC.
    pub(super) sign: Option<i64>,
    pub(super) hours: Option<i64>,
    pub(super) minutes: Option<i64>,
}

impl ZoneParts {
    /// Sets the offset that the name of a zone stands for.
    pub(super) fn set_hours(&mut self, offset: i64) {
        self.sign = Some(if offset < 0 { -1 } else { 1 });
        self.hours = Some(offset.abs());
        self.minutes = Some(0);
    }

    pub(super) fn is_utc(&self) -> bool {
        self.hours == Some(0) && self.minutes == Some(0)
    }

    /// Whether `number` can be the minutes after the colon of an offset.
    pub(super) fn expects(&self, number: i64) -> bool {
        self.hours.is_some() && self.minutes.is_none() && is_minute(number)
    }

    /// What has to be taken off the time to get UTC; None where it is absurdly large.
    fn millis(&self) -> Option<i64> {
        let Some(sign) = self.sign else {
            return Some(0);
        };
        let minutes = self.hours.unwrap_or(0) * 60 + self.minutes.unwrap_or(0);
        let seconds = i32::try_from(minutes * 60).ok()?;
        Some(sign * i64::from(seconds) * 1_000)
    }
}

#[derive(Debug)]
struct Numbers<const ROOM: usize> {
    given: [i64; ROOM],
    count: usize,
}

impl<const ROOM: usize> Default for Numbers<ROOM> {
    fn default() -> Self {
        Self { given: [0; ROOM], count: 0 }
    }
}

impl<const ROOM: usize> Numbers<ROOM> {
    /// None, and nothing added, when there is no room.
    fn add(&mut self, number: i64) -> Option<()> {
        *self.given.get_mut(self.count)? = number;
        self.count += 1;
        Some(())
    }

    /// All numbers, those that were not given being `default`.
    fn filled_with(&self, default: i64) -> [i64; ROOM] {
        std::array::from_fn(|at| if at < self.count { self.given[at] } else { default })
    }
}

pub(super) fn is_month(number: i64) -> bool {
    (1..=12).contains(&number)
}

pub(super) fn is_day(number: i64) -> bool {
    (1..=31).contains(&number)
}

/// Minutes and seconds alike.
pub(super) fn is_minute(number: i64) -> bool {
    (0..60).contains(&number)
}

/// Milliseconds of the decimal fraction of a second that was written as the number
/// `value` of `length` digits; those after the third are cut off.
pub(super) fn fraction_millis(value: i64, length: u32) -> i64 {
    match length {
        0..=3 => value * 10_i64.pow(3 - length),
        // Only nine digits have been read into the value.
        _ => value / 10_i64.pow(length.min(9) - 3),
    }
}
