//! Strings in any of the three quotes.

use super::Unreadable;
use super::cursor::Cursor;

/// A string, or several joined by `+`.
pub(super) fn strings(cursor: &mut Cursor<'_>) -> Result<String, Unreadable> {
    let mut text = string(cursor)?;
    loop {
        cursor.skip_blank()?;
        if !cursor.take('+') {
            return Ok(text);
        }
        cursor.skip_blank()?;
        text.push_str(&string(cursor)?);
    }
}

/// One string.
pub(super) fn string(cursor: &mut Cursor<'_>) -> Result<String, Unreadable> {
    let Some(quote @ ('"' | '\'' | '`')) = cursor.next() else {
        return Err(cursor.unreadable("text in quotes"));
    };
    // In UTF-16, so that two escapes can be halves of one character.
    let mut units: Vec<u16> = Vec::new();
    let mut buffer = [0; 2];
    loop {
        if quote != '`' && matches!(cursor.peek(), Some('\n' | '\r')) {
            return Err(cursor.unreadable("a closing quote"));
        }
        let Some(next) = cursor.next() else { return Err(cursor.unreadable("a closing quote")) };
        match next {
            _ if next == quote => break,
            '\r' => {
                cursor.take('\n');
                units.push(u16::from(b'\n'));
            }
            '\\' => escape(cursor, &mut units)?,
            '$' if quote == '`' && cursor.peek() == Some('{') => {
                return Err(cursor.unreadable("text without ${}"));
            }
            _ => units.extend_from_slice(next.encode_utf16(&mut buffer)),
        }
    }
    if units.contains(&0) {
        return Err(cursor.unreadable("text without NUL"));
    }
    Ok(String::from_utf16_lossy(&units))
}

fn escape(cursor: &mut Cursor<'_>, units: &mut Vec<u16>) -> Result<(), Unreadable> {
    let mut buffer = [0; 2];
    let unit = match cursor.next() {
        Some('n') => '\n',
        Some('t') => '\t',
        Some('r') => '\r',
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('v') => '\u{b}',
        Some('0') => '\0',
        Some('\n') => return Ok(()),
        Some('\r') => {
            cursor.take('\n');
            return Ok(());
        }
        Some('x') => return hex(cursor, 2).map(|unit| units.push(unit)),
        Some('u') if cursor.take('{') => {
            let mut code = 0_u32;
            while let Some(digit) = cursor.peek().and_then(|c| c.to_digit(16)) {
                cursor.next();
                code = code.saturating_mul(16).saturating_add(digit);
            }
            let ends = cursor.take('}');
            char::from_u32(code).filter(|_| ends).ok_or_else(|| cursor.unreadable("an escape"))?
        }
        Some('u') => return hex(cursor, 4).map(|unit| units.push(unit)),
        Some(other) => other,
        None => return Err(cursor.unreadable("a closing quote")),
    };
    units.extend_from_slice(unit.encode_utf16(&mut buffer));
    Ok(())
}

fn hex(cursor: &mut Cursor<'_>, digits: usize) -> Result<u16, Unreadable> {
    let mut code = 0_u16;
    for _ in 0..digits {
        let digit = cursor.next().and_then(|c| c.to_digit(16));
        let digit = digit.and_then(|digit| u16::try_from(digit).ok());
        code = code * 16 + digit.ok_or_else(|| cursor.unreadable("an escape"))?;
    }
    Ok(code)
}
