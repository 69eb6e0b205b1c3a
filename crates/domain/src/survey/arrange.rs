//! Adding, removing and moving questions, so that jumps go on leading to the questions they
//! were meant for.

use super::question::{Next, Question};
use super::rules::MOST_QUESTIONS;

/// Puts an empty question at place `at` (counted from 0), if there is room for one.
pub fn insert(questions: &mut Vec<Question>, at: usize) {
    if questions.len() >= MOST_QUESTIONS {
        return;
    }
    let at = at.min(questions.len());
    for next in questions.iter_mut().flat_map(|question| &mut question.next) {
        if let Next::Question(number) = next
            && *number > at
        {
            *number += 1;
        }
    }
    questions.insert(at, Question::default());
}

/// Takes the question at `at` out and gives it back. Jumps to it become jumps to what follows
/// their own question.
pub fn remove(questions: &mut Vec<Question>, at: usize) -> Option<Question> {
    if at >= questions.len() {
        return None;
    }
    let order: Vec<usize> = (0..questions.len()).filter(|&place| place != at).collect();
    let removed = questions[at].clone();
    put_in_order(questions, &order);
    Some(removed)
}

/// Swaps the question at `at` with the one before it.
pub fn move_up(questions: &mut Vec<Question>, at: usize) {
    if at > 0 && at < questions.len() {
        let mut order: Vec<usize> = (0..questions.len()).collect();
        order.swap(at, at - 1);
        put_in_order(questions, &order);
    }
}

/// Brings the questions into `order`, which names their present places. Places that are named
/// twice or not there are passed over; questions that are not named go. A jump that leads
/// backwards afterwards stays, for the editor to decide: the rules refuse it.
pub fn put_in_order(questions: &mut Vec<Question>, order: &[usize]) {
    let mut kept: Vec<usize> = Vec::new();
    for &place in order {
        if place < questions.len() && !kept.contains(&place) {
            kept.push(place);
        }
    }
    let moved = |number: usize| kept.iter().position(|&place| place + 1 == number).map(|to| to + 1);
    let count = questions.len();
    let arranged = kept
        .iter()
        .map(|&place| {
            let mut question = questions[place].clone();
            for next in &mut question.next {
                if let Next::Question(number) = *next {
                    *next = match moved(number) {
                        Some(number) => Next::Question(number),
                        None if number > count => Next::End,
                        None => Next::Following,
                    };
                }
            }
            question
        })
        .collect();
    *questions = arranged;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Questions named by letters; a jump is named by the letter it leads to.
    fn survey(described: &[(&str, &str)]) -> Vec<Question> {
        let number = |text: &str| described.iter().position(|(name, _)| *name == text);
        described
            .iter()
            .map(|(name, next)| {
                let mut question = Question { text: (*name).to_owned(), ..Question::default() };
                question.next[0] = match *next {
                    "" => Next::Following,
                    "end" => Next::End,
                    next => number(next).map_or(Next::Question(99), |at| Next::Question(at + 1)),
                };
                question
            })
            .collect()
    }

    fn described(questions: &[Question]) -> Vec<(String, String)> {
        let next = |question: &Question| match question.next[0] {
            Next::Following => String::new(),
            Next::End => "end".to_owned(),
            Next::Question(number) => {
                questions.get(number - 1).map_or("?", |question| &question.text).to_owned()
            }
        };
        questions.iter().map(|question| (question.text.clone(), next(question))).collect()
    }

    fn expect(questions: &[Question], expected: &[(&str, &str)]) {
        let expected: Vec<_> =
            expected.iter().map(|(name, next)| ((*name).to_owned(), (*next).to_owned())).collect();
        assert_eq!(described(questions), expected);
    }

    const SURVEY: [(&str, &str); 4] = [("a", "c"), ("b", "d"), ("c", "end"), ("d", "")];

    #[test]
    fn jumps_follow_their_questions() {
        let mut questions = survey(&SURVEY);
        insert(&mut questions, 1);
        questions[1].text = "new".to_owned();
        expect(&questions, &[("a", "c"), ("new", ""), ("b", "d"), ("c", "end"), ("d", "")]);

        let mut questions = survey(&SURVEY);
        assert_eq!(remove(&mut questions, 2).map(|question| question.text).as_deref(), Some("c"));
        expect(&questions, &[("a", ""), ("b", "d"), ("d", "")]);

        let mut questions = survey(&SURVEY);
        move_up(&mut questions, 2);
        expect(&questions, &[("a", "c"), ("c", "end"), ("b", "d"), ("d", "")]);
        move_up(&mut questions, 0);
        move_up(&mut questions, 9);
        expect(&questions, &[("a", "c"), ("c", "end"), ("b", "d"), ("d", "")]);

        let mut questions = survey(&SURVEY);
        put_in_order(&mut questions, &[3, 0, 0, 17, 2, 1]);
        expect(&questions, &[("d", ""), ("a", "c"), ("c", "end"), ("b", "d")]);
        assert_eq!(remove(&mut questions, 4), None);
    }

    #[test]
    fn there_is_room_for_ten() {
        let mut questions = vec![Question::default(); 9];
        insert(&mut questions, 99);
        assert_eq!(questions.len(), 10);
        insert(&mut questions, 0);
        assert_eq!(questions.len(), 10);
    }
}
