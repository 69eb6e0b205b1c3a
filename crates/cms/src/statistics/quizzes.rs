//! How quizzes are answered: a list of all, and a page for each.
//!
//! Answers are counted, not people, and no filter divides them, so they are not rounded.

use std::cmp::Reverse;

use actix_web::web::Query;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use db::statistics::{self as counts, QuizAnswers, QuizRow};
use domain::calendar::Day;
use domain::statistics::Rules;
use serde::Deserialize;
use serde_json::{Value, json};
use server::error::Error;
use server::{answer, clock};
use uuid::Uuid;

use super::export::{Cell, FileFormat, Sheet, file};
use super::panel::{Line, Panel};
use super::users::recorded;
use super::words;
use crate::access::Editor;
use crate::pages::{self, Frame, Pager, wants_page};
use crate::state::Cms;

/// Quizzes on one page.
const PER_PAGE: i64 = 50;

/// The parameters of the list.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ListQuery {
    q: String,
    sort: String,
    order: String,
    page: i64,
}

/// A quiz with what may be shown of its answers.
#[derive(Clone, Debug)]
struct Results {
    quiz: QuizRow,
    total: Option<u64>,
    correct: Option<u64>,
    incorrect: Option<u64>,
    options: [Option<u64>; 3],
}

impl Results {
    fn of(quiz: QuizRow, answers: QuizAnswers, rules: &Rules) -> Results {
        let rules = rules.exact();
        let rest = |known: u64| answers.total.saturating_sub(known);
        let judged = rules.protect(&[
            answers.correct,
            answers.incorrect,
            rest(answers.correct + answers.incorrect),
        ]);
        let chosen: u64 = answers.options.iter().sum();
        let [one, two, three] = answers.options;
        let options = rules.protect(&[one, two, three, rest(chosen)]);
        Results {
            quiz,
            // Both tables have the same sum, and one may have to hide it.
            total: judged.total.and(options.total),
            correct: judged.cells[0],
            incorrect: judged.cells[1],
            options: [options.cells[0], options.cells[1], options.cells[2]],
        }
    }

    /// Right answers in whole per cent.
    fn percent(&self) -> Option<u64> {
        let (correct, incorrect) = (self.correct?, self.incorrect?);
        let all = correct + incorrect;
        (all > 0).then(|| (correct * 200 + all) / (2 * all))
    }

    fn json(&self) -> Value {
        json!({
            "id": self.quiz.id.to_string(),
            "topic": self.quiz.topic,
            "question": self.quiz.question,
            "total": self.total,
            "correct": self.correct,
            "incorrect": self.incorrect,
            "option1": self.options[0],
            "option2": self.options[1],
            "option3": self.options[2],
        })
    }
}

/// A column of the list.
struct Column {
    text: String,
    link: String,
    order: &'static str,
}

#[derive(Template)]
#[template(path = "statistics/quizzes.html")]
struct QuizzesPage {
    frame: Frame,
    form: ListQuery,
    columns: Vec<Column>,
    results: Vec<Results>,
    found: usize,
    pager: Pager,
    /// The parameters of the address.
    address: String,
    rules: String,
}

#[derive(Template)]
#[template(path = "statistics/quiz.html")]
struct QuizPage {
    frame: Frame,
    results: Results,
    panels: Vec<Panel>,
    rules: String,
}

/// `GET /quiz-management/results`: every quiz of the working language.
pub(super) async fn list(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    query: Query<ListQuery>,
) -> Result<HttpResponse, Error> {
    let query = query.into_inner();
    let all = find(&cms, &editor, &query).await?;
    if !wants_page(&request) {
        let quizzes: Vec<Value> = all.iter().map(Results::json).collect();
        return Ok(answer::ok(&json!({ "quizzes": quizzes })));
    }
    let found = all.len();
    let total = i64::try_from(found).unwrap_or(i64::MAX);
    let pager = Pager::new(total, PER_PAGE, query.page.max(1), &frame.address);
    let skip = usize::try_from(pager.offset(PER_PAGE)).unwrap_or(0);
    let page = QuizzesPage {
        columns: COLUMNS.iter().map(|(name, text)| column(&frame, &query, name, text)).collect(),
        results: all.into_iter().skip(skip).take(PER_PAGE as usize).collect(),
        found,
        pager,
        address: with_parameters(&query, &query.sort, &query.order),
        rules: words::rules(&frame, &cms.settings.statistics.exact()),
        form: query,
        frame,
    };
    pages::html(&page)
}

/// `GET /quiz-management/results/export.csv` and `.xlsx`: the list as a file.
pub(super) async fn export(
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    format: web::Path<String>,
    query: Query<ListQuery>,
) -> Result<HttpResponse, Error> {
    let format = FileFormat::from_name(&format)?;
    let all = find(&cms, &editor, &query).await?;
    let hidden = words::hidden(&frame);
    let value = |count: Option<u64>| count.map_or_else(|| Cell::Text(hidden.clone()), Cell::Number);
    let sheet = Sheet {
        title: frame.t("quiz-results-title").into_owned(),
        heads: COLUMNS.iter().map(|(_, text)| frame.t(text).into_owned()).collect(),
        rows: all
            .iter()
            .map(|results| {
                let quiz = &results.quiz;
                let percent =
                    results.percent().map_or_else(|| Cell::Text(String::new()), Cell::Number);
                vec![
                    Cell::Text(quiz.topic.clone()),
                    Cell::Text(quiz.question.clone()),
                    value(results.total),
                    value(results.correct),
                    value(results.incorrect),
                    percent,
                    value(results.options[0]),
                    value(results.options[1]),
                    value(results.options[2]),
                ]
            })
            .collect(),
    };
    recorded(&cms, &editor, "results of quizzes", query.q.clone()).await?;
    let today = Day::in_nepal(clock::now()).to_iso();
    let name = format!("quiz-results-{}-{today}", editor.language.code());
    file(format, &name, &[sheet])
}

/// `GET /quiz/{id}/results`: one quiz.
pub(super) async fn show(
    request: HttpRequest,
    frame: Frame,
    editor: Editor,
    cms: web::Data<Cms>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let id = Uuid::try_parse(&id).map_err(|_| Error::NotFound("no such quiz"))?;
    let lang = editor.language.code();
    let (quiz, answers) = cms
        .db
        .read(move |connection| {
            Ok(counts::reading(connection, |connection| {
                Ok((counts::quiz(connection, lang, id)?, counts::quiz_answers(connection)?))
            })?)
        })
        .await?;
    let quiz = quiz.ok_or(Error::NotFound("no such quiz"))?;
    let answered = answers.get(&id).copied().unwrap_or_default();
    let results = Results::of(quiz, answered, &cms.settings.statistics);
    if !wants_page(&request) {
        return Ok(answer::ok(&results.json()));
    }
    let hidden = words::hidden(&frame);
    let counted = frame.t("quiz-results-answers");
    let quiz = &results.quiz;
    let option = |number: usize, text: &String| Line {
        label: text.clone(),
        count: results.options[number],
        marked: quiz.right_answer == (number + 1).to_string(),
    };
    let options = [&quiz.option1, &quiz.option2, &quiz.option3];
    let options = options.into_iter().enumerate().map(|(at, text)| option(at, text)).collect();
    let judged =
        [("quiz-results-correct", results.correct), ("quiz-results-incorrect", results.incorrect)];
    let judged = judged
        .into_iter()
        .map(|(text, count)| Line { label: frame.t(text).into_owned(), count, marked: false })
        .collect();
    let panels = vec![
        Panel::of_lines("options", options, results.total)
            .called(&frame.t("quiz-results-options"), &frame.t("quiz-results-option"), &counted)
            .with_bars(frame.language, &hidden),
        Panel::of_lines("judged", judged, results.total)
            .called(&frame.t("quiz-results-judged"), &frame.t("quiz-results-outcome"), &counted)
            .with_bars(frame.language, &hidden),
    ];
    let rules = words::rules(&frame, &cms.settings.statistics.exact());
    pages::html(&QuizPage { rules, panels, results, frame })
}

/// Names and texts of the columns.
const COLUMNS: [(&str, &str); 9] = [
    ("topic", "quiz-results-topic"),
    ("question", "quiz-results-question"),
    ("total", "quiz-results-answers"),
    ("correct", "quiz-results-correct"),
    ("incorrect", "quiz-results-incorrect"),
    ("percent", "quiz-results-percent"),
    ("option1", "quiz-results-option1"),
    ("option2", "quiz-results-option2"),
    ("option3", "quiz-results-option3"),
];

async fn find(cms: &Cms, editor: &Editor, query: &ListQuery) -> Result<Vec<Results>, Error> {
    let lang = editor.language.code();
    let (quizzes, answers) = cms
        .db
        .read(move |connection| {
            Ok(counts::reading(connection, |connection| {
                Ok((counts::quizzes(connection, lang)?, counts::quiz_answers(connection)?))
            })?)
        })
        .await?;
    let wanted = query.q.trim().to_lowercase();
    let has = |text: &str| text.to_lowercase().contains(&wanted);
    let mut found: Vec<Results> = quizzes
        .into_iter()
        .filter(|quiz| has(&quiz.topic) || has(&quiz.question))
        .map(|quiz| {
            let answered = answers.get(&quiz.id).copied().unwrap_or_default();
            Results::of(quiz, answered, &cms.settings.statistics)
        })
        .collect();
    sort(&mut found, &query.sort, query.order == "descending");
    Ok(found)
}

/// Sorts by what is shown: the order must not tell what is not.
fn sort(found: &mut [Results], by: &str, descending: bool) {
    let number = |results: &Results| match by {
        "total" => results.total,
        "correct" => results.correct,
        "incorrect" => results.incorrect,
        "percent" => results.percent(),
        "option1" => results.options[0],
        "option2" => results.options[1],
        "option3" => results.options[2],
        _ => None,
    };
    match (by, descending) {
        ("question", false) => found.sort_by_key(|results| results.quiz.question.to_lowercase()),
        ("question", true) => {
            found.sort_by_key(|results| Reverse(results.quiz.question.to_lowercase()));
        }
        ("topic", true) => found.sort_by_key(|results| Reverse(results.quiz.topic.to_lowercase())),
        ("topic" | "", _) => found.sort_by_key(|results| results.quiz.topic.to_lowercase()),
        // Without a figure last, whichever way round.
        (_, true) => found.sort_by_key(|results| Reverse(number(results))),
        (_, false) => found.sort_by_key(|results| (number(results).is_none(), number(results))),
    }
}

fn column(frame: &Frame, query: &ListQuery, name: &str, text: &str) -> Column {
    let current = if query.sort.is_empty() { "topic" } else { query.sort.as_str() };
    let order = match (current == name, query.order == "descending") {
        (true, false) => "ascending",
        (true, true) => "descending",
        (false, _) => "",
    };
    // Numbers are first asked for from the largest.
    let next = match order {
        "ascending" => "descending",
        "descending" => "ascending",
        _ if matches!(name, "topic" | "question") => "ascending",
        _ => "descending",
    };
    Column {
        text: frame.t(text).into_owned(),
        link: format!("/quiz-management/results{}", with_parameters(query, name, next)),
        order,
    }
}

fn with_parameters(query: &ListQuery, sort: &str, order: &str) -> String {
    let pairs = [("q", query.q.as_str()), ("sort", sort), ("order", order)];
    let given: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    match serde_urlencoded::to_string(given) {
        Ok(text) if !text.is_empty() => format!("?{text}"),
        _ => String::new(),
    }
}
