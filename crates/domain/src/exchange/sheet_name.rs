//! Names of sheets.

/// Most characters (UTF-16 units) of a name in Excel.
const LONGEST: usize = 31;

/// A name for a sheet about `title` that Excel takes and `taken` does not hold yet; it is added
/// there. Excel takes no `: \ / ? * [ ]`, no apostrophe at either end, not the name `History`,
/// and compares without case.
pub fn unique(title: &str, taken: &mut Vec<String>) -> String {
    let cleaned: String = title
        .chars()
        .map(|c| if ":\\/?*[]".contains(c) || c.is_control() { ' ' } else { c })
        .collect();
    let cleaned = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    let cleaned = cleaned.trim_matches(['\'', ' ']);
    let base = if cleaned.is_empty() || cleaned.eq_ignore_ascii_case("history") {
        format!("{cleaned} -").trim().to_owned()
    } else {
        cleaned.to_owned()
    };
    for number in 1.. {
        let suffix = if number == 1 { String::new() } else { format!(" ({number})") };
        let name = format!("{}{suffix}", cut(&base, LONGEST - suffix.len()));
        let key = name.to_lowercase();
        if !taken.contains(&key) {
            taken.push(key);
            return name;
        }
    }
    base
}

/// The start of `text` with at most `most` UTF-16 units, without cutting what a reader sees as
/// one character.
fn cut(text: &str, most: usize) -> &str {
    use unicode_segmentation::UnicodeSegmentation;
    let mut units = 0;
    let mut end = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        units += grapheme.encode_utf16().count();
        if units > most {
            break;
        }
        end = at + grapheme.len();
    }
    text[..end].trim_end_matches(['\'', ' '])
}

#[cfg(test)]
mod tests {
    use super::unique;

    #[test]
    fn excel_takes_every_name() {
        let mut taken = vec!["quizzes".to_owned()];
        let names: Vec<String> = [
            "Your period",
            "your PERIOD",
            "Your period",
            "Quizzes",
            "a/b: [c]?*\\",
            "",
            "///",
            "'quoted'",
            "History",
            "A category with a title of more than thirty-one characters",
            "A category with a title of more than thirty-one letters",
            "तिम्रो महिनावारी र स्वास्थ्य सम्बन्धी सबै कुरा यहाँ",
            "👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧",
        ]
        .into_iter()
        .map(|title| unique(title, &mut taken))
        .collect();
        assert_eq!(
            names[..9],
            [
                "Your period",
                "your PERIOD (2)",
                "Your period (3)",
                "Quizzes (2)",
                "a b c",
                "-",
                "- (2)",
                "quoted",
                "History -"
            ]
        );
        for name in &names {
            assert!((1..=31).contains(&name.encode_utf16().count()), "{name}");
        }
        assert_eq!(names[12], "👩‍👩‍👧‍👧👩‍👩‍👧‍👧");
        let mut lower: Vec<_> = names.iter().map(|name| name.to_lowercase()).collect();
        lower.sort();
        lower.dedup();
        assert_eq!(lower.len(), names.len());
    }
}
