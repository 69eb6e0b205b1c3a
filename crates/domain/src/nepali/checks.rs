//! What is often wrong with a text, and with a translation beside its source.

use super::digits::{numbers, to_latin, to_nepali};
use super::preeti::{looks_like_preeti, to_unicode};
use crate::content::length;
use crate::language::Language;
use crate::preview::token::{addresses, spans, stuck, unstuck};

/// Something to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Typed in an old font.
    Preeti,
    /// Not in the script of its language.
    Script,
    /// The same as the source.
    Untranslated,
    /// Longer than its place in the app.
    TooLong,
    /// Other numbers than the source.
    Numbers,
    /// Other links and pictures than the source.
    Links,
    /// A mark sticks to an address.
    Stuck,
    /// A full stop, or a stroke, in place of a danda.
    FullStop,
    /// A danda in English.
    Danda,
    /// No mark at the end.
    End,
    /// Digits of the other script.
    Digits,
    /// A colon in place of a visarga.
    Visarga,
    /// Two spaces.
    Spaces,
    /// Characters that nobody sees.
    Invisible,
}

impl Check {
    /// All of them, the weightiest first.
    pub const ALL: [Check; 14] = [
        Check::Preeti,
        Check::Script,
        Check::Untranslated,
        Check::TooLong,
        Check::Numbers,
        Check::Links,
        Check::Stuck,
        Check::FullStop,
        Check::Danda,
        Check::End,
        Check::Digits,
        Check::Visarga,
        Check::Spaces,
        Check::Invisible,
    ];

    /// A word for it in keys of texts, in forms and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Check::Preeti => "preeti",
            Check::Script => "script",
            Check::Untranslated => "untranslated",
            Check::TooLong => "too-long",
            Check::Numbers => "numbers",
            Check::Links => "links",
            Check::Stuck => "stuck",
            Check::FullStop => "full-stop",
            Check::Danda => "danda",
            Check::End => "end",
            Check::Digits => "digits",
            Check::Visarga => "visarga",
            Check::Spaces => "spaces",
            Check::Invisible => "invisible",
        }
    }

    /// The check whose [`Check::name`] is `name`.
    pub fn from_name(name: &str) -> Option<Check> {
        Check::ALL.into_iter().find(|check| check.name() == name)
    }
}

/// What is known of a text.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The language it is to be in.
    pub language: Language,
    /// What it translates.
    pub source: Option<&'a str>,
    /// Most characters as a reader counts them; 0 is no limit.
    pub limit: usize,
    /// Whether it is sentences, and not a title or a word.
    pub is_prose: bool,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub check: Check,
    /// Examples of it.
    pub examples: Vec<String>,
    /// Whether [`fix`] mends it.
    pub fixable: bool,
}

/// Most examples of one finding.
const MOST_EXAMPLES: usize = 4;

/// What is wrong with a text, the weightiest first.
pub fn check(text: &str, setting: &Setting<'_>) -> Vec<Finding> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Vec::new();
    }
    let is_nepali = setting.language == Language::Nepali;
    let is_preeti = is_nepali && looks_like_preeti(trimmed);
    let is_copy = setting.source.is_some_and(|source| is_copy(trimmed, source));
    let mut findings = Vec::new();
    for check in Check::ALL {
        // Whoever typed in Preeti has the rest judged when it is Unicode.
        if is_preeti && !matches!(check, Check::Preeti | Check::TooLong) {
            continue;
        }
        let examples = match check {
            Check::Preeti if is_preeti => vec![shortened(&to_unicode(trimmed))],
            Check::Script if !is_copy => other_script(trimmed, setting.language),
            Check::Untranslated if is_copy => vec![shortened(trimmed)],
            Check::TooLong if setting.limit > 0 && length(trimmed) > setting.limit => {
                vec![length(trimmed).to_string(), setting.limit.to_string()]
            }
            Check::Numbers => setting
                .source
                .map(|of| differences(&numbers(of), &numbers(trimmed)))
                .unwrap_or_default(),
            Check::Links => setting
                .source
                .map(|of| differences(&sorted(addresses(of)), &sorted(addresses(trimmed))))
                .unwrap_or_default(),
            Check::Stuck => {
                stuck(trimmed).into_iter().map(|found| found.address + &found.mark).collect()
            }
            Check::End if setting.is_prose && lacks_end(trimmed) => vec![last_words(trimmed)],
            Check::FullStop
            | Check::Danda
            | Check::Digits
            | Check::Visarga
            | Check::Spaces
            | Check::Invisible => {
                changed(trimmed, fix(check, trimmed, setting.language).as_deref())
            }
            _ => Vec::new(),
        };
        if !examples.is_empty() {
            let most = if check == Check::TooLong { 2 } else { MOST_EXAMPLES };
            findings.push(Finding {
                check,
                examples: examples.into_iter().take(most).collect(),
                fixable: fix(check, text, setting.language).is_some(),
            });
        }
    }
    findings
}

/// A text with one thing mended wherever it is; `None` where that takes a person or changes
/// nothing.
pub fn fix(check: Check, text: &str, language: Language) -> Option<String> {
    let is_nepali = language == Language::Nepali;
    let better = match check {
        Check::Preeti if is_nepali => to_unicode(text),
        Check::Stuck => unstuck(text),
        Check::FullStop if is_nepali => between_addresses(text, with_dandas),
        Check::Danda if !is_nepali => {
            between_addresses(text, |part| part.replace(" ।", ".").replace(['।', '॥'], "."))
        }
        Check::End if lacks_end(text.trim()) => {
            let end = if is_nepali { '।' } else { '.' };
            format!("{}{end}", text.trim_end())
        }
        Check::Digits if is_nepali => to_nepali(text),
        Check::Digits => to_latin(text),
        Check::Visarga if is_nepali => between_addresses(text, with_visargas),
        Check::Spaces => with_single_spaces(text),
        Check::Invisible => without_invisible(text),
        _ => return None,
    };
    (better != text).then_some(better)
}

/// A change to all of a text but its tokens and addresses.
fn between_addresses(text: &str, change: impl Fn(&str) -> String) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut done = 0;
    for (start, end) in spans(text) {
        changed.push_str(&change(&text[done..start]));
        changed.push_str(&text[start..end]);
        done = end;
    }
    changed.push_str(&change(&text[done..]));
    changed
}

/// Words before which a full stop marks what was left out.
const ABBREVIATIONS: [&str; 17] = [
    "डा",
    "वि",
    "सं",
    "नं",
    "कि",
    "मी",
    "से",
    "प्रा",
    "रु",
    "रू",
    "ई",
    "पू",
    "ग्रा",
    "मि",
    "लि",
    "गा",
    "न",
];

fn with_dandas(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut changed = String::with_capacity(text.len());
    for (at, letter) in letters.iter().enumerate() {
        let after = letters.get(at + 1);
        let ends = after.is_none_or(|after| after.is_whitespace() || "”’\"')".contains(*after));
        let before: String = changed.trim_end_matches(' ').chars().rev().take(1).collect();
        let follows = before.chars().any(|letter| is_devanagari(letter) && !letter.is_numeric());
        let is_danda = match letter {
            '.' => {
                let word = changed.rsplit(|c: char| !is_devanagari(c)).next().unwrap_or("");
                follows && ends && !ABBREVIATIONS.contains(&word) && !changed.ends_with(['।', '.'])
            }
            '|' => follows && ends,
            _ => false,
        };
        changed.push(if is_danda { '।' } else { *letter });
    }
    changed
}

fn with_visargas(text: &str) -> String {
    const AT_THE_END: [&str; 9] =
        ["अत", "प्राय", "क्रमश", "स्वत", "मूलत", "विशेषत", "सामान्यत", "पुन", "अन्तत"];
    let letters: Vec<char> = text.chars().collect();
    let mut changed = String::with_capacity(text.len());
    for (at, letter) in letters.iter().enumerate() {
        let is_letter = |letter: Option<&char>| {
            letter.is_some_and(|letter| matches!(letter, '\u{904}'..='\u{94d}'))
        };
        let inside = at > 0 && is_letter(letters.get(at - 1)) && is_letter(letters.get(at + 1));
        let word = changed.rsplit(|c: char| !is_devanagari(c)).next().unwrap_or("");
        let is_visarga = *letter == ':' && (inside || AT_THE_END.contains(&word));
        changed.push(if is_visarga { 'ः' } else { *letter });
    }
    changed
}

fn with_single_spaces(text: &str) -> String {
    let mut changed = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter != ' ' || !changed.ends_with(' ') {
            changed.push(letter);
        }
    }
    changed
}

/// A joiner has its use behind a virama, and within an emoji.
fn without_invisible(text: &str) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in text.chars() {
        let goes = match letter {
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => true,
            '\u{200c}' | '\u{200d}' => before.is_ascii() || (is_devanagari(before) && before != '्'),
            _ => false,
        };
        if !goes {
            changed.push(letter);
            before = letter;
        }
    }
    changed
}

/// Whether sentences lack the mark at their end. A few words, a token or an emoji need none.
fn lacks_end(text: &str) -> bool {
    let Some(last) = text.chars().last() else { return false };
    let ends_in_address = spans(text).last().is_some_and(|(_, end)| *end == text.len());
    let is_letter = last.is_alphanumeric() || is_devanagari(last);
    let paragraph = text.rsplit('\n').next().unwrap_or(text);
    is_letter
        && !matches!(last, '।' | '॥')
        && !ends_in_address
        && paragraph.split_whitespace().count() > 4
}

fn is_copy(text: &str, source: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let without_addresses = between_addresses(text, str::to_owned);
    without_addresses.chars().any(char::is_alphabetic)
        && spans(text).iter().map(|(start, end)| end - start).sum::<usize>() < text.len()
        && plain(text) == plain(source)
}

/// Words that say that a text is in the script of another language.
fn other_script(text: &str, language: Language) -> Vec<String> {
    let words = {
        let mut words = String::new();
        let mut done = 0;
        for (start, end) in spans(text).into_iter().chain([(text.len(), text.len())]) {
            words.push_str(&text[done..start]);
            words.push(' ');
            done = end;
        }
        words
    };
    let nepali = words.chars().filter(|letter| matches!(letter, '\u{904}'..='\u{939}')).count();
    let latin = words.chars().filter(char::is_ascii_alphabetic).count();
    let is_other = match language {
        Language::Nepali => nepali == 0 && latin > 3,
        Language::English => latin == 0 && nepali > 0,
    };
    if is_other { vec![shortened(words.trim())] } else { Vec::new() }
}

/// What only the one list has, with a minus, and what only the other has, with a plus. Both are
/// sorted.
fn differences(one: &[String], other: &[String]) -> Vec<String> {
    let mut rest = other.to_vec();
    let mut found = Vec::new();
    for item in one {
        match rest.iter().position(|known| known == item) {
            Some(at) => {
                rest.remove(at);
            }
            None => found.push(format!("−{item}")),
        }
    }
    found.extend(rest.into_iter().map(|item| format!("+{item}")));
    found
}

fn sorted(mut items: Vec<String>) -> Vec<String> {
    items.sort();
    items
}

/// The words of a text that a correction changes.
fn changed(text: &str, better: Option<&str>) -> Vec<String> {
    let Some(better) = better else { return Vec::new() };
    let theirs: Vec<&str> = better.split_whitespace().collect();
    let mine: Vec<&str> = text.split_whitespace().collect();
    let found: Vec<String> = mine
        .iter()
        .zip(&theirs)
        .filter(|(one, other)| one != other)
        .map(|(one, _)| shortened(one))
        .collect();
    // Where only the white space differs, there is no word to show.
    if found.is_empty() { vec![last_words(text)] } else { found }
}

fn last_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let from = words.len().saturating_sub(3);
    format!("{}{}", if from > 0 { "… " } else { "" }, words[from..].join(" "))
}

fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    format!("{}…", text.chars().take(MOST).collect::<String>().trim_end())
}

fn is_devanagari(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{97f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Language, source: Option<&str>) -> Vec<&'static str> {
        let setting = Setting { language, source, limit: 60, is_prose: true };
        check(text, &setting).into_iter().map(|finding| finding.check.name()).collect()
    }

    #[test]
    fn nepali_is_checked() {
        let none: Vec<&str> = vec![];
        for (text, expected) in [
            ("", none.clone()),
            ("महिनावारी सामान्य हो।", none.clone()),
            ("के यो सामान्य हो?", none.clone()),
            ("महिनावारी सामान्य हो.", vec!["full-stop"]),
            ("महिनावारी सामान्य हो |", vec!["full-stop"]),
            ("डा. शर्माले वि.सं. २०८३ मा भने।", none.clone()),
            ("रगत २ देखि 7 दिन बग्छ।", vec!["digits"]),
            ("दु:ख नमान्नुहोस्।", vec!["visarga"]),
            ("अत: सफा रहनुहोस्। हेर्नुहोस्: यहाँ।", vec!["visarga"]),
            ("दुई  खाली ठाउँ।", vec!["spaces"]),
            ("लुकेको\u{200b} अक्षर।", vec!["invisible"]),
            ("र्\u{200d}याल बग्छ 👩\u{200d}🏫", none.clone()),
            ("यो वाक्यको अन्त्यमा केही पनि छैन", vec!["end"]),
            ("छोटो शीर्षक", none.clone()),
            ("यहाँ हेर्नुहोस् है त link::https://x.org", none.clone()),
            ("यहाँ link::https://x.org। हेर", vec!["stuck"]),
            ("Only English here", vec!["script"]),
            ("dlxgfjf/L ;fdfGo xf]", vec!["preeti"]),
            ("SMS", none.clone()),
        ] {
            assert_eq!(found(text, Language::Nepali, None), expected, "{text}");
        }
        assert_eq!(found(&"क ".repeat(70), Language::Nepali, None), ["too-long", "end"]);
    }

    #[test]
    fn english_is_checked() {
        let none: Vec<&str> = vec![];
        for (text, expected) in [
            ("It is normal. Really.", none.clone()),
            ("It is normal।", vec!["danda"]),
            ("It lasts ५ days.", vec!["digits"]),
            ("महिनावारी", vec!["script"]),
            ("He said: don't; see https://x.org/a_(b) .", none.clone()),
            ("Nothing stands at the end", vec!["end"]),
        ] {
            assert_eq!(found(text, Language::English, None), expected, "{text}");
        }
    }

    #[test]
    fn a_translation_is_compared_with_its_source() {
        let none: Vec<&str> = vec![];
        let source = "It lasts 2 to 7 days. link::https://x.org/a";
        for (text, expected) in [
            ("२ देखि ७ दिन। link::https://x.org/a", none.clone()),
            ("२ देखि ८ दिन। link::https://x.org/a", vec!["numbers"]),
            ("२ देखि ७ दिन।", vec!["links"]),
            (
                "it lasts 2 to 7  days. link::https://x.org/a",
                vec!["untranslated", "digits", "spaces"],
            ),
        ] {
            assert_eq!(found(text, Language::Nepali, Some(source)), expected, "{text}");
        }
        let setting = Setting {
            language: Language::Nepali,
            source: Some("10 pads"),
            limit: 0,
            is_prose: false,
        };
        assert_eq!(check("१२ प्याड", &setting)[0].examples, ["−10", "+12"]);
    }

    #[test]
    fn what_can_be_mended_is_mended() {
        use Language::{English, Nepali};
        for (check, language, text, better) in [
            (Check::Preeti, Nepali, "g]kfn", Some("नेपाल")),
            (Check::FullStop, Nepali, "हो. “छ.” डा. राम |", Some("हो। “छ।” डा. राम ।")),
            (Check::FullStop, Nepali, "https://x.org/क. हो", None),
            (Check::FullStop, English, "Yes.", None),
            (Check::Danda, English, "Yes । No।", Some("Yes. No.")),
            (Check::End, Nepali, "यो वाक्यको अन्त्य यहाँ हुन्छ \n", Some("यो वाक्यको अन्त्य यहाँ हुन्छ।")),
            (Check::Digits, Nepali, "7 दिन", Some("७ दिन")),
            (Check::Digits, English, "७ days", Some("7 days")),
            (Check::Visarga, Nepali, "नि:शुल्क", Some("निःशुल्क")),
            (Check::Spaces, Nepali, "a   b\n  c", Some("a b\n c")),
            (Check::Invisible, Nepali, "a\u{feff}b क\u{200d}ख", Some("ab कख")),
            (Check::Stuck, English, "https://x.org.", Some("https://x.org .")),
            (Check::TooLong, English, "x", None),
            (Check::Numbers, English, "1", None),
        ] {
            assert_eq!(fix(check, text, language).as_deref(), better, "{text}");
        }
        for check in Check::ALL {
            assert_eq!(Check::from_name(check.name()), Some(check));
        }
    }
}
