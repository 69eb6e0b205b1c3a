//! What was noticed while a file was read.

use serde::{Deserialize, Serialize};

/// Most findings that a report lists; the rest is only counted.
pub const MOST_LISTED: usize = 2_000;

/// What was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Two items have one id.
    DuplicateId,
    /// Something refers to what is not there.
    DanglingReference,
    /// A quiz whose right answer is not 1, 2 or 3.
    NoRightAnswer,
    /// A column without which the sheet says nothing.
    MissingColumn,
    /// A cell holds an error of the spreadsheet program, such as `#REF!`.
    CellError,
    /// A text that has to be there is missing in the original and in the translation.
    MissingText,
    /// Longer than the app has room for.
    TooLong,
    /// A value that the column does not take.
    BadValue,
    /// An id that is no UUID, or no number where one is needed.
    BadId,
    /// One category or subcategory has two translations.
    TwoNames,
    /// A formula; what it computed last was taken.
    Formula,
    /// A sheet that is expected and is not there.
    MissingSheet,
    /// A sheet that nothing is known about.
    UnknownSheet,
    /// A column that nothing is known about.
    UnknownColumn,
    /// A column that comes twice; the first one counts.
    DuplicateColumn,
    /// A key that comes twice; the last one counts.
    DuplicateKey,
    /// A translation that is not filled in.
    Blank,
    /// An item that is not in the database yet.
    NewItem,
    /// An item that was left out.
    LeftOut,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// The result cannot be used like this.
    Error,
    /// Look at it.
    Warning,
    /// Worth knowing.
    Note,
}

impl Kind {
    /// Every kind, the heaviest first.
    pub const ALL: [Kind; 19] = [
        Kind::DuplicateId,
        Kind::DanglingReference,
        Kind::NoRightAnswer,
        Kind::MissingColumn,
        Kind::CellError,
        Kind::MissingText,
        Kind::TooLong,
        Kind::BadValue,
        Kind::BadId,
        Kind::TwoNames,
        Kind::Formula,
        Kind::MissingSheet,
        Kind::UnknownSheet,
        Kind::UnknownColumn,
        Kind::DuplicateColumn,
        Kind::DuplicateKey,
        Kind::Blank,
        Kind::NewItem,
        Kind::LeftOut,
    ];

    /// How much it matters.
    pub fn weight(self) -> Weight {
        match self {
            Kind::DuplicateId
            | Kind::DanglingReference
            | Kind::NoRightAnswer
            | Kind::MissingColumn
            | Kind::CellError => Weight::Error,
            Kind::MissingText
            | Kind::TooLong
            | Kind::BadValue
            | Kind::BadId
            | Kind::TwoNames
            | Kind::Formula
            | Kind::MissingSheet
            | Kind::UnknownSheet
            | Kind::UnknownColumn
            | Kind::DuplicateColumn
            | Kind::DuplicateKey => Weight::Warning,
            Kind::Blank | Kind::NewItem | Kind::LeftOut => Weight::Note,
        }
    }
}

/// Where in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The sheet, or the section of a bundle.
    pub sheet: String,
    /// The row as the spreadsheet program numbers it; 0 for the sheet as a whole.
    pub row: u32,
    /// The name of the column, or empty.
    pub column: String,
}

impl Place {
    /// A sheet as a whole.
    pub fn sheet(sheet: &str) -> Place {
        Place { sheet: sheet.to_owned(), row: 0, column: String::new() }
    }

    /// A cell.
    pub fn cell(sheet: &str, row: u32, column: &str) -> Place {
        Place { sheet: sheet.to_owned(), row, column: column.to_owned() }
    }
}

/// One thing that was noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// Where.
    pub place: Place,
    /// The value in question, or numbers such as `45 / 40`; not a sentence.
    pub detail: String,
}

/// How many items of a kind were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The kind, by the key of its name, such as `articles`.
    pub kind: String,
    /// Items in the result.
    pub items: usize,
    /// Of them, those with every text translated.
    pub translated: usize,
    /// Texts that are not translated.
    pub blanks: usize,
}

/// What was noticed while a file was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What the result holds.
    pub counts: Vec<Count>,
    /// What was noticed, in the order of the file.
    pub findings: Vec<Finding>,
    /// How often each kind was found, also beyond those listed.
    pub found: Vec<(Kind, usize)>,
}

impl Report {
    /// Notes a finding. A detail is cut to the length of a line.
    pub fn add(&mut self, kind: Kind, place: Place, detail: impl Into<String>) {
        match self.found.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => self.found.push((kind, 1)),
        }
        if self.findings.len() < MOST_LISTED {
            let detail: String = detail.into();
            let detail = match detail.char_indices().nth(120) {
                Some((end, _)) => format!("{}…", &detail[..end]),
                None => detail,
            };
            self.findings.push(Finding { kind, place, detail });
        }
    }

    /// How often `kind` was found.
    pub fn count(&self, kind: Kind) -> usize {
        self.found.iter().find(|(known, _)| *known == kind).map_or(0, |(_, count)| *count)
    }

    /// How many findings have `weight`.
    pub fn weighing(&self, weight: Weight) -> usize {
        self.found.iter().filter(|(kind, _)| kind.weight() == weight).map(|(_, count)| count).sum()
    }

    /// Whether the result cannot be used like this.
    pub fn has_errors(&self) -> bool {
        self.weighing(Weight::Error) > 0
    }

    /// How many were found beyond those listed.
    pub fn unlisted(&self) -> usize {
        self.found.iter().map(|(_, count)| count).sum::<usize>() - self.findings.len()
    }

    /// The findings of `kind` that are listed.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.kind == kind)
    }
}
