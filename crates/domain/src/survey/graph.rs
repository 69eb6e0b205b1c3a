//! The ways through a survey.

use super::question::{Kind, Next, OPTIONS, Question};

/// One way out of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// The question it leaves, counted from 0.
    pub from: usize,
    /// The option it belongs to; None when whatever is answered leads there.
    pub option: Option<usize>,
    /// The question it leads to, counted from 0; None is the end.
    pub to: Option<usize>,
}

/// Every way, by question and option. What the rules refuse is drawn as it is meant, so that an
/// editor sees it; a jump past the last question is the end, as it is for the app.
pub fn ways(questions: &[Question]) -> Vec<Way> {
    let mut ways = Vec::new();
    for (from, question) in questions.iter().enumerate() {
        let following = (from + 1 < questions.len()).then_some(from + 1);
        if question.kind == Kind::FreeText || question.filled() == 0 {
            ways.push(Way { from, option: None, to: following });
            continue;
        }
        for option in (0..OPTIONS).filter(|&option| !question.options[option].trim().is_empty()) {
            let to = match question.next[option] {
                _ if from + 1 == questions.len() => None,
                Next::Following => following,
                Next::End => None,
                Next::Question(number) => (number <= questions.len()).then_some(number - 1),
            };
            ways.push(Way { from, option: Some(option), to });
        }
    }
    ways
}

/// The questions, counted from 0, that no way from the first one reaches.
pub fn unreachable(questions: &[Question]) -> Vec<usize> {
    let ways = ways(questions);
    let mut reached = vec![false; questions.len()];
    let mut open: Vec<usize> = (0..questions.len().min(1)).collect();
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut reached[at], true) {
            continue;
        }
        open.extend(ways.iter().filter(|way| way.from == at).filter_map(|way| way.to));
    }
    (0..questions.len()).filter(|&at| !reached[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(next: &[Next]) -> Question {
        let mut question = Question { text: "q".to_owned(), ..Question::default() };
        for (at, next) in next.iter().enumerate() {
            question.options[at] = format!("option {at}");
            question.next[at] = *next;
        }
        question
    }

    fn free() -> Question {
        Question { kind: Kind::FreeText, ..Question::default() }
    }

    #[test]
    fn questions_that_nobody_reaches() {
        use Next::{End, Following, Question as To};
        let cases: Vec<(Vec<Question>, Vec<usize>)> = vec![
            (vec![], vec![]),
            (vec![free(), free(), free()], vec![]),
            (vec![choice(&[Following, To(3)]), free(), free()], vec![]),
            (vec![choice(&[To(3), To(3)]), free(), free()], vec![1]),
            (vec![choice(&[End, End]), free(), free()], vec![1, 2]),
            (vec![choice(&[To(3)]), choice(&[To(4)]), choice(&[End]), free()], vec![1, 3]),
            // One that leads back, which the rules refuse, must not turn for ever.
            (vec![choice(&[To(1)]), free()], vec![1]),
            // Still without options: it leads on.
            (vec![Question::default(), free()], vec![]),
            (vec![choice(&[To(9)]), free()], vec![1]),
        ];
        for (questions, expected) in cases {
            assert_eq!(unreachable(&questions), expected, "{questions:?}");
        }
    }

    #[test]
    fn ways_go_by_option() {
        let questions =
            [choice(&[Next::Following, Next::End]), free(), choice(&[Next::Question(1)])];
        let ways: Vec<_> =
            ways(&questions).into_iter().map(|way| (way.from, way.option, way.to)).collect();
        assert_eq!(
            ways,
            [(0, Some(0), Some(1)), (0, Some(1), None), (1, None, Some(2)), (2, Some(0), None)]
        );
    }
}
