//! What states, reasons and kinds are called.

use std::borrow::Cow;

use domain::language::Language;
use domain::translation::State;
use domain::translation::pairing::{Confidence, Reason};

use crate::drafts::Subject;
use crate::pages::Frame;

/// Key of a state's name.
pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Outdated => "translation-state-outdated",
        State::Missing => "translation-state-missing",
        State::InProgress => "translation-state-in-progress",
        State::Done => "translation-state-done",
    }
}

/// The tone of a state's badge.
pub(super) fn tone(state: State) -> &'static str {
    match state {
        State::Outdated => "warning",
        State::Missing => "danger",
        State::InProgress => "accent",
        State::Done => "success",
    }
}

/// Key of a reason.
pub(super) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Emoji => "translation-reason-emoji",
        Reason::Mark => "translation-reason-mark",
        Reason::PlaceInParent => "translation-reason-place-in-parent",
        Reason::Place => "translation-reason-place",
        Reason::Numbers => "translation-reason-numbers",
        Reason::Words => "translation-reason-words",
        Reason::Traits => "translation-reason-traits",
    }
}

/// Key of how sure a proposal is, and the tone of its badge.
pub(super) fn confidence(confidence: Confidence) -> (&'static str, &'static str) {
    match confidence {
        Confidence::Sure => ("translation-sure", "success"),
        Confidence::Likely => ("translation-likely", "accent"),
        Confidence::Guess => ("translation-guess", "neutral"),
    }
}

/// Key of a language's name.
pub(super) fn language(language: Language) -> &'static str {
    match language {
        Language::English => "translation-english",
        Language::Nepali => "translation-nepali",
    }
}

/// What the rows of a table are called together.
pub(super) fn many<'a>(frame: &'a Frame, table: &str) -> Cow<'a, str> {
    Subject::of_table(table).map_or(Cow::Borrowed(""), |subject| subject.many(frame).into())
}

/// What people know a row by; what each language has one of by what it is.
pub(super) fn heading(frame: &Frame, table: &str, heading: &str) -> String {
    match Subject::of_table(table) {
        Some(subject) if subject.is_one() => subject.many(frame),
        _ if heading.trim().is_empty() => frame.t("translation-untitled").into_owned(),
        _ => heading.to_owned(),
    }
}

/// The form of a row.
pub(super) fn form(table: &str, id: &str) -> String {
    let found = Subject::of_table(table);
    let form = found.and_then(|subject| Some(subject.form(&subject.item(id)?)));
    form.unwrap_or_default()
}
