//! The `STORAGE_*` variables, and those by which Amazon and Google name credentials.

use std::path::PathBuf;

use domain::secret::Secret;

use super::Source;
use crate::storage::Storage;

/// Where files are kept.
#[derive(Clone, Debug)]
pub struct StorageSettings {
    /// The folder or bucket.
    pub place: Place,
    /// `STORAGE_BASE_URL`: the address below which phones and browsers fetch files, without a
    /// slash at its end. Unset: the cms hands them out itself.
    pub base_url: Option<String>,
}

/// A folder or a bucket.
#[derive(Clone, Debug)]
pub enum Place {
    /// `STORAGE_DIR`: a folder of this machine (default `files`). It is made when the first
    /// file is stored.
    Folder(PathBuf),
    /// `STORAGE_BUCKET`: a bucket of S3, or of a service that speaks its protocol.
    S3(S3),
    /// `STORAGE_BUCKET`: a bucket of Google Cloud Storage.
    Gcs {
        /// Its name.
        bucket: String,
        /// `GOOGLE_APPLICATION_CREDENTIALS`: the JSON file of a service account. Unset: those
        /// of the machine.
        credentials: Option<String>,
    },
}

/// A bucket of S3.
#[derive(Clone, Debug)]
pub struct S3 {
    /// Its name.
    pub bucket: String,
    /// `AWS_REGION` (default `ap-south-1`, Mumbai).
    pub region: String,
    /// `AWS_ENDPOINT_URL`: another service that speaks the protocol. Unset: Amazon's.
    pub endpoint: Option<String>,
    /// `AWS_ACCESS_KEY_ID`. Unset: the credentials of the container or machine.
    pub access_key: Option<String>,
    /// `AWS_SECRET_ACCESS_KEY`.
    pub secret_key: Secret,
    /// `AWS_SESSION_TOKEN`: comes with credentials that expire.
    pub session_token: Secret,
    /// `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI`: set by Amazon where a service has a role.
    pub container_relative_uri: Option<String>,
    /// `AWS_CONTAINER_CREDENTIALS_FULL_URI`: the same.
    pub container_full_uri: Option<String>,
    /// `AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE`: the same.
    pub container_token_file: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Guessed,
    S3,
    Gcs,
}

/// Reads where files are kept.
pub(super) fn read(source: &mut Source) -> StorageSettings {
    let folder = PathBuf::from(source.text("STORAGE_DIR", "files"));
    let named = source.optional("STORAGE_BUCKET");
    // `STORAGE_KIND`: `s3` or `gcs`. Unset: by the scheme of the bucket, `s3://` or `gs://`;
    // without one it is Google's, as for the original, if there are credentials for that.
    let kind =
        source.choice("STORAGE_KIND", &[("", Kind::Guessed), ("s3", Kind::S3), ("gcs", Kind::Gcs)]);
    // Read as a secret: for push notifications it may be the key itself.
    let credentials = source.secret("GOOGLE_APPLICATION_CREDENTIALS");
    let credentials = Some(credentials.expose().to_owned()).filter(|path| !path.is_empty());
    let s3 = S3 {
        bucket: String::new(),
        region: source.text("AWS_REGION", "ap-south-1"),
        endpoint: source.optional("AWS_ENDPOINT_URL"),
        access_key: source.optional("AWS_ACCESS_KEY_ID"),
        secret_key: source.secret("AWS_SECRET_ACCESS_KEY"),
        session_token: source.secret("AWS_SESSION_TOKEN"),
        container_relative_uri: source.optional("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"),
        container_full_uri: source.optional("AWS_CONTAINER_CREDENTIALS_FULL_URI"),
        container_token_file: source.optional("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"),
    };
    let base_url = read_base_url(source);
    let place = match named {
        None => Place::Folder(folder),
        Some(named) => {
            let (guessed, bucket) = split(&named);
            let kind = match (kind, guessed) {
                (Kind::Guessed, Kind::Guessed) if credentials.is_some() => Kind::Gcs,
                (Kind::Guessed, guessed) => guessed,
                (chosen, _) => chosen,
            };
            match kind {
                Kind::S3 => Place::S3(S3 { bucket, ..s3 }),
                Kind::Gcs => Place::Gcs { bucket, credentials },
                Kind::Guessed => {
                    source.mistake(
                        "STORAGE_KIND must say whether STORAGE_BUCKET is s3 or gcs \
                         (or write it as s3://… or gs://…)",
                    );
                    Place::Folder(folder)
                }
            }
        }
    };
    let settings = StorageSettings { place, base_url };
    if let Err(reason) = Storage::new(&settings).check() {
        source.mistake(format!("STORAGE_BUCKET cannot be used: {reason}"));
    }
    settings
}

/// The kind that a bucket's scheme says, and its name.
fn split(named: &str) -> (Kind, String) {
    let (kind, rest) = match named.split_once("://") {
        Some(("s3" | "s3a", rest)) => (Kind::S3, rest),
        Some(("gs" | "gcs", rest)) => (Kind::Gcs, rest),
        _ => (Kind::Guessed, named),
    };
    (kind, rest.trim_end_matches('/').to_owned())
}

fn read_base_url(source: &mut Source) -> Option<String> {
    let url = source.optional("STORAGE_BASE_URL")?;
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        source.mistake("STORAGE_BASE_URL is not a URL such as https://files.example.org");
    }
    Some(url.trim_end_matches('/').to_owned())
}
