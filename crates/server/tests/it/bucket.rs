//! A server of the S3 protocol, in this process, that can go away and come back.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// The one bucket's name.
const NAME: &str = "voices";

/// A bucket on a free port of this machine. Its files are in a folder, which the test can see.
pub(crate) struct Bucket {
    folder: TempDir,
    address: SocketAddr,
    running: Option<Running>,
}

struct Running {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Bucket {
    /// An empty one.
    pub(crate) fn start() -> Bucket {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(NAME)).unwrap();
        let (address, running) = run(folder.path(), SocketAddr::from(([127, 0, 0, 1], 0)));
        Bucket { folder, address, running: Some(running) }
    }

    /// The settings that lead to it.
    pub(crate) fn variables(&self) -> Vec<(&'static str, String)> {
        vec![
            ("STORAGE_BUCKET", format!("s3://{NAME}")),
            ("AWS_ENDPOINT_URL", format!("http://{}", self.address)),
            ("AWS_ACCESS_KEY_ID", "key".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "secret of the tests".to_owned()),
            ("AWS_REGION", "us-east-1".to_owned()),
        ]
    }

    /// Stops answering; what is stored stays.
    pub(crate) fn go_away(&mut self) {
        if let Some(running) = self.running.take() {
            let _ = running.stop.send(());
            running.thread.join().unwrap();
        }
    }

    /// Answers again, under the same address.
    pub(crate) fn come_back(&mut self) {
        let (_, running) = run(self.folder.path(), self.address);
        self.running = Some(running);
    }

    /// The keys of all files, in order.
    pub(crate) fn keys(&self) -> Vec<String> {
        let mut found = Vec::new();
        let root = self.folder.path().join(NAME);
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned());
                }
            }
        }
        found.sort();
        found
    }

    /// The bytes of one file.
    pub(crate) fn content(&self, key: &str) -> Vec<u8> {
        std::fs::read(self.folder.path().join(NAME).join(key)).unwrap()
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            let _ = running.stop.send(());
            let _ = running.thread.join();
        }
    }
}

fn run(folder: &Path, address: SocketAddr) -> (SocketAddr, Running) {
    let files = FileSystem::new(folder).unwrap();
    let mut service = S3ServiceBuilder::new(files);
    service.set_auth(SimpleAuth::from_single("key", "secret of the tests"));
    let service = service.build();
    let (stop, stopped) = oneshot::channel();
    let (tell, told) = mpsc::channel();
    let thread = thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = TcpListener::bind(address).await.unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            tokio::select! {
                () = serve(&listener, &service) => {}
                _ = stopped => {}
            }
        });
        // Dropping the runtime breaks the connections that are open.
    });
    (told.recv().expect("a bucket that starts"), Running { stop, thread })
}

async fn serve(listener: &TcpListener, service: &S3Service) {
    loop {
        let Ok((socket, _)) = listener.accept().await else { return };
        let service = service.clone();
        tokio::spawn(async move {
            let _ = Builder::new(TokioExecutor::new())
                .serve_connection(TokioIo::new(socket), service)
                .await;
        });
    }
}
