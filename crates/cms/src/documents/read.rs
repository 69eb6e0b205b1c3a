//! What was submitted for a text.

use domain::document::{self, Block, Kind, Stored};
use server::error::Error;

use crate::form::Submitted;

/// The blocks of a form (`blocks[0][type]`, `blocks[0][content]`) in the order in which they
/// were sent, or of `json_dump`: the text that the original's page sends, or the list itself.
/// None where nothing of that kind was sent.
///
/// # Errors
///
/// [`Error::BadRequest`] for a `json_dump` that is no such list.
pub(super) fn blocks(submitted: &Submitted) -> Result<Option<Vec<Block>>, Error> {
    if let Some(text) = submitted.get("json_dump") {
        return match document::read(text) {
            Stored::Blocks(blocks) => Ok(Some(blocks)),
            Stored::Odd(_) => {
                Err(Error::bad("json_dump must be a list of {type: HEADING or CONTENT, content}"))
            }
        };
    }
    for name in ["blocks", "json_dump"] {
        let found = listed(submitted, name)?;
        if !found.is_empty() {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

fn listed(submitted: &Submitted, list: &str) -> Result<Vec<Block>, Error> {
    let mut numbers: Vec<&str> = Vec::new();
    for (name, _) in submitted.pairs() {
        let number = name
            .strip_prefix(list)
            .and_then(|rest| rest.strip_prefix('['))
            .and_then(|rest| rest.split_once(']'))
            .map(|(number, _)| number);
        if let Some(number) = number
            && numbers.last() != Some(&number)
            && !numbers.contains(&number)
        {
            numbers.push(number);
        }
    }
    numbers
        .into_iter()
        .take(document::MOST_BLOCKS + 1)
        .map(|number| {
            let kind = submitted.text(&format!("{list}[{number}][type]"));
            let kind = Kind::from_name(kind)
                .ok_or_else(|| Error::bad("type must be HEADING or CONTENT"))?;
            let content = submitted.text(&format!("{list}[{number}][content]")).to_owned();
            Ok(Block { kind, content })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    fn read(fields: &[(&str, &str)]) -> Result<Option<Vec<Block>>, Error> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        blocks(&Submitted::from_pairs(fields.iter().map(owned).collect()))
    }

    #[test]
    fn blocks_come_in_three_forms() {
        let expected = vec![
            Block { kind: Kind::Heading, content: "h".to_owned() },
            Block { kind: Kind::Content, content: "c".to_owned() },
        ];
        let forms = [
            read(&[(
                "json_dump",
                r#"[{"type":"HEADING","content":"h"},{"type":"CONTENT","content":"c"}]"#,
            )]),
            read(&[
                ("json_dump[0][type]", "HEADING"),
                ("json_dump[0][content]", "h"),
                ("json_dump[1][type]", "CONTENT"),
                ("json_dump[1][content]", "c"),
            ]),
            // In the order in which they come, whatever their numbers.
            read(&[
                ("blocks[7][type]", "HEADING"),
                ("blocks[7][content]", "h"),
                ("blocks[2][content]", "c"),
                ("blocks[2][type]", "CONTENT"),
            ]),
        ];
        for form in forms {
            assert_eq!(form.unwrap(), Some(expected.clone()));
        }
        assert!(read(&[("base", "x")]).unwrap().is_none());
        assert!(read(&[("json_dump", "words")]).is_err());
        assert!(read(&[("blocks[0][type]", "PICTURE")]).is_err());
    }
}
