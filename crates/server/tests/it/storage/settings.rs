//! What the `STORAGE_*` variables mean.

use server::settings::{Place, StorageSettings};
use server::storage::Storage;

use crate::settings::{DOES_NOT_SIGN, read};

fn storage(pairs: &[(&str, &str)]) -> StorageSettings {
    let (settings, mistakes) = read(DOES_NOT_SIGN, pairs);
    assert_eq!(mistakes, "");
    settings.storage
}

fn place(pairs: &[(&str, &str)]) -> String {
    match storage(pairs).place {
        Place::Folder(folder) => format!("folder {}", folder.display()),
        Place::S3(bucket) => format!("s3 {}", bucket.bucket),
        Place::Gcs { bucket, .. } => format!("gcs {bucket}"),
    }
}

/// As Google writes them; the key is made up.
const CREDENTIALS: &str =
    r#"{"type": "authorized_user", "client_id": "x", "client_secret": "x", "refresh_token": "x"}"#;

#[test]
fn the_kind_is_chosen_or_guessed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("google.json");
    std::fs::write(&path, CREDENTIALS).unwrap();
    let google = ("GOOGLE_APPLICATION_CREDENTIALS", path.to_str().unwrap());
    let bucket = |name| ("STORAGE_BUCKET", name);
    let kind = |name| ("STORAGE_KIND", name);
    assert_eq!(place(&[]), "folder files");
    assert_eq!(place(&[("STORAGE_DIR", "/srv/files"), google]), "folder /srv/files");
    assert_eq!(place(&[bucket("s3://voices/")]), "s3 voices");
    assert_eq!(place(&[bucket("gs://voices"), google]), "gcs voices");
    assert_eq!(place(&[bucket("voices"), kind("s3")]), "s3 voices");
    assert_eq!(place(&[bucket("voices"), kind("gcs"), google]), "gcs voices");
    // What the original was given.
    assert_eq!(place(&[bucket("oky.appspot.com"), google]), "gcs oky.appspot.com");
}

#[test]
fn what_cannot_work_stops_the_start() {
    let cases = [
        (vec![("STORAGE_BUCKET", "voices")], "STORAGE_KIND"),
        (vec![("STORAGE_BUCKET", "voices"), ("STORAGE_KIND", "azure")], "STORAGE_KIND"),
        (
            vec![
                ("STORAGE_BUCKET", "gs://voices"),
                ("GOOGLE_APPLICATION_CREDENTIALS", "/nowhere/google.json"),
            ],
            "STORAGE_BUCKET",
        ),
        (vec![("STORAGE_BASE_URL", "files.example.org")], "STORAGE_BASE_URL"),
    ];
    for (pairs, variable) in cases {
        let (_, mistakes) = read(DOES_NOT_SIGN, &pairs);
        assert!(mistakes.contains(variable), "{pairs:?}: {mistakes}");
    }
}

#[test]
fn base_and_key_are_joined_by_one_slash() {
    let address =
        |base: &str, key: &str| Storage::new(&storage(&[("STORAGE_BASE_URL", base)])).address(key);
    let expected = "https://files.example.org/o/a.mp3?alt=media";
    for base in ["https://files.example.org/o", "https://files.example.org/o/"] {
        for key in ["a.mp3", "/a.mp3"] {
            assert_eq!(address(base, key), expected);
        }
    }
    assert_eq!(Storage::new(&storage(&[])).address("a.mp3"), "/files/a.mp3?alt=media");
}
