//! How much two words are alike: by the groups of three letters that they share, and by the
//! number of slips of the pen between them.

use std::collections::{HashMap, HashSet};

/// From here on a word counts as another one, misspelled.
pub const ENOUGH: f32 = 0.5;

/// The words that somebody asked for, and how much each word of the texts looked through so far
/// is like them: texts about one subject are written with few different words.
pub struct Likeness<'text> {
    asked: Vec<String>,
    known: HashMap<&'text str, Vec<f32>>,
}

impl<'text> Likeness<'text> {
    /// Asks for words, which come by their sound, see [`super::fold`].
    pub fn to(asked: Vec<String>) -> Self {
        Self { asked, known: HashMap::new() }
    }

    /// How much the words are found again in a text, from 0 to 1: the mean of how much each of
    /// them is like the word that is most like it. 0 where one of them is like none.
    pub fn of(&mut self, text: &'text str) -> f32 {
        let mut best = vec![0.0; self.asked.len()];
        for word in text.split(' ') {
            let asked = &self.asked;
            let known = self
                .known
                .entry(word)
                .or_insert_with(|| asked.iter().map(|asked| alike(asked, word)).collect());
            for (best, known) in best.iter_mut().zip(known) {
                *best = known.max(*best);
            }
        }
        if best.is_empty() || best.iter().any(|best| *best < ENOUGH) {
            return 0.0;
        }
        best.iter().sum::<f32>() / f32::from(u16::try_from(best.len()).unwrap_or(u16::MAX))
    }
}

/// How much two words are alike, from 0 to 1.
pub fn alike(one: &str, other: &str) -> f32 {
    if one == other {
        return 1.0;
    }
    let (first, second): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (shorter, longer) =
        if first.len() <= second.len() { (&first, &second) } else { (&second, &first) };
    // Words that differ this much in length are not each other's misspelling; a beginning of at
    // least four letters is one.
    if longer.len() > shorter.len() + 2 {
        let begins = first.len() < second.len() && first.len() >= 4 && second.starts_with(&first);
        return if begins { 0.7 } else { 0.0 };
    }
    let allowed = if shorter.len() >= 8 { 2 } else { usize::from(shorter.len() >= 4) };
    if allowed > 0 && first[0] == second[0] {
        let slips = slips(&first, &second);
        if slips <= allowed {
            return 1.0 - ratio(slips, longer.len());
        }
    }
    let (threes, others) = (threes(&first), threes(&second));
    let shared = threes.intersection(&others).count();
    ratio(shared, threes.len() + others.len() - shared)
}

fn ratio(part: usize, whole: usize) -> f32 {
    let short = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
    short(part) / short(whole.max(1))
}

/// The groups of three letters, with two blanks before the word and one after it.
fn threes(word: &[char]) -> HashSet<[char; 3]> {
    let mut padded = vec![' ', ' '];
    padded.extend(word);
    padded.push(' ');
    padded.windows(3).map(|three| [three[0], three[1], three[2]]).collect()
}

/// Letters that are missing, too many, wrong, or exchanged with their neighbour.
fn slips(one: &[char], other: &[char]) -> usize {
    let width = other.len() + 1;
    let mut rows = vec![0; (one.len() + 1) * width];
    for (at, cell) in rows.iter_mut().take(width).enumerate() {
        *cell = at;
    }
    for a in 1..=one.len() {
        rows[a * width] = a;
        for b in 1..=other.len() {
            let wrong = usize::from(one[a - 1] != other[b - 1]);
            let mut best = (rows[(a - 1) * width + b] + 1)
                .min(rows[a * width + b - 1] + 1)
                .min(rows[(a - 1) * width + b - 1] + wrong);
            if a > 1 && b > 1 && one[a - 1] == other[b - 2] && one[a - 2] == other[b - 1] {
                best = best.min(rows[(a - 2) * width + b - 2] + 1);
            }
            rows[a * width + b] = best;
        }
    }
    rows.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    fn words(text: &str) -> Vec<String> {
        super::super::folded_words(text)
    }

    #[test]
    fn slips_of_the_pen_are_found() {
        for (written, meant) in [
            ("menstuation", "menstruation"),
            ("preiod", "period"),
            ("menstral cup", "A menstrual cup is soft"),
            ("महनावारी", "पहिलो महिनावारी"),
            ("mahinawari", "महिनावारी कति दिन रहन्छ?"),
            ("swasthya", "स्वास्थ्य चौकी"),
            ("hygeine", "hygiene"),
            ("menst", "menstruation"),
        ] {
            let text = fold(meant);
            let found = Likeness::to(words(written)).of(&text);
            assert!(found >= ENOUGH, "{written} {meant}: {found}");
        }
        for (written, other) in [
            ("period", "pads and cups"),
            ("cup", "cap tap"),
            ("महिनावारी", "पोषण"),
            ("period cramps", "period"),
            ("", "period"),
        ] {
            let text = fold(other);
            let found = Likeness::to(words(written)).of(&text);
            assert!(found < ENOUGH, "{written} {other}: {found}");
        }
    }
}
