//! What is stored comes back, from a folder and from a bucket alike.

use std::io::{Seek, SeekFrom, Write};
use std::time::{Duration, Instant};

use futures_util::TryStreamExt;
use server::storage::{Storage, StorageError};

use crate::bucket::Bucket;
use crate::settings::{DOES_NOT_SIGN, read};

fn storage(pairs: &[(&str, &str)]) -> Storage {
    let (settings, mistakes) = read(DOES_NOT_SIGN, pairs);
    assert_eq!(mistakes, "");
    Storage::new(&settings.storage)
}

fn of_bucket(bucket: &Bucket) -> Storage {
    let variables = bucket.variables();
    let pairs: Vec<_> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    storage(&pairs)
}

#[actix_web::test]
async fn a_folder_keeps_what_it_is_given() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made/when needed");
    tells_one_story(&storage(&[("STORAGE_DIR", path.to_str().unwrap())])).await;
}

#[actix_web::test]
async fn a_bucket_keeps_what_it_is_given() {
    let bucket = Bucket::start();
    tells_one_story(&of_bucket(&bucket)).await;
    assert_eq!(bucket.keys(), ["large.wav"]);
    assert_eq!(bucket.content("large.wav").len(), LARGE);
}

/// More than two pieces, and a bit.
const LARGE: usize = 11 * 1024 * 1024 + 3;

async fn tells_one_story(storage: &Storage) {
    assert!(matches!(storage.read("a.mp3").await, Err(StorageError::Missing)));
    assert_eq!(storage.size("a.mp3").await.unwrap(), None);
    storage.delete("a.mp3").await.unwrap();

    storage.put("a.mp3", "audio/mpeg", &b"0123456789"[..]).await.unwrap();
    storage.put("of/a/folder.json", "application/json", &b"{}"[..]).await.unwrap();
    assert_eq!(storage.size("a.mp3").await.unwrap(), Some(10));
    assert_eq!(storage.read("a.mp3").await.unwrap(), "0123456789");
    assert_eq!(storage.list("of").await.unwrap(), ["of/a/folder.json"]);
    let part = storage.get("a.mp3", |size| Some(2..size - 3)).await.unwrap();
    assert_eq!((part.size, part.range.clone(), part.tag.is_some()), (10, 2..7, true));
    let pieces: Vec<_> = part.into_stream().try_collect().await.unwrap();
    assert_eq!(pieces.concat(), b"23456");

    let mut file = tempfile::tempfile().unwrap();
    let content: Vec<u8> = (0..LARGE).map(|at| u8::try_from(at % 251).unwrap()).collect();
    file.write_all(&content).unwrap();
    file.seek(SeekFrom::Start(0)).unwrap();
    storage.put_file("large.wav", "audio/wav", file).await.unwrap();
    assert!(storage.read("large.wav").await.unwrap() == content);

    for key in ["a.mp3", "of/a/folder.json"] {
        storage.delete(key).await.unwrap();
        assert!(matches!(storage.read(key).await, Err(StorageError::Missing)));
    }
    for odd in ["", "../a", "a//b", "./a"] {
        assert!(storage.read(odd).await.is_err(), "{odd}");
    }
}

#[actix_web::test]
async fn a_bucket_that_is_away_is_noticed_soon_and_found_again() {
    let mut bucket = Bucket::start();
    let storage = of_bucket(&bucket);
    storage.put("a", "text/plain", &b"a"[..]).await.unwrap();
    bucket.go_away();
    let begin = Instant::now();
    let failed = storage.put("b", "text/plain", &b"b"[..]).await.unwrap_err();
    assert!(matches!(failed, StorageError::Away(_)));
    assert!(!failed.to_string().contains("secret of the tests"), "{failed}");
    assert!(storage.read("a").await.is_err() && storage.delete("a").await.is_err());
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
    bucket.come_back();
    storage.put("b", "text/plain", &b"b"[..]).await.unwrap();
    assert_eq!(storage.read("a").await.unwrap(), "a");
}

#[actix_web::test]
async fn wrong_credentials_are_the_storages_failure() {
    let bucket = Bucket::start();
    let variables = bucket.variables();
    let mut pairs: Vec<_> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    pairs.retain(|(name, _)| *name != "AWS_SECRET_ACCESS_KEY");
    pairs.push(("AWS_SECRET_ACCESS_KEY", "another secret"));
    let failed = storage(&pairs).put("a", "text/plain", &b"a"[..]).await.unwrap_err();
    assert!(matches!(failed, StorageError::Away(_)));
    assert!(bucket.keys().is_empty());
}

#[actix_web::test]
async fn a_folder_that_cannot_be_made_is_the_storages_failure() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let storage = storage(&[("STORAGE_DIR", file.to_str().unwrap())]);
    let failed = storage.put("a", "text/plain", &b"a"[..]).await.unwrap_err();
    assert!(failed.to_string().contains("STORAGE_DIR"), "{failed}");
}
