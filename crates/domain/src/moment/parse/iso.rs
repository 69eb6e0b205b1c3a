use super::parts::{self, Parts};
use super::tokens::{Scanner, Token, Word};

/// How far the ISO forms reached.
pub(super) enum Outcome {
    /// The whole text is an ISO date.
    Complete,
    /// After the `T` of an ISO date-time nothing but an ISO time is taken.
    Impossible,
    /// The text is something else, or goes on otherwise, with this token.
    Unfinished(Token),
}

/// Reads `YYYY[-MM[-DD]]`, perhaps followed by `Thh:mm[:ss[.fff]]` and a zone. The year
/// may have six digits and a sign.
pub(super) fn read(scanner: &mut Scanner<'_>, parts: &mut Parts) -> Outcome {
    if let Err(token) = read_day(scanner, parts) {
        return Outcome::Unfinished(token);
    }
    match scanner.peek() {
        Token::End => {}
        Token::Word(Word::TimeSeparator) => {
            scanner.next();
            let complete = read_time(scanner, parts).and_then(|()| read_zone(scanner, parts));
            if complete.is_none() || scanner.peek() != Token::End {
                return Outcome::Impossible;
            }
        }
        _ => return Outcome::Unfinished(scanner.next()),
    }
    parts.day.iso = true;
    Outcome::Complete
}

/// The token at which the text stopped being an ISO date is the error.
fn read_day(scanner: &mut Scanner<'_>, parts: &mut Parts) -> Result<(), Token> {
    let first = scanner.next();
    let year = match first.sign() {
        // There is no year minus zero.
        Some(sign) => match scanner.peek().fixed_number(6) {
            Some(year) => {
                scanner.next();
                if sign < 0 && year == 0 {
                    return Err(first);
                }
                sign * year
            }
            None => return Err(first),
        },
        None => first.fixed_number(4).ok_or(first)?,
    };
    parts.day.add(year).ok_or(first)?;
    for is_valid in [parts::is_month, parts::is_day] {
        if !scanner.skip('-') {
            break;
        }
        match scanner.peek().fixed_number(2) {
            Some(number) if is_valid(number) => parts.day.add(number).ok_or(first)?,
            _ => return Err(scanner.next()),
        }
        scanner.next();
    }
    Ok(())
}

fn read_time(scanner: &mut Scanner<'_>, parts: &mut Parts) -> Option<()> {
    let hour = two_digits(scanner, |hour| (0..=24).contains(&hour))?;
    // After 24 only zeros may follow.
    let last = if hour == 24 { 0 } else { 59 };
    parts.time.add(hour)?;
    if !scanner.skip(':') {
        return None;
    }
    parts.time.add(two_digits(scanner, |minute| minute <= last)?)?;
    if !scanner.skip(':') {
        return Some(());
    }
    parts.time.add(two_digits(scanner, |second| second <= last)?)?;
    if !scanner.skip('.') {
        return Some(());
    }
    match scanner.next() {
        Token::Number { value, length } if hour < 24 || value == 0 => {
            parts.time.add(parts::fraction_millis(value, length))
        }
        _ => None,
    }
}

fn read_zone(scanner: &mut Scanner<'_>, parts: &mut Parts) -> Option<()> {
    if scanner.peek() == Token::Word(Word::Zulu) {
        scanner.next();
        parts.zone.set_hours(0);
        return Some(());
    }
    let Some(sign) = scanner.peek().sign() else {
        return Some(());
    };
    scanner.next();
    let (hours, minutes) = match scanner.peek().fixed_number(4) {
        Some(number) => {
            scanner.next();
            (number / 100, number % 100)
        }
        None => {
            let hours = two_digits(scanner, |_| true)?;
            if !scanner.skip(':') {
                return None;
            }
            (hours, two_digits(scanner, |_| true)?)
        }
    };
    parts.zone.sign = Some(sign);
    parts.zone.hours = Some(hours);
    parts.zone.minutes = Some(minutes);
    (hours < 24 && parts::is_minute(minutes)).then_some(())
}

fn two_digits(scanner: &mut Scanner<'_>, is_valid: impl Fn(i64) -> bool) -> Option<i64> {
    scanner.next().fixed_number(2).filter(|&number| is_valid(number))
}
