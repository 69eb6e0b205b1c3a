//! A network between two programs, with the faults that networks have.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use loadkit::{Failure, Outcome};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::sleep;

/// What the network does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// What it should.
    Pass,
    /// Nothing arrives, and nobody is told: connections open, and no byte comes through. What
    /// was sent arrives when the hole is closed, as TCP sends it again.
    BlackHole,
    /// Nobody listens; open connections are cut.
    Refuse,
    /// Every piece arrives so much later.
    Delay(Duration),
}

/// What every connection has to know.
#[derive(Clone, Copy)]
struct State {
    mode: Mode,
    /// Counted up when all connections are to be cut.
    cuts: u32,
}

/// A proxy on this machine. Ends with this value.
pub(crate) struct Proxy {
    pub(crate) address: SocketAddr,
    state: watch::Sender<State>,
    ended: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// How long the listener goes without looking whether it is still wanted.
const LOOK: Duration = Duration::from_millis(5);

impl Proxy {
    /// Listens on `port` and passes everything on to `target`.
    ///
    /// # Errors
    ///
    /// When the port cannot be had.
    pub(crate) fn start(port: u16, target: SocketAddr) -> Outcome<Proxy> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let (state, watched) = watch::channel(State { mode: Mode::Pass, cuts: 0 });
        let ended = Arc::new(AtomicBool::new(false));
        let ending = Arc::clone(&ended);
        let (started, wait) = mpsc::channel();
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let outcome = runtime.and_then(|runtime| {
                runtime.block_on(listen(address, target, watched, &ending, &started))
            });
            // Whoever waits for the start is told; afterwards nobody listens any more.
            let _ = started.send(outcome.map_err(Failure::from));
        });
        wait.recv().map_err(|_| Failure::from("the proxy did not start"))??;
        Ok(Proxy { address, state, ended, thread: Some(thread) })
    }

    pub(crate) fn set(&self, mode: Mode) {
        self.state.send_modify(|state| state.mode = mode);
        // Until the listener has noticed.
        thread::sleep(LOOK * 2);
    }

    /// Cuts every connection there is; new ones are welcome.
    pub(crate) fn cut(&self) {
        self.state.send_modify(|state| state.cuts += 1);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // It has nothing left to say.
            let _ = thread.join();
        }
    }
}

async fn listen(
    address: SocketAddr,
    target: SocketAddr,
    state: watch::Receiver<State>,
    ended: &AtomicBool,
    started: &mpsc::Sender<Outcome<()>>,
) -> std::io::Result<()> {
    let mut listener = Some(TcpListener::bind(address).await?);
    // The start is waited for; a failure of it is returned.
    let _ = started.send(Ok(()));
    while !ended.load(Ordering::Relaxed) {
        let refuses = state.borrow().mode == Mode::Refuse;
        if refuses {
            listener = None;
            sleep(LOOK).await;
            continue;
        }
        let listening = match listener.take() {
            Some(listening) => listening,
            None => TcpListener::bind(address).await?,
        };
        if let Ok(Ok((client, _))) = tokio::time::timeout(LOOK, listening.accept()).await {
            tokio::spawn(connection(client, target, state.clone()));
        }
        listener = Some(listening);
    }
    Ok(())
}

/// One connection, until either side or the network ends it.
async fn connection(client: TcpStream, target: SocketAddr, state: watch::Receiver<State>) {
    let mut cut = state.clone();
    let cuts = state.borrow().cuts;
    let passing = async {
        // In a black hole a connection seems to open, and nobody is there.
        through(&mut state.clone()).await;
        let server = TcpStream::connect(target).await?;
        let (from_client, to_client) = client.into_split();
        let (from_server, to_server) = server.into_split();
        tokio::select! {
            ended = pass(from_client, to_server, state.clone()) => ended,
            ended = pass(from_server, to_client, state.clone()) => ended,
        }
    };
    tokio::select! {
        _ = passing => {}
        _ = cut.wait_for(|state| state.mode == Mode::Refuse || state.cuts != cuts) => {}
    }
}

/// Waits while nothing comes through, or comes later.
async fn through(state: &mut watch::Receiver<State>) {
    let mode = state.borrow().mode;
    if let Mode::Delay(delay) = mode {
        sleep(delay).await;
    }
    // The other end of the channel lives as long as the proxy.
    let _ = state.wait_for(|state| state.mode != Mode::BlackHole).await;
}

async fn pass(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    mut state: watch::Receiver<State>,
) -> std::io::Result<()> {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = from.read(&mut buffer).await?;
        through(&mut state).await;
        if read == 0 {
            return to.shutdown().await;
        }
        to.write_all(&buffer[..read]).await?;
    }
}
