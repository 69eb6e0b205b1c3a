//! A question of a survey, and how its jumps are stored.

use serde_json::{Map, Value};
use uuid::Uuid;

/// Most options of a question.
pub const OPTIONS: usize = 5;

/// What a girl does with a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// She chooses one of the options. Stored as `is_multiple` true, which does not mean that
    /// she may choose several.
    #[default]
    Choice,
    /// She writes.
    FreeText,
}

/// Where an answer leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Next {
    /// To the question that follows, or to the end from the last one.
    #[default]
    Following,
    /// To the question with this number, counted from 1.
    Question(usize),
    /// To the end of the survey.
    End,
}

/// A question as an editor writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Its id, once it is stored.
    pub id: Option<Uuid>,
    /// What is asked.
    pub text: String,
    /// Choice or free text.
    pub kind: Kind,
    /// The options; the unused ones are empty.
    pub options: [String; OPTIONS],
    /// Where each option leads.
    pub next: [Next; OPTIONS],
}

impl Next {
    /// As a form says it: empty, a number, or `end`. None for anything else.
    pub fn from_form(text: &str) -> Option<Next> {
        match text.trim() {
            "" => Some(Next::Following),
            "end" => Some(Next::End),
            number => number.parse().ok().filter(|&number| number > 0).map(Next::Question),
        }
    }

    /// As [`Next::from_form`] reads it.
    pub fn to_form(self) -> String {
        match self {
            Next::Following => String::new(),
            Next::End => "end".to_owned(),
            Next::Question(number) => number.to_string(),
        }
    }
}

impl Question {
    /// How many options are filled.
    pub fn filled(&self) -> usize {
        self.options.iter().filter(|option| !option.is_empty()).count()
    }

    /// What a girl sees of it: two that are alike in this take the same answers.
    pub fn face(&self) -> (&str, Kind, &[String; OPTIONS]) {
        (&self.text, self.kind, &self.options)
    }
}

/// Reads the jumps of a stored `next_question` in a survey of `count` questions: an object of
/// texts, where empty is the following question and what lies past the last one is the end. What
/// cannot be read, old rows hold such, is the following question, as it is for the app.
pub fn read_jumps(stored: &str, count: usize) -> [Next; OPTIONS] {
    let members = serde_json::from_str(stored).unwrap_or(Value::Null);
    std::array::from_fn(|at| {
        let member = members.get(name(at));
        let number = match member {
            Some(Value::String(text)) => text.trim().parse().unwrap_or(0),
            Some(Value::Number(number)) => number.as_u64().unwrap_or(0),
            _ => 0,
        };
        match usize::try_from(number).unwrap_or(usize::MAX) {
            0 => Next::Following,
            number if number > count => Next::End,
            number => Next::Question(number),
        }
    })
}

/// The `next_question` of the question numbered `number` (from 1) of `count`, in the form of
/// the original's editor: five texts in the order of the options, which the app reads by
/// position. The last question leads nowhere, a free text to the following question whatever it
/// says. The end is the number after the last, which the app takes for finished.
pub fn write_jumps(question: &Question, number: usize, count: usize) -> String {
    let mut members = Map::new();
    for (at, next) in question.next.iter().enumerate() {
        let text = match (question.kind, next) {
            _ if number >= count => String::new(),
            (Kind::FreeText, _) => (number + 1).to_string(),
            (Kind::Choice, _) if question.options[at].is_empty() => String::new(),
            (Kind::Choice, Next::Following) => String::new(),
            (Kind::Choice, Next::Question(target)) => target.to_string(),
            (Kind::Choice, Next::End) => (count + 1).to_string(),
        };
        members.insert(name(at).to_owned(), Value::String(text));
    }
    Value::Object(members).to_string()
}

/// The name of an option's column.
pub fn name(option: usize) -> &'static str {
    ["option1", "option2", "option3", "option4", "option5"][option.min(OPTIONS - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(next: [Next; OPTIONS]) -> Question {
        Question {
            options: ["a", "b", "c", "d", "e"].map(str::to_owned),
            next,
            ..Question::default()
        }
    }

    #[test]
    fn jumps_are_read_whatever_is_stored() {
        use Next::{End, Following as F, Question as Q};
        let cases = [
            (
                r#"{"option1":"2","option2":"3","option3":"","option4":"","option5":""}"#,
                [Q(2), Q(3), F, F, F],
            ),
            (
                r#"{"option1":"4","option2":"99","option3":3,"option4":null}"#,
                [End, End, Q(3), F, F],
            ),
            (r#"{"option5":" 2 ","option1":"-1","option2":"x","option3":2.5}"#, [F, F, F, F, Q(2)]),
            ("{}", [F; 5]),
            ("[]", [F; 5]),
            ("null", [F; 5]),
            ("not JSON", [F; 5]),
            (r#"{"option1":"18446744073709551615"}"#, [End, F, F, F, F]),
        ];
        for (stored, expected) in cases {
            assert_eq!(read_jumps(stored, 3), expected, "{stored}");
        }
    }

    #[test]
    fn jumps_are_written_in_the_form_of_the_original() {
        use Next::{End, Following as F, Question as Q};
        let question = choice([Q(2), Q(3), End, F, F]);
        let stored = write_jumps(&question, 1, 3);
        assert_eq!(
            stored,
            r#"{"option1":"2","option2":"3","option3":"4","option4":"","option5":""}"#
        );
        assert_eq!(read_jumps(&stored, 3), question.next);
        // The last one leads nowhere.
        let none = r#"{"option1":"","option2":"","option3":"","option4":"","option5":""}"#;
        assert_eq!(write_jumps(&question, 3, 3), none);
        // What is written leads to the next question.
        let free = Question { kind: Kind::FreeText, ..Question::default() };
        let second = r#"{"option1":"2","option2":"2","option3":"2","option4":"2","option5":"2"}"#;
        assert_eq!(write_jumps(&free, 1, 3), second);
        assert_eq!(write_jumps(&free, 3, 3), none);
        // An unused option has no jump.
        let mut two = choice([End; 5]);
        two.options[1].clear();
        assert_eq!(
            write_jumps(&two, 1, 2),
            r#"{"option1":"3","option2":"","option3":"3","option4":"3","option5":"3"}"#
        );
    }

    #[test]
    fn forms_say_jumps_by_a_word_or_a_number() {
        for next in [Next::Following, Next::End, Next::Question(7)] {
            assert_eq!(Next::from_form(&next.to_form()), Some(next));
        }
        for text in ["0", "-1", "x", "2.5", "End"] {
            assert_eq!(Next::from_form(text), None, "{text}");
        }
    }
}
