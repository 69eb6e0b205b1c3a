//! How a page shows where answers lead: the choices of a jump, and a drawing of all of them.

use domain::survey::graph::{self, Way};
use domain::survey::question::{Next, Question};

use crate::pages::Frame;

/// One choice of where an option leads.
pub(super) struct JumpChoice {
    pub value: String,
    pub label: String,
    pub is_chosen: bool,
}

/// Longest part of a question in a choice, in characters.
const SHORT: usize = 36;

/// Where `option` of the question at `at` can lead: on, to a later question, to the end. A
/// stored jump that is none of these is there too, so that nothing changes unseen.
pub(super) fn choices(
    frame: &Frame,
    questions: &[Question],
    at: usize,
    option: usize,
) -> Vec<JumpChoice> {
    let chosen = questions[at].next[option];
    let named = |number: usize| {
        let text = questions.get(number - 1).map_or("", |question| &question.text);
        format!("{}. {}", frame.number(&number), shortened(text))
    };
    let mut choices = vec![(Next::Following, frame.t("surveys-jump-following").into_owned())];
    for number in at + 2..=questions.len() {
        choices.push((Next::Question(number), named(number)));
    }
    choices.push((Next::End, frame.t("surveys-jump-end").into_owned()));
    if !choices.iter().any(|(next, _)| *next == chosen)
        && let Next::Question(number) = chosen
    {
        choices.push((chosen, named(number.min(questions.len() + 1))));
    }
    choices
        .into_iter()
        .map(|(next, label)| JumpChoice { value: next.to_form(), label, is_chosen: next == chosen })
        .collect()
}

/// A survey drawn: its questions from top to bottom, and beside them where answers lead.
pub(super) struct Graph {
    pub nodes: Vec<Node>,
    pub arrows: Vec<Arrow>,
    /// Size of the drawing in pixels.
    pub width: usize,
    pub height: usize,
    /// Where the box of the end begins.
    pub end_y: usize,
    /// Numbers of the questions that nobody is ever asked, as people read them.
    pub unreachable: Vec<String>,
}

/// A question of the drawing.
pub(super) struct Node {
    pub number: String,
    pub text: String,
    pub is_unreachable: bool,
    /// Where its box begins.
    pub y: usize,
    /// Its ways out, in words: the answer, and where it leads.
    pub ways: Vec<(String, String)>,
}

/// An arrow: the path of an SVG, and whether it leads backwards, which the rules refuse.
pub(super) struct Arrow {
    pub path: String,
    /// Its head.
    pub tip: String,
    pub is_backward: bool,
}

/// Height of a row, and of the box in it.
const ROW: usize = 48;
const BOX: usize = 32;

/// Width of the boxes, from the left edge of the drawing.
const BOX_WIDTH: usize = 40;

/// Distance between arrows that pass each other.
const LANE: usize = 12;

impl Graph {
    pub(super) fn of(frame: &Frame, questions: &[Question]) -> Graph {
        let ways = graph::ways(questions);
        let unreachable = graph::unreachable(questions);
        let number = |at: usize| frame.number(&(at + 1));
        let leads_to = |to: Option<usize>| match to {
            Some(to) => number(to),
            None => frame.t("surveys-jump-end").into_owned(),
        };
        let in_words = |way: &Way| {
            let answer = match way.option {
                Some(option) => questions[way.from].options[option].trim().to_owned(),
                None => frame.t("surveys-any-answer").into_owned(),
            };
            (answer, leads_to(way.to))
        };
        let nodes = questions.iter().enumerate().map(|(at, question)| Node {
            number: number(at),
            text: shortened(&question.text),
            is_unreachable: unreachable.contains(&at),
            y: at * ROW,
            ways: ways.iter().filter(|way| way.from == at).map(in_words).collect(),
        });
        let (arrows, lanes) = arrows(&ways, questions.len());
        Graph {
            nodes: nodes.collect(),
            arrows,
            width: BOX_WIDTH + 24 + lanes * LANE,
            height: questions.len() * ROW + BOX + 2,
            end_y: questions.len() * ROW,
            unreachable: unreachable.into_iter().map(number).collect(),
        }
    }
}

/// The arrows, each pair of questions once, and how many lanes they take. An arrow to the next
/// box goes straight down; the others go round on the right, the longer the farther out.
fn arrows(ways: &[Way], count: usize) -> (Vec<Arrow>, usize) {
    let mut pairs: Vec<(usize, usize)> =
        ways.iter().map(|way| (way.from, way.to.unwrap_or(count))).collect();
    pairs.sort_by_key(|&(from, to)| (from.abs_diff(to), from));
    pairs.dedup();
    let mut lanes: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut arrows = Vec::new();
    for (from, to) in pairs {
        let middle = BOX_WIDTH / 2;
        if to == from + 1 {
            let (start, end) = (from * ROW + BOX, to * ROW - 2);
            arrows.push(Arrow {
                path: format!("M{middle} {start}V{}", end - 5),
                tip: format!("M{middle} {end}l-4 -6h8z"),
                is_backward: false,
            });
            continue;
        }
        let span = (from.min(to), from.max(to));
        let crosses = |other: &(usize, usize)| span.0 < other.1 && other.0 < span.1;
        let lane = lanes.iter().position(|taken| !taken.iter().any(crosses));
        let lane = lane.unwrap_or(lanes.len());
        if lane == lanes.len() {
            lanes.push(Vec::new());
        }
        lanes[lane].push(span);
        let x = BOX_WIDTH + (lane + 1) * LANE + 4;
        let (start, end) = (from * ROW + 22, to * ROW + 10);
        let path = if to > from {
            format!(
                "M{BOX_WIDTH} {start}H{bend}Q{x} {start} {x} {down}V{up}Q{x} {end} {bend} {end}H{tip}",
                bend = x - 6,
                down = start + 6,
                up = end - 6,
                tip = BOX_WIDTH + 7,
            )
        } else {
            format!("M{BOX_WIDTH} {start}H{x}V{end}H{tip}", tip = BOX_WIDTH + 7)
        };
        let tip = format!("M{} {end}l6 -4v8z", BOX_WIDTH + 2);
        arrows.push(Arrow { path, tip, is_backward: to <= from });
    }
    (arrows, lanes.len())
}

/// The beginning of a text, in one line.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHORT {
        return line;
    }
    let mut short: String = line.chars().take(SHORT).collect();
    // Not between a letter and its sign.
    while short.chars().last().is_some_and(|last| !last.is_alphanumeric() && last != ' ') {
        short.pop();
    }
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_that_pass_each_other_have_lanes_of_their_own() {
        let way = |from, to| Way { from, option: None, to };
        let ways = [
            way(0, Some(1)),
            way(0, Some(2)),
            way(1, Some(3)),
            way(2, None),
            way(2, None),
            way(1, Some(0)),
        ];
        let (arrows, lanes) = arrows(&ways, 4);
        assert_eq!(arrows.len(), 5);
        // 1→0 and then 1→3 in the inner lane, 0→2 and then 2→end in the outer one.
        assert_eq!(lanes, 2);
        assert_eq!(arrows.iter().filter(|arrow| arrow.is_backward).count(), 1);
    }

    #[test]
    fn long_questions_are_cut() {
        assert_eq!(shortened(" a\n b "), "a b");
        let long = shortened(&"word ".repeat(20));
        assert!(long.ends_with('…') && long.chars().count() <= SHORT + 1, "{long}");
    }
}
