//! Reads the literal in a source file: `export const ne = { id: 'a', … }`, or plain JSON.
//!
//! Not JavaScript, only what such files hold: objects, lists, strings in any of the three
//! quotes, numbers, comments, trailing commas, and the type annotations around them. Anything
//! that would have to be computed is refused with its line.

mod cursor;
mod text;

use cursor::Cursor;

/// Deepest nesting that is taken.
const DEEPEST: usize = 64;

/// A value of a literal.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `null` or `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Literal>),
    /// An object: its members in order. Of two with one name the last counts.
    Object(Vec<(String, Literal)>),
}

/// Why a text is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The line, counted from 1.
    pub line: usize,
    /// What was expected or is not taken there, in a few English words for people who write
    /// such files.
    pub what: &'static str,
}

impl Literal {
    /// The member `name` of an object.
    pub fn get(&self, name: &str) -> Option<&Literal> {
        match self {
            Literal::Object(members) => {
                members.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// A string as it is, a number or boolean as it is written; `None` for the rest.
    pub fn text(&self) -> Option<&str> {
        match self {
            Literal::Text(text) | Literal::Number(text) => Some(text),
            Literal::Bool(true) => Some("true"),
            Literal::Bool(false) => Some("false"),
            _ => None,
        }
    }

    /// The elements of a list; none for anything else.
    pub fn list(&self) -> &[Literal] {
        match self {
            Literal::List(elements) => elements,
            _ => &[],
        }
    }
}

/// Reads `text`: the name of the constant, if there is one, and the value.
///
/// # Errors
///
/// [`Unreadable`] with the line.
pub fn read(text: &str) -> Result<(Option<String>, Literal), Unreadable> {
    let mut cursor = Cursor::new(text.strip_prefix('\u{feff}').unwrap_or(text));
    let name = declaration(&mut cursor)?;
    let value = value(&mut cursor, 0)?;
    cursor.skip_blank()?;
    let rest = cursor.rest();
    let ends = rest.is_empty()
        || [";", "as ", "satisfies ", "export "].iter().any(|start| rest.starts_with(start));
    if ends { Ok((name, value)) } else { Err(cursor.unreadable("the end of the file")) }
}

/// Moves past `import …;` and `export const NAME: Type =`.
fn declaration(cursor: &mut Cursor<'_>) -> Result<Option<String>, Unreadable> {
    loop {
        cursor.skip_blank()?;
        if !cursor.take_word("import") {
            break;
        }
        cursor.skip_line();
    }
    let exported = cursor.take_word("export");
    cursor.skip_blank()?;
    if exported && cursor.take_word("default") || cursor.take_word("module.exports") {
        cursor.skip_blank()?;
        cursor.take('=');
        return Ok(None);
    }
    if !["const", "let", "var"].iter().any(|word| cursor.take_word(word)) {
        return if exported { Err(cursor.unreadable("const")) } else { Ok(None) };
    }
    cursor.skip_blank()?;
    let name = cursor.identifier().ok_or_else(|| cursor.unreadable("a name"))?;
    cursor.skip_type()?;
    Ok(Some(name))
}

fn value(cursor: &mut Cursor<'_>, depth: usize) -> Result<Literal, Unreadable> {
    if depth > DEEPEST {
        return Err(cursor.unreadable("less nesting"));
    }
    cursor.skip_blank()?;
    match cursor.peek() {
        Some('{') => object(cursor, depth),
        Some('[') => list(cursor, depth),
        Some('"' | '\'' | '`') => text::strings(cursor).map(Literal::Text),
        Some('-' | '+' | '.' | '0'..='9') => number(cursor),
        _ => {
            for (word, value) in [
                ("null", Literal::Null),
                ("undefined", Literal::Null),
                ("true", Literal::Bool(true)),
                ("false", Literal::Bool(false)),
            ] {
                if cursor.take_word(word) {
                    return Ok(value);
                }
            }
            Err(cursor.unreadable("a plain value"))
        }
    }
}

fn object(cursor: &mut Cursor<'_>, depth: usize) -> Result<Literal, Unreadable> {
    cursor.take('{');
    let mut members = Vec::new();
    loop {
        cursor.skip_blank()?;
        if cursor.take('}') {
            return Ok(Literal::Object(members));
        }
        let name = match cursor.peek() {
            Some('"' | '\'') => text::string(cursor)?,
            Some('0'..='9') => cursor.digits(),
            _ => cursor.identifier().ok_or_else(|| cursor.unreadable("the name of a member"))?,
        };
        cursor.skip_blank()?;
        if !cursor.take(':') {
            return Err(cursor.unreadable("a colon"));
        }
        members.push((name, value(cursor, depth + 1)?));
        cursor.skip_blank()?;
        if !cursor.take(',') && cursor.peek() != Some('}') {
            return Err(cursor.unreadable("a comma or }"));
        }
    }
}

fn list(cursor: &mut Cursor<'_>, depth: usize) -> Result<Literal, Unreadable> {
    cursor.take('[');
    let mut elements = Vec::new();
    loop {
        cursor.skip_blank()?;
        if cursor.take(']') {
            return Ok(Literal::List(elements));
        }
        elements.push(value(cursor, depth + 1)?);
        cursor.skip_blank()?;
        if !cursor.take(',') && cursor.peek() != Some(']') {
            return Err(cursor.unreadable("a comma or ]"));
        }
    }
}

fn number(cursor: &mut Cursor<'_>) -> Result<Literal, Unreadable> {
    let sign = if cursor.take('-') { "-" } else { "" };
    cursor.take('+');
    let written = cursor.number();
    match written.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(Literal::Number(format!("{sign}{written}"))),
        _ => Err(cursor.unreadable("a number")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Literal, read};

    fn shown(text: &str) -> String {
        match read(text) {
            Ok((name, value)) => format!("{} {}", name.unwrap_or_default(), json(&value)),
            Err(unreadable) => format!("line {}: {}", unreadable.line, unreadable.what),
        }
    }

    fn json(value: &Literal) -> String {
        match value {
            Literal::Null => "null".to_owned(),
            Literal::Bool(value) => value.to_string(),
            Literal::Number(text) => text.clone(),
            Literal::Text(text) => format!("{text:?}"),
            Literal::List(values) => {
                format!("[{}]", values.iter().map(json).collect::<Vec<_>>().join(","))
            }
            Literal::Object(members) => {
                let members: Vec<_> =
                    members.iter().map(|(name, value)| format!("{name}:{}", json(value))).collect();
                format!("{{{}}}", members.join(","))
            }
        }
    }

    #[test]
    fn source_files_are_read() {
        let cases = [
            ("{}", " {}"),
            (
                "\u{feff}export const ne = { a: 1, 'b-c': [true, false, null,], };",
                "ne {a:1,b-c:[true,false,null]}",
            ),
            (
                "import { Content } from '../types'\n\nexport const en: Content<{ a: 'b' }> = {\n  // note\n  a: \"x\", /* y */ \"b\": `two\nlines`,\n} as const\n",
                "en {a:\"x\",b:\"two\\nlines\"}",
            ),
            ("export default { a: undefined, 3: -1.5e3, $x_1: .5 }", " {a:null,3:-1.5e3,$x_1:.5}"),
            ("module.exports = [1]", " [1]"),
            (
                r#"const a = ["\u0928\u{915}\n\x41\'\"\\\/\ud83d\ude00" + 'b']"#,
                "a [\"नक\\nA'\\\"\\\\/😀b\"]",
            ),
            ("['a\\\nb', `c\\`d`]", " [\"ab\",\"c`d\"]"),
            ("export const ne = {} satisfies T", "ne {}"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_has_to_be_computed_is_refused_with_its_line() {
        let deep = "[".repeat(100_000);
        let cases = [
            ("", "line 1: a plain value"),
            ("{\na: b }", "line 2: a plain value"),
            ("{ a: `x${y}` }", "line 1: text without ${}"),
            ("{ ...a }", "line 1: the name of a member"),
            ("{ a: f() }", "line 1: a plain value"),
            ("{ a 1 }", "line 1: a colon"),
            ("[1 2]", "line 1: a comma or ]"),
            ("{\n\n'a': 'b\n' }", "line 3: a closing quote"),
            ("{} {}", "line 1: the end of the file"),
            ("[1, /* ", "line 1: the end of the comment"),
            ("[--1]", "line 1: a number"),
            ("export function x() {}", "line 1: const"),
            ("['\\0']", "line 1: text without NUL"),
            (&deep, "line 1: less nesting"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected, "{}", &text[..text.len().min(40)]);
        }
    }
}
