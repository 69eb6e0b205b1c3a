//! A load balancer in front of several instances: it asks each whether it is ready, and leads
//! every request to one that is. Nothing is tried a second time.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use loadkit::http::{Answer, Connection, get};
use loadkit::{Failure, Outcome};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

/// Between two questions to an instance.
const EVERY: Duration = Duration::from_millis(500);

/// How long an answer is waited for.
const ANSWER: Duration = Duration::from_secs(1);

struct Instance {
    address: SocketAddr,
    ready: AtomicBool,
}

/// The balancer. Ends with this value.
pub(crate) struct Balancer {
    pub(crate) address: SocketAddr,
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<Outcome<()>>>,
}

impl Balancer {
    /// Listens on `port`.
    ///
    /// # Errors
    ///
    /// When the port cannot be had.
    pub(crate) fn start(port: u16, instances: &[SocketAddr]) -> Outcome<Balancer> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let listener = std::net::TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let instances: Arc<[Instance]> = instances
            .iter()
            .map(|address| Instance { address: *address, ready: AtomicBool::new(false) })
            .collect();
        let ended = Arc::new(AtomicBool::new(false));
        let ending = Arc::clone(&ended);
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                serve(TcpListener::from_std(listener)?, instances, &ending).await;
                Ok(())
            })
        });
        Ok(Balancer { address, ended, thread: Some(thread) })
    }

    /// Ends it.
    ///
    /// # Errors
    ///
    /// When it broke down before.
    pub(crate) fn end(mut self) -> Outcome<()> {
        self.ended.store(true, Ordering::Relaxed);
        let thread = self.thread.take().ok_or("the balancer was ended before")?;
        thread.join().map_err(|_| Failure::from("the balancer panicked"))?
    }
}

impl Drop for Balancer {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
    }
}

async fn serve(listener: TcpListener, instances: Arc<[Instance]>, ended: &AtomicBool) {
    for number in 0..instances.len() {
        tokio::spawn(watch(Arc::clone(&instances), number));
    }
    let turn = Arc::new(AtomicUsize::new(0));
    while !ended.load(Ordering::Relaxed) {
        let accepted = timeout(Duration::from_millis(50), listener.accept()).await;
        if let Ok(Ok((client, _))) = accepted {
            let (instances, turn) = (Arc::clone(&instances), Arc::clone(&turn));
            // A client that goes away is no failure of ours.
            tokio::spawn(async move { client_connection(client, &instances, &turn).await.ok() });
        }
    }
}

async fn watch(instances: Arc<[Instance]>, number: usize) {
    let instance = &instances[number];
    let question = get("/ready", &["Connection: close"]);
    loop {
        let asked = async { Connection::open(instance.address).await?.exchange(&question).await };
        // One late answer does not make an instance unhealthy.
        if let Ok(answer) = timeout(ANSWER, asked).await {
            instance.ready.store(matches!(answer, Ok(200)), Ordering::Relaxed);
        }
        sleep(EVERY).await;
    }
}

/// Serves one client. It keeps the instance that it has while that is ready, over a connection
/// of its own.
async fn client_connection(
    mut client: TcpStream,
    instances: &[Instance],
    turn: &AtomicUsize,
) -> std::io::Result<()> {
    client.set_nodelay(true)?;
    let mut upstream: Option<(usize, Connection)> = None;
    while let Some(request) = read_request(&mut client).await? {
        if upstream.as_ref().is_some_and(|(number, _)| !ready(instances, *number)) {
            upstream = None;
        }
        let (number, mut connection) = match upstream.take() {
            Some(kept) => kept,
            None => {
                let next = turn.fetch_add(1, Ordering::Relaxed);
                let mut all = (0..instances.len()).map(|offset| (next + offset) % instances.len());
                let number = all.find(|number| ready(instances, *number));
                let number = number.ok_or(ErrorKind::HostUnreachable)?;
                (number, Connection::open(instances[number].address).await?)
            }
        };
        let answer = connection.fetch(&request).await?;
        let (head, closes) = without_close(&answer);
        client.write_all(&[head.as_bytes(), &answer.body].concat()).await?;
        if !closes {
            upstream = Some((number, connection));
        }
    }
    Ok(())
}

fn ready(instances: &[Instance], number: usize) -> bool {
    instances[number].ready.load(Ordering::Relaxed)
}

/// The head for the client, whose connection to us goes on; and whether the instance ends its.
fn without_close(answer: &Answer) -> (String, bool) {
    let is_close = |line: &&str| line.trim_end().eq_ignore_ascii_case("connection: close");
    let closes = answer.head.lines().any(|line| is_close(&line));
    let head = answer.head.split_inclusive('\n').filter(|line| !is_close(line)).collect();
    (head, closes)
}

/// A whole request, or `None` where the client has no more.
async fn read_request(client: &mut TcpStream) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let mut length = None;
    while length.is_none_or(|length| bytes.len() < length) {
        if client.read_buf(&mut bytes).await? == 0 {
            return Ok(None);
        }
        if length.is_none()
            && let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n")
        {
            length = Some(end + 4 + body_length(&bytes[..end]));
        }
    }
    Ok(Some(bytes))
}

fn body_length(head: &[u8]) -> usize {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let value = head.lines().find_map(|line| line.strip_prefix("content-length:"));
    value.and_then(|value| value.trim().parse().ok()).unwrap_or(0)
}
