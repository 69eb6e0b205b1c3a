//! A draft in the words of one language.

use db::push::draft::{PushDraft, Stage};
use domain::language::Language;
use domain::push::{Confirmation, Draft, Mistake, PrivateWords};
use serde_json::{Value, json};
use server::clock;

use super::super::view::NotificationView;
use super::{may_send, may_write, path};
use crate::pages::Call;
use crate::texts::Texts;

/// One language of a draft.
pub(crate) struct Side {
    pub(crate) lang: &'static str,
    /// The language's name in itself.
    pub(crate) name: &'static str,
    pub(crate) draft: Draft,
    /// Whether the editor may work in it.
    pub(crate) may_write: bool,
    /// What should not appear on a shared lock screen.
    pub(crate) words: Vec<String>,
    pub(crate) title_error: String,
    pub(crate) content_error: String,
}

impl Side {
    fn of(call: &Call, language: Language, draft: Draft) -> Side {
        let texts = call.frame.texts();
        let is_written = !draft.is_empty();
        let say = |mistake: Option<Mistake>, missing: &'static str| {
            mistake
                .filter(|_| is_written)
                .map_or_else(String::new, |mistake| said(texts, mistake, missing))
        };
        Side {
            lang: language.code(),
            name: language.own_name(),
            may_write: may_write(&call.editor, language.code()),
            words: words(call.cms.push.private_words(), &draft),
            title_error: say(draft.title_mistake(), "push-title-missing"),
            content_error: say(draft.content_mistake(), "push-content-missing"),
            draft,
        }
    }

    /// The words, for a sentence.
    pub(crate) fn words_listed(&self) -> String {
        self.words.join(", ")
    }
}

fn said(texts: &'static Texts, mistake: Mistake, missing: &str) -> String {
    let key = match mistake {
        Mistake::Missing => missing,
        Mistake::TooLong => "push-too-long",
        Mistake::TooManyBytes => "push-too-many-bytes",
    };
    texts.t(key).into_owned()
}

fn words(words: &PrivateWords, draft: &Draft) -> Vec<String> {
    words.in_text(&format!("{}\n{}", draft.title, draft.content))
}

/// Every language with what it says.
pub(super) fn sides(call: &Call, text: impl Fn(&str) -> Draft) -> Vec<Side> {
    Language::ALL
        .into_iter()
        .map(|language| Side::of(call, language, text(language.code())))
        .collect()
}

/// A draft as pages and JSON show it.
pub(crate) struct DraftView {
    pub(crate) id: String,
    pub(crate) path: String,
    pub(crate) sides: Vec<Side>,
    pub(crate) state_text: String,
    pub(crate) tone: &'static str,
    pub(crate) icon: &'static str,
    pub(crate) confirmation: Confirmation,
    /// What is to be sent, or was.
    pub(crate) deliveries: Vec<NotificationView>,
    pub(crate) tests: Vec<NotificationView>,
    /// Whether the editor may send it.
    pub(crate) may_send: bool,
    /// Whether it was she who asked for a second person.
    pub(crate) is_asker: bool,
    pub(crate) draft: PushDraft,
}

impl DraftView {
    pub(crate) fn new(call: &Call, draft: PushDraft) -> DraftView {
        let texts = call.frame.texts();
        let views = |test: bool| {
            let of_kind = draft.deliveries.iter().filter(|one| one.topic.is_some() == test);
            of_kind.map(|one| NotificationView::new(one.clone(), texts)).collect::<Vec<_>>()
        };
        let (tests, mut deliveries) = (views(true), views(false));
        deliveries.reverse();
        let is_under_way = deliveries.iter().any(NotificationView::is_under_way);
        let (key, tone, icon) = match draft.stage {
            Stage::Draft => ("push-stage-draft", "neutral", "pencil"),
            Stage::Asked => ("push-stage-asked", "warning", "people"),
            Stage::Confirmed if is_under_way => {
                ("push-stage-confirmed", "accent", "hourglass-split")
            }
            Stage::Confirmed => ("push-stage-over", "neutral", "check-circle"),
        };
        DraftView {
            id: draft.id.to_string(),
            path: path(draft.id),
            sides: sides(call, |lang| draft.text(lang)),
            state_text: texts.t(key).into_owned(),
            tone,
            icon,
            confirmation: Confirmation::of(draft.id, draft.version),
            deliveries,
            tests,
            may_send: may_send(&call.editor, &draft),
            is_asker: draft.asked.as_ref().is_some_and(|asked| asked.by == Some(call.editor.id)),
            draft,
        }
    }

    /// The languages in which something is written.
    pub(crate) fn written(&self) -> impl Iterator<Item = &Side> {
        self.sides.iter().filter(|side| !side.draft.is_empty())
    }

    /// Whether every language that is written can be sent.
    pub(crate) fn is_right(&self) -> bool {
        self.written().count() > 0 && self.written().all(|side| side.draft.is_right())
    }

    /// The languages in which a word stands that should not appear on a shared lock screen.
    pub(crate) fn with_words(&self) -> impl Iterator<Item = &Side> {
        self.sides.iter().filter(|side| !side.words.is_empty())
    }

    /// Whether there are such words at all.
    pub(crate) fn has_words(&self) -> bool {
        self.with_words().next().is_some()
    }

    /// The titles, for a list.
    pub(crate) fn heading(&self) -> String {
        let titles = self.written().map(|side| match side.draft.title.as_str() {
            "" => side.draft.content.as_str(),
            title => title,
        });
        titles.collect::<Vec<_>>().join(" · ")
    }

    /// Whether something has not gone out yet that can be called off.
    pub(crate) fn can_be_called_off(&self) -> bool {
        self.deliveries.iter().any(|one| one.notification.state == db::push::State::Waiting)
    }

    /// How often a page asks how it stands, in seconds: each second while there is a minute to
    /// call it off, more rarely while it waits for tomorrow, not at all once it is over.
    pub(crate) fn asks_every(&self) -> Option<u32> {
        let under_way = self.deliveries.iter().chain(&self.tests).filter(|one| one.is_under_way());
        let left = under_way.map(|one| one.seconds_left().unwrap_or(0)).min()?;
        Some(if left > 120 { 30 } else { 1 })
    }

    /// The JSON of it.
    pub(crate) fn json(&self) -> Value {
        let sides: Vec<Value> = self
            .written()
            .map(|side| {
                json!({
                    "lang": side.lang,
                    "title": side.draft.title,
                    "content": side.draft.content,
                    "private_words": side.words,
                    "can_be_sent": side.draft.is_right(),
                })
            })
            .collect();
        let asked = self.draft.asked.as_ref();
        json!({
            "id": self.id,
            "version": self.draft.version,
            "status": self.draft.stage.name(),
            "texts": sides,
            "send_at": self.draft.send_at.map(domain::moment::Moment::to_iso),
            "now": clock::now().to_iso(),
            "confirm": self.confirmation.number().to_string(),
            "asked_by": asked.map(|asked| &asked.name),
            "confirmed_by": self.draft.confirmed.as_ref().map(|confirmed| &confirmed.name),
            "saved_by": self.draft.saved.name,
            "deliveries": self.deliveries.iter().map(NotificationView::json).collect::<Vec<_>>(),
            "tests": self.tests.iter().map(NotificationView::json).collect::<Vec<_>>(),
        })
    }
}
