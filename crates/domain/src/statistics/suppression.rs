//! Which counts may be shown, and how exactly.
//!
//! A count of few people can name one of them to somebody who knows a little about her. Three
//! things keep that from happening. A count below the minimum is not shown, whether it is 0 or
//! 9. What is shown is rounded down, so that subtracting one count from another tells at best a
//! range. And where the counts beside it would still tell that a hidden count is not 0, one
//! more is hidden.

/// The rules; see the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The smallest count that is shown.
    pub minimum: u64,
    /// Counts are rounded down to a multiple of this; 1 leaves them as they are.
    pub rounding: u64,
}

/// A row of counts as it may be shown: `None` is a count that is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The counts, in the order given.
    pub cells: Vec<Option<u64>>,
    /// Their sum, which is not always that of the cells: those are rounded each.
    pub total: Option<u64>,
}

impl Rules {
    /// The same minimum without rounding, for counts that no filter applies to.
    #[must_use]
    pub fn exact(self) -> Rules {
        Rules { rounding: 1, ..self }
    }

    /// A count that stands alone.
    pub fn figure(&self, count: u64) -> Option<u64> {
        (count >= self.minimum).then(|| self.rounded(count))
    }

    /// A row of counts whose sum is shown with it.
    pub fn protect(&self, counts: &[u64]) -> Shown {
        self.protect_within(counts, &[])
    }

    /// A row of counts under a filter. `wider` are the same counts with a part of its conditions
    /// left out: where somebody could subtract this count from that one and be left with a
    /// few people, this one is hidden.
    pub fn protect_within(&self, counts: &[u64], wider: &[Vec<u64>]) -> Shown {
        let total: u64 = counts.iter().sum();
        let leaves_few = |count: u64, of: u64| {
            let rest = of.saturating_sub(count);
            rest > 0 && rest < self.minimum
        };
        let mut hidden: Vec<bool> = counts
            .iter()
            .enumerate()
            .map(|(at, &count)| {
                let rest_is_small =
                    wider.iter().any(|row| row.get(at).is_some_and(|&of| leaves_few(count, of)));
                count < self.minimum || rest_is_small
            })
            .collect();
        let total_is_shown =
            total >= self.minimum && !wider.iter().any(|row| leaves_few(total, row.iter().sum()));
        let mut shown_total = total_is_shown.then(|| self.rounded(total));
        if let Some(known) = shown_total
            && self.tells_of_some(counts, &hidden, known)
        {
            let smallest = (0..counts.len()).filter(|&at| !hidden[at]).min_by_key(|&at| counts[at]);
            match smallest {
                Some(at) => hidden[at] = true,
                None => shown_total = None,
            }
        }
        let cells = counts
            .iter()
            .zip(&hidden)
            .map(|(&count, &hidden)| (!hidden).then(|| self.rounded(count)))
            .collect();
        Shown { cells, total: shown_total }
    }

    /// Whether total and shown counts prove that a hidden one is not 0.
    fn tells_of_some(&self, counts: &[u64], hidden: &[bool], total: u64) -> bool {
        let small = |at: usize| hidden[at] && counts[at] < self.minimum;
        let all = 0..counts.len();
        // A hidden count of any size leaves room for the small ones to be 0.
        if !all.clone().any(small) || all.clone().any(|at| hidden[at] && !small(at)) {
            return false;
        }
        // Each shown count may be up to this much larger than it says.
        let slack = self.rounding.max(1) - 1;
        let explained: u64 = all
            .clone()
            .map(|at| if hidden[at] { 0 } else { self.rounded(counts[at]) + slack })
            .sum();
        let few: u64 = all.clone().filter(|&at| hidden[at]).map(|at| counts[at]).sum();
        let others = all.filter(|&at| hidden[at]).count() as u64 - 1;
        // Either one of them cannot be 0, or they are few together and cannot all be.
        total > explained + others * self.minimum.saturating_sub(1)
            || (few < self.minimum && total > explained)
    }

    fn rounded(&self, count: u64) -> u64 {
        count - count % self.rounding.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules { minimum: 10, rounding: 5 };

    #[test]
    fn small_counts_are_hidden_and_others_rounded_down() {
        type Case<'a> = (&'a [u64], &'a [Option<u64>], Option<u64>);
        let cases: [Case<'_>; 9] = [
            (&[], &[], None),
            (&[0, 0], &[None, None], None),
            (&[9], &[None], None),
            (&[10, 14], &[Some(10), Some(10)], Some(20)),
            // The parts may be 104 each, so for all that the total says, 3 may be 0.
            (&[103, 101, 3], &[Some(100), Some(100), None], Some(205)),
            // Here the total would say that there are at least 2 more.
            (&[104, 103, 3], &[Some(100), None, None], Some(210)),
            (&[100, 9], &[None, None], Some(105)),
            // All are small, and together they tell of each other.
            (&[9, 9], &[None, None], None),
            (&[300, 0, 0], &[Some(300), None, None], Some(300)),
        ];
        for (counts, cells, total) in cases {
            let shown = RULES.protect(counts);
            assert_eq!((shown.cells.as_slice(), shown.total), (cells, total), "{counts:?}");
        }
    }

    #[test]
    fn without_rounding_a_hidden_count_takes_another_with_it() {
        let rules = RULES.exact();
        assert_eq!(rules.protect(&[95, 3]).cells, [None, None]);
        assert_eq!(rules.protect(&[95, 3]).total, Some(98));
        assert_eq!(rules.protect(&[95, 40, 3]).cells, [Some(95), None, None]);
        assert_eq!(rules.protect(&[95, 3, 0]).cells, [None, None, None]);
        assert_eq!(rules.protect(&[95, 40, 0]).cells, [Some(95), Some(40), None]);
        assert_eq!(rules.protect(&[95, 40]).cells, [Some(95), Some(40)]);
    }

    #[test]
    fn what_is_left_of_a_wider_count_is_not_small() {
        let shown = RULES.protect_within(&[500, 50], &[vec![503, 80]]);
        assert_eq!(shown.cells, [None, Some(50)]);
        assert_eq!(shown.total, Some(550));
        let shown = RULES.protect_within(&[500, 50], &[vec![503, 50]]);
        assert_eq!((shown.cells, shown.total), (vec![None, Some(50)], None));
    }
}
