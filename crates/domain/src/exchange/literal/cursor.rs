//! A place in the text.

use super::Unreadable;

pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Cursor<'a> {
        Cursor { text, at: 0 }
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn unreadable(&self, what: &'static str) -> Unreadable {
        let line = self.text.as_bytes()[..self.at].iter().filter(|byte| **byte == b'\n').count();
        Unreadable { line: line + 1, what }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    pub(super) fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    /// Takes `word` if it ends there.
    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let Some(after) = self.rest().strip_prefix(word) else { return false };
        let ends = !after.starts_with(is_part_of_name);
        if ends {
            self.at += word.len();
        }
        ends
    }

    /// Moves past white space and comments.
    pub(super) fn skip_blank(&mut self) -> Result<(), Unreadable> {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            self.at += blank;
            let rest = self.rest();
            if rest.starts_with("//") {
                self.skip_line();
            } else if rest.starts_with("/*") {
                let end =
                    rest.find("*/").ok_or_else(|| self.unreadable("the end of the comment"))?;
                self.at += end + 2;
            } else {
                return Ok(());
            }
        }
    }

    pub(super) fn skip_line(&mut self) {
        let rest = self.rest();
        self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
    }

    /// Moves past a type annotation and the `=`.
    pub(super) fn skip_type(&mut self) -> Result<(), Unreadable> {
        while let Some(next) = self.next() {
            if next == '=' && !self.rest().starts_with('>') {
                return Ok(());
            }
        }
        Err(self.unreadable("="))
    }

    pub(super) fn identifier(&mut self) -> Option<String> {
        let rest = self.rest();
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let end = rest.find(|c| !is_part_of_name(c)).unwrap_or(rest.len());
        self.at += end;
        (end > 0).then(|| rest[..end].to_owned())
    }

    pub(super) fn digits(&mut self) -> String {
        self.while_in(|c| c.is_ascii_digit())
    }

    pub(super) fn number(&mut self) -> String {
        let mut written = self.while_in(|c| c.is_ascii_digit() || c == '.');
        if self.peek().is_some_and(|c| c == 'e' || c == 'E') {
            written.extend(self.next());
            if let Some(sign @ ('-' | '+')) = self.peek() {
                written.push(sign);
                self.next();
            }
            written.push_str(&self.digits());
        }
        written
    }

    fn while_in(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let rest = self.rest();
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        rest[..end].to_owned()
    }
}

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}
