//! Sending: seen once more, with a time, confirmed by typing.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use db::push::draft::confirm::{self, Seen};
use db::push::draft::{Changed, Stage};
use domain::calendar::{ClockTime, Day};
use domain::moment::Moment;
use server::clock;
use server::error::Error;

use super::form::{CHANGED, shown};
use super::view::DraftView;
use super::{MISSING, OFF, find, path};
use crate::form::Submitted;
use crate::pages::{self, Call, Flash, Frame};

/// How many days ahead one may schedule.
const DAYS: i64 = 60;

const NOT_HERS: Error = Error::Forbidden("it has a language that you may not work in");
const NOT_TYPED: &str = "confirm must be the number that the draft shows, or the word send";
const PRIVATE: &str =
    "there are words that should not appear on a shared lock screen: accept must be true";

#[derive(Template)]
#[template(path = "notifications/drafts/send.html")]
struct SendPage {
    frame: Frame,
    view: DraftView,
    is_later: bool,
    /// Days with their names in both calendars.
    days: Vec<(String, String)>,
    day: String,
    time: String,
    four_eyes: bool,
    undo_seconds: i64,
    stagger_minutes: i64,
    quiet: String,
    time_error: String,
    confirm_error: String,
    words_error: String,
    errors: i64,
}

/// What somebody asks for who sends.
struct Wish {
    at: Option<Moment>,
    is_later: bool,
    day: String,
    time: String,
}

impl Wish {
    /// `at` is a moment for programs; `when` is `now` or `later`, with `day` and `time` in Nepal.
    fn read(submitted: &Submitted) -> Result<Wish, Wish> {
        let text = |name: &str| submitted.text(name).trim().to_owned();
        let (day, time, at) = (text("day"), text("time"), text("at"));
        let is_later = text("when") == "later" || !at.is_empty();
        let named = Day::from_iso(&day).zip(ClockTime::from_text(&time));
        let moment = match at.as_str() {
            "" => named.and_then(|(day, time)| time.on(day)),
            at => Moment::parse(at),
        };
        let wish = Wish { at: moment.filter(|_| is_later), is_later, day, time };
        if is_later && wish.at.is_none() { Err(wish) } else { Ok(wish) }
    }

    fn at(moment: Option<Moment>) -> Wish {
        let shown = moment.unwrap_or_else(clock::now);
        Wish {
            at: moment,
            is_later: moment.is_some(),
            day: Day::in_nepal(shown).to_iso(),
            time: ClockTime::in_nepal(shown).to_string(),
        }
    }
}

/// What is wrong with what was sent, by keys of texts.
#[derive(Default)]
struct Mistakes {
    time: String,
    confirm: &'static str,
    words: &'static str,
}

/// `GET /notification/drafts/{id}/send`
pub(super) async fn show(call: Call, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let view = DraftView::new(&call, find(&call, &id).await?);
    if let Err((key, error)) = may_go(&call, &view, Stage::Draft) {
        let back = path(view.draft.id);
        return call.refused(Flash::danger(call.frame.t(key)), &back, error);
    }
    // In quiet hours, and where it was given back, the form proposes when to send it.
    let now = clock::now();
    let proposed = match call.cms.push.timing().due(now, None) {
        Ok(_) => view.draft.send_at.filter(|at| *at > now),
        Err(morning) => Some(morning),
    };
    answer(&call, view, &Wish::at(proposed), &Mistakes::default())
}

fn may_go(call: &Call, view: &DraftView, stage: Stage) -> Result<(), (&'static str, Error)> {
    if !call.cms.push.is_on() {
        return Err(("push-error-off", OFF));
    }
    if view.draft.stage != stage {
        return Err(("push-not-a-draft", CHANGED));
    }
    if !view.may_send {
        return Err(("push-not-your-language", NOT_HERS));
    }
    if !view.is_right() {
        return Err(("push-unfinished", Error::bad("a text is missing, or too long")));
    }
    Ok(())
}

fn answer(
    call: &Call,
    view: DraftView,
    wish: &Wish,
    mistakes: &Mistakes,
) -> Result<HttpResponse, Error> {
    let (frame, timing) = (call.frame.clone(), *call.cms.push.timing());
    let text = |key: &str| frame.t_or_none(key).into_owned();
    let today = Day::in_nepal(clock::now()).days_since_epoch();
    let days = (today..today + DAYS).map(Day::from_days_since_epoch);
    let (confirm_error, words_error) = (text(mistakes.confirm), text(mistakes.words));
    let errors = [&mistakes.time, &confirm_error, &words_error];
    let errors = i64::try_from(errors.iter().filter(|error| !error.is_empty()).count());
    let page = SendPage {
        view,
        is_later: wish.is_later,
        days: days.map(|day| (day.to_iso(), day.show(frame.language))).collect(),
        day: wish.day.clone(),
        time: wish.time.clone(),
        four_eyes: call.cms.settings.four_eyes,
        undo_seconds: seconds(timing.undo),
        stagger_minutes: (seconds(timing.stagger) + 59) / 60,
        quiet: timing.quiet.map_or_else(String::new, |quiet| {
            let show = |time: ClockTime| time.show(frame.language);
            format!("{}–{}", show(quiet.from), show(quiet.until))
        }),
        time_error: mistakes.time.clone(),
        confirm_error,
        words_error,
        errors: errors.unwrap_or(0),
        frame,
    };
    let status = if page.errors > 0 { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    pages::html_with(status, &page)
}

fn seconds(span: std::time::Duration) -> i64 {
    i64::try_from(span.as_secs()).unwrap_or(i64::MAX)
}

/// `POST /notification/drafts/{id}/send`: `confirm` typed, `accept` where there are private
/// words, and when. Where two people have to agree it asks the second one.
pub(super) async fn submit(
    call: Call,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let view = DraftView::new(&call, find(&call, &id).await?);
    let back = path(view.draft.id);
    if let Err((key, error)) = may_go(&call, &view, Stage::Draft) {
        return call.refused(Flash::danger(call.frame.t(key)), &back, error);
    }
    let four_eyes = call.cms.settings.four_eyes;
    let mut mistakes = if four_eyes { Mistakes::default() } else { unconfirmed(&view, &submitted) };
    let (wish, due) = match Wish::read(&submitted) {
        Err(wish) => {
            mistakes.time = call.frame.t("push-time-wrong").into_owned();
            (wish, None)
        }
        Ok(wish) => {
            let due = time(&call, &wish);
            match due {
                Ok(due) => (wish, Some(due)),
                Err((reason, proposed)) => {
                    mistakes.time = reason;
                    (proposed.map_or(wish, |moment| Wish::at(Some(moment))), None)
                }
            }
        }
    };
    let is_wrong = !(mistakes.confirm.is_empty() && mistakes.words.is_empty());
    let Some(due) = due.filter(|_| !is_wrong) else {
        if call.wants_page() {
            return answer(&call, view, &wish, &mistakes);
        }
        return Err(for_program(&mistakes));
    };
    let (key, author, timing) = (view.draft.id, call.author(), *call.cms.push.timing());
    let version = submitted.text("version").parse().unwrap_or(view.draft.version);
    let changed = call
        .cms
        .db
        .run(move |connection| {
            let seen = Seen { id: key, version, author: &author };
            Ok(if four_eyes {
                confirm::ask(connection, seen, wish.at)?
            } else {
                confirm::confirm(connection, seen, Stage::Draft, due, &timing)?
            })
        })
        .await?;
    ended(&call, changed, if four_eyes { "push-asked" } else { "push-confirmed" })
}

/// `POST /notification/drafts/{id}/approve`: the second person agrees, by typing.
pub(super) async fn approve(
    call: Call,
    id: web::Path<String>,
    submitted: Submitted,
) -> Result<HttpResponse, Error> {
    let view = DraftView::new(&call, find(&call, &id).await?);
    let back = path(view.draft.id);
    if let Err((key, error)) = may_go(&call, &view, Stage::Asked) {
        return call.refused(Flash::danger(call.frame.t(key)), &back, error);
    }
    if view.is_asker {
        let error = Error::Forbidden("somebody else has to agree");
        return call.refused(Flash::danger(call.frame.t("push-asked-yourself")), &back, error);
    }
    let mistakes = unconfirmed(&view, &submitted);
    if !(mistakes.confirm.is_empty() && mistakes.words.is_empty()) {
        if call.wants_page() {
            return shown(call, view, mistakes.confirm, mistakes.words);
        }
        return Err(for_program(&mistakes));
    }
    let timing = *call.cms.push.timing();
    // If the second person comes too late for the time that was wished, or in the night.
    let due = timing.due(clock::now(), view.draft.send_at).unwrap_or_else(|morning| morning);
    let (key, author) = (view.draft.id, call.author());
    let version = submitted.text("version").parse().unwrap_or(view.draft.version);
    let changed = call
        .cms
        .db
        .run(move |connection| {
            let seen = Seen { id: key, version, author: &author };
            Ok(confirm::confirm(connection, seen, Stage::Asked, due, &timing)?)
        })
        .await?;
    ended(&call, changed, "push-confirmed")
}

fn ended(call: &Call, changed: Changed, key: &str) -> Result<HttpResponse, Error> {
    match changed {
        Changed::Missing => Err(MISSING),
        Changed::Conflict(draft) => {
            call.refused(Flash::danger(call.frame.t("push-changed")), &path(draft.id), CHANGED)
        }
        Changed::Done(draft) => {
            call.cms.jobs.wake();
            let (back, view) = (path(draft.id), DraftView::new(call, draft));
            call.done(Flash::success(call.frame.t(key)), &back, &view.json())
        }
    }
}

fn unconfirmed(view: &DraftView, submitted: &Submitted) -> Mistakes {
    let is_typed = view.confirmation.is_given_by(submitted.text("confirm"));
    let is_accepted = !view.has_words() || submitted.flag("accept");
    Mistakes {
        time: String::new(),
        confirm: if is_typed { "" } else { "push-confirm-wrong" },
        words: if is_accepted { "" } else { "push-words-unread" },
    }
}

/// When it goes out, or why it cannot then, and when it can.
fn time(call: &Call, wish: &Wish) -> Result<Moment, (String, Option<Moment>)> {
    let (frame, now) = (&call.frame, clock::now());
    if wish.at.is_some_and(|at| at < now) {
        return Err((frame.t("push-time-past").into_owned(), None));
    }
    let last = Day::from_days_since_epoch(Day::in_nepal(now).days_since_epoch() + DAYS).begin();
    if wish.at.zip(last).is_some_and(|(at, last)| at >= last) {
        return Err((frame.n("push-time-far", &DAYS).into_owned(), None));
    }
    call.cms.push.timing().due(now, wish.at).map_err(|morning| {
        let next = frame.date_time(&morning);
        (frame.with("push-time-quiet", "next", &next).into_owned(), Some(morning))
    })
}

fn for_program(mistakes: &Mistakes) -> Error {
    if !mistakes.confirm.is_empty() {
        return Error::bad(NOT_TYPED);
    }
    if !mistakes.words.is_empty() {
        return Error::bad(PRIVATE);
    }
    Error::bad(mistakes.time.clone())
}
