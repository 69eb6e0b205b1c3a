//! What was submitted for a survey, and what it makes of the stored one.

use std::collections::BTreeSet;

use db::content::question::SurveyQuestion;
use domain::person;
use domain::survey::arrange;
use domain::survey::question::{Kind, Next, OPTIONS, Question, name, read_jumps};
use serde_json::Value;
use server::error::Error;
use uuid::Uuid;

use crate::form::Submitted;

/// A submitted survey. What was not submitted is `None` and stays as it is stored.
#[derive(Clone, Debug, Default)]
pub(crate) struct Submission {
    pub live: Option<bool>,
    pub age_level: Option<i32>,
    pub content_filter: Option<i32>,
    /// The questions in the order in which they were submitted, each with the place that was
    /// asked for.
    pub questions: Option<Vec<(Option<i64>, Question)>>,
    /// The stored questions that are to go.
    pub deleted: Vec<Uuid>,
    /// Whether these are all questions, as from a form.
    pub is_whole: bool,
}

impl Submission {
    /// Reads a form or JSON: names are `questions[0][option1]` and the like, as the original's
    /// page sends them.
    ///
    /// Questions that arrive in another order than their numbers say were dragged: the order of
    /// arrival counts, and jumps, which name the numbers, go along.
    ///
    /// # Errors
    ///
    /// [`Error::BadRequest`] for ids that are none and levels that are no numbers.
    pub(crate) fn read(submitted: &Submitted) -> Result<Submission, Error> {
        let level = |name: &str| match submitted.get(name).map(str::trim) {
            None | Some("") => Ok(None),
            Some(text) => match text.parse::<i32>() {
                Ok(level) if level >= 0 => Ok(Some(level)),
                _ => Err(Error::bad(format!("{name} must be a number"))),
            },
        };
        let deleted = submitted.all("deletedQuestion");
        let deleted = deleted.into_iter().filter(|id| !id.trim().is_empty());
        let deleted: Vec<Uuid> = deleted.map(id).collect::<Result<_, _>>()?;
        let questions = questions(submitted)?;
        Ok(Submission {
            live: submitted.has("live").then(|| submitted.flag("live")),
            age_level: level("ageRestrictionLevel")?,
            content_filter: level("contentFilter")?,
            questions: (!questions.is_empty() || !deleted.is_empty()).then_some(questions),
            deleted,
            is_whole: submitted.flag("questions-sent"),
        })
    }

    /// The questions of a draft that are neither submitted nor deleted stay where they are,
    /// unless all were submitted.
    pub(super) fn over(&self, before: &[Question]) -> Vec<Question> {
        if self.is_whole {
            return self.typed();
        }
        let named: Vec<Uuid> =
            self.questions.iter().flatten().filter_map(|(_, question)| question.id).collect();
        let stays = |question: &Question| {
            let gone = |id: Uuid| named.contains(&id) || self.deleted.contains(&id);
            !question.id.is_some_and(gone)
        };
        let kept = (0..).zip(before).filter(|(_, question)| stays(question));
        self.with_kept(kept.map(|(place, question)| (place, question.clone())).collect())
    }

    /// The questions as an editor's page shows them again.
    pub(super) fn typed(&self) -> Vec<Question> {
        self.questions.iter().flatten().map(|(_, question)| question.clone()).collect()
    }

    /// The questions that the survey has afterwards: the submitted ones, and those stored ones
    /// that are neither submitted nor deleted, where their numbers put them.
    ///
    /// # Errors
    ///
    /// [`Error::BadRequest`] for a question of another survey.
    pub(super) fn merged(&self, stored: &[SurveyQuestion]) -> Result<Vec<Question>, Error> {
        let Some(submitted) = &self.questions else { return Ok(of_rows(stored)) };
        let known: BTreeSet<Uuid> = stored.iter().map(|row| row.id).collect();
        let mut named = BTreeSet::new();
        for id in submitted.iter().filter_map(|(_, question)| question.id) {
            if !known.contains(&id) {
                return Err(Error::bad("a question is not one of this survey"));
            }
            if !named.insert(id) {
                return Err(Error::bad("a question is there twice"));
            }
        }
        let kept: Vec<(i64, Question)> = of_rows(stored)
            .into_iter()
            .zip(stored)
            .filter(|(_, row)| !named.contains(&row.id) && !self.deleted.contains(&row.id))
            .map(|(question, row)| (place(&row.sort_number).unwrap_or(i64::MAX), question))
            .collect();
        Ok(self.with_kept(kept))
    }

    fn with_kept(&self, kept: Vec<(i64, Question)>) -> Vec<Question> {
        if kept.is_empty() {
            return self.typed();
        }
        let submitted = self.questions.iter().flatten().zip(0..);
        let mut all: Vec<(i64, Question)> = submitted
            .map(|((place, question), at)| (place.unwrap_or(at), question.clone()))
            .chain(kept)
            .collect();
        all.sort_by_key(|(place, _)| *place);
        all.into_iter().map(|(_, question)| question).collect()
    }
}

/// Stored questions as an editor writes them.
pub(super) fn of_rows(stored: &[SurveyQuestion]) -> Vec<Question> {
    let count = stored.len();
    let of_row = |row: &SurveyQuestion| Question {
        id: Some(row.id),
        text: row.question.clone(),
        kind: if row.is_multiple == Some(false) { Kind::FreeText } else { Kind::Choice },
        options: [&row.option1, &row.option2, &row.option3, &row.option4, &row.option5]
            .map(Clone::clone),
        next: read_jumps(&row.next_question.0, count),
    };
    stored.iter().map(of_row).collect()
}

fn questions(submitted: &Submitted) -> Result<Vec<(Option<i64>, Question)>, Error> {
    let mut numbers: Vec<usize> = Vec::new();
    for (name, _) in submitted.pairs() {
        if let Some(number) = number(name)
            && !numbers.contains(&number)
        {
            numbers.push(number);
        }
    }
    let mut sorted = numbers.clone();
    sorted.sort_unstable();
    let mut places = Vec::new();
    let mut questions = Vec::new();
    for number in &sorted {
        let prefix = format!("questions[{number}]");
        places.push(submitted.get(&format!("{prefix}[sort_number]")).and_then(place));
        questions.push(question(submitted, &prefix)?);
    }
    let order: Vec<usize> =
        numbers.iter().filter_map(|number| sorted.binary_search(number).ok()).collect();
    if numbers != sorted {
        arrange::put_in_order(&mut questions, &order);
    }
    Ok(order.into_iter().map(|at| places[at]).zip(questions).collect())
}

/// The number in a name such as `questions[3][option1]`.
fn number(name: &str) -> Option<usize> {
    let (number, _) = name.strip_prefix("questions[")?.split_once(']')?;
    number.parse().ok()
}

fn question(submitted: &Submitted, prefix: &str) -> Result<Question, Error> {
    let field = |name: &str| submitted.text(&format!("{prefix}[{name}]"));
    let is_choice = match field("is_multiple") {
        "" => true,
        _ => submitted.flag(&format!("{prefix}[is_multiple]")),
    };
    let jumps: Value = serde_json::from_str(field("next_question")).unwrap_or(Value::Null);
    let jump = |at: usize| {
        let text = submitted.get(&format!("{prefix}[next_question][{}]", name(at)));
        let text = match (text, jumps.get(name(at))) {
            (Some(text), _) => text.to_owned(),
            (None, Some(Value::String(text))) => text.clone(),
            (None, Some(Value::Number(number))) => number.to_string(),
            (None, _) => String::new(),
        };
        // What is no number leads nowhere, which the rules tell.
        Next::from_form(&text).unwrap_or(Next::Question(usize::MAX))
    };
    Ok(Question {
        id: match field("id").trim() {
            "" => None,
            text => Some(id(text)?),
        },
        text: field("question").replace("\r\n", "\n"),
        kind: if is_choice { Kind::Choice } else { Kind::FreeText },
        options: std::array::from_fn::<_, OPTIONS, _>(|at| field(name(at)).replace("\r\n", "\n")),
        next: std::array::from_fn(jump),
    })
}

fn id(text: &str) -> Result<Uuid, Error> {
    person::parse_id(text).ok_or_else(|| Error::bad("an id of a question is none"))
}

/// A `sort_number`, which is a number as text.
fn place(text: &str) -> Option<i64> {
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use db::types::JsonText;

    use super::*;

    fn pairs(fields: &[(&str, &str)]) -> Submission {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Submission::read(&Submitted::from_pairs(fields.iter().map(owned).collect())).unwrap()
    }

    fn row(number: u128, sort: &str, next: &str) -> SurveyQuestion {
        SurveyQuestion {
            id: Uuid::from_u128(number),
            question: format!("stored {number}"),
            option1: "a".to_owned(),
            option2: String::new(),
            option3: String::new(),
            option4: String::new(),
            option5: String::new(),
            response: String::new(),
            is_multiple: Some(true),
            next_question: JsonText(next.to_owned()),
            sort_number: sort.to_owned(),
            survey_id: Uuid::nil(),
        }
    }

    fn texts(questions: &[Question]) -> Vec<&str> {
        questions.iter().map(|question| question.text.as_str()).collect()
    }

    #[test]
    fn a_switch_alone_leaves_the_questions() {
        let submission = pairs(&[("live", "true")]);
        assert_eq!(submission.live, Some(true));
        assert!(submission.questions.is_none());
        let stored = [row(1, "0", "{}")];
        assert_eq!(texts(&submission.merged(&stored).unwrap()), ["stored 1"]);
        assert_eq!(pairs(&[]).live, None);
    }

    #[test]
    fn jumps_come_in_both_forms() {
        let submission = pairs(&[
            ("questions[0][question]", "one\r\ntwo"),
            ("questions[0][option1]", "a"),
            ("questions[0][next_question][option1]", "end"),
            ("questions[0][next_question][option2]", "x"),
            ("questions[1][question]", "q"),
            ("questions[1][is_multiple]", "false"),
            ("questions[1][next_question]", r#"{"option1":"2","option2":3}"#),
        ]);
        let questions = submission.typed();
        assert_eq!(questions[0].text, "one\ntwo");
        assert_eq!(questions[0].next[..2], [Next::End, Next::Question(usize::MAX)]);
        assert_eq!(questions[1].next[..2], [Next::Question(2), Next::Question(3)]);
        assert_eq!((questions[0].kind, questions[1].kind), (Kind::Choice, Kind::FreeText));
    }

    #[test]
    fn dragged_questions_arrive_in_their_new_order() {
        let submission = pairs(&[
            ("questions[2][question]", "c"),
            ("questions[0][question]", "a"),
            ("questions[0][next_question][option1]", "2"),
            ("questions[1][question]", "b"),
        ]);
        let questions = submission.typed();
        assert_eq!(texts(&questions), ["c", "a", "b"]);
        assert_eq!(questions[1].next[0], Next::Question(3));
    }

    #[test]
    fn what_is_not_named_stays() {
        let stored = [row(1, "1", r#"{"option1":"3"}"#), row(2, "2", "{}"), row(3, "10", "{}")];
        let second = Uuid::from_u128(2).to_string();
        // Overwritten in its place, and one deleted.
        let submission = pairs(&[
            ("questions[0][id]", &second),
            ("questions[0][question]", "new second"),
            ("questions[0][sort_number]", "2"),
            ("deletedQuestion[]", &Uuid::from_u128(3).to_string()),
        ]);
        let questions = submission.merged(&stored).unwrap();
        assert_eq!(texts(&questions), ["stored 1", "new second"]);
        // Another survey's question is none of this one.
        let other = Uuid::from_u128(9).to_string();
        let submission = pairs(&[("questions[0][id]", &other)]);
        assert!(submission.merged(&stored).is_err());
        let twice = pairs(&[("questions[0][id]", &second), ("questions[1][id]", &second)]);
        assert!(twice.merged(&stored).is_err());
    }

    #[test]
    fn bad_values_are_refused() {
        for (name, value) in [
            ("questions[0][id]", "x"),
            ("deletedQuestion", "1"),
            ("ageRestrictionLevel", "old"),
            ("contentFilter", "-1"),
        ] {
            let pairs = vec![(name.to_owned(), value.to_owned())];
            assert!(Submission::read(&Submitted::from_pairs(pairs)).is_err(), "{name}");
        }
    }
}
