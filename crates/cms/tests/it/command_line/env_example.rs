//! `.env.example` lists every setting and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use api::settings::ApiSettings;
use cms::settings::CmsSettings;
use server::settings::{Reading, Settings, Source};

const EXAMPLE: &str = include_str!("../../../../../.env.example");

/// Lines that are not a comment, as name and value.
fn example() -> Vec<(&'static str, &'static str)> {
    let lines = EXAMPLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once('=').unwrap_or_else(|| panic!("{line}"))).collect()
}

/// What both services read when they are given `pairs`.
fn readings(pairs: &[(&str, &str)]) -> BTreeMap<&'static str, Reading> {
    let read = |api: bool| {
        let mut source = Source::from_pairs(pairs).unwrap();
        if api {
            Settings::read(&mut source, api::IDENTITY);
            ApiSettings::read(&mut source);
        } else {
            let shared = Settings::read(&mut source, cms::IDENTITY);
            CmsSettings::read(&mut source, &shared);
        }
        source.readings().to_vec()
    };
    [read(true), read(false)].concat().into_iter().map(|reading| (reading.name, reading)).collect()
}

#[test]
fn every_setting_is_listed_once_and_nothing_else_is() {
    let listed: Vec<&str> = example().into_iter().map(|(name, _)| name).collect();
    let once: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(listed.len(), once.len(), "a setting is listed twice");
    assert_eq!(once, readings(&[]).into_keys().collect());
}

/// So copying the file changes nothing, and reading it tells the defaults.
#[test]
fn the_values_are_the_defaults() {
    let (copied, defaults) = (readings(&example()), readings(&[]));
    for (name, default) in defaults {
        // One variable with two defaults is left empty, like those that depend on the machine.
        assert_eq!(copied[name].shown, default.shown, "{name}");
    }
}

#[test]
fn every_setting_is_explained() {
    let mut explained = false;
    for line in EXAMPLE.lines() {
        match line.chars().next() {
            Some('#') => explained = true,
            Some(_) => assert!(explained, "{line} has no comment above it"),
            None => explained = false,
        }
    }
}

/// The services' own reader of such files takes it.
#[test]
fn both_services_can_read_it() {
    for name in super::program::BOTH {
        let folder = tempfile::tempdir().unwrap();
        let text = EXAMPLE.replace("\nDATABASE_HOST=\n", "\nDATABASE_HOST=db\n").replace(
            "\nAPPLICATION_SECRET=\n",
            "\nAPPLICATION_SECRET=0123456789abcdef0123456789abcdef\n",
        );
        std::fs::write(folder.path().join(".env"), text).unwrap();
        let ended = super::program::run(
            super::program::program(name).arg("--check-config").current_dir(folder.path()),
            "",
        );
        assert_eq!(ended.code, Some(0), "{}", ended.log);
    }
}
