//! What is shown of one figure: a chart, and a table with the same numbers.

use domain::calendar::Day;
use domain::language::Language;
use domain::statistics::{Series, Span};

use super::chart::{self, Bar};

/// One line of a panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// What is counted.
    pub(super) label: String,
    /// The count, if it may be shown.
    pub(super) count: Option<u64>,
    /// Whether the line deserves a mark: the right answer to a quiz.
    pub(super) marked: bool,
}

/// A figure as a page, a file and JSON show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Panel {
    /// Unique on its page, for links and labels.
    pub(super) id: String,
    /// Its heading.
    pub(super) title: String,
    /// A sentence about it, or nothing.
    pub(super) note: String,
    /// What its lines are, as a table's head says.
    pub(super) subject: String,
    /// What is counted, as a table's head says.
    pub(super) counted: String,
    /// Its lines.
    pub(super) lines: Vec<Line>,
    /// The sum, if it may be shown.
    pub(super) total: Option<u64>,
    /// Whether a line is a part of a whole, so that per cents mean something.
    pub(super) has_parts: bool,
    /// The chart, an element `svg`; empty where there is nothing to draw.
    pub(super) chart: String,
}

impl Panel {
    /// Of lines.
    pub(super) fn of_lines(id: &str, lines: Vec<Line>, total: Option<u64>) -> Panel {
        Panel {
            id: id.to_owned(),
            title: String::new(),
            note: String::new(),
            subject: String::new(),
            counted: String::new(),
            lines,
            total,
            has_parts: true,
            chart: String::new(),
        }
    }

    /// Of a series over time.
    pub(super) fn of_series(id: &str, series: &Series, language: Language) -> Panel {
        let lines = series
            .points
            .iter()
            .map(|point| {
                let label = day_label(point.day, series.span, language);
                Line { label, count: point.count, marked: false }
            })
            .collect();
        Panel { has_parts: false, ..Panel::of_lines(id, lines, series.total) }
    }

    /// The same with its words.
    #[must_use]
    pub(super) fn called(mut self, title: &str, subject: &str, counted: &str) -> Panel {
        title.clone_into(&mut self.title);
        subject.clone_into(&mut self.subject);
        counted.clone_into(&mut self.counted);
        self
    }

    /// The same with a sentence about it.
    #[must_use]
    pub(super) fn with_note(mut self, note: impl Into<String>) -> Panel {
        self.note = note.into();
        self
    }

    /// The same with bars.
    #[must_use]
    pub(super) fn with_bars(mut self, language: Language, hidden: &str) -> Panel {
        let bars: Vec<Bar<'_>> = self
            .lines
            .iter()
            .map(|line| Bar { label: &line.label, count: line.count, marked: line.marked })
            .collect();
        self.chart = chart::bars(&self.id, &self.title, &bars, language, hidden);
        self
    }

    /// The same with a line over time.
    #[must_use]
    pub(super) fn with_line(mut self, language: Language, hidden: &str) -> Panel {
        let points: Vec<Bar<'_>> = self
            .lines
            .iter()
            .map(|line| Bar { label: &line.label, count: line.count, marked: false })
            .collect();
        self.chart = chart::line(&self.id, &self.title, &points, language, hidden);
        self
    }

    /// A line's part of all that is shown, in whole per cent.
    pub(super) fn percent(&self, line: &Line) -> Option<u64> {
        let all: u64 = self.lines.iter().filter_map(|line| line.count).sum();
        line.count.filter(|_| all > 0).map(|count| (count * 200 + all) / (2 * all))
    }
}

/// A day, or the month it begins.
fn day_label(day: Day, span: Span, language: Language) -> String {
    let label = day.show_gregorian(language);
    match span {
        Span::Day => label,
        Span::Month => match label.split_once(' ') {
            Some((_, month)) => month.to_owned(),
            None => label,
        },
    }
}

/// A number with its digits in groups: `12,345`; in Nepali by lakhs, `१२,३४,५६७`.
pub(super) fn grouped(number: u64, language: Language) -> String {
    let digits = number.to_string();
    let (first_group, others) = match language {
        Language::English => (3, 3),
        Language::Nepali => (3, 2),
    };
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        let left = digits.len() - at;
        if at > 0 && left >= first_group && (left - first_group).is_multiple_of(others) {
            text.push(',');
        }
        text.push(digit);
    }
    language.digits(&text)
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::grouped;

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        let cases = [
            (0, "0", "०"),
            (999, "999", "९९९"),
            (1_000, "1,000", "१,०००"),
            (99_999, "99,999", "९९,९९९"),
            (100_000, "100,000", "१,००,०००"),
            (12_345_678, "12,345,678", "१,२३,४५,६७८"),
        ];
        for (number, english, nepali) in cases {
            assert_eq!(grouped(number, Language::English), english);
            assert_eq!(grouped(number, Language::Nepali), nepali);
        }
    }
}
