//! Keeps the content fresh, on a thread of its own.
//!
//! A change is noticed by notification within a tenth of a second, whoever made it, and by
//! the polled version if a notification was lost. While the database is away the last
//! snapshot goes on being served; after a restart it is read back from disk.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime};

use db::content::listener::ContentListener;
use db::content::version::ContentVersion;
use db::error::DbError;
use uuid::Uuid;

use super::data::Data;
use crate::context::Context;

/// How often the connection is looked at. Looking costs no round trip.
const TICK: Duration = Duration::from_millis(50);

/// Between two attempts to reach the database.
const RETRY: Duration = Duration::from_secs(1);

/// Least time from one rebuild to the next, so that an import of a thousand rows does not
/// build a thousand snapshots.
const REST: Duration = Duration::from_millis(300);

/// Reads the kept snapshot, if there is one, and starts the thread, which ends soon after the
/// process begins to stop. Called before anybody is served, so that an instance that starts while
/// the database is away has content for its first caller.
///
/// # Errors
///
/// When the operating system gives no thread.
pub fn spawn(context: Context) -> io::Result<JoinHandle<()>> {
    let file = context.settings.content.snapshot_dir.as_ref().map(|dir| dir.join("content.json"));
    let kept = file.as_deref().and_then(kept);
    if let Some(data) = &kept {
        context.content.publish_uncompressed(data.clone());
    }
    thread::Builder::new().name("content".to_owned()).spawn(move || {
        if let Some(data) = kept {
            context.content.publish(data);
        }
        let mut keeper = Keeper { context, file, seen: None };
        while !keeper.context.lifecycle.is_stopping() {
            if keeper.context.db.is_open()
                && let Err(error) = keeper.keep()
            {
                keeper.context.metrics.snapshot_failures.inc();
                log::warn!("content: {error}");
                thread::sleep(RETRY);
            }
            thread::sleep(TICK);
        }
    })
}

struct Keeper {
    context: Context,
    file: Option<PathBuf>,
    seen: Option<ContentVersion>,
}

impl Keeper {
    /// Listens until the connection is lost or the process stops.
    fn keep(&mut self) -> Result<(), DbError> {
        let mut listener = ContentListener::connect(self.context.db.settings())?;
        // What happened while nobody listened was announced to nobody.
        let mut stale = true;
        let mut polled = Instant::now();
        while !self.context.lifecycle.is_stopping() {
            stale |= listener.heard()?;
            if polled.elapsed() >= self.context.settings.content.poll {
                stale |= Some(listener.version()?) != self.seen;
                polled = Instant::now();
                self.mark_fresh();
            }
            if stale {
                self.rebuild(&mut listener)?;
                stale = false;
                thread::sleep(REST);
            } else {
                thread::sleep(TICK);
            }
        }
        Ok(())
    }

    fn rebuild(&mut self, listener: &mut ContentListener) -> Result<(), DbError> {
        let content = listener.load()?;
        let version = content.version.clone();
        let data = Data::from_rows(content)
            .map_err(|_| DbError::Internal("content that is no JSON".to_owned()))?;
        if let Some(file) = &self.file
            && let Err(error) = save(file, &data)
        {
            log::warn!("the content snapshot could not be kept on disk: {error}");
        }
        self.context.content.publish(data);
        self.seen = Some(version);
        self.context.metrics.snapshots_built.inc();
        self.mark_fresh();
        Ok(())
    }

    fn mark_fresh(&self) {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        self.context.metrics.snapshot_fresh_at.set(i64::try_from(now.as_secs()).unwrap_or(0));
    }
}

fn kept(file: &Path) -> Option<Data> {
    let read = || -> io::Result<Data> { Ok(serde_json::from_slice(&fs::read(file)?)?) };
    match read() {
        Ok(data) => Some(data),
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound {
                log::warn!("the kept content snapshot cannot be used: {error}");
            }
            None
        }
    }
}

/// Writes beside and renames, so that a crash leaves the old file or the new one. Both
/// services may share the folder, so each write has a name of its own: in containers their
/// process numbers are the same.
fn save(file: &Path, data: &Data) -> io::Result<()> {
    if let Some(dir) = file.parent() {
        fs::create_dir_all(dir)?;
    }
    let beside = file.with_extension(Uuid::new_v4().simple().to_string());
    let written = fs::File::create(&beside).and_then(|mut out| {
        out.write_all(&serde_json::to_vec(data)?)?;
        // Renamed before it is on the disk, a power cut could leave an empty file.
        out.sync_all()
    });
    written.and_then(|()| fs::rename(&beside, file)).inspect_err(|_| {
        // The disk may be full: half a file would make it fuller each time.
        let _ = fs::remove_file(&beside);
    })
}
