//! Folders and buckets.

use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::local::LocalFileSystem;
use object_store::{BackoffConfig, ClientOptions, ObjectStore, RetryConfig};

use crate::settings::{Place, S3};

/// Opens a folder or a bucket.
pub(super) fn open(place: &Place) -> Result<Arc<dyn ObjectStore>, String> {
    let Place::Folder(folder) = place else { return bucket(place) };
    let failed = |error: &dyn std::fmt::Display| format!("the folder of STORAGE_DIR: {error}");
    std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| failed(&error))?;
    // What has been acknowledged is still there after a power cut.
    Ok(Arc::new(store.with_fsync(true)))
}

/// The client of a bucket. It asks nobody yet; only files with credentials are read.
pub(super) fn bucket(place: &Place) -> Result<Arc<dyn ObjectStore>, String> {
    let built: Result<Arc<dyn ObjectStore>, _> = match place {
        Place::Folder(_) => return open(place),
        Place::S3(bucket) => s3(bucket).build().map(|store| Arc::new(store) as _),
        Place::Gcs { bucket, credentials } => {
            let mut builder = GoogleCloudStorageBuilder::new()
                .with_bucket_name(bucket)
                .with_retry(retries())
                .with_client_options(client());
            if let Some(path) = credentials {
                builder = builder.with_application_credentials(path);
            }
            builder.build().map(|store| Arc::new(store) as _)
        }
    };
    built.map_err(|error| error.to_string())
}

fn s3(bucket: &S3) -> AmazonS3Builder {
    let endpoint = bucket.endpoint.as_deref();
    // TLS is given up only for an address that says so, such as one of this machine.
    let insecure = endpoint.is_some_and(|endpoint| endpoint.starts_with("http://"));
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&bucket.bucket)
        .with_region(&bucket.region)
        .with_retry(retries())
        .with_client_options(client().with_allow_http(insecure));
    if let Some(endpoint) = endpoint {
        builder = builder.with_endpoint(endpoint.trim_end_matches('/'));
    }
    if let Some(key) = &bucket.access_key {
        builder =
            builder.with_access_key_id(key).with_secret_access_key(bucket.secret_key.expose());
    }
    if !bucket.session_token.is_empty() {
        builder = builder.with_token(bucket.session_token.expose());
    }
    let container = [
        (AmazonS3ConfigKey::ContainerCredentialsRelativeUri, &bucket.container_relative_uri),
        (AmazonS3ConfigKey::ContainerCredentialsFullUri, &bucket.container_full_uri),
        (AmazonS3ConfigKey::ContainerAuthorizationTokenFile, &bucket.container_token_file),
    ];
    for (key, value) in container {
        if let Some(value) = value {
            builder = builder.with_config(key, value);
        }
    }
    builder
}

fn client() -> ClientOptions {
    ClientOptions::new()
        .with_connect_timeout(Duration::from_secs(3))
        .with_timeout(Duration::from_secs(40))
}

/// An editor is waiting: what does not work after some seconds is reported, and she tries
/// again.
fn retries() -> RetryConfig {
    RetryConfig {
        backoff: BackoffConfig {
            init_backoff: Duration::from_millis(200),
            max_backoff: Duration::from_secs(2),
            base: 2.0,
        },
        max_retries: 3,
        retry_timeout: Duration::from_secs(15),
    }
}
