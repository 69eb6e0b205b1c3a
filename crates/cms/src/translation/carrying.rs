//! What a translation takes over from its source, and in what it should be like it.

use std::collections::BTreeMap;

use db::translation;
use domain::content::{Values, as_text};
use domain::document::{self, Block};
use domain::translation::{begun, differing, linked_table, linked_tables};

use crate::drafts::{Subject, blocks};
use crate::surveys;

/// What of a survey is alike in both languages, its questions aside.
const SHARED: [&str; 2] = ["ageRestrictionLevel", "contentFilter"];

/// What is known for taking over.
pub(super) struct Carrying {
    subject: Subject,
    /// The translations of rows that sources name, by table and key.
    partners: BTreeMap<(String, String), String>,
}

impl Carrying {
    /// For sources in the language with the code `from`.
    ///
    /// # Errors
    ///
    /// Diesel's own.
    pub(super) fn load(
        connection: &mut db::Connection,
        subject: Subject,
        from: &'static str,
    ) -> db::QueryResult<Carrying> {
        let partners = match subject {
            Subject::Kind(kind) => translation::partners(connection, &linked_tables(kind), from)?,
            _ => BTreeMap::new(),
        };
        Ok(Carrying { subject, partners })
    }

    fn partner(&self, table: &str, id: &str) -> Option<String> {
        self.partners.get(&(table.to_owned(), id.to_owned())).cloned()
    }

    /// What a new translation begins with: all but the texts.
    pub(super) fn begun(&self, source: &Values) -> Values {
        match self.subject {
            Subject::Kind(kind) => begun(kind, source, |table, id| self.partner(table, id)),
            Subject::Survey => surveys::untold(source),
            _ => {
                let empty = |block: &Block| Block { content: String::new(), ..block.clone() };
                let blocks: Vec<Block> = blocks(source).iter().map(empty).collect();
                [("json_dump".to_owned(), document::write(&blocks).into())].into()
            }
        }
    }

    /// Columns, texts aside, in which a translation is not what its source makes it.
    pub(super) fn differing(&self, source: &Values, target: &Values) -> Vec<&'static str> {
        match self.subject {
            Subject::Kind(kind) => {
                differing(kind, source, target, |table, id| self.partner(table, id))
            }
            Subject::Survey => {
                let of = |values: &Values, column: &str| as_text(values.get(column));
                let unlike = |column: &&str| of(source, column) != of(target, column);
                SHARED.into_iter().filter(unlike).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The table of a row that the source names and that has no translation yet.
    pub(super) fn lacking(&self, source: &Values) -> Option<&'static str> {
        let Subject::Kind(kind) = self.subject else { return None };
        kind.fields.iter().filter(|field| field.required).find_map(|field| {
            let table = linked_table(field.choices()?)?;
            let id = as_text(source.get(field.column));
            let known = self.partner(table, &id).is_some();
            (!known && !id.is_empty()).then_some(table)
        })
    }

    /// What a new translation has in its columns where nothing was sent, such as a field that a
    /// form leaves out because there is nothing to choose.
    pub(super) fn shared(&self, source: &Values) -> Vec<(&'static str, String)> {
        let shared = self.begun(source);
        let columns: Vec<&'static str> = match self.subject {
            Subject::Kind(kind) => kind.fields.iter().map(|field| field.column).collect(),
            Subject::Survey => SHARED.to_vec(),
            _ => Vec::new(),
        };
        let value = |column: &'static str| Some((column, as_text(Some(shared.get(column)?))));
        columns.into_iter().filter_map(value).collect()
    }
}
