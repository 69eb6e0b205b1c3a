//! What somebody has filled in, row by row.

use domain::exchange::report::Place;

use super::super::cells::Oddity;

/// A row of the database as a sheet has it.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Where it stands.
    pub place: Place,
    /// Its table.
    pub table: &'static str,
    /// Its key; empty for a new one.
    pub id: String,
    /// Its language; empty where the sheet does not say.
    pub lang: String,
    /// Its state when the file was made; empty where the sheet does not say.
    pub state: String,
    /// For a question, its key within the survey.
    pub question: Option<String>,
    /// The cells that say something new.
    pub cells: Vec<Cell>,
    /// Cells that are blank beside a text.
    pub blanks: i32,
    /// A digest of each old text in the sheet, by column, to see whether it is still that.
    pub olds: Vec<(&'static str, u64)>,
    /// What an article or a subcategory belongs to.
    pub parents: Parents,
}

/// A cell that says something new.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// The column of the row.
    pub column: &'static str,
    /// What is in it.
    pub text: String,
    /// What was in it, or beside it, when the file was made.
    pub was: Option<String>,
    /// What is odd about it.
    pub oddity: Option<Oddity>,
}

/// The category and the subcategory of a row, by key or by name.
#[derive(Clone, Debug, Default)]
pub struct Parents {
    /// Key of the category.
    pub category_id: String,
    /// Its name.
    pub category: String,
    /// Key of the subcategory.
    pub subcategory_id: String,
    /// Its name.
    pub subcategory: String,
}

/// A text as two spreadsheet programs agree on it.
pub(super) fn settled(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    domain::text::trim_js(&text).to_owned()
}

/// A digest of a text, for comparing within this process.
pub fn digest(text: &str) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    settled(text).hash(&mut hasher);
    hasher.finish()
}
