//! Makes the checked model of a workbook.

mod encyclopedia;
mod help;
mod new_ids;
mod others;
mod surveys;

use std::collections::BTreeMap;

use domain::content;
use domain::exchange::content::{Audience, Content};
use domain::exchange::integrity::{self, Origins};
use domain::exchange::limits;
use domain::exchange::report::{Count, Kind, Place, Report};

use super::cells::{self, Sheet};
use super::columns::{self, Column, Role};
use super::open::Refused;
use super::table::{Row, Table};

/// What becomes of a text whose translation is blank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Blank {
    /// The original stays.
    #[default]
    Original,
    /// The whole item is left out. Names of categories stay as they are, since they hold others.
    LeaveOut,
    /// It stays blank.
    Blank,
}

/// What becomes of the ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ids {
    /// They stay.
    #[default]
    Keep,
    /// Every item gets a new one; those of help centers and their attributes are numbers that
    /// only a database gives, and stay.
    New,
}

/// How to read a workbook.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language that the result is in.
    pub locale: String,
    /// For blank translations.
    pub blank: Blank,
    /// For ids.
    pub ids: Ids,
}

/// A workbook that was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// What it holds.
    pub content: Content,
    /// What was noticed.
    pub report: Report,
    /// Where in it the items stand.
    pub origins: Origins,
}

/// What one row has brought, so far.
#[derive(Default)]
struct Progress {
    blanks: usize,
    texts: usize,
}

/// Reads rows into the model.
struct Reader<'a> {
    options: &'a Options,
    content: Content,
    report: Report,
    origins: Origins,
    counts: BTreeMap<&'static str, Count>,
    progress: Progress,
    /// The table that the items of the present sheet are rows of.
    table: &'static str,
}

/// Reads a workbook.
///
/// # Errors
///
/// [`Refused`] when it is no spreadsheet that can be read, or none of ours.
pub fn read(bytes: &[u8], options: &Options) -> Result<Read, Refused> {
    let sheets = cells::sheets(bytes)?;
    let mut reader = Reader {
        options,
        content: Content { lang: options.locale.clone(), ..Content::default() },
        report: Report::default(),
        origins: Origins::default(),
        counts: BTreeMap::new(),
        progress: Progress::default(),
        table: "",
    };
    if !reader.sheets(&sheets) {
        return Err(Refused::NothingKnown);
    }
    let Reader { mut content, mut report, origins, counts, .. } = reader;
    integrity::check(&content, &origins, &mut report);
    report.counts = order(counts);
    new_ids::give(&mut content, options.ids);
    Ok(Read { content, report, origins })
}

/// The counts in the order of the app's menu.
fn order(mut counts: BTreeMap<&'static str, Count>) -> Vec<Count> {
    KINDS.iter().filter_map(|kind| counts.remove(kind)).collect()
}

/// The kinds that are counted.
pub(super) const KINDS: [&str; 13] = [
    "categories",
    "subcategories",
    "articles",
    "quizzes",
    "did-you-knows",
    "avatar-messages",
    "privacy-policy",
    "terms-and-conditions",
    "about",
    "help-centers",
    "help-center-attributes",
    "videos",
    "surveys",
];

/// The table that the items of a sheet are rows of, where their forms have limits.
fn table_of(sheet: &str) -> &'static str {
    match sheet {
        columns::QUIZZES_NAME => "quiz",
        columns::FACTS_NAME => "did_you_know",
        columns::AVATARS_NAME => "avatar_messages",
        columns::VIDEOS_NAME => "video",
        columns::HELP_NAME => "help_center",
        columns::ATTRIBUTES_NAME => "help_center_attribute",
        _ => "",
    }
}

impl Reader<'_> {
    /// Whether any sheet was one of ours.
    fn sheets(&mut self, sheets: &[Sheet]) -> bool {
        let mut known = false;
        let mut found: Vec<&str> =
            sheets.iter().filter_map(|sheet| columns::sheet_name(&sheet.name)).collect();
        let mut encyclopedia = encyclopedia::Parts::default();
        for sheet in sheets.iter().filter(|sheet| !columns::is_aside(&sheet.name)) {
            let place = Place::sheet(&sheet.name);
            let fixed = |about: &str| columns::SHEETS.iter().find(|(name, _)| *name == about);
            let Some(table) = Table::of(sheet, &mut self.report) else {
                known |= fixed(&sheet.name).is_some();
                continue;
            };
            let fixed = fixed(table.about().unwrap_or(&sheet.name));
            let looks_like_articles =
                table.has("article_heading") || table.has("article_heading_original");
            match fixed {
                Some((name, expected)) => {
                    known = true;
                    found.push(*name);
                    self.columns(&table, expected);
                    self.table = table_of(name);
                    self.fixed_sheet(name, &table);
                }
                None if looks_like_articles => {
                    known = true;
                    self.columns(&table, columns::ARTICLES);
                    self.table = "article";
                    encyclopedia.sheet(self, &table);
                }
                None => self.report.add(Kind::UnknownSheet, place, ""),
            }
        }
        encyclopedia.finish(self);
        for (name, _) in columns::SHEETS.iter().take(7) {
            if known && !found.contains(name) {
                self.report.add(Kind::MissingSheet, Place::sheet(name), "");
            }
        }
        known
    }

    fn fixed_sheet(&mut self, name: &str, table: &Table<'_>) {
        match name {
            columns::QUIZZES_NAME => self.quizzes(table),
            columns::FACTS_NAME => self.facts(table),
            columns::AVATARS_NAME => self.avatar_messages(table),
            columns::PRIVACY_NAME => {
                self.content.privacy_policy = self.document(table, "privacy-policy");
            }
            columns::TERMS_NAME => {
                self.content.terms_and_conditions = self.document(table, "terms-and-conditions");
            }
            columns::ABOUT_NAME => self.content.about = self.document(table, "about"),
            columns::HELP_NAME => self.help_centers(table),
            columns::ATTRIBUTES_NAME => self.attributes(table),
            columns::VIDEOS_NAME => self.videos(table),
            columns::SURVEYS_NAME => self.surveys(table),
            _ => {}
        }
    }

    /// Says which columns are missing and which nobody knows. Those without texts may be missing:
    /// the original's files have fewer than ours.
    fn columns(&mut self, table: &Table<'_>, expected: &[Column]) {
        for column in expected {
            let is_text = matches!(column.role, Role::Text | Role::Value);
            if is_text && !table.has(column.name) {
                self.report.add(Kind::MissingColumn, table.place(1, column.name), "");
            }
        }
        for name in table.columns() {
            let known = columns::DESK.contains(&name)
                || expected.iter().any(|column| {
                    name.strip_prefix(column.name).is_some_and(|rest| {
                        rest.is_empty()
                            || rest
                                .strip_prefix('_')
                                .is_some_and(|part| part.parse::<u32>().is_ok())
                    })
                });
            if !known {
                self.report.add(Kind::UnknownColumn, table.place(1, name), "");
            }
        }
    }

    /// A text by the rule for blank translations.
    fn text(&mut self, row: Row<'_>, column: &'static str) -> String {
        self.progress.texts += 1;
        self.by_rule(row, column, true)
    }

    /// A text without which the item says nothing.
    fn required(&mut self, row: Row<'_>, column: &'static str) -> String {
        let text = self.text(row, column);
        if text.is_empty() && self.options.blank == Blank::Original {
            self.report.add(Kind::MissingText, row.place(column), "");
        }
        text
    }

    /// A value that is as in the original while nothing else is put in its place.
    fn value(&mut self, row: Row<'_>, column: &'static str) -> String {
        self.by_rule(row, column, false)
    }

    fn by_rule(&mut self, row: Row<'_>, column: &'static str, counts: bool) -> String {
        let original = row.original(column);
        let Some(text) = row.filled(column, &mut self.report) else {
            if original.trim().is_empty() || !counts {
                return original;
            }
            self.progress.blanks += 1;
            self.report.add(Kind::Blank, row.place(column), &*original);
            return if self.options.blank == Blank::Blank { String::new() } else { original };
        };
        self.fits(row, column, &text);
        text
    }

    /// Says so when a text is too long for the app.
    fn fits(&mut self, row: Row<'_>, column: &str, text: &str) {
        if let Some(most) = limits::of(self.table, column, &self.options.locale) {
            let length = content::length(text);
            if length > most {
                self.report.add(Kind::TooLong, row.place(column), format!("{length} / {most}"));
            }
        }
    }

    /// The id of a row's item; a row without one is a new item.
    fn id(&mut self, row: Row<'_>) -> String {
        let id = row.value("id");
        if id.is_empty() {
            self.report.add(Kind::NewItem, row.place("id"), "");
        } else if domain::person::parse_id(id).is_none() {
            self.report.add(Kind::BadId, row.place("id"), id);
        }
        id.to_owned()
    }

    fn audience(&mut self, row: Row<'_>) -> Audience {
        let report = &mut self.report;
        Audience {
            is_age_restricted: row.optional_flag("isAgeRestricted", report),
            age_restriction_level: row.number("ageRestrictionLevel", report).unwrap_or(0),
            content_filter: row.number("contentFilter", report).unwrap_or(0),
        }
    }

    /// Counts the item of `row`; whether it is kept.
    fn keep(&mut self, row: Row<'_>, kind: &'static str) -> bool {
        let Progress { blanks, texts } = std::mem::take(&mut self.progress);
        let count = self.counts.entry(kind).or_insert_with(|| Count {
            kind: kind.to_owned(),
            items: 0,
            translated: 0,
            blanks: 0,
        });
        count.blanks += blanks;
        if self.options.blank == Blank::LeaveOut && blanks > 0 {
            self.report.add(Kind::LeftOut, row.place(""), "");
            return false;
        }
        count.items += 1;
        count.translated += usize::from(blanks == 0 && texts > 0);
        true
    }
}
