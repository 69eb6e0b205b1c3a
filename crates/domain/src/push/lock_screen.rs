//! Words that a girl may not want others to read on the lock screen of a phone that she shares.

/// Whole words, in any case; English.
const ENGLISH: &[&str] = &[
    "abortion",
    "abortions",
    "abuse",
    "abused",
    "bleeding",
    "blood",
    "bra",
    "breast",
    "breasts",
    "condom",
    "condoms",
    "contraception",
    "contraceptive",
    "contraceptives",
    "cramps",
    "discharge",
    "fertile",
    "fertility",
    "genital",
    "genitals",
    "hiv",
    "hymen",
    "intercourse",
    "masturbation",
    "menses",
    "menstrual",
    "menstruate",
    "menstruates",
    "menstruating",
    "menstruation",
    "miscarriage",
    "ovulate",
    "ovulation",
    "pad",
    "pads",
    "penis",
    "period",
    "periods",
    "pregnancies",
    "pregnancy",
    "pregnant",
    "puberty",
    "rape",
    "raped",
    "sex",
    "sexual",
    "sexuality",
    "sexually",
    "std",
    "stds",
    "sti",
    "stis",
    "tampon",
    "tampons",
    "uterus",
    "vagina",
    "vaginal",
    "virgin",
    "virginity",
    "vulva",
    "womb",
];

/// Beginnings of words: Nepali puts its endings behind them. Spellings that people use beside
/// the dictionary's are here too.
const NEPALI: &[&str] = &[
    "महिनावारी",
    "महिनाबारी",
    "महीनावारी",
    "महिनवारी",
    "रजस्वला",
    "मासिक धर्म",
    "मासिकधर्म",
    "मासिक श्राव",
    "मासिक स्राव",
    "मासिकस्राव",
    "मासिकश्राव",
    "नछुने",
    "नछुनी",
    "पर सर",
    "छाउ",
    "पिरियड",
    "पिरियोड",
    "मिन्स",
    "गर्भ",
    "यौन",
    "सेक्स",
    "सम्भोग",
    "सहवास",
    "यौवन",
    "कन्डम",
    "कण्डम",
    "परिवार नियोजन",
    "अस्थायी साधन",
    "प्याड",
    "ट्याम्पोन",
    "टेम्पोन",
    "योनि",
    "योनी",
    "लिङ्ग",
    "लिंग",
    "स्तन",
    "ब्रा",
    "पाठेघर",
    "डिम्ब",
    "अण्डाशय",
    "रक्तस्राव",
    "रक्तश्राव",
    "रगत",
    "बलात्कार",
    "करणी",
    "दुर्व्यवहार",
    "एचआईभी",
    "एचआइभी",
    "एड्स",
    "यौनरोग",
    "कुमारीत्व",
    "कन्यात्व",
    "हस्तमैथुन",
    "बच्चा खस",
    "तुहि",
];

/// The words to warn about: ours and those that were added by setting. English ones count as
/// whole words, those in Devanagari with any ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateWords(Vec<Vec<String>>);

impl Default for PrivateWords {
    fn default() -> PrivateWords {
        PrivateWords::and("")
    }
}

impl PrivateWords {
    /// Ours and `more`, with commas between them.
    pub fn and(more: &str) -> PrivateWords {
        let all = ENGLISH.iter().chain(NEPALI).copied().chain(more.split(','));
        let phrases = all.map(|phrase| words(phrase).map(|word| comparable(&word)).collect());
        PrivateWords(phrases.filter(|phrase: &Vec<String>| !phrase.is_empty()).collect())
    }

    /// Those of the words that are in `text`, as they are written there, each once.
    pub fn in_text(&self, text: &str) -> Vec<String> {
        let written: Vec<String> = words(text).collect();
        let compared: Vec<String> = written.iter().map(|word| comparable(word)).collect();
        let mut found: Vec<String> = Vec::new();
        for start in 0..compared.len() {
            let rest = &compared[start..];
            let longest = self.0.iter().filter(|phrase| begins(rest, phrase)).map(Vec::len).max();
            if let Some(length) = longest {
                let phrase = written[start..start + length].join(" ");
                if !found.contains(&phrase) {
                    found.push(phrase);
                }
            }
        }
        found
    }
}

fn begins(words: &[String], phrase: &[String]) -> bool {
    let Some((last, first)) = phrase.split_last() else { return false };
    let Some(word) = words.get(first.len()) else { return false };
    let last_fits =
        if last.chars().all(is_devanagari) { word.starts_with(last) } else { word == last };
    last_fits && words[..first.len()] == *first
}

fn is_devanagari(letter: char) -> bool {
    // Not the two dandas, which end a sentence.
    ('\u{900}'..='\u{97f}').contains(&letter) && !matches!(letter, '।' | '॥')
}

/// The words of a text. Joiners only say how letters are drawn.
fn words(text: &str) -> impl Iterator<Item = String> {
    let plain = text.replace(['\u{200c}', '\u{200d}'], "").replace('’', "'");
    let is_part = |letter: char| letter.is_alphanumeric() || is_devanagari(letter);
    let split: Vec<String> = plain
        .split(|letter: char| !is_part(letter))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    split.into_iter()
}

fn comparable(word: &str) -> String {
    // Candrabindu and anusvara are written for each other.
    word.to_lowercase().replace('ँ', "ं")
}

#[cfg(test)]
mod tests {
    use super::PrivateWords;

    #[test]
    fn whole_words_in_english_and_stems_in_nepali() {
        let words = PrivateWords::and("red day, हप्ता");
        let cases: [(&str, &[&str]); 16] = [
            ("Your period is due", &["period"]),
            ("PERIOD! Period? period", &["PERIOD", "Period", "period"]),
            ("It is periodic in Essex and Sussex", &[]),
            ("Pregnancy's signs; sex-education", &["Pregnancy", "sex"]),
            ("Read the new story", &[]),
            ("A red day, a red car", &["red day"]),
            ("तपाईंको महिनावारीको समय", &["महिनावारीको"]),
            ("महिना\u{200d}वारी।", &["महिनावारी"]),
            ("मासिक बैठक", &[]),
            ("मासिक धर्मबारे", &["मासिक धर्मबारे"]),
            ("गर्भवती र गर्भनिरोधक", &["गर्भवती", "गर्भनिरोधक"]),
            ("नयाँ कथा पढ्नुहोस्", &[]),
            ("यौन शिक्षा, sex शिक्षा", &["यौन", "sex"]),
            ("यो हप्ताको लेख", &["हप्ताको"]),
            ("पर सरेको बेला", &["पर सरेको"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(words.in_text(text), expected, "{text}");
        }
        assert_eq!(PrivateWords::default(), PrivateWords::and(" , ,"));
    }
}
