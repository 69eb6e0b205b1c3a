//! Writes the workbook.

use std::collections::BTreeMap;

use domain::content::{Control, kinds};
use domain::exchange::content::Content;
use domain::exchange::{limits, sheet_name};
use domain::language::Language;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, Workbook,
    Worksheet, XlsxError,
};

use super::super::columns::{self, Column, Role};
use super::super::rows::{self, Cell, Row};
use super::super::style::Styles;
use super::super::table::MARK;
use super::super::write::{Further, protect, put, rows_of};
use super::labels::{self, Labels};
use super::lines::settled;
use super::spec::{self, Mode};
use crate::texts::Texts;

/// Empty rows for new items below those of each sheet.
const NEW_ROWS: u32 = 20;

/// How the workbook is to be.
#[derive(Debug)]
pub struct Desk<'a> {
    /// The language that its editor reads.
    pub interface: Language,
    /// Whether the cells for new texts hold the old ones, to be changed there.
    pub filled: bool,
    /// What may be chosen.
    pub labels: &'a Labels,
}

/// The contents of one or several languages as an `.xlsx` file.
///
/// # Errors
///
/// When the library refuses something; more than a million rows of one kind.
pub fn write(contents: &[Content], desk: &Desk<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let styles = Styles::new();
    let languages: Vec<Language> =
        contents.iter().filter_map(|content| Language::from_code(&content.lang)).collect();
    explain(workbook.add_worksheet(), &styles, desk, &languages)?;
    let mut lists = Lists::default();
    // A sheet is known by its mark, so that its name may be anything that no other has.
    let mut taken = [columns::README_NAME, columns::LISTS_NAME].map(str::to_lowercase).to_vec();
    let tabs: Vec<(About, String)> = columns::SHEETS
        .into_iter()
        .filter(|(name, _)| spec::of_sheet(name).is_some())
        .map(|(name, columns)| {
            let shown = Texts::of(desk.interface).t(tab(name));
            (About { name, columns }, sheet_name::unique(&shown, &mut taken))
        })
        .collect();
    for content in contents {
        for sheet in rows::articles(content) {
            let rows: Vec<(&str, Row<'_>)> =
                sheet.rows.into_iter().map(|row| (&*content.lang, row)).collect();
            let name = sheet_name::unique(sheet.title, &mut taken);
            let about = About { name: columns::ARTICLES_NAME, columns: columns::ARTICLES };
            let sheet = workbook.add_worksheet();
            fill(sheet.set_name(&name)?, &styles, desk, &about, &languages, &rows, &mut lists)?;
        }
    }
    for (about, shown) in tabs {
        let rows: Vec<(&str, Row<'_>)> = contents
            .iter()
            .flat_map(|content| {
                rows_of(content, about.name).into_iter().map(|row| (&*content.lang, row))
            })
            .collect();
        let sheet = workbook.add_worksheet();
        fill(sheet.set_name(&shown)?, &styles, desk, &about, &languages, &rows, &mut lists)?;
    }
    lists.write(workbook.add_worksheet())?;
    workbook.save_to_buffer()
}

/// What a sheet is about.
struct About {
    name: &'static str,
    columns: &'static [Column],
}

/// The name of a sheet for people.
fn tab(name: &str) -> &'static str {
    match name {
        columns::QUIZZES_NAME => "kind-quiz-many",
        columns::FACTS_NAME => "kind-did-you-know-many",
        columns::AVATARS_NAME => "kind-avatar-message-many",
        columns::HELP_NAME => "kind-help-center-many",
        columns::ATTRIBUTES_NAME => "kind-help-center-attribute-many",
        columns::VIDEOS_NAME => "kind-video-many",
        _ => "import-surveys",
    }
}

/// What a column of this workbook is for.
fn role(about: &About, column: &Column, desk: &Desk<'_>, languages: &[Language]) -> Role {
    let chosen = spec::mode(about.name, column.name) == Some(Mode::InPlace);
    if chosen && labels::control(column.name).is_some() {
        // Where there is nothing to choose, there is nothing to see.
        let shown = desk.labels.is_choice(column.name, languages);
        return if shown { Role::Edit } else { Role::Hidden };
    }
    match column.name {
        "isAgeRestricted" | "answer" | "voiceOverKey" => Role::Hidden,
        _ => column.role,
    }
}

fn fill(
    sheet: &mut Worksheet,
    styles: &Styles,
    desk: &Desk<'_>,
    about: &About,
    languages: &[Language],
    rows: &[(&str, Row<'_>)],
    lists: &mut Lists,
) -> Result<(), XlsxError> {
    let roles: Vec<Role> =
        about.columns.iter().map(|column| role(about, column, desk, languages)).collect();
    let lang_at = u16::try_from(about.columns.len()).unwrap_or(u16::MAX);
    let mark_at = lang_at + 1;
    sheet.set_freeze_panes(2, 0)?;
    sheet.set_row_hidden(0)?;
    for (at, (column, role)) in (0..).zip(about.columns.iter().zip(&roles)) {
        sheet.write_string(0, at, column.name)?;
        sheet.write_string_with_format(1, at, heading(about, column, desk), &styles.header)?;
        sheet.set_column_width(at, column.width)?;
        if *role == Role::Hidden {
            sheet.set_column_hidden(at)?;
        }
    }
    let texts = Texts::of(desk.interface);
    sheet.write_string(0, lang_at, "lang")?;
    sheet.write_string_with_format(1, lang_at, texts.t("import-language"), &styles.header)?;
    sheet.set_column_width(lang_at, 10)?;
    sheet.write_string(0, mark_at, MARK)?;
    sheet.write_string(1, mark_at, format!("#{}", about.name))?;
    sheet.set_column_hidden(mark_at)?;

    let mut further = Further::default();
    for (number, (lang, row)) in (2..).zip(rows) {
        let language = Language::from_code(lang).unwrap_or(desk.interface);
        let mut was: BTreeMap<&str, String> = BTreeMap::new();
        let mut old: Option<&Cell<'_>> = None;
        for (at, (column, base)) in (0..).zip(about.columns.iter().zip(row)) {
            let role = roles[usize::from(at)];
            let format = styles.of(role);
            let mode = spec::mode(about.name, column.name);
            let shown;
            let cell = match (mode, old) {
                (Some(Mode::InPlace), _) => {
                    let value = text_of(base);
                    let is_chosen = labels::control(column.name).is_some();
                    let label = if is_chosen && !is_absent(row, about, column.name) {
                        desk.labels.label(column.name, &value, language, desk.interface)
                    } else {
                        value
                    };
                    was.insert(column.name, settled(&label));
                    shown = if label.is_empty() { Cell::Empty } else { Cell::Made(label) };
                    &shown
                }
                (Some(Mode::Beside), Some(old)) if desk.filled => old,
                _ => base,
            };
            let rest = put(sheet, (number, at), cell, format)?;
            if role == Role::Original {
                further.put(sheet, styles, about.columns.len() + 2, (number, column.name), rest)?;
            } else if !rest.is_empty() {
                // A text that does not fit into one cell is changed by hand.
                sheet.write_blank(number, at, format)?;
            }
            old = (role == Role::Original).then_some(base);
        }
        sheet.write_string_with_format(number, lang_at, *lang, &styles.fixed)?;
        let was = serde_json::to_string(&was).unwrap_or_default();
        sheet.write_string(number, mark_at, was)?;
    }
    further.name(sheet, styles, about.columns.len() + 2, 0)?;
    let first_new = u32::try_from(rows.len()).unwrap_or(u32::MAX).saturating_add(2);
    // A question is added in the form of its survey, where it also gets its place.
    let last = if about.name == columns::SURVEYS_NAME {
        first_new.saturating_sub(1)
    } else {
        new_rows(sheet, styles, about, &roles, languages, rows, first_new)?
    };
    checks(sheet, desk, about, languages, (2, last), lists)?;
    protect(sheet);
    Ok(())
}

/// Whether the row of a sheet of articles names only a category: it has no article that
/// anything could be chosen for.
fn is_absent(row: &Row<'_>, about: &About, column: &str) -> bool {
    about.name == columns::ARTICLES_NAME
        && !column.starts_with("primary_")
        && matches!(row.first(), Some(Cell::Empty))
}

/// Empty rows for new items; the last one's number.
fn new_rows(
    sheet: &mut Worksheet,
    styles: &Styles,
    about: &About,
    roles: &[Role],
    languages: &[Language],
    rows: &[(&str, Row<'_>)],
    first: u32,
) -> Result<u32, XlsxError> {
    let lang_at = u16::try_from(about.columns.len()).unwrap_or(u16::MAX);
    let is_articles = about.name == columns::ARTICLES_NAME;
    for number in first..first + NEW_ROWS {
        for (at, (column, role)) in (0..).zip(about.columns.iter().zip(roles)) {
            // The category of its sheet is that of a new article.
            let category = rows.first().filter(|_| is_articles && column.name == "cat_id");
            let cell = category.and_then(|(_, row)| row.get(usize::from(at)));
            let of_category = is_articles && column.name.starts_with("primary_");
            let role = if of_category { Role::Fixed } else { *role };
            put(sheet, (number, at), cell.unwrap_or(&Cell::Empty), styles.of(role))?;
        }
        let lang = if is_articles { rows.first().map(|(lang, _)| *lang) } else { None };
        let lang = lang.or(match languages {
            [only] => Some(only.code()),
            _ => None,
        });
        match lang {
            Some(lang) => sheet.write_string_with_format(number, lang_at, lang, &styles.fixed)?,
            None => sheet.write_blank(number, lang_at, &styles.open)?,
        };
    }
    Ok(first + NEW_ROWS - 1)
}

/// Limits and choices.
fn checks(
    sheet: &mut Worksheet,
    desk: &Desk<'_>,
    about: &About,
    languages: &[Language],
    (first, last): (u32, u32),
    lists: &mut Lists,
) -> Result<(), XlsxError> {
    if last < first {
        return Ok(());
    }
    let texts = Texts::of(desk.interface);
    for (at, column) in (0..).zip(about.columns) {
        let Some(mode) = spec::mode(about.name, column.name) else { continue };
        let list = match mode {
            _ if column.name == "right_answer" => Some(vec!["1".into(), "2".into(), "3".into()]),
            Mode::InPlace => desk.labels.list(column.name, languages, desk.interface),
            Mode::Beside => None,
        };
        if let Some(list) = list.filter(|list| !list.is_empty()) {
            let check = DataValidation::new()
                .allow_list_formula(lists.add(&list))
                .set_error_title(texts.t("import-cell-choose"))?
                .set_error_message(texts.t("import-cell-choose-hint"))?;
            sheet.add_data_validation(first, at, last, at, &check)?;
        } else if let Some(limit) = limit(about, column.name, languages) {
            // Spreadsheets count code units and readers characters, of which Nepali ones have
            // two or three: the cell says so and warns, and the check tells for certain.
            let units = u32::try_from(limit.saturating_mul(3)).unwrap_or(u32::MAX);
            let hint = texts.n("at-most-characters", limit);
            let check = DataValidation::new()
                .allow_text_length(DataValidationRule::LessThanOrEqualTo(units))
                .set_input_message(&*hint)?
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_title(texts.t("import-cell-long"))?
                .set_error_message(&*hint)?;
            sheet.add_data_validation(first, at, last, at, &check)?;
        }
    }
    Ok(())
}

/// The most characters of a column, where it is written in.
fn limit(about: &About, column: &str, languages: &[Language]) -> Option<usize> {
    if about.name == columns::SURVEYS_NAME {
        return match column {
            "question" => Some(domain::survey::rules::LONGEST_QUESTION),
            "response" => None,
            _ => Some(domain::survey::rules::LONGEST_OPTION),
        };
    }
    let (table, field) = spec::field(about.name, column)?;
    if kinds::of_table(table)?.field(field)?.control == Control::Emoji {
        return None;
    }
    languages.iter().filter_map(|language| limits::of(table, field, language.code())).max()
}

/// What a column is called.
fn heading(about: &About, column: &Column, desk: &Desk<'_>) -> String {
    let texts = Texts::of(desk.interface);
    let name = column.name.strip_suffix("_original").unwrap_or(column.name);
    let label = match (about.name, name) {
        (columns::ARTICLES_NAME, "category_title") => texts.t("field-category"),
        (columns::ARTICLES_NAME, "subcategory_title") => texts.t("field-subcategory"),
        (columns::AVATARS_NAME, "content") => texts.t("field-message"),
        (columns::ATTRIBUTES_NAME, "isActive") => texts.t("field-shown"),
        (columns::SURVEYS_NAME, "survey") => texts.t("import-heading-survey"),
        (columns::SURVEYS_NAME, "number") => texts.t("import-heading-number"),
        (columns::SURVEYS_NAME, "option4") => texts.t("import-heading-option4"),
        (columns::SURVEYS_NAME, "option5") => texts.t("import-heading-option5"),
        (columns::SURVEYS_NAME, "response") => texts.t("import-heading-response"),
        (columns::SURVEYS_NAME, "is_multiple") => texts.t("import-heading-choice"),
        (columns::SURVEYS_NAME, "next_question") => texts.t("import-heading-next"),
        _ if spec::field(about.name, name).is_some() || name == "question" => {
            texts.t(&format!("field-{name}"))
        }
        _ if name.starts_with("option") => texts.t(&format!("field-{name}")),
        _ => return name.to_owned(),
    };
    let which = match (spec::mode(about.name, name), column.role) {
        (_, Role::Original) => "import-heading-now",
        (Some(Mode::Beside), _) => "import-heading-new",
        _ => return label.into_owned(),
    };
    texts.with(which, &[("field", &label)]).into_owned()
}

/// What a cell made of the row says.
fn text_of(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => (*text).to_owned(),
        Cell::Made(text) => text.clone(),
        Cell::Bool(value) => value.to_string(),
        Cell::Number(value) => value.to_string(),
    }
}

/// The choices of all cells, each list a column of a hidden sheet: written into the cells they
/// could have 255 characters.
#[derive(Default)]
struct Lists(Vec<Vec<String>>);

impl Lists {
    /// The cells with the list.
    fn add(&mut self, list: &[String]) -> Formula {
        let at = self.0.iter().position(|known| known.as_slice() == list).unwrap_or_else(|| {
            self.0.push(list.to_vec());
            self.0.len() - 1
        });
        let column =
            rust_xlsxwriter::utility::column_number_to_name(u16::try_from(at).unwrap_or(0));
        Formula::new(format!("={}!${column}$1:${column}${}", columns::LISTS_NAME, list.len()))
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(columns::LISTS_NAME)?;
        for (at, list) in (0..).zip(&self.0) {
            for (row, text) in (0..).zip(list) {
                sheet.write_string(row, at, text)?;
            }
        }
        sheet.set_hidden(true);
        sheet.protect();
        Ok(())
    }
}

/// The first sheet, for people.
fn explain(
    sheet: &mut Worksheet,
    styles: &Styles,
    desk: &Desk<'_>,
    languages: &[Language],
) -> Result<(), XlsxError> {
    sheet.set_name(columns::README_NAME)?;
    sheet.set_column_width(0, 100)?;
    let texts = Texts::of(desk.interface);
    let names: Vec<&str> = languages.iter().map(|language| language.own_name()).collect();
    let mut row = 0;
    let mut line = |text: &str, format: &Format| {
        sheet.write_string_with_format(row, 0, text, format)?;
        row += 1;
        Ok::<(), XlsxError>(())
    };
    line(&texts.t("import-readme-title"), &styles.title)?;
    line(
        &texts.with("import-readme-languages", &[("languages", &names.join(", "))]),
        &styles.plain,
    )?;
    let fill = if desk.filled { "import-readme-filled" } else { "import-readme-empty" };
    for key in [
        fill,
        "import-readme-blank",
        "import-readme-choose",
        "import-readme-new",
        "import-readme-locked",
        "exchange-readme-tokens",
        "import-readme-back",
    ] {
        line(&texts.t(key), &styles.plain)?;
    }
    sheet.protect();
    Ok(())
}
