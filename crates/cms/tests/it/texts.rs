//! What the pages say is there in both languages, and nothing that no page says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cms::texts::SOURCES;
use regex::Regex;

/// Beginnings of keys that the program puts together: of what happened to a row, of a column's
/// label, of a kind of content, of what is wrong with a value, of a table's name.
const COMPOSED: &[&str] = &[
    "action-",
    "audit-act-",
    "drafts-action-",
    "field-",
    "kind-",
    "problem-",
    "release-obstacle-",
    "release-state-",
    "table-",
    "toolbox-check-",
];

/// The variables of each message.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn messages(source: &str) -> Messages {
    let key = Regex::new(r"^([a-z][A-Za-z0-9_-]*) *=(.*)$").unwrap();
    let variable = Regex::new(r"\{\s*\$([a-z][A-Za-z0-9_-]*)").unwrap();
    let mut messages = Messages::new();
    let mut current = None;
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some(found) = key.captures(line) {
            let name = found[1].to_owned();
            let before = messages.insert(name.clone(), BTreeSet::new());
            assert!(before.is_none(), "{name} is there twice");
            current = Some(name);
        } else {
            assert!(line.is_empty() || line.starts_with(' '), "this is no message: {line}");
        }
        if let Some(name) = &current {
            let names = variable.captures_iter(line).map(|found| found[1].to_owned());
            messages.entry(name.clone()).or_default().extend(names);
        }
    }
    messages
}

/// Both languages' messages, every file of them.
fn all() -> [Messages; 2] {
    [0, 1].map(|language| {
        let mut all = Messages::new();
        for files in SOURCES {
            for (key, variables) in messages(files[language]) {
                assert!(all.insert(key.clone(), variables).is_none(), "{key} is in two files");
            }
        }
        all
    })
}

/// Every template and source file that may ask for a message, without a template's comments.
fn files() -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, comment: &Regex, files: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, comment, files);
            } else if path.extension().is_some_and(|end| end == "rs" || end == "html") {
                let content = fs::read_to_string(&path).unwrap();
                files.push((path, comment.replace_all(&content, "").into_owned()));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let comment = Regex::new(r"(?s)\{#.*?#\}").unwrap();
    let mut files = Vec::new();
    for folder in ["src", "templates", "../db/src", "../domain/src"] {
        collect(&root.join(folder), &comment, &mut files);
    }
    files
}

#[test]
fn both_languages_say_the_same_things() {
    let [english, nepali] = all();
    let keys = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
    let (english_keys, nepali_keys) = (keys(&english), keys(&nepali));
    let lacking: Vec<_> = english_keys.symmetric_difference(&nepali_keys).collect();
    assert!(lacking.is_empty(), "in one language only: {lacking:?}");
    for (key, variables) in &english {
        assert_eq!(variables, &nepali[key], "{key} has other variables in Nepali");
    }
}

#[test]
fn nepali_is_written_in_devanagari() {
    let [_, nepali] = SOURCES.iter().fold([String::new(), String::new()], |mut all, files| {
        all[0].push_str(files[0]);
        all[1].push_str(files[1]);
        all
    });
    let plain = Regex::new(r"(?m)^([a-z][A-Za-z0-9_-]*) = ([^\n]*)$").unwrap();
    let is_nepali = |text: &str| text.chars().any(|c| ('\u{900}'..='\u{97f}').contains(&c));
    let foreign: Vec<_> = plain
        .captures_iter(&nepali)
        .filter(|found| !is_nepali(&found[2]) && found[2].chars().any(char::is_alphabetic))
        .map(|found| found[0].to_owned())
        .filter(|line| !NAMES.iter().any(|name| line.ends_with(&format!("= {name}"))))
        .collect();
    assert!(foreign.is_empty(), "{foreign:#?}");
}

/// What is written the same everywhere.
const NAMES: &[&str] = &["CSV", "XLSX", "JSON", "URL", "TypeScript"];

#[test]
fn every_message_that_is_asked_for_exists() {
    let [english, _] = all();
    let asked = Regex::new(r#"\b(?:frame|texts|self|page)\.(?:t|n|with)\(\s*"([^"]+)""#).unwrap();
    let mut missing = BTreeSet::new();
    for (path, content) in files() {
        for found in asked.captures_iter(&content) {
            if !english.contains_key(&found[1]) {
                missing.insert(format!("{} in {}", &found[1], path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_message_is_asked_for() {
    let [english, _] = all();
    let literal = Regex::new(r#"["']([a-z][A-Za-z0-9_-]*)["']"#).unwrap();
    let mut asked = BTreeSet::new();
    for (_, content) in files() {
        asked.extend(literal.captures_iter(&content).map(|found| found[1].to_owned()));
    }
    let idle: Vec<_> = english
        .keys()
        .filter(|key| !asked.contains(*key))
        .filter(|key| !COMPOSED.iter().any(|start| key.starts_with(start)))
        .collect();
    assert!(idle.is_empty(), "no page says these: {idle:#?}");
}

/// The keys that are put together from kinds of content and their fields.
#[test]
fn every_kind_and_field_has_its_messages() {
    let [english, _] = all();
    let mut missing = Vec::new();
    for kind in domain::content::kinds::KINDS {
        let of_kind = ["lead", "many", "new", "none", "none-hint"].map(|which| kind.text(which));
        let of_fields = kind.fields.iter().map(|field| format!("field-{}", field.column));
        let named = of_kind.into_iter().chain(of_fields).chain([format!("table-{}", kind.table)]);
        missing.extend(named.filter(|key| !english.contains_key(key)));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
