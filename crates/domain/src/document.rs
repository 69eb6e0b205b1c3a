//! The long texts of the app (about, privacy policy, terms): a list of headings and paragraphs.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Most blocks of a document.
pub const MOST_BLOCKS: usize = 500;

/// What a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A heading.
    #[serde(rename = "HEADING")]
    Heading,
    /// Plain text, whose line breaks are kept.
    #[default]
    #[serde(rename = "CONTENT")]
    Content,
}

/// A part of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Heading or text.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The text itself.
    pub content: String,
}

/// What a version's stored text turns out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// A document; an empty text is one without blocks.
    Blocks(Vec<Block>),
    /// Anything else, which somebody has put there by other means. The app is sent it as it is.
    Odd(String),
}

impl Kind {
    /// As it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Heading => "HEADING",
            Kind::Content => "CONTENT",
        }
    }

    /// The kind whose name this is.
    pub fn from_name(name: &str) -> Option<Kind> {
        [Kind::Heading, Kind::Content].into_iter().find(|kind| kind.name() == name)
    }
}

/// Reads a stored text.
pub fn read(stored: &str) -> Stored {
    if stored.trim().is_empty() {
        return Stored::Blocks(Vec::new());
    }
    match serde_json::from_str::<Vec<Block>>(stored) {
        Ok(blocks) => Stored::Blocks(blocks),
        Err(_) => Stored::Odd(stored.to_owned()),
    }
}

impl Stored {
    /// What an editor starts from: the blocks, or the odd text as one of them, so that she can
    /// make something of it.
    pub fn into_blocks(self) -> Vec<Block> {
        match self {
            Stored::Blocks(blocks) => blocks,
            Stored::Odd(content) => vec![Block { kind: Kind::Content, content }],
        }
    }
}

/// The text to store, as the original's editor wrote it.
pub fn write(blocks: &[Block]) -> String {
    let members = |block: &Block| {
        format!(
            r#"{{"type":"{}","content":{}}}"#,
            block.kind.name(),
            Value::String(block.content.clone())
        )
    };
    format!("[{}]", blocks.iter().map(members).collect::<Vec<_>>().join(","))
}

/// The document as plain lines for comparing two versions: one paragraph after the other, a
/// heading with a mark in front.
pub fn as_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        if block.kind == Kind::Heading {
            text.push_str("# ");
        }
        text.push_str(&block.content);
        text.push_str("\n\n");
    }
    text.truncate(text.trim_end().len());
    text
}

/// What is wrong with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Nothing is written in it. The app would show its built-in text instead.
    Empty,
    /// More than [`MOST_BLOCKS`].
    TooManyBlocks,
}

impl Mistake {
    /// For a program that has sent the document.
    pub fn message(self) -> &'static str {
        match self {
            Mistake::Empty => "the document is empty",
            Mistake::TooManyBlocks => "a document has at most 500 blocks",
        }
    }
}

/// Checks a document and gives it the form in which it is stored: without empty blocks, line
/// breaks as phones have them.
///
/// # Errors
///
/// What is wrong with it.
pub fn check(blocks: &[Block]) -> Result<Vec<Block>, Mistake> {
    let tidy: Vec<Block> = blocks
        .iter()
        .map(|block| Block {
            kind: block.kind,
            // A browser sends line breaks as two characters.
            content: block.content.replace("\r\n", "\n").trim_end().to_owned(),
        })
        .filter(|block| !block.content.trim().is_empty())
        .collect();
    match tidy.len() {
        0 => Err(Mistake::Empty),
        count if count > MOST_BLOCKS => Err(Mistake::TooManyBlocks),
        _ => Ok(tidy),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    fn block(kind: Kind, content: &str) -> Block {
        Block { kind, content: content.to_owned() }
    }

    #[test]
    fn whatever_is_stored_can_be_shown() {
        use Kind::{Content, Heading};
        let blocks = Stored::Blocks;
        let odd = |text: &str| Stored::Odd(text.to_owned());
        let cases = [
            ("", blocks(vec![])),
            (" \n", blocks(vec![])),
            ("[]", blocks(vec![])),
            (
                r#"[ {"type": "HEADING", "content": "a"}, {"content": "b\nc", "type": "CONTENT"} ]"#,
                blocks(vec![block(Heading, "a"), block(Content, "b\nc")]),
            ),
            // A member more than ours is passed over.
            (r#"[{"type":"CONTENT","content":"x","id":3}]"#, blocks(vec![block(Content, "x")])),
            ("plain words", odd("plain words")),
            (r#""a string""#, odd(r#""a string""#)),
            (r#"[{"type":"PICTURE","content":"x"}]"#, odd(r#"[{"type":"PICTURE","content":"x"}]"#)),
            (r#"[{"type":"CONTENT","content":7}]"#, odd(r#"[{"type":"CONTENT","content":7}]"#)),
            ("{}", odd("{}")),
        ];
        for (stored, expected) in cases {
            assert_eq!(read(stored), expected, "{stored}");
        }
        assert_eq!(odd("words").into_blocks(), [block(Content, "words")]);
    }

    #[test]
    fn what_is_written_can_be_read() {
        let blocks = vec![
            block(Kind::Heading, "गोपनीयता “नीति” 🌸"),
            block(Kind::Content, "a \"quoted\" \\ line\nanother\ttab"),
        ];
        let stored = write(&blocks);
        assert_eq!(read(&stored), Stored::Blocks(blocks));
        assert!(stored.starts_with(r#"[{"type":"HEADING","content":"गोपनीयता"#));
    }

    #[test]
    fn empty_blocks_are_not_stored() {
        use Kind::{Content, Heading};
        let tidy = check(&[
            block(Heading, " "),
            block(Heading, "Title "),
            block(Content, "  one\r\ntwo\r\n"),
            block(Content, ""),
        ]);
        assert_eq!(tidy.unwrap(), [block(Heading, "Title"), block(Content, "  one\ntwo")]);
        assert_eq!(check(&[block(Content, "\n")]), Err(Mistake::Empty));
        assert_eq!(check(&[]), Err(Mistake::Empty));
        assert_eq!(check(&vec![block(Content, "x"); 501]), Err(Mistake::TooManyBlocks));
    }

    #[test]
    fn a_version_reads_as_paragraphs() {
        let blocks = [block(Kind::Heading, "A"), block(Kind::Content, "b\nc")];
        assert_eq!(as_text(&blocks), "# A\n\nb\nc");
        assert_eq!(as_text(&[]), "");
    }
}
