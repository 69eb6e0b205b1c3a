//! Which rows of two languages probably say the same thing.
//!
//! Nothing here knows what words mean. Rows give themselves away by their place under parents
//! that are paired already, by what is no text (an emoji, a video, a telephone number, the right
//! answer), by the numbers they mention and by words in Latin letters within Nepali text. A
//! person decides; this only saves looking.

use std::collections::{BTreeMap, BTreeSet};

use super::plain;

/// A row without a partner.
#[derive(Clone, Debug, Default)]
pub struct Candidate {
    /// Its key.
    pub id: String,
    /// The pair of the row it stands under; `None` where that has none, or there is no such row.
    pub parent: Option<String>,
    /// Its place among all rows under the same parent, from 0.
    pub place: usize,
    /// How many rows there are under the same parent.
    pub siblings: usize,
    /// Its emoji; empty where the kind has none.
    pub emoji: String,
    /// What only the same item has: videos, telephone numbers, addresses of pages, audio.
    pub marks: Vec<String>,
    /// What many items have, such as the right answer, an age restriction, a province.
    pub traits: Vec<String>,
    /// All its texts.
    pub text: String,
}

/// How candidates of a kind are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Whether rows stand under others, and only those under one pair can belong together.
    pub under_parents: bool,
    /// Whether editors decide the order of the rows, so that it means something.
    pub ordered: bool,
}

/// Why two rows are proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The same emoji.
    Emoji,
    /// The same video, telephone number, address or audio.
    Mark,
    /// The same place under the same parent.
    PlaceInParent,
    /// The same place in the order.
    Place,
    /// The same numbers in the text.
    Numbers,
    /// Words in Latin letters that both have.
    Words,
    /// The same right answer, age, place and other settings.
    Traits,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Reason; 7] = [
        Reason::Emoji,
        Reason::Mark,
        Reason::PlaceInParent,
        Reason::Place,
        Reason::Numbers,
        Reason::Words,
        Reason::Traits,
    ];

    /// The word for it in JSON and in keys of texts.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Emoji => "emoji",
            Reason::Mark => "mark",
            Reason::PlaceInParent => "place-in-parent",
            Reason::Place => "place",
            Reason::Numbers => "numbers",
            Reason::Words => "words",
            Reason::Traits => "traits",
        }
    }
}

/// How sure a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Somebody should look.
    Guess,
    /// Probably right.
    Likely,
    /// Several signs agree, and no other row comes near.
    Sure,
}

impl Confidence {
    /// The word for it in JSON and in keys of texts.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Guess => "guess",
            Confidence::Likely => "likely",
            Confidence::Sure => "sure",
        }
    }
}

/// Two rows that probably belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Position in the first list.
    pub one: usize,
    /// Position in the second.
    pub other: usize,
    /// Why.
    pub reasons: Vec<Reason>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// The least that is worth showing.
const WORTH_A_LOOK: i32 = 20;

/// What [`propose`] knows of a row.
struct Seen<'a> {
    row: &'a Candidate,
    numbers: BTreeSet<String>,
    words: BTreeSet<String>,
}

/// Proposes pairs, each row at most once, the surest first.
pub fn propose(comparison: Comparison, ones: &[Candidate], others: &[Candidate]) -> Vec<Proposal> {
    let ones: Vec<Seen<'_>> = ones.iter().map(Seen::of).collect();
    let others: Vec<Seen<'_>> = others.iter().map(Seen::of).collect();
    // Whoever stands under parents is compared with those under the same pair only.
    let mut by_parent: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for (at, other) in others.iter().enumerate() {
        by_parent.entry(other.parent(comparison)).or_default().push(at);
    }
    let mut scored: Vec<(i32, usize, usize, Vec<Reason>)> = Vec::new();
    for (at, one) in ones.iter().enumerate() {
        let parent = one.parent(comparison);
        if comparison.under_parents && parent.is_none() {
            continue;
        }
        for &with in by_parent.get(&parent).map_or(&[][..], Vec::as_slice) {
            let (score, reasons) = compare(comparison, one, &others[with]);
            if score >= WORTH_A_LOOK {
                scored.push((score, at, with, reasons));
            }
        }
    }
    scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    choose(&scored)
}

fn choose(scored: &[(i32, usize, usize, Vec<Reason>)]) -> Vec<Proposal> {
    let (mut ones, mut others) = (BTreeSet::new(), BTreeSet::new());
    // The best score of each row with somebody else than its partner.
    let mut best: BTreeMap<(bool, usize), Vec<(i32, usize)>> = BTreeMap::new();
    for (score, one, other, _) in scored {
        best.entry((true, *one)).or_default().push((*score, *other));
        best.entry((false, *other)).or_default().push((*score, *one));
    }
    let rival = |side: bool, row: usize, partner: usize| {
        let known = best.get(&(side, row)).map_or(&[][..], Vec::as_slice);
        known.iter().find(|(_, with)| *with != partner).map_or(0, |(score, _)| *score)
    };
    let mut proposals = Vec::new();
    for (score, one, other, reasons) in scored {
        if ones.contains(one) || others.contains(other) {
            continue;
        }
        ones.insert(*one);
        others.insert(*other);
        let lead = score - rival(true, *one, *other).max(rival(false, *other, *one));
        let confidence = match (score, lead) {
            (70.., 15..) => Confidence::Sure,
            (40.., 5..) | (70.., _) => Confidence::Likely,
            _ => Confidence::Guess,
        };
        proposals.push(Proposal { one: *one, other: *other, reasons: reasons.clone(), confidence });
    }
    proposals.sort_by_key(|proposal| std::cmp::Reverse(proposal.confidence));
    proposals
}

impl<'a> Seen<'a> {
    fn of(row: &'a Candidate) -> Seen<'a> {
        let text = plain(&row.text);
        Seen { row, numbers: numbers(&text), words: words(&text) }
    }

    fn parent(&self, comparison: Comparison) -> Option<&'a str> {
        self.row.parent.as_deref().filter(|_| comparison.under_parents)
    }
}

fn compare(comparison: Comparison, one: &Seen<'_>, other: &Seen<'_>) -> (i32, Vec<Reason>) {
    let (a, b) = (one.row, other.row);
    let mut score = 0;
    let mut reasons = Vec::new();
    let mut add = |points: i32, reason: Reason| {
        score += points;
        reasons.push(reason);
    };
    if !a.emoji.is_empty() && a.emoji == b.emoji {
        add(60, Reason::Emoji);
    }
    if a.marks.iter().any(|mark| b.marks.contains(mark)) {
        add(60, Reason::Mark);
    }
    if a.place == b.place {
        match (comparison.under_parents, a.siblings == b.siblings) {
            (true, true) => add(45, Reason::PlaceInParent),
            (true, false) => add(20, Reason::PlaceInParent),
            (false, true) => add(if comparison.ordered { 35 } else { 25 }, Reason::Place),
            (false, false) => add(10, Reason::Place),
        }
    }
    let points = shared(&one.numbers, &other.numbers, 30);
    if points >= 15 {
        add(points, Reason::Numbers);
    }
    // All Latin words of the text that is not written in Latin letters should be in the other.
    let fewer = one.words.len().min(other.words.len());
    let common = one.words.intersection(&other.words).count();
    if fewer > 0 && common * 2 > fewer {
        add(20 + 2 * small(common.min(5)), Reason::Words);
    }
    if !a.traits.is_empty() {
        let same = a.traits.iter().zip(&b.traits).filter(|(a, b)| a == b).count();
        let unlike = a.traits.len().max(b.traits.len()) - same;
        score -= 15 * small(unlike);
        if unlike == 0 && a.traits.iter().any(|held| !matches!(held.as_str(), "" | "0" | "false")) {
            score += 15;
            reasons.push(Reason::Traits);
        }
    }
    (score, reasons)
}

/// So many of `most` points as two sets have in common.
fn shared(one: &BTreeSet<String>, other: &BTreeSet<String>, most: i32) -> i32 {
    let all = one.union(other).count();
    let common = one.intersection(other).count();
    if all == 0 { 0 } else { most * small(common) / small(all) }
}

fn small(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The numbers of a text, in Latin digits.
fn numbers(text: &str) -> BTreeSet<String> {
    text.split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words in Latin letters of at least three of them, in lower case.
fn words(text: &str) -> BTreeSet<String> {
    text.split(|letter: char| !letter.is_ascii_alphabetic())
        .filter(|part| part.len() > 2)
        .map(str::to_ascii_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Candidate, Comparison, Confidence, Proposal, Reason, propose};

    const ARTICLES: Comparison = Comparison { under_parents: true, ordered: true };
    const LOOSE: Comparison = Comparison { under_parents: false, ordered: false };

    fn row(id: &str, parent: Option<&str>, place: usize, text: &str) -> Candidate {
        Candidate {
            id: id.to_owned(),
            parent: parent.map(str::to_owned),
            place,
            siblings: 2,
            text: text.to_owned(),
            ..Candidate::default()
        }
    }

    fn found(proposals: &[Proposal]) -> Vec<(usize, usize, Confidence)> {
        proposals.iter().map(|found| (found.one, found.other, found.confidence)).collect()
    }

    #[test]
    fn articles_pair_within_their_subcategory() {
        let english = [
            row("a", Some("p"), 0, "Periods last 2 to 7 days"),
            row("b", Some("p"), 1, "Wash your hands"),
            row("c", Some("q"), 0, "Elsewhere"),
            row("d", None, 0, "Nowhere, 2 to 7"),
        ];
        let nepali = [
            row("x", Some("p"), 1, "हात धोऊ"),
            row("y", Some("p"), 0, "महिनावारी २ देखि ७ दिन"),
            row("z", None, 0, "२, ७"),
        ];
        let proposals = propose(ARTICLES, &english, &nepali);
        assert_eq!(
            found(&proposals),
            [(0, 1, Confidence::Sure), (1, 0, Confidence::Likely)],
            "{proposals:?}"
        );
        assert_eq!(proposals[0].reasons, [Reason::PlaceInParent, Reason::Numbers]);
    }

    #[test]
    fn what_only_one_item_has_tells() {
        let with = |mark: &str, place: usize| Candidate {
            marks: vec![mark.to_owned()],
            place,
            siblings: 3,
            ..Candidate::default()
        };
        let proposals = propose(LOOSE, &[with("1098", 0), with("100", 1)], &[with("100", 0)]);
        assert_eq!(found(&proposals), [(1, 0, Confidence::Likely)]);
        let emoji = |emoji: &str, place: usize| Candidate {
            emoji: emoji.to_owned(),
            place,
            siblings: 2,
            ..Candidate::default()
        };
        let proposals =
            propose(LOOSE, &[emoji("🩸", 0), emoji("🌱", 1)], &[emoji("🌱", 1), emoji("🩸", 0)]);
        assert_eq!(
            found(&proposals),
            [(0, 1, Confidence::Sure), (1, 0, Confidence::Sure)],
            "{proposals:?}"
        );
    }

    #[test]
    fn another_right_answer_speaks_against() {
        let quiz = |answer: &str, text: &str| Candidate {
            traits: vec![answer.to_owned(), "0".to_owned()],
            text: text.to_owned(),
            siblings: 9,
            ..Candidate::default()
        };
        let one = [quiz("1", "HIV: 28 days")];
        assert_eq!(propose(LOOSE, &one, &[quiz("1", "HIV २८ दिन")]).len(), 1);
        let weak = propose(LOOSE, &one, &[Candidate { place: 5, ..quiz("2", "२८ दिन") }]);
        assert!(weak.is_empty(), "{weak:?}");
        assert!(propose(LOOSE, &[], &one).is_empty());
    }
}
