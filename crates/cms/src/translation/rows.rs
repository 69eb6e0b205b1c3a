//! What of a source stands beside what of its translation, for each kind of thing that is
//! translated.

use db::editing::Item;
use domain::content::{Control, Field, Kind, Values, as_text};
use domain::document::Kind as BlockKind;
use domain::survey::question::{Kind as Asked, OPTIONS, Question, name};
use domain::survey::rules::{LONGEST_OPTION, LONGEST_QUESTION, Place};

use super::loaded::Loaded;
use crate::content::{Change, ChoiceSet, FieldView, Piece, fields, word_diff};
use crate::drafts::{Subject, Wrong, blocks};
use crate::pages::Frame;
use crate::surveys;

/// What a field says in the source.
pub(super) struct SourceView {
    pub pieces: Vec<Piece>,
    /// Whether it has changed since it was translated.
    pub changed: bool,
    /// Whether the translation should say the same and does not.
    pub differs: bool,
    /// Whether it is long.
    pub long: bool,
}

/// The fields of a translation, each with the source beside it, and what its form sends along.
pub(super) struct Rows {
    pub rows: Vec<(FieldView, SourceView)>,
    pub hidden: Vec<(String, String)>,
}

impl SourceView {
    /// `now`, which was `before` when it was translated.
    fn of(before: &str, now: &str, long: bool, differs: bool) -> SourceView {
        let pieces = word_diff(before, now);
        let changed = pieces.iter().any(|piece| piece.change != Change::Same);
        SourceView { pieces, changed, differs, long }
    }
}

/// The rows of a pair. What is wrong stands beside the fields where `check` says so.
pub(super) fn rows(frame: &Frame, item: &Item, loaded: &Loaded, check: bool) -> Rows {
    let wrong = loaded.wrong.as_ref().filter(|_| check);
    match Subject::of_table(item.table().name) {
        Some(Subject::Kind(kind)) => of_kind(kind, frame, loaded, wrong),
        Some(Subject::Survey) => of_survey(frame, loaded, wrong),
        _ => of_document(frame, loaded),
    }
}

fn of_kind(kind: &'static Kind, frame: &Frame, loaded: &Loaded, wrong: Option<&Wrong>) -> Rows {
    let problems = match wrong {
        Some(Wrong::Fields(problems)) => problems.as_slice(),
        _ => &[],
    };
    let views = fields(kind, frame, loaded.into, &loaded.choices, &loaded.values, problems);
    let beside = |view: FieldView| {
        let field = kind.field(&view.column)?;
        Some((view, source(field, loaded)))
    };
    Rows { rows: views.into_iter().filter_map(beside).collect(), hidden: Vec::new() }
}

fn source(field: &'static Field, loaded: &Loaded) -> SourceView {
    let choices = &loaded.source_choices;
    let now = said(field, choices, &loaded.source);
    let before = loaded.seen.as_ref().filter(|seen| seen.contains_key(field.column));
    let before = before.map_or_else(|| now.clone(), |seen| said(field, choices, seen));
    let differs = loaded.differing.contains(&field.column);
    SourceView::of(&before, &now, field.control == Control::Text, differs)
}

/// A value as a reader reads it.
fn said(field: &Field, choices: &ChoiceSet, values: &Values) -> String {
    let value = as_text(values.get(field.column));
    match (field.control, field.choices()) {
        (Control::Lines, _) => value.replace(',', "\n"),
        (_, Some(list)) => value
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| choices.label(list, part))
            .collect::<Vec<_>>()
            .join(", "),
        _ => value,
    }
}

/// Question by question, in their order. Kinds of questions and jumps are the source's in a new
/// question, and the translation's own form is where they are changed.
fn of_survey(frame: &Frame, loaded: &Loaded, wrong: Option<&Wrong>) -> Rows {
    let sources = surveys::questions(&loaded.source);
    let own = surveys::questions(&loaded.values);
    let seen = loaded.seen.as_ref().map(surveys::questions);
    let mut made =
        Rows { rows: Vec::new(), hidden: vec![("questions-sent".to_owned(), "true".to_owned())] };
    for at in 0..sources.len().max(own.len()) {
        let (source, target) = (sources.get(at), own.get(at));
        let before = seen.as_ref().map(|seen| {
            source.and_then(|source| seen.iter().find(|question| question.id == source.id))
        });
        let structure = target.or(source).cloned().unwrap_or_default();
        made.hide(at, target, &structure);
        let differs = source.zip(target).is_some_and(|(source, target)| differs(source, target));
        let number = frame.number(&(at + 1));
        let label = frame.with("surveys-question-number", "number", &number).into_owned();
        let texts = |of: &dyn Fn(&Question) -> String| {
            let now = source.map(of).unwrap_or_default();
            let then = match before {
                Some(before) => before.map(of).unwrap_or_default(),
                None => now.clone(),
            };
            (then, now, target.map(of).unwrap_or_default())
        };
        let (then, now, text) = texts(&|question| question.text.clone());
        made.rows.push((
            FieldView {
                rows: 2,
                required: !now.is_empty(),
                limit: LONGEST_QUESTION,
                error: told(frame, wrong, &[Place::Text(at), Place::Options(at)]),
                ..field(loaded, format!("questions[{at}][question]"), label.clone(), text)
            },
            SourceView::of(&then, &now, false, differs),
        ));
        if structure.kind == Asked::FreeText {
            continue;
        }
        for option in 0..OPTIONS {
            let (then, now, text) = texts(&|question| question.options[option].clone());
            if then.is_empty() && now.is_empty() && text.is_empty() {
                continue;
            }
            let number = frame.number(&(option + 1));
            let named = frame.with("surveys-option-number", "number", &number);
            let column = format!("questions[{at}][{}]", name(option));
            let places = [Place::Option(at, option), Place::Jump(at, option)];
            made.rows.push((
                FieldView {
                    required: !now.is_empty(),
                    limit: LONGEST_OPTION,
                    error: told(frame, wrong, &places),
                    ..field(loaded, column, format!("{label}, {named}"), text)
                },
                SourceView::of(&then, &now, false, false),
            ));
        }
    }
    made
}

impl Rows {
    /// What a form sends along of a question.
    fn hide(&mut self, at: usize, own: Option<&Question>, structure: &Question) {
        let mut send = |name: &str, value: String| {
            self.hidden.push((format!("questions[{at}]{name}"), value));
        };
        let id = own.and_then(|question| question.id);
        send("[id]", id.map(|id| id.to_string()).unwrap_or_default());
        send("[is_multiple]", (structure.kind == Asked::Choice).to_string());
        for (option, next) in structure.next.iter().enumerate() {
            send(&format!("[next_question][{}]", name(option)), next.to_form());
        }
    }
}

/// Whether two questions are of another kind, or their answers lead elsewhere.
fn differs(source: &Question, target: &Question) -> bool {
    let filled = |question: &Question| {
        question.options.iter().rposition(|option| !option.is_empty()).map_or(0, |last| last + 1)
    };
    source.kind != target.kind
        || source.kind == Asked::Choice && {
            let options = filled(source).max(filled(target));
            source.next[..options] != target.next[..options]
        }
}

fn told(frame: &Frame, wrong: Option<&Wrong>, places: &[Place]) -> String {
    let Some(Wrong::Survey(mistakes)) = wrong else { return String::new() };
    let found = mistakes.iter().find(|(at, _)| places.contains(at));
    let told = |found: &(Place, _)| frame.t(surveys::mistake_key(found.1)).into_owned();
    found.map(told).unwrap_or_default()
}

/// Block by block, in their order.
fn of_document(frame: &Frame, loaded: &Loaded) -> Rows {
    let (sources, own) = (blocks(&loaded.source), blocks(&loaded.values));
    let seen = loaded.seen.as_ref().map(blocks);
    let mut made = Rows { rows: Vec::new(), hidden: Vec::new() };
    for at in 0..sources.len().max(own.len()) {
        let (source, target) = (sources.get(at), own.get(at));
        let kind = target.or(source).map(|block| block.kind).unwrap_or_default();
        let now = source.map(|block| block.content.clone()).unwrap_or_default();
        let before = match (&seen, source) {
            // One that stood elsewhere is no change.
            (Some(seen), Some(source)) if !seen.contains(source) => {
                let then = seen.get(at).filter(|then| !sources.contains(then));
                then.map(|block| block.content.clone()).unwrap_or_default()
            }
            _ => now.clone(),
        };
        made.hidden.push((format!("blocks[{at}][type]"), kind.name().to_owned()));
        let number = frame.number(&(at + 1));
        let what = match kind {
            BlockKind::Heading => frame.t("documents-heading"),
            BlockKind::Content => frame.t("documents-content"),
        };
        let label = format!("{} · {what}", frame.with("documents-block-number", "number", &number));
        let text = target.map(|block| block.content.clone()).unwrap_or_default();
        let is_long = kind == BlockKind::Content;
        let lines = text.lines().chain(now.lines()).map(|line| 1 + line.chars().count() / 60);
        let rows = if is_long { (lines.sum::<usize>() / 2).clamp(3, 20) } else { 2 };
        let differs = source.zip(target).is_some_and(|(one, other)| one.kind != other.kind);
        made.rows.push((
            FieldView {
                rows,
                required: !now.is_empty(),
                ..field(loaded, format!("blocks[{at}][content]"), label, text)
            },
            SourceView::of(&before, &now, is_long, differs),
        ));
    }
    made
}

/// A text of a translation.
fn field(loaded: &Loaded, column: String, label: String, value: String) -> FieldView {
    FieldView {
        column,
        control: "text",
        label,
        hint: String::new(),
        error: String::new(),
        value,
        on: false,
        rows: 1,
        limit: 0,
        required: false,
        lang: loaded.into.code(),
        options: Vec::new(),
        groups: Vec::new(),
    }
}
