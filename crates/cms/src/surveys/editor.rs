//! The page on which a survey is written.

use actix_web::{HttpResponse, web};
use askama::Template;
use db::content::survey_list;
use db::editing;
use domain::moment::Moment;
use domain::survey;
use domain::survey::arrange;
use domain::survey::question::{Kind, OPTIONS, Question, name};
use domain::survey::rules::{
    self, LONGEST_OPTION, LONGEST_QUESTION, MOST_QUESTIONS, Mistake, Place,
};
use server::clock;
use server::error::Error;
use uuid::Uuid;

use super::jumps::{self, JumpChoice};
use super::read::{Submission, of_rows};
use super::show::{NOTHING, key};
use crate::access::Editor;
use crate::form::Submitted;
use crate::pages::{self, Frame};
use crate::state::Cms;

/// What the page is filled with.
#[derive(Default)]
pub(super) struct Filled {
    id: Option<Uuid>,
    version: String,
    questions: Vec<Question>,
    deleted: Vec<Uuid>,
    live: bool,
    age_level: i32,
    content_filter: i32,
    mistakes: Vec<(Place, Mistake)>,
    /// What is stored now, when it is not what the editor began with.
    stored_now: Option<Vec<Question>>,
    /// Whether to ask if answered questions are really to change.
    asks: bool,
    people: i64,
    created: Option<Moment>,
    old: Option<OldSurvey>,
    moved: Option<usize>,
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
            questions: submission.typed(),
            deleted: submission.deleted.clone(),
            live: submission.live.unwrap_or(false),
            age_level: submission.age_level.unwrap_or(0),
            content_filter: submission.content_filter.unwrap_or(0),
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

    /// Adds what is stored of the survey `id`. `seen` is the version that the editor began
    /// with; in a conflict it becomes the present one, so that she can save over it.
    pub(super) async fn of_survey(
        mut self,
        cms: &Cms,
        editor: &Editor,
        id: &str,
        seen: Option<&str>,
    ) -> Result<Filled, Error> {
        let stored = stored(cms, editor, id).await?;
        self.id = stored.id;
        self.people = stored.people;
        self.created = stored.created;
        self.old = stored.old;
        if self.stored_now.is_some() {
            self.stored_now = Some(stored.questions);
            self.version = stored.version;
        } else {
            self.version = seen.unwrap_or(&stored.version).to_owned();
        }
        Ok(self)
    }
}

/// The page of a stored survey.
async fn stored(cms: &Cms, editor: &Editor, id: &str) -> Result<Filled, Error> {
    let (id, item) = key(id)?;
    let lang = editor.language.code();
    let found = cms
        .db
        .run(move |connection| {
            let image = editing::image(connection, &item)?;
            let survey = survey_list::with_questions(connection, id, lang)?;
            let people = survey_list::people(connection, id)?;
            Ok(image.zip(survey).map(|(image, survey)| (image, survey, people)))
        })
        .await?;
    let (image, (survey, questions), people) = found.ok_or(NOTHING)?;
    let options = [survey.option1, survey.option2, survey.option3, survey.option4, survey.option5];
    Ok(Filled {
        id: Some(id),
        version: image.version,
        questions: of_rows(&questions),
        live: survey.live,
        age_level: survey.age_restriction_level.unwrap_or(0),
        content_filter: survey.content_filter.unwrap_or(0),
        people,
        created: survey.date_created.0,
        old: (!survey.question.is_empty()).then(|| OldSurvey {
            question: survey.question,
            options: options.into_iter().filter(|option| !option.is_empty()).collect(),
            response: survey.response,
        }),
        ..Filled::default()
    })
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
    /// Empty for a survey that is not stored yet.
    id: String,
    version: String,
    lang: &'static str,
    questions: Vec<QuestionView>,
    deleted: Vec<String>,
    live: bool,
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
    pub(super) fn new(frame: Frame, cms: &Cms, filled: Filled) -> EditorPage {
        let lang = frame.editor.as_ref().map_or("en", |editor| editor.language.code());
        let text_of = |place: Place| {
            let found = filled.mistakes.iter().find(|(at, _)| *at == place);
            found.map(|(_, mistake)| frame.t(text(*mistake)).into_owned()).unwrap_or_default()
        };
        let count = filled.questions.len();
        let questions: Vec<QuestionView> = filled
            .questions
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
                        jumps: jumps::choices(&frame, &filled.questions, at, option),
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
        EditorPage {
            id: filled.id.map(|id| id.to_string()).unwrap_or_default(),
            version: filled.version,
            lang,
            deleted: filled.deleted.iter().map(Uuid::to_string).collect(),
            live: filled.live,
            ages: audience.age_options(frame.language),
            age: filled.age_level.to_string(),
            filters: audience.filter_options(frame.language),
            filter: filled.content_filter.to_string(),
            survey_error: text_of(Place::Survey),
            mistakes: filled.mistakes.len(),
            graph: jumps::Graph::of(&frame, &filled.questions),
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
fn text(mistake: Mistake) -> &'static str {
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
pub(super) async fn show_new(frame: Frame, cms: web::Data<Cms>) -> Result<HttpResponse, Error> {
    let filled = Filled { questions: vec![Question::default()], ..Filled::default() };
    pages::html(&EditorPage::new(frame, &cms, filled))
}

/// `GET /survey-management/{id}/edit`: a stored one.
pub(super) async fn show(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let filled = stored(&cms, &editor, &id).await?;
    pages::html(&EditorPage::new(frame, &cms, filled))
}

/// `POST /survey-management/arrange`: the page again with a question more, less or moved;
/// nothing is stored. `action` is `add`, or `add`, `remove`, `up`, `down` with a place after a
/// colon; anything else only puts the questions in order and looks for mistakes.
pub(super) async fn rearrange(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let mut filled = Filled::of(&Submission::read(&submitted)?);
    let (action, at) =
        submitted.text("action").split_once(':').unwrap_or((submitted.text("action"), ""));
    let at: usize = at.parse().unwrap_or(usize::MAX);
    let questions = &mut filled.questions;
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
        let mistakes = rules::check(&filled.questions).err().unwrap_or_default();
        let jumps = |place: &Place| matches!(place, Place::Jump(..));
        filled.mistakes = mistakes.into_iter().filter(|(place, _)| jumps(place)).collect();
    }
    if !submitted.text("id").is_empty() {
        let seen = submitted.get("version");
        filled = filled.of_survey(&cms, &editor, submitted.text("id"), seen).await?;
    }
    pages::html(&EditorPage::new(frame, &cms, filled))
}
