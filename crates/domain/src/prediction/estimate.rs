use super::norms::Norm;

/// How much less each length counts than the one after it.
const FADING: f64 = 0.9;

/// The weight of the expected length beside the latest length's 1, when the middle of
/// them is looked for: one odd length cannot become the middle, two that agree can.
const EXPECTED_WEIGHT: f64 = 1.5;

/// A length of more than so many times the middle is not one length: a period between
/// was not recorded.
const ONE_LENGTH: f64 = 1.6;

/// The next length in whole days, from known ones (oldest first), within `norm.usual`.
///
/// 1. The middle of the lengths is their weighted median, recent ones counting more and
///    the expected length counting as one of them.
/// 2. Lengths so long that a record must be missing are left out; the others are pulled
///    in to within `norm.regular` of the middle. So no single one moves the answer far.
/// 3. Their weighted average is her own figure. It is mixed with the expected length as
///    two measurements of her true average are, each counting by its precision: that of
///    the expected length is how much girls differ, that of her own figure follows from
///    the number of her lengths and how much they vary (an empirical Bayes estimate).
pub(super) fn estimate(lengths: &[f64], norm: &Norm) -> u32 {
    let latest_first = lengths.iter().rev().copied();
    let weighted: Vec<Weighted> = latest_first
        .zip(std::iter::successors(Some(1.0), |weight| Some(weight * FADING)))
        .map(|(length, weight)| Weighted { length, weight })
        .collect();
    let middle = middle(&weighted, norm.expected);
    let single: Vec<Weighted> = weighted
        .into_iter()
        .filter(|one| one.length <= ONE_LENGTH * middle)
        .map(|one| Weighted {
            length: one.length.clamp(middle - norm.regular, middle + norm.regular),
            ..one
        })
        .collect();
    let days =
        mixed_with_expected(&single, norm).clamp(*norm.usual.start(), *norm.usual.end()).round();
    // Clamped to two digits above.
    days as u32
}

#[derive(Clone, Copy)]
struct Weighted {
    length: f64,
    weight: f64,
}

/// The weighted median of the lengths and the expected one.
fn middle(lengths: &[Weighted], expected: f64) -> f64 {
    let mut sorted = lengths.to_vec();
    sorted.push(Weighted { length: expected, weight: EXPECTED_WEIGHT });
    sorted.sort_by(|one, other| one.length.total_cmp(&other.length));
    let half = total_weight(&sorted) / 2.0;
    let mut below = 0.0;
    for one in sorted {
        below += one.weight;
        if below >= half {
            return one.length;
        }
    }
    expected
}

/// The best guess at a girl's true average.
fn mixed_with_expected(lengths: &[Weighted], norm: &Norm) -> f64 {
    if lengths.is_empty() {
        return norm.expected;
    }
    let total = total_weight(lengths);
    let average = sum(lengths, |one| one.weight * one.length) / total;
    // As many equally weighted lengths would be as precise; at least 1.
    let count = total * total / sum(lengths, |one| one.weight * one.weight);
    let scatter = sum(lengths, |one| one.weight * (one.length - average).powi(2)) / total * count;
    // What is usual counts like one more observation of how much she varies.
    let variance = (norm.within_girl.powi(2) + scatter) / count;
    let uncertainty = variance / count;
    let trust = norm.between_girls.powi(2) / (norm.between_girls.powi(2) + uncertainty);
    norm.expected + trust * (average - norm.expected)
}

fn total_weight(lengths: &[Weighted]) -> f64 {
    sum(lengths, |one| one.weight)
}

fn sum(lengths: &[Weighted], term: impl Fn(&Weighted) -> f64) -> f64 {
    lengths.iter().map(term).sum()
}
