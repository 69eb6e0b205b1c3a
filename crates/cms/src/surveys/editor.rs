//! The page on which a survey is written.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use db::content::survey_list;
use db::editing::{Image, Item};
use db::presence::Present;
use domain::content::{Values, as_text};
use domain::moment::Moment;
use domain::survey;
use domain::survey::arrange;
use domain::survey::question::{Kind, OPTIONS, Question, name};
use domain::survey::rules::{
    self, LONGEST_OPTION, LONGEST_QUESTION, MOST_QUESTIONS, Mistake, Place,
};
use server::clock;
use server::error::Error;
use server::query::Query;
use uuid::Uuid;

use super::PLACE;
use super::draft::questions;
use super::jumps::{self, JumpChoice};
use super::read::Submission;
use super::show::{NOTHING, key};
use crate::access::Editor;
use crate::address::safe_return;
use crate::content::{Change, ChoiceSet, Piece};
use crate::drafts::{Again, Desk, Status, Subject, Wrong};
use crate::form::Submitted;
use crate::pages::{self, Call, Frame};
use crate::releases;
use crate::state::Cms;

/// What the page is filled with.
pub(super) struct Filled {
    id: Option<Uuid>,
    /// Version of the row that the editor has seen; `None`: the one there is.
    version: Option<String>,
    /// Version of the draft that she has seen; `None`: the one there is.
    draft: Option<String>,
    /// What is shown; `None`: what is stored.
    questions: Option<Vec<Question>>,
    deleted: Vec<Uuid>,
    age_level: i32,
    content_filter: i32,
    mistakes: Vec<(Place, Mistake)>,
    /// What is stored now, when it is not what the editor began with.
    stored_now: Option<Vec<Question>>,
    /// Whether to ask if answered questions are really to change.
    asks: bool,
    /// Whether what is shown is kept nowhere.
    is_unsent: bool,
    people: i64,
    created: Option<Moment>,
    old: Option<OldSurvey>,
    moved: Option<usize>,
    back: Option<String>,
    desk: Desk,
}

impl Default for Filled {
    fn default() -> Filled {
        Filled {
            id: None,
            version: None,
            draft: None,
            questions: None,
            deleted: Vec::new(),
            age_level: 0,
            content_filter: 0,
            mistakes: Vec::new(),
            stored_now: None,
            asks: false,
            is_unsent: false,
            people: 0,
            created: None,
            old: None,
            moved: None,
            back: None,
            desk: Desk::empty(),
        }
    }
}

/// A survey of the old kind: one question in the survey's own row.
pub(super) struct OldSurvey {
    pub question: String,
    pub options: Vec<String>,
    pub response: String,
}

impl Filled {
    /// What an editor has typed.
    pub(super) fn of(submission: &Submission) -> Filled {
        Filled {
            questions: Some(submission.typed()),
            deleted: submission.deleted.clone(),
            age_level: submission.age_level.unwrap_or(0),
            content_filter: submission.content_filter.unwrap_or(0),
            is_unsent: true,
            ..Filled::default()
        }
    }

    /// What a draft says, or what would be one.
    fn of_values(values: &Values) -> Filled {
        let level = |column: &str| as_text(values.get(column)).parse().unwrap_or(0);
        Filled {
            questions: Some(questions(values)),
            age_level: level("ageRestrictionLevel"),
            content_filter: level("contentFilter"),
            ..Filled::default()
        }
    }

    pub(super) fn with_mistakes(mut self, mistakes: Vec<(Place, Mistake)>) -> Filled {
        self.mistakes = mistakes;
        self
    }

    pub(super) fn in_conflict(mut self) -> Filled {
        self.stored_now = Some(Vec::new());
        self
    }

    pub(super) fn asking(mut self) -> Filled {
        self.asks = true;
        self
    }

    /// Adds what is stored of the survey `id`. The form says which versions its editor began
    /// with; in a conflict they become the present ones, so that she can save over them.
    pub(super) async fn of_survey(
        self,
        call: &Call,
        id: &str,
        submitted: &Submitted,
    ) -> Result<Filled, Error> {
        let mut filled = self.beside(call, id).await?;
        if filled.stored_now.is_some() {
            let row = filled.desk.row.as_ref().map(Image::values);
            filled.stored_now = row.as_ref().map(questions);
        } else {
            filled.version = submitted.get("version").map(str::to_owned);
            filled.draft = submitted.get("draft").map(str::to_owned);
        }
        Ok(filled)
    }

    /// Adds what stands beside the form of the survey `id`.
    async fn beside(mut self, call: &Call, id: &str) -> Result<Filled, Error> {
        let (id, item) = key(id)?;
        let (lang, reader) = (call.editor.language, call.editor.id);
        let interface = call.frame.language;
        let found = call.cms.db.run(move |connection| {
            let desk = Desk::load(connection, &item, reader, lang, interface)?;
            let survey = survey_list::with_questions(connection, id, lang.code())?;
            Ok((desk, survey, survey_list::people(connection, id)?))
        });
        let (desk, survey, people) = found.await?;
        if !desk.exists() {
            return Err(NOTHING);
        }
        self.id = Some(id);
        self.people = people;
        self.desk = desk;
        if let Some((survey, _)) = survey {
            let options =
                [survey.option1, survey.option2, survey.option3, survey.option4, survey.option5];
            self.created = survey.date_created.0;
            self.old = (!survey.question.is_empty()).then(|| OldSurvey {
                question: survey.question,
                options: options.into_iter().filter(|option| !option.is_empty()).collect(),
                response: survey.response,
            });
        }
        Ok(self)
    }
}

/// The page of what is stored of a survey: its draft, or else its row.
async fn stored(call: &Call, id: &str) -> Result<Filled, Error> {
    let filled = Filled::default().beside(call, id).await?;
    let written = Filled::of_values(&filled.desk.values().unwrap_or_default());
    Ok(Filled {
        questions: written.questions,
        age_level: written.age_level,
        content_filter: written.content_filter,
        ..filled
    })
}

/// The page again with `values`, which are not stored or not published as they are.
pub(crate) async fn again(
    call: Call,
    item: &Item,
    values: &Values,
    again: Again,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mut filled = Filled::of_values(values);
    match &again {
        Again::Wrong(Wrong::Survey(mistakes)) => filled.mistakes.clone_from(mistakes),
        Again::Wrong(_) => {}
        Again::Answered => filled.asks = true,
        Again::OverDraft(version, theirs) => {
            filled.stored_now = Some(questions(theirs));
            filled.draft = Some(version.to_string());
        }
        Again::OverRow(row) => {
            filled.stored_now = Some(questions(&row.values()));
            filled.version = Some(row.version.clone());
        }
    }
    filled.is_unsent = filled.stored_now.is_some();
    let filled = filled.beside(&call, item.id()).await?;
    pages::html_with(status, &EditorPage::new(call.frame, &call.editor, &call.cms, filled))
}

/// One question of the page.
pub(super) struct QuestionView {
    /// Its place from 0, as names of fields have it.
    pub at: usize,
    /// Its number, as people read it.
    pub number: usize,
    pub id: String,
    pub text: String,
    pub is_choice: bool,
    pub options: Vec<OptionView>,
    pub text_error: String,
    pub options_error: String,
    pub is_last: bool,
    pub has_focus: bool,
}

/// One option of a question.
pub(super) struct OptionView {
    pub name: &'static str,
    pub number: usize,
    pub text: String,
    pub error: String,
    pub jumps: Vec<JumpChoice>,
    pub jump_error: String,
}

/// The page.
#[derive(Template)]
#[template(path = "surveys/editor.html")]
pub(super) struct EditorPage {
    frame: Frame,
    kind: crate::drafts::Place,
    /// `None` for a survey that is kept nowhere yet.
    id: Option<String>,
    version: String,
    /// Version of the draft; empty where there is none.
    draft: String,
    status: Status,
    /// When the draft is to be published, and with what.
    releases: Option<releases::Panel>,
    may_publish: bool,
    /// What the draft changes in the app.
    changes: Vec<(String, Vec<Piece>)>,
    /// What was changed in the app since the draft was begun.
    meanwhile: Vec<(String, Vec<Piece>)>,
    /// Who else has it open.
    present: Vec<Present>,
    back: String,
    action: String,
    /// Whether what is shown is kept nowhere.
    is_unsent: bool,
    lang: &'static str,
    questions: Vec<QuestionView>,
    deleted: Vec<String>,
    ages: Vec<(String, String)>,
    age: String,
    filters: Vec<(String, String)>,
    filter: String,
    /// What is wrong with the survey as a whole.
    survey_error: String,
    mistakes: usize,
    graph: jumps::Graph,
    stored_now: Option<jumps::Graph>,
    asks: bool,
    answered: bool,
    created: String,
    until: String,
    is_over: bool,
    responses: String,
    old: Option<OldSurvey>,
    is_full: bool,
    longest_question: usize,
    longest_option: usize,
}

impl EditorPage {
    pub(super) fn new(frame: Frame, editor: &Editor, cms: &Cms, filled: Filled) -> EditorPage {
        let (lang, four_eyes) = (editor.language.code(), cms.settings.four_eyes);
        let choices = ChoiceSet::default();
        let standing = filled.desk.standing(Subject::Survey, &frame, &choices, editor, four_eyes);
        let status = standing.status;
        let asked = filled.questions.unwrap_or_default();
        let text_of = |place: Place| {
            let found = filled.mistakes.iter().find(|(at, _)| *at == place);
            found
                .map(|(_, mistake)| frame.t(mistake_key(*mistake)).into_owned())
                .unwrap_or_default()
        };
        let count = asked.len();
        let questions: Vec<QuestionView> = asked
            .iter()
            .enumerate()
            .map(|(at, question)| QuestionView {
                at,
                number: at + 1,
                id: question.id.map(|id| id.to_string()).unwrap_or_default(),
                text: question.text.clone(),
                is_choice: question.kind == Kind::Choice,
                options: (0..OPTIONS)
                    .map(|option| OptionView {
                        name: name(option),
                        number: option + 1,
                        text: question.options[option].clone(),
                        error: text_of(Place::Option(at, option)),
                        jumps: jumps::choices(&frame, &asked, at, option),
                        jump_error: text_of(Place::Jump(at, option)),
                    })
                    .collect(),
                text_error: text_of(Place::Text(at)),
                options_error: text_of(Place::Options(at)),
                is_last: at + 1 == count,
                has_focus: filled.moved == Some(at),
            })
            .collect();
        let audience = &cms.settings.audience;
        let until = filled.created.and_then(survey::offered_until);
        let id = filled.id.map(|id| id.to_string());
        EditorPage {
            kind: PLACE,
            action: match &id {
                Some(id) => format!("{}/{id}/draft", PLACE.path),
                None => format!("{}/new-draft", PLACE.path),
            },
            version: filled.version.unwrap_or(standing.version),
            draft: filled.draft.unwrap_or(standing.draft),
            may_publish: status.may_publish || id.is_none() && !four_eyes,
            status,
            releases: filled.desk.releases,
            changes: standing.changes,
            meanwhile: standing.meanwhile,
            present: filled.desk.present,
            back: filled.back.unwrap_or_else(|| PLACE.page.to_owned()),
            is_unsent: filled.is_unsent,
            id,
            lang,
            deleted: filled.deleted.iter().map(Uuid::to_string).collect(),
            ages: audience.age_options(frame.language),
            age: filled.age_level.to_string(),
            filters: audience.filter_options(frame.language),
            filter: filled.content_filter.to_string(),
            survey_error: text_of(Place::Survey),
            mistakes: filled.mistakes.len(),
            graph: jumps::Graph::of(&frame, &asked),
            stored_now: filled.stored_now.map(|stored| jumps::Graph::of(&frame, &stored)),
            asks: filled.asks,
            answered: filled.people > 0,
            created: super::day(&frame, filled.created),
            until: super::day(&frame, until),
            is_over: until.is_none_or(|until| until < clock::now()),
            responses: super::responses(&frame, cms, filled.people),
            old: filled.old,
            is_full: count >= MOST_QUESTIONS,
            longest_question: LONGEST_QUESTION,
            longest_option: LONGEST_OPTION,
            questions,
            frame,
        }
    }

    /// What the page is called: the first question, or the one of the old kind.
    fn heading(&self) -> String {
        let old = self.old.as_ref().map(|old| old.question.clone());
        let first = self.questions.first().map(|question| question.text.trim().to_owned());
        let name = first.or(old).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| self.frame.t("surveys-new").into_owned())
    }
}

/// The key of what a page says about a mistake.
pub(crate) fn mistake_key(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::NoQuestions => "surveys-mistake-no-questions",
        Mistake::TooManyQuestions => "surveys-mistake-too-many",
        Mistake::TextMissing => "surveys-mistake-text-missing",
        Mistake::TextTooLong => "surveys-mistake-text-too-long",
        Mistake::OptionsMissing => "surveys-mistake-options-missing",
        Mistake::OptionGap => "surveys-mistake-option-gap",
        Mistake::OptionTooLong => "surveys-mistake-option-too-long",
        Mistake::JumpBackward => "surveys-mistake-jump-backward",
        Mistake::JumpTooFar => "surveys-mistake-jump-too-far",
    }
}

/// `GET /survey-management/new`: an empty one.
pub(super) async fn show_new(call: Call) -> Result<HttpResponse, Error> {
    let filled = Filled { questions: Some(vec![Question::default()]), ..Filled::default() };
    pages::html(&EditorPage::new(call.frame, &call.editor, &call.cms, filled))
}

/// `GET /survey-management/{id}/edit`: a stored one, as its draft says where there is one.
pub(super) async fn show(
    call: Call,
    id: web::Path<String>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let mut filled = stored(&call, &id).await?;
    filled.back = safe_return(query.get("return")).map(str::to_owned);
    pages::html(&EditorPage::new(call.frame, &call.editor, &call.cms, filled))
}

/// `POST /survey-management/arrange`: the page again with a question more, less or moved;
/// nothing is stored. `action` is `add`, or `add`, `remove`, `up`, `down` with a place after a
/// colon; anything else only puts the questions in order and looks for mistakes.
pub(super) async fn rearrange(call: Call, submitted: Submitted) -> Result<HttpResponse, Error> {
    let submission = Submission::read(&submitted)?;
    let mut filled = Filled::of(&submission);
    filled.back = safe_return(submitted.get("return")).map(str::to_owned);
    let mut typed = submission.typed();
    let (action, at) =
        submitted.text("action").split_once(':').unwrap_or((submitted.text("action"), ""));
    let at: usize = at.parse().unwrap_or(usize::MAX);
    let questions = &mut typed;
    match action {
        "add" => {
            let place = at.saturating_add(1).min(questions.len());
            arrange::insert(questions, place);
            filled.moved = Some(place);
        }
        "remove" => {
            if let Some(removed) = arrange::remove(questions, at) {
                filled.deleted.extend(removed.id);
                filled.moved = Some(at.min(questions.len().saturating_sub(1)));
            }
        }
        "up" => {
            arrange::move_up(questions, at);
            filled.moved = at.checked_sub(1);
        }
        "down" => {
            arrange::move_up(questions, at.saturating_add(1));
            filled.moved = Some(at.saturating_add(1).min(questions.len().saturating_sub(1)));
        }
        _ => filled.mistakes = rules::check(questions).err().unwrap_or_default(),
    }
    // Jumps that lead back after a move are said at once: they are easily overlooked.
    if filled.mistakes.is_empty() {
        let mistakes = rules::check(&typed).err().unwrap_or_default();
        let jumps = |place: &Place| matches!(place, Place::Jump(..));
        filled.mistakes = mistakes.into_iter().filter(|(place, _)| jumps(place)).collect();
    }
    filled.questions = Some(typed);
    if !submitted.text("id").is_empty() {
        filled = filled.of_survey(&call, submitted.text("id"), &submitted).await?;
    }
    pages::html(&EditorPage::new(call.frame, &call.editor, &call.cms, filled))
}
