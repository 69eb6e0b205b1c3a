//! Answers to a survey, counted by who gave them.

use super::{AgeGroup, Gender, Location, Rules, Shown};

/// Whose answers to count. What is `None` makes no difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnswerFilter {
    /// Of this gender.
    pub gender: Option<Gender>,
    /// Living there.
    pub location: Option<Location>,
    /// Of this age when they answered.
    pub age: Option<AgeGroup>,
}

/// How many people who are alike gave an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Like {
    /// Their gender.
    pub gender: Gender,
    /// Where they live.
    pub location: Location,
    /// Their age when they answered.
    pub age: AgeGroup,
    /// Which of the answers, from 0.
    pub answer: usize,
    /// How many.
    pub people: u64,
}

impl AnswerFilter {
    /// Whether everybody counts.
    pub fn is_empty(&self) -> bool {
        *self == AnswerFilter::default()
    }

    /// This filter with every part of its conditions left out, once each.
    fn wider(&self) -> Vec<AnswerFilter> {
        let mut found: Vec<AnswerFilter> = Vec::new();
        for without in 1..8_u8 {
            let wider = AnswerFilter {
                gender: self.gender.filter(|_| without & 1 == 0),
                location: self.location.filter(|_| without & 2 == 0),
                age: self.age.filter(|_| without & 4 == 0),
            };
            if wider != *self && !found.contains(&wider) {
                found.push(wider);
            }
        }
        found
    }

    fn admits(&self, like: &Like) -> bool {
        self.gender.is_none_or(|gender| gender == like.gender)
            && self.location.is_none_or(|location| location == like.location)
            && self.age.is_none_or(|age| age == like.age)
    }
}

/// What may be shown of the answers to one question, of which there are `answers` kinds.
pub fn protect_answers(
    likes: &[Like],
    answers: usize,
    filter: &AnswerFilter,
    rules: &Rules,
) -> Shown {
    let count = |filter: &AnswerFilter| {
        let mut counts = vec![0; answers];
        for like in likes.iter().filter(|like| filter.admits(like)) {
            if let Some(cell) = counts.get_mut(like.answer) {
                *cell += like.people;
            }
        }
        counts
    };
    let wider: Vec<_> = filter.wider().iter().map(count).collect();
    rules.protect_within(&count(filter), &wider)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules { minimum: 10, rounding: 5 };

    #[test]
    fn a_filter_that_leaves_out_a_few_tells_nothing_of_them() {
        let like = |gender, answer, people| Like {
            gender,
            location: Location::Urban,
            age: AgeGroup::From12,
            answer,
            people,
        };
        let likes = [
            like(Gender::Female, 0, 60),
            like(Gender::Female, 1, 40),
            like(Gender::Male, 0, 3),
            like(Gender::Male, 1, 30),
        ];
        let of = |gender| {
            let filter = AnswerFilter { gender, ..AnswerFilter::default() };
            let shown = protect_answers(&likes, 2, &filter, &RULES);
            (shown.cells, shown.total)
        };
        assert_eq!(of(None), (vec![Some(60), Some(70)], Some(130)));
        assert_eq!(of(Some(Gender::Female)), (vec![None, Some(40)], Some(100)));
        assert_eq!(of(Some(Gender::Male)), (vec![None, Some(30)], Some(30)));
        assert_eq!(of(Some(Gender::Other)), (vec![None, None], None));
    }
}
