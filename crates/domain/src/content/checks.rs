//! Rules about more than one field of a row.

use super::{FieldProblem, Problem, Values, as_text};

/// A video is on YouTube or inside the app, or both.
pub(super) fn video(values: &Values, problems: &mut Vec<FieldProblem>) {
    let youtube = as_text(values.get("youtubeId"));
    if youtube.is_empty() && as_text(values.get("assetName")).is_empty() {
        problems.push(FieldProblem { column: "youtubeId", problem: Problem::OneIsNeeded });
    }
    let is_id = youtube.len() == 11
        && youtube.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if !youtube.is_empty() && !is_id {
        problems.push(FieldProblem { column: "youtubeId", problem: Problem::NotYoutube });
    }
}

/// A reader must be able to tell the options apart.
pub(super) fn quiz(values: &Values, problems: &mut Vec<FieldProblem>) {
    let options = ["option1", "option2", "option3"];
    for (at, column) in options.into_iter().enumerate() {
        let text = as_text(values.get(column));
        let repeats = options[..at].iter().any(|earlier| as_text(values.get(*earlier)) == text);
        if !text.is_empty() && repeats {
            problems.push(FieldProblem { column, problem: Problem::SameOption });
        }
    }
}

/// The app opens the addresses of a help center in a browser.
pub(super) fn help_center(values: &Values, problems: &mut Vec<FieldProblem>) {
    let websites = as_text(values.get("website"));
    let is_address = |text: &str| {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        host.is_some_and(|host| host.contains('.') && !host.contains(char::is_whitespace))
    };
    if !websites.split(',').map(str::trim).filter(|text| !text.is_empty()).all(is_address) {
        problems.push(FieldProblem { column: "website", problem: Problem::NotWebAddress });
    }
}
