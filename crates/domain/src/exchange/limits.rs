//! How long a text may be before the app has no room for it, as a reader counts characters.

use unicode_segmentation::UnicodeSegmentation;

/// The most characters of a column of a workbook, if there is a limit.
pub fn of(column: &str) -> Option<usize> {
    Some(match column {
        "article_heading" => 140,
        "category_title" => 35,
        "subcategory_title" => 39,
        "topic" => 100,
        "question" => 200,
        "option1" | "option2" | "option3" | "option4" | "option5" => 80,
        "wrong_answer_response" | "right_answer_response" => 300,
        _ => return None,
    })
}

/// The number of characters of `text` as a reader counts them.
pub fn length(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).count() }
}
