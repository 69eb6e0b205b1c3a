//! A survey as a girl goes through it, card by card.

use crate::survey::question::{Kind, Next, OPTIONS, Question};

/// More answers than any survey has questions; a survey that leads in a circle ends there.
const MOST_STEPS: usize = 50;

/// Where somebody is who has given some answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The place of the question that is asked now, from 0; `None` at the end.
    pub now: Option<usize>,
    /// What was answered, as [`walk`] takes it: the answers that could be given.
    pub answers: Vec<usize>,
}

/// The options of a question as the app shows them: the filled ones, each with its place.
pub fn options(question: &Question) -> Vec<(usize, &str)> {
    if question.kind == Kind::FreeText {
        return Vec::new();
    }
    let options = question.options.iter().enumerate();
    options.filter(|(_, text)| !text.is_empty()).map(|(at, text)| (at, text.as_str())).collect()
}

/// Follows `answers` from the first question: each is the place of an option, and anything for
/// a question that is answered in words. A jump beyond the last question is the end, and so is
/// the way on from the last one.
pub fn walk(questions: &[Question], answers: &[usize]) -> Walk {
    let mut now = 0;
    let mut given = Vec::new();
    for &answer in answers.iter().take(MOST_STEPS) {
        let Some(question) = questions.get(now) else { break };
        let next = match question.kind {
            Kind::FreeText => Next::Following,
            Kind::Choice if answer < OPTIONS && !question.options[answer].is_empty() => {
                question.next[answer]
            }
            Kind::Choice => break,
        };
        given.push(answer);
        now = match next {
            Next::Following => now + 1,
            Next::Question(number) => number.saturating_sub(1),
            Next::End => questions.len(),
        };
    }
    let is_asked = now < questions.len() && given.len() < MOST_STEPS;
    Walk { now: is_asked.then_some(now), answers: given }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(options: [&str; OPTIONS], next: [Next; OPTIONS]) -> Question {
        Question { options: options.map(str::to_owned), next, ..Question::default() }
    }

    #[test]
    fn answers_lead_on() {
        use Next::{End, Following as F, Question as Q};
        let free = Question { kind: Kind::FreeText, ..Question::default() };
        let questions = [
            question(["yes", "no", "", "", ""], [Q(3), F, F, F, F]),
            free,
            question(["a", "b", "", "", ""], [F, End, F, F, F]),
            question(["c", "", "", "", ""], [Q(4), F, F, F, F]),
        ];
        let cases: [(&[usize], Option<usize>, usize); 9] = [
            (&[], Some(0), 0),
            (&[0], Some(2), 1),
            (&[1], Some(1), 1),
            (&[1, 7], Some(2), 2),
            (&[0, 1], None, 2),
            (&[0, 0], Some(3), 2),
            // An option that nobody is offered.
            (&[4], Some(0), 0),
            (&[9, 9], Some(0), 0),
            // Round and round.
            (&[0; 60], None, MOST_STEPS),
        ];
        for (answers, now, given) in cases {
            let walk = walk(&questions, answers);
            assert_eq!((walk.now, walk.answers.len()), (now, given), "{answers:?}");
        }
        assert_eq!(walk(&[], &[0]), Walk { now: None, answers: vec![] });
        assert_eq!(options(&questions[0]), [(0, "yes"), (1, "no")]);
        assert!(options(&questions[1]).is_empty());
    }
}
