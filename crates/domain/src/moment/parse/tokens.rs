use std::iter::Peekable;
use std::str::Chars;

use crate::text::is_js_space;

/// Digits of a number that count; those after them are skipped.
const SIGNIFICANT_DIGITS: u32 = 9;

/// A piece of a date's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// Decimal digits: their value and how many were written, leading zeros included.
    Number { value: i64, length: u32 },
    /// One of `:`, `-`, `+`, `.` and `)`.
    Symbol(char),
    /// Letters, and whatever else comes after `Z` in Unicode.
    Word(Word),
    /// One character of white space.
    Space,
    /// A parenthesised comment, or a character without a meaning.
    Other,
    /// The end of the text; a NUL ends it too.
    End,
}

/// What a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A month, 1 to 12, by its first three letters.
    Month(i64),
    /// `am` or `pm`: the hours to add.
    HalfOfDay(i64),
    /// `Z` alone.
    Zulu,
    /// Another name of a zone: its offset in hours.
    Zone(i64),
    /// The `T` between date and time.
    TimeSeparator,
    /// Any other: the name of a weekday, or garbage.
    Other,
}

impl Token {
    /// The value of a number written with exactly `digits` digits.
    pub(super) fn fixed_number(self, digits: u32) -> Option<i64> {
        match self {
            Self::Number { value, length } if length == digits => Some(value),
            _ => None,
        }
    }

    /// 1 for `+`, -1 for `-`.
    pub(super) fn sign(self) -> Option<i64> {
        match self {
            Self::Symbol('+') => Some(1),
            Self::Symbol('-') => Some(-1),
            _ => None,
        }
    }
}

/// Cuts a text into tokens, with one token of look-ahead.
pub(super) struct Scanner<'a> {
    chars: Peekable<Chars<'a>>,
    current: Token,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut scanner = Self { chars: text.chars().peekable(), current: Token::End };
        scanner.current = scanner.scan();
        scanner
    }

    pub(super) fn peek(&self) -> Token {
        self.current
    }

    pub(super) fn next(&mut self) -> Token {
        let scanned = self.scan();
        std::mem::replace(&mut self.current, scanned)
    }

    /// Moves past `symbol` if it comes next.
    pub(super) fn skip(&mut self, symbol: char) -> bool {
        let found = self.current == Token::Symbol(symbol);
        if found {
            self.next();
        }
        found
    }

    fn scan(&mut self) -> Token {
        let Some(&c) = self.chars.peek() else {
            return Token::End;
        };
        match c {
            '\0' => Token::End,
            '0'..='9' => self.number(),
            '(' => self.comment(),
            c if is_space(c) => self.single(Token::Space),
            'A'.. => self.word(),
            ':' | '-' | '+' | '.' | ')' => self.single(Token::Symbol(c)),
            _ => self.single(Token::Other),
        }
    }

    fn single(&mut self, token: Token) -> Token {
        self.chars.next();
        token
    }

    fn number(&mut self) -> Token {
        let (mut value, mut length, mut significant) = (0, 0, 0);
        while let Some(digit) = self.chars.peek().and_then(|c| c.to_digit(10)) {
            self.chars.next();
            length += 1;
            if significant == 0 && digit == 0 {
                continue;
            }
            if significant < SIGNIFICANT_DIGITS {
                value = value * 10 + i64::from(digit);
            }
            significant += 1;
        }
        Token::Number { value, length }
    }

    fn word(&mut self) -> Token {
        let mut prefix = ['\0'; 3];
        let mut length = 0;
        while let Some(c) = self.chars.next_if(|&c| c >= 'A' && !is_space(c)) {
            if let Some(slot) = prefix.get_mut(length) {
                *slot = c.to_ascii_lowercase();
            }
            length += 1;
        }
        Token::Word(meaning(prefix, length))
    }

    /// Moves past the matching bracket, or to the end where there is none.
    fn comment(&mut self) -> Token {
        let mut open = 0_usize;
        while let Some(c) = self.chars.next_if(|&c| c != '\0') {
            match c {
                '(' => open += 1,
                ')' => open -= 1,
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
        Token::Other
    }
}

/// V8 takes the two line terminators beyond ASCII for letters here.
fn is_space(c: char) -> bool {
    is_js_space(c) && !matches!(c, '\u{2028}' | '\u{2029}')
}

/// The meaning of a word of `length` characters that begins with `prefix`.
fn meaning(prefix: [char; 3], length: usize) -> Word {
    const MONTHS: [[char; 3]; 12] = [
        ['j', 'a', 'n'],
        ['f', 'e', 'b'],
        ['m', 'a', 'r'],
        ['a', 'p', 'r'],
        ['m', 'a', 'y'],
        ['j', 'u', 'n'],
        ['j', 'u', 'l'],
        ['a', 'u', 'g'],
        ['s', 'e', 'p'],
        ['o', 'c', 't'],
        ['n', 'o', 'v'],
        ['d', 'e', 'c'],
    ];
    if let Some(month) = (1..).zip(MONTHS).find(|(_, name)| *name == prefix) {
        return Word::Month(month.0);
    }
    if length > prefix.len() {
        return Word::Other;
    }
    match prefix {
        ['a', 'm', '\0'] => Word::HalfOfDay(0),
        ['p', 'm', '\0'] => Word::HalfOfDay(12),
        ['z', '\0', '\0'] => Word::Zulu,
        ['u', 't', '\0'] | ['u', 't', 'c'] | ['g', 'm', 't'] => Word::Zone(0),
        ['e', 'd', 't'] => Word::Zone(-4),
        ['e', 's', 't'] | ['c', 'd', 't'] => Word::Zone(-5),
        ['c', 's', 't'] | ['m', 'd', 't'] => Word::Zone(-6),
        ['m', 's', 't'] | ['p', 'd', 't'] => Word::Zone(-7),
        ['p', 's', 't'] => Word::Zone(-8),
        ['t', '\0', '\0'] => Word::TimeSeparator,
        _ => Word::Other,
    }
}
