//! What a survey must be like to be stored.

use unicode_segmentation::UnicodeSegmentation;

use super::question::{Kind, Next, OPTIONS, Question};

/// Most questions of a survey.
pub const MOST_QUESTIONS: usize = 10;

/// Longest question, in graphemes: what a reader takes for one character.
pub const LONGEST_QUESTION: usize = 65;

/// Longest option, in graphemes.
pub const LONGEST_OPTION: usize = 20;

/// Where a mistake is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The survey as a whole.
    Survey,
    /// The text of a question; questions count from 0 here.
    Text(usize),
    /// The options of a question as a whole.
    Options(usize),
    /// One option of a question: question and option.
    Option(usize, usize),
    /// Where an option leads: question and option.
    Jump(usize, usize),
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mistake {
    /// There is no question.
    NoQuestions,
    /// There are more than [`MOST_QUESTIONS`].
    TooManyQuestions,
    /// A question without a text.
    TextMissing,
    /// Longer than [`LONGEST_QUESTION`].
    TextTooLong,
    /// A choice without anything to choose.
    OptionsMissing,
    /// An empty option before a filled one. The app drops empty options and finds the jumps by
    /// position, so every later option would lead to the wrong place.
    OptionGap,
    /// Longer than [`LONGEST_OPTION`].
    OptionTooLong,
    /// A jump to the question itself or to an earlier one: it would never end.
    JumpBackward,
    /// A jump to a question that is not there.
    JumpTooFar,
}

impl Mistake {
    /// For a program that has sent the survey.
    pub fn message(self) -> &'static str {
        match self {
            Mistake::NoQuestions => "a survey needs a question",
            Mistake::TooManyQuestions => "a survey has at most 10 questions",
            Mistake::TextMissing => "a question has no text",
            Mistake::TextTooLong => "a question is longer than 65 characters",
            Mistake::OptionsMissing => "a question to choose from has no option",
            Mistake::OptionGap => "an option before a filled one is empty",
            Mistake::OptionTooLong => "an option is longer than 20 characters",
            Mistake::JumpBackward => "an option may only lead to a later question",
            Mistake::JumpTooFar => "an option leads to a question that is not there",
        }
    }
}

/// Checks `questions` and gives them the form in which they are stored: texts without white
/// space at their ends, no options and no jumps where a free text is asked for.
///
/// # Errors
///
/// Everything that is wrong, from top to bottom.
pub fn check(questions: &[Question]) -> Result<Vec<Question>, Vec<(Place, Mistake)>> {
    let mut mistakes = Vec::new();
    if questions.is_empty() {
        mistakes.push((Place::Survey, Mistake::NoQuestions));
    }
    if questions.len() > MOST_QUESTIONS {
        mistakes.push((Place::Survey, Mistake::TooManyQuestions));
    }
    let tidy: Vec<Question> = questions.iter().map(tidied).collect();
    for (at, question) in tidy.iter().enumerate() {
        check_text(at, question, &mut mistakes);
        if question.kind == Kind::Choice {
            check_options(at, question, &mut mistakes);
            check_jumps(at, question, tidy.len(), &mut mistakes);
        }
    }
    if mistakes.is_empty() { Ok(settled(tidy)) } else { Err(mistakes) }
}

fn tidied(question: &Question) -> Question {
    let mut tidy = question.clone();
    tidy.text = question.text.trim().to_owned();
    for option in &mut tidy.options {
        *option = match question.kind {
            Kind::Choice => option.trim().to_owned(),
            Kind::FreeText => String::new(),
        };
    }
    tidy
}

/// Takes out the jumps that mean nothing.
fn settled(mut questions: Vec<Question>) -> Vec<Question> {
    let count = questions.len();
    for (at, question) in questions.iter_mut().enumerate() {
        for option in 0..OPTIONS {
            let unused = question.options[option].is_empty() || at + 1 == count;
            let next = &mut question.next[option];
            if unused {
                *next = Next::Following;
            } else if *next == Next::Question(count + 1) {
                // As the end is stored.
                *next = Next::End;
            }
        }
    }
    questions
}

fn check_text(at: usize, question: &Question, mistakes: &mut Vec<(Place, Mistake)>) {
    if question.text.is_empty() {
        mistakes.push((Place::Text(at), Mistake::TextMissing));
    } else if length(&question.text) > LONGEST_QUESTION {
        mistakes.push((Place::Text(at), Mistake::TextTooLong));
    }
}

fn check_options(at: usize, question: &Question, mistakes: &mut Vec<(Place, Mistake)>) {
    let Some(last) = question.options.iter().rposition(|option| !option.is_empty()) else {
        mistakes.push((Place::Options(at), Mistake::OptionsMissing));
        return;
    };
    for (option, text) in question.options.iter().enumerate() {
        if text.is_empty() && option < last {
            mistakes.push((Place::Option(at, option), Mistake::OptionGap));
        } else if length(text) > LONGEST_OPTION {
            mistakes.push((Place::Option(at, option), Mistake::OptionTooLong));
        }
    }
}

fn check_jumps(at: usize, question: &Question, count: usize, mistakes: &mut Vec<(Place, Mistake)>) {
    for (option, next) in question.next.iter().enumerate() {
        let Next::Question(target) = *next else { continue };
        if question.options[option].is_empty() {
            continue;
        }
        if target <= at + 1 {
            mistakes.push((Place::Jump(at, option), Mistake::JumpBackward));
        } else if target > count + 1 {
            mistakes.push((Place::Jump(at, option), Mistake::JumpTooFar));
        }
    }
}

/// How long a reader finds a text.
fn length(text: &str) -> usize {
    text.graphemes(true).count()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    fn choice(text: &str, options: &[&str], next: &[Next]) -> Question {
        let mut question = Question { text: text.to_owned(), ..Question::default() };
        for (at, option) in options.iter().enumerate() {
            question.options[at] = (*option).to_owned();
        }
        question.next[..next.len()].copy_from_slice(next);
        question
    }

    fn free(text: &str) -> Question {
        Question { text: text.to_owned(), kind: Kind::FreeText, ..Question::default() }
    }

    /// Questions, and what is wrong with them.
    type Case = (Vec<Question>, Vec<(Place, Mistake)>);

    #[test]
    fn each_rule_has_its_mistake_at_its_place() {
        use Next::{End, Following, Question as To};
        let last = || free("last");
        let cases: Vec<Case> = vec![
            (vec![], vec![(Place::Survey, Mistake::NoQuestions)]),
            (vec![free("q"); 10], vec![]),
            (vec![free("q"); 11], vec![(Place::Survey, Mistake::TooManyQuestions)]),
            (vec![free(" \n")], vec![(Place::Text(0), Mistake::TextMissing)]),
            (vec![free(&"क्षि".repeat(65))], vec![]),
            (vec![free(&"x".repeat(66))], vec![(Place::Text(0), Mistake::TextTooLong)]),
            (vec![choice("q", &[], &[])], vec![(Place::Options(0), Mistake::OptionsMissing)]),
            (vec![choice("q", &[" "], &[])], vec![(Place::Options(0), Mistake::OptionsMissing)]),
            (vec![choice("q", &["a"], &[])], vec![]),
            (
                vec![choice("q", &["a", "", "c"], &[])],
                vec![(Place::Option(0, 1), Mistake::OptionGap)],
            ),
            (
                vec![choice("q", &["", "", "c"], &[])],
                vec![
                    (Place::Option(0, 0), Mistake::OptionGap),
                    (Place::Option(0, 1), Mistake::OptionGap),
                ],
            ),
            (vec![choice("q", &[&"नि".repeat(20)], &[])], vec![]),
            (
                vec![choice("q", &["a", &"x".repeat(21)], &[])],
                vec![(Place::Option(0, 1), Mistake::OptionTooLong)],
            ),
            // Only forward.
            (vec![choice("q", &["a", "b"], &[To(2), End]), last()], vec![]),
            (
                vec![choice("q", &["a"], &[To(1)]), last()],
                vec![(Place::Jump(0, 0), Mistake::JumpBackward)],
            ),
            (
                vec![last(), choice("q", &["a", "b"], &[Following, To(1)]), last()],
                vec![(Place::Jump(1, 1), Mistake::JumpBackward)],
            ),
            // The number after the last is how the end is stored.
            (vec![choice("q", &["a"], &[To(3)]), last()], vec![]),
            (
                vec![choice("q", &["a"], &[To(4)]), last()],
                vec![(Place::Jump(0, 0), Mistake::JumpTooFar)],
            ),
            // An empty option leads nowhere, so it cannot lead astray.
            (vec![choice("q", &["a"], &[End, To(9)]), last()], vec![]),
        ];
        for (questions, expected) in cases {
            assert_eq!(check(&questions).err().unwrap_or_default(), expected, "{questions:?}");
        }
    }

    #[test]
    fn every_mistake_is_told_at_once() {
        let questions = vec![choice("", &["a", "", "c"], &[Next::Question(1)]), free("")];
        let mistakes = check(&questions).unwrap_err();
        assert_eq!(
            mistakes,
            [
                (Place::Text(0), Mistake::TextMissing),
                (Place::Option(0, 1), Mistake::OptionGap),
                (Place::Jump(0, 0), Mistake::JumpBackward),
                (Place::Text(1), Mistake::TextMissing),
            ]
        );
    }

    #[test]
    fn what_is_stored_is_tidy() {
        let mut free = free(" why? ");
        free.options[0] = "left over".to_owned();
        free.next[0] = Next::End;
        let stored = check(&[
            choice(" q ", &[" a ", "b"], &[Next::Question(3), Next::End, Next::Question(2)]),
            free,
        ])
        .unwrap();
        assert_eq!(stored[0].text, "q");
        assert_eq!(stored[0].options[0], "a");
        assert_eq!(stored[0].next[..3], [Next::End, Next::End, Next::Following]);
        assert_eq!(stored[1].text, "why?");
        assert_eq!(stored[1].filled(), 0);
        assert_eq!(stored[1].next, [Next::Following; 5]);
    }
}
