//! Charts, drawn on the server as SVG.
//!
//! Widths are in per cent and heights in pixels, so that a chart fits a phone and a wall without
//! scaling its text. Colours come from classes of the stylesheet; there is nothing inline, and
//! no script. The numbers are in the table beside each chart, so to a screen reader a chart is a
//! picture with a title and a description.

use std::fmt::Write;

use domain::language::Language;

use super::panel::grouped;

/// Something with a length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bar<'a> {
    /// What it is.
    pub(super) label: &'a str,
    /// How much, if that may be shown.
    pub(super) count: Option<u64>,
    /// Whether it has a colour of its own.
    pub(super) marked: bool,
}

/// Height of one bar with its label, in pixels.
const ROW: usize = 40;

/// Height of the area of a line, in pixels, without the labels below.
const AREA: f64 = 180.0;

/// Bars with a label above each; `hidden` is said of counts that are not shown. Empty where no
/// count is.
pub(super) fn bars(
    id: &str,
    title: &str,
    bars: &[Bar<'_>],
    language: Language,
    hidden: &str,
) -> String {
    let Some(most) = bars.iter().filter_map(|bar| bar.count).max().filter(|most| *most > 0) else {
        return String::new();
    };
    let height = bars.len() * ROW;
    let mut svg = begin(id, title, &description(bars, language, hidden), height);
    for (at, bar) in bars.iter().enumerate() {
        let top = at * ROW;
        let value = bar.count.map_or_else(|| hidden.to_owned(), |count| grouped(count, language));
        let class = if bar.marked { "chart-bar chart-bar-marked" } else { "chart-bar" };
        let muted = if bar.count.is_none() { " chart-muted" } else { "" };
        let _ = write!(
            svg,
            r#"<text class="chart-label" x="0" y="{label}">{name}</text><text class="chart-value{muted}" x="100%" y="{label}">{value}</text><rect class="chart-track" x="0" y="{y}" width="100%" height="10" rx="5"/>"#,
            label = top + 15,
            y = top + 22,
            name = escaped(bar.label),
            value = escaped(&value),
        );
        if let Some(count) = bar.count {
            let width = count as f64 * 100.0 / most as f64;
            let _ = write!(
                svg,
                r#"<rect class="{class}" x="0" y="{y}" width="{width:.2}%" height="10" rx="5"/>"#,
                y = top + 22,
            );
        }
    }
    svg.push_str("</svg>");
    svg
}

/// A line through points at equal distances. Where a count is not shown the line breaks off.
pub(super) fn line(
    id: &str,
    title: &str,
    points: &[Bar<'_>],
    language: Language,
    hidden: &str,
) -> String {
    let Some(most) = points.iter().filter_map(|bar| bar.count).max().filter(|most| *most > 0)
    else {
        return String::new();
    };
    let top = ceiling(most);
    let x = |at: usize| match points.len() {
        0 | 1 => 50.0,
        count => 1.0 + at as f64 * 98.0 / (count - 1) as f64,
    };
    let y = |count: u64| 16.0 + (AREA - 16.0) * (1.0 - count as f64 / top as f64);
    let mut svg = begin(id, title, &description(points, language, hidden), AREA as usize + 28);
    for part in [0, top / 2, top] {
        let _ = write!(
            svg,
            r#"<line class="chart-grid" x1="0" x2="100%" y1="{y:.1}" y2="{y:.1}"/><text class="chart-tick" x="0" y="{text:.1}">{value}</text>"#,
            y = y(part),
            text = y(part) - 4.0,
            value = grouped(part, language),
        );
    }
    for (at, pair) in points.windows(2).enumerate() {
        if let [Bar { count: Some(from), .. }, Bar { count: Some(to), .. }] = pair {
            let _ = write!(
                svg,
                r#"<line class="chart-line" x1="{:.2}%" y1="{:.1}" x2="{:.2}%" y2="{:.1}"/>"#,
                x(at),
                y(*from),
                x(at + 1),
                y(*to),
            );
        }
    }
    for (at, point) in points.iter().enumerate() {
        match point.count {
            Some(count) => {
                let _ = write!(
                    svg,
                    r#"<circle class="chart-dot" cx="{:.2}%" cy="{:.1}" r="4"><title>{}: {}</title></circle>"#,
                    x(at),
                    y(count),
                    escaped(point.label),
                    grouped(count, language)
                );
            }
            None => {
                let _ = write!(
                    svg,
                    r#"<circle class="chart-hidden" cx="{:.2}%" cy="{:.1}" r="3"><title>{}: {}</title></circle>"#,
                    x(at),
                    y(0),
                    escaped(point.label),
                    escaped(hidden)
                );
            }
        }
    }
    let ends = [("chart-tick", 0, "0"), ("chart-tick chart-end", points.len() - 1, "100%")];
    for (class, at, place) in ends.into_iter().take(points.len()) {
        let _ = write!(
            svg,
            r#"<text class="{class}" x="{place}" y="{}">{}</text>"#,
            AREA + 20.0,
            escaped(points[at].label)
        );
    }
    svg.push_str("</svg>");
    svg
}

/// A round number that is at least `most`: 1, 2 or 5 and zeros.
fn ceiling(most: u64) -> u64 {
    let mut step: u64 = 1;
    loop {
        for factor in [1, 2, 5] {
            match step.checked_mul(factor) {
                Some(round) if round >= most => return round.max(2),
                Some(_) => {}
                None => return u64::MAX,
            }
        }
        step = step.saturating_mul(10);
    }
}

fn begin(id: &str, title: &str, description: &str, height: usize) -> String {
    format!(
        r#"<svg class="chart" role="img" width="100%" height="{height}" aria-labelledby="{id}-chart {id}-words"><title id="{id}-chart">{}</title><desc id="{id}-words">{}</desc>"#,
        escaped(title),
        escaped(description),
    )
}

/// The largest few in words.
fn description(bars: &[Bar<'_>], language: Language, hidden: &str) -> String {
    let mut sorted: Vec<&Bar<'_>> = bars.iter().filter(|bar| bar.count.is_some()).collect();
    sorted.sort_by_key(|bar| std::cmp::Reverse(bar.count));
    let words: Vec<String> = sorted
        .iter()
        .take(3)
        .map(|bar| {
            let value =
                bar.count.map_or_else(|| hidden.to_owned(), |count| grouped(count, language));
            format!("{}: {value}", bar.label)
        })
        .collect();
    words.join("; ")
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // Nothing else has a meaning in XML; control characters have no place in it.
            character if character.is_control() => safe.push(' '),
            character => safe.push(character),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::{Bar, bars, ceiling, line};

    fn bar(label: &str, count: Option<u64>) -> Bar<'_> {
        Bar { label, count, marked: false }
    }

    #[test]
    fn nothing_to_show_draws_nothing() {
        assert_eq!(bars("a", "A", &[], Language::English, "few"), "");
        assert_eq!(bars("a", "A", &[bar("x", None)], Language::English, "few"), "");
        assert_eq!(line("a", "A", &[bar("x", None), bar("y", None)], Language::English, "few"), "");
    }

    #[test]
    fn texts_cannot_break_out_and_nothing_is_inline() {
        let hostile = bar("</text><script>alert(1)</script>\"&\u{1}", Some(10));
        for svg in [
            bars("a", "<b>", &[hostile, bar("y", None)], Language::Nepali, "< 10"),
            line("a", "<b>", &[hostile, bar("y", Some(20))], Language::Nepali, "< 10"),
        ] {
            assert!(!svg.contains("<script") && !svg.contains("style=") && !svg.contains('\u{1}'));
            assert!(svg.contains("&lt;b&gt;") && svg.contains("१०"), "{svg}");
        }
    }

    #[test]
    fn the_line_breaks_off_where_a_count_is_hidden() {
        let points = [bar("a", Some(10)), bar("b", Some(20)), bar("c", None), bar("d", Some(30))];
        let svg = line("a", "A", &points, Language::English, "few");
        assert_eq!(svg.matches("chart-line").count(), 1);
        assert_eq!(svg.matches("chart-dot").count(), 3);
        assert_eq!(svg.matches("chart-hidden").count(), 1);
        assert!(line("a", "A", &[bar("x", Some(12))], Language::English, "").contains("50.00%"));
    }

    #[test]
    fn the_scale_ends_at_a_round_number() {
        for (most, round) in
            [(1, 2), (2, 2), (3, 5), (10, 10), (11, 20), (999, 1_000), (1_001, 2_000)]
        {
            assert_eq!(ceiling(most), round);
        }
        assert_eq!(ceiling(u64::MAX), u64::MAX);
    }
}
