//! The checks of one item.

use db::drafting::Draft;
use db::editing::Image;
use domain::content::{Choices, Control, FieldProblem, Values, as_text, length};
use domain::preview;
use domain::preview::token;
use domain::survey::graph;
use domain::survey::rules::{Mistake, Place};
use domain::translation::State;
use serde::Serialize;

use crate::content::{ChoiceSet, label_key, sentence};
use crate::documents;
use crate::drafts::{Subject, Wrong, blocks};
use crate::pages::Frame;
use crate::surveys;

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Finding {
    /// As it should be.
    Good,
    /// Somebody should look at it.
    Look,
    /// It cannot be published like this.
    Wrong,
}

/// One line of the list.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Check {
    pub finding: Finding,
    /// What was found, in the editor's language.
    pub text: String,
}

impl Check {
    fn new(finding: Finding, text: impl Into<String>) -> Check {
        Check { finding, text: text.into() }
    }
}

/// What is checked.
pub(super) struct Item<'a> {
    pub subject: Subject,
    pub values: &'a Values,
    pub wrong: Option<&'a Wrong>,
    /// Whether girls have answered questions of it that change.
    pub answered: bool,
    pub row: Option<&'a Image>,
    pub draft: Option<&'a Draft>,
    /// How far it is translated, or is a translation itself.
    pub translation: Option<State>,
}

/// Goes through the list.
pub(super) fn all(frame: &Frame, choices: &ChoiceSet, item: &Item<'_>) -> Vec<Check> {
    let mut checks = fields(frame, item);
    checks.extend(meanwhile(frame, item));
    checks.extend(translation(frame, item));
    checks.extend(audio(frame, item));
    checks.extend(right_answer(frame, item));
    checks.extend(audience(frame, choices, item));
    checks.extend(questions(frame, item));
    checks.extend(stuck(frame, item));
    checks
}

/// The texts of an item whose links are looked up.
pub(super) fn addresses(subject: Subject, values: &Values) -> Vec<String> {
    let listed: Vec<String> = match subject {
        Subject::Kind(kind) => kind
            .fields
            .iter()
            .flat_map(|field| {
                let text = as_text(values.get(field.column));
                match field.control {
                    Control::Lines => preview::listed(&text),
                    Control::Line | Control::Text => token::addresses(&text),
                    _ => Vec::new(),
                }
            })
            .collect(),
        Subject::Document(_) => {
            blocks(values).iter().flat_map(|block| token::addresses(&block.content)).collect()
        }
        Subject::Survey | Subject::Banner => Vec::new(),
    };
    let mut found = Vec::new();
    for address in listed {
        let web = address.find("http").map(|at| address[at..].to_owned());
        if let Some(web) = web.filter(|web| !found.contains(web)) {
            found.push(web);
        }
    }
    found
}

/// Every field is filled in, fits and is right.
fn fields(frame: &Frame, item: &Item<'_>) -> Vec<Check> {
    match (item.wrong, item.subject) {
        (None, Subject::Banner) => vec![Check::new(Finding::Good, frame.t("checklist-picture"))],
        (None, _) => vec![Check::new(Finding::Good, frame.t("checklist-fields"))],
        (Some(Wrong::Fields(problems)), Subject::Kind(kind)) => {
            let told = |found: &FieldProblem| {
                let label = frame.t(&label_key(kind, found.column));
                let told = format!("{label}: {}", sentence(frame, &found.problem));
                Check::new(Finding::Wrong, told)
            };
            problems.iter().map(told).collect()
        }
        (Some(Wrong::Survey(mistakes)), _) => {
            mistakes.iter().map(|found| of_survey(frame, found)).collect()
        }
        (Some(Wrong::Document(mistake)), _) => {
            vec![Check::new(Finding::Wrong, frame.t(documents::mistake_key(*mistake)))]
        }
        (Some(wrong), _) => {
            wrong.told().into_iter().map(|told| Check::new(Finding::Wrong, told)).collect()
        }
    }
}

fn of_survey(frame: &Frame, (place, mistake): &(Place, Mistake)) -> Check {
    let told = frame.t(surveys::mistake_key(*mistake));
    let at = match place {
        Place::Survey => return Check::new(Finding::Wrong, told),
        Place::Text(at) | Place::Options(at) | Place::Option(at, _) | Place::Jump(at, _) => at,
    };
    let question = frame.with("surveys-question-number", "number", &frame.number(&(at + 1)));
    Check::new(Finding::Wrong, format!("{question}: {told}"))
}

/// Nobody is left out of a survey, and no answer comes to stand beside another question.
fn questions(frame: &Frame, item: &Item<'_>) -> Vec<Check> {
    if !matches!(item.subject, Subject::Survey) {
        return Vec::new();
    }
    let mut checks = Vec::new();
    let unreachable = graph::unreachable(&surveys::questions(item.values));
    if !unreachable.is_empty() {
        let numbers: Vec<String> = unreachable.iter().map(|at| frame.number(&(at + 1))).collect();
        let told = frame.with("checklist-unreachable", "numbers", &numbers.join(", "));
        checks.push(Check::new(Finding::Look, told));
    }
    if item.answered {
        checks.push(Check::new(Finding::Look, frame.t("checklist-answered")));
    }
    checks
}

/// What is published is still what the draft was begun from.
fn meanwhile(frame: &Frame, item: &Item<'_>) -> Option<Check> {
    let (draft, row) = (item.draft?, item.row?);
    let behind = draft.base_version.as_deref() != Some(row.version.as_str());
    behind.then(|| Check::new(Finding::Wrong, frame.t("checklist-behind")))
}

/// The other language says the same.
fn translation(frame: &Frame, item: &Item<'_>) -> Option<Check> {
    let (finding, key) = match item.translation? {
        State::Done => (Finding::Good, "checklist-translation-done"),
        State::Outdated => (Finding::Look, "checklist-translation-outdated"),
        State::InProgress => (Finding::Look, "checklist-translation-in-progress"),
        State::Missing => (Finding::Look, "checklist-translation-missing"),
    };
    Some(Check::new(finding, frame.t(key)))
}

fn audio(frame: &Frame, item: &Item<'_>) -> Option<Check> {
    if item.subject.place().table != "article" {
        return None;
    }
    let has_audio = item
        .row
        .and_then(|row| row.values().remove("voiceOverKey"))
        .is_some_and(|key| !as_text(Some(&key)).is_empty());
    Some(if has_audio {
        let text_changes = item.draft.is_some_and(|draft| {
            let before = item.row.and_then(|row| row.values().remove("article_text"));
            draft.values().remove("article_text") != before
        });
        if text_changes {
            Check::new(Finding::Look, frame.t("checklist-audio-of-another-text"))
        } else {
            Check::new(Finding::Good, frame.t("checklist-audio"))
        }
    } else {
        Check::new(Finding::Look, frame.t("checklist-no-audio"))
    })
}

fn right_answer(frame: &Frame, item: &Item<'_>) -> Option<Check> {
    let Subject::Kind(kind) = item.subject else { return None };
    kind.field("right_answer")?;
    let number = as_text(item.values.get("right_answer"));
    let answer = as_text(item.values.get(format!("option{number}").as_str()));
    let is_set = length(&answer) > 0;
    is_set
        .then(|| Check::new(Finding::Good, frame.with("checklist-right-answer", "answer", &answer)))
}

/// Who it is for, in words, so that somebody reads it once more.
fn audience(frame: &Frame, choices: &ChoiceSet, item: &Item<'_>) -> Vec<Check> {
    let has_audience = match item.subject {
        Subject::Kind(kind) => kind.audience,
        Subject::Survey => true,
        Subject::Document(_) | Subject::Banner => false,
    };
    if !has_audience {
        return Vec::new();
    }
    [("ageRestrictionLevel", Choices::AgeLevels), ("contentFilter", Choices::ContentFilters)]
        .into_iter()
        .filter(|(_, list)| choices.of(*list).len() > 1)
        .map(|(column, list)| {
            let chosen = choices.label(list, &as_text(item.values.get(column)));
            let label = frame.t(&format!("field-{column}"));
            Check::new(Finding::Good, format!("{label}: {chosen}"))
        })
        .collect()
}

/// Marks that the app takes for a part of an address.
fn stuck(frame: &Frame, item: &Item<'_>) -> Option<Check> {
    let found = match item.subject {
        Subject::Kind(_) => preview::stuck_marks(item.values).len(),
        Subject::Document(_) => {
            blocks(item.values).iter().map(|block| token::stuck(&block.content).len()).sum()
        }
        Subject::Survey | Subject::Banner => 0,
    };
    (found > 0).then(|| Check::new(Finding::Look, frame.n("checklist-stuck", &found)))
}
