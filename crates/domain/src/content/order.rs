//! What a new order changes.

use std::collections::HashMap;

/// One row that went somewhere else: where it stood and where it stands, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move<'a> {
    /// The row.
    pub id: &'a str,
    /// Its place before.
    pub from: usize,
    /// Its place now.
    pub to: usize,
}

/// The fewest rows whose moving makes `before` into `after`: those that are passed over when one
/// row is dragged a long way have not moved. Rows that only one of the two has are left out.
pub fn moves<'a>(before: &'a [String], after: &'a [String]) -> Vec<Move<'a>> {
    let place: HashMap<&str, usize> =
        before.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
    let placed: Vec<Move<'a>> = after
        .iter()
        .enumerate()
        .filter_map(|(to, id)| place.get(id.as_str()).map(|from| Move { id, from: *from, to }))
        .collect();
    let stays = longest_rise(&placed);
    placed.into_iter().zip(stays).filter(|(_, stays)| !stays).map(|(moved, _)| moved).collect()
}

/// Marks the most rows that are still in their old order among themselves.
fn longest_rise(placed: &[Move<'_>]) -> Vec<bool> {
    // `ends[n]` is the row with the smallest old place on which a rise of n + 1 rows ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous = vec![None; placed.len()];
    for (at, row) in placed.iter().enumerate() {
        let length = ends.partition_point(|end| placed[*end].from < row.from);
        previous[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut stays = vec![false; placed.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        stays[at] = true;
        next = previous[at];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::moves;

    #[test]
    fn only_what_was_dragged_has_moved() {
        // Each move is a letter with its places.
        let cases = [
            ("abcde", "abcde", ""),
            ("abcde", "eabcd", "e4-0"),
            ("abcde", "bcdea", "a0-4"),
            ("abcde", "acbde", "c2-1"),
            ("abc", "cba", "c2-0 b1-1"),
            ("abx", "yba", "b1-1"),
        ];
        let ids = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        for (before, after, expected) in cases {
            let (before, after) = (ids(before), ids(after));
            let found: Vec<String> = moves(&before, &after)
                .into_iter()
                .map(|moved| format!("{}{}-{}", moved.id, moved.from, moved.to))
                .collect();
            let found = found.join(" ");
            assert_eq!(found, expected, "{before:?} {after:?}");
        }
    }
}
