//! Words by their sound: what is easily confused in writing becomes the same.
//!
//! Nepali is written here in Latin letters, so that `mahinawari` finds महिनावारी, and long and
//! short vowels, the three s, ब and व, ट and त, and breathed consonants are not told apart, in
//! either script. It is no transliteration for anybody to read.

/// The different words of a text by their sound, in the order of their first use.
pub fn fold(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for word in folded_words(text) {
        if known.insert(word.clone()) {
            words.push(word);
        }
    }
    words.join(" ")
}

/// Every word of a text by its sound; words of a single letter are left out.
pub fn folded_words(text: &str) -> Vec<String> {
    super::visible(text)
        .split(|letter: char| !super::is_word(letter))
        .map(sound)
        .filter(|word| word.chars().count() > 1)
        .collect()
}

/// How a word sounds.
fn sound(word: &str) -> String {
    let latin = if word.chars().any(|letter| matches!(letter, '\u{900}'..='\u{97f}')) {
        romanised(word)
    } else {
        word.to_lowercase()
    };
    coarse(&latin)
}

/// A word of Devanagari in Latin letters. A consonant has its a unless a sign says otherwise; at
/// the end of a word it is not heard.
fn romanised(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut latin = String::with_capacity(word.len());
    let mut at = 0;
    while at < letters.len() {
        // ज्ञ is said gya, and क्ष with an s.
        let joined = match letters.get(at..at + 3) {
            Some(['ज', '्', 'ञ']) => Some("gy"),
            Some(['क', '्', 'ष']) => Some("ks"),
            _ => None,
        };
        let consonant = joined.or_else(|| consonant(letters[at]));
        at += if joined.is_some() { 3 } else { 1 };
        match consonant {
            Some(consonant) => {
                latin.push_str(consonant);
                if letters.get(at) == Some(&'\u{93c}') {
                    at += 1;
                }
                match letters.get(at) {
                    Some('्') => at += 1,
                    Some(sign) if vowel(*sign).is_some() => {}
                    None if latin.len() > consonant.len() => {}
                    _ => latin.push('a'),
                }
            }
            None => {
                let letter = letters[at - 1];
                match vowel(letter) {
                    Some(vowel) => latin.push_str(vowel),
                    None => match letter {
                        'ं' | 'ँ' => latin.push('n'),
                        '०'..='९' => {
                            latin.extend(char::from_digit(u32::from(letter) - u32::from('०'), 10));
                        }
                        'ः' | '्' | 'ऽ' | '\u{93c}' => {}
                        other => latin.extend(other.to_lowercase()),
                    },
                }
            }
        }
    }
    latin
}

fn consonant(letter: char) -> Option<&'static str> {
    Some(match letter {
        'क' | 'ख' => "k",
        'ग' | 'घ' => "g",
        'च' | 'छ' => "c",
        'ज' | 'झ' => "j",
        'ट' | 'ठ' | 'त' | 'थ' => "t",
        'ड' | 'ढ' | 'द' | 'ध' => "d",
        'ङ' | 'ञ' | 'ण' | 'न' => "n",
        'प' | 'फ' => "p",
        'ब' | 'भ' | 'व' => "b",
        'म' => "m",
        'य' => "y",
        'र' => "r",
        'ल' | 'ळ' => "l",
        'श' | 'ष' | 'स' => "s",
        'ह' => "h",
        _ => return None,
    })
}

fn vowel(letter: char) -> Option<&'static str> {
    Some(match letter {
        'अ' | 'आ' | 'ा' => "a",
        'इ' | 'ई' | 'ि' | 'ी' => "i",
        'उ' | 'ऊ' | 'ु' | 'ू' => "u",
        'ऋ' | 'ृ' => "ri",
        'ए' | 'े' | 'ऐ' | 'ै' => "e",
        'ओ' | 'ो' | 'औ' | 'ौ' => "o",
        _ => return None,
    })
}

/// Latin letters with what is easily confused made the same.
fn coarse(latin: &str) -> String {
    let mut word = String::with_capacity(latin.len());
    let mut before = ' ';
    for letter in latin.chars() {
        let letter = match letter {
            'v' | 'w' => 'b',
            'f' => 'p',
            'z' => 'j',
            'q' => 'k',
            other => other,
        };
        // ph, th, sh and the like are one consonant; so is a letter that is there twice.
        let breathed = letter == 'h' && "kgcjtdpbs".contains(before);
        let twice = letter == before && !letter.is_ascii_digit();
        if !breathed && !twice {
            // ee and oo were long i and u.
            word.push(letter);
        } else if twice && letter == 'e' {
            word.pop();
            word.push('i');
        } else if twice && letter == 'o' {
            word.pop();
            word.push('u');
        }
        before = letter;
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sounds_alike_is_alike() {
        for same in [
            &["महिनावारी", "महीनाबारि", "mahinawari", "Mahinavari", "mahinabaree"][..],
            &["किशोरी", "किसोरी", "kishori"],
            &["विद्यालय", "बिध्यालय", "vidyalay"],
            &["प्याड", "pyad", "PYAD"],
            &["विज्ञान", "bigyan"],
            &["कक्षा", "kaksha"],
            &["फूल", "phool", "ful"],
            &["दुई", "दुइ"],
            &["१२", "12"],
            &["pads", "Pads"],
        ] {
            for word in same {
                assert_eq!(sound(word), sound(same[0]), "{word}");
            }
        }
        assert_ne!(sound("पेट"), sound("पाट"));
    }

    #[test]
    fn a_text_is_its_different_words() {
        assert_eq!(fold("The pad, the PAD; a cup। महिना"), "te pad cup mahina");
        assert_eq!(fold(""), "");
        assert_eq!(fold("क ख"), "ka ka".split(' ').next().unwrap_or_default());
    }
}
