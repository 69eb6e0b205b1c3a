use super::parts::{self, Parts};
use super::tokens::{Scanner, Token, Word};

/// Reads the rest of a date in any order and notation, beginning with `first`.
///
/// Words before the first number and comments in parentheses are ignored. A number before
/// a colon begins a time, other numbers are day, month and year; a sign after a time or
/// after `UTC` begins an offset. None as soon as the text cannot be a date.
pub(super) fn read(first: Token, scanner: &mut Scanner<'_>, parts: &mut Parts) -> Option<()> {
    let mut number_seen = !parts.day.is_empty();
    let mut token = first;
    while token != Token::End {
        match token {
            Token::Number { value, .. } => {
                number_seen = true;
                read_number(value, scanner, parts)?;
            }
            Token::Word(word) => read_word(word, number_seen, scanner, parts)?,
            Token::Symbol(symbol) => match token.sign() {
                Some(sign) if parts.zone.is_utc() || !parts.time.is_empty() => {
                    number_seen = true;
                    parts.zone.sign = Some(sign);
                    read_offset(scanner, parts)?;
                }
                Some(_) if number_seen => return None,
                None if symbol == ')' && number_seen => return None,
                _ => {}
            },
            Token::Space | Token::Other | Token::End => {}
        }
        token = scanner.next();
    }
    Some(())
}

fn read_number(number: i64, scanner: &mut Scanner<'_>, parts: &mut Parts) -> Option<()> {
    if scanner.skip(':') {
        return read_hour_or_minute(number, scanner, parts);
    }
    if scanner.skip('.') && parts.time.expects(number) {
        let Token::Number { value, length } = scanner.next() else {
            return None;
        };
        parts.time.add(number)?;
        parts.time.add_last(parts::fraction_millis(value, length));
        return Some(());
    }
    if parts.zone.expects(number) {
        parts.zone.minutes = Some(number);
        return Some(());
    }
    if parts.time.expects(number) {
        parts.time.add_last(number);
        let next = scanner.peek();
        let separated = next.sign().is_some()
            || matches!(next, Token::End | Token::Space | Token::Word(Word::Zulu));
        return separated.then_some(());
    }
    parts.day.add(number)?;
    scanner.skip('-');
    Some(())
}

/// Adds a number that a colon follows; a second colon stands for no minutes.
fn read_hour_or_minute(number: i64, scanner: &mut Scanner<'_>, parts: &mut Parts) -> Option<()> {
    if !scanner.skip(':') {
        parts.time.add(number)?;
        scanner.skip('.');
        return Some(());
    }
    if !parts.time.is_empty() {
        return None;
    }
    parts.time.add(number)?;
    parts.time.add(0)
}

fn read_word(
    word: Word,
    number_seen: bool,
    scanner: &mut Scanner<'_>,
    parts: &mut Parts,
) -> Option<()> {
    match word {
        Word::HalfOfDay(hours) if !parts.time.is_empty() => parts.time.half_of_day = Some(hours),
        Word::Month(month) => {
            parts.day.named_month = Some(month);
            scanner.skip('-');
        }
        Word::Zulu if number_seen => parts.zone.set_hours(0),
        Word::Zone(hours) if number_seen => parts.zone.set_hours(hours),
        // Garbage may stand only before the first number, and apart from it.
        _ if number_seen || matches!(scanner.peek(), Token::Number { .. }) => return None,
        _ => {}
    }
    Some(())
}

/// Reads what follows the sign of an offset: `hh:`, `h`, `hh`, `hmm` or `hhmm`; the
/// minutes after a colon come as a number of their own.
fn read_offset(scanner: &mut Scanner<'_>, parts: &mut Parts) -> Option<()> {
    let (number, length) = match scanner.peek() {
        Token::Number { value, length } => {
            scanner.next();
            (value, length)
        }
        _ => (0, 0),
    };
    let (hours, minutes) = match length {
        _ if scanner.peek() == Token::Symbol(':') => (number, None),
        1 | 2 => (number, Some(0)),
        3 | 4 => (number / 100, Some(number % 100)),
        _ => return None,
    };
    parts.zone.hours = Some(hours);
    parts.zone.minutes = minutes;
    Some(())
}
