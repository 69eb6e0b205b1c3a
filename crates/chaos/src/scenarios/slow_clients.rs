//! Thousands of connections that take long, or do nothing at all.

use std::io;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use loadkit::{Failure, Outcome};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep as pause, timeout};

use crate::check::check;
use crate::load::{Kind, Load};
use crate::report::{Finding, SERVED_OR_LATER};
use crate::stage::Stage;

const MOST_MEGABYTES: f64 = 200.0;

/// A p99 below this is nothing that anybody waits for, however much less it was before.
const NO_WAIT_MILLIS: f64 = 25.0;

/// How a connection wastes time, and when it must be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Waste {
    /// Headers, a byte a second.
    Headers,
    /// A body, a byte a second.
    Body,
    /// A body that stops.
    StalledBody,
    /// Nothing at all.
    Nothing,
    /// Nothing after a first request.
    Idle,
}

/// The time-outs of the service, in seconds, and how many connections there are.
struct Measures {
    header: u64,
    body_idle: u64,
    body: u64,
    keep_alive: u64,
    slow: usize,
    idle: usize,
}

/// Those of production, and everything that the requirements name.
const FULL: Measures =
    Measures { header: 15, body_idle: 15, body: 100, keep_alive: 75, slow: 2_000, idle: 10_000 };

const SHORT: Measures =
    Measures { header: 4, body_idle: 4, body: 12, keep_alive: 8, slow: 200, idle: 1_000 };

/// What a close may take on top of its time-out.
const ON_TOP: Duration = Duration::from_secs(5);

impl Waste {
    fn closed_after(self, measures: &Measures) -> Duration {
        Duration::from_secs(match self {
            Waste::Headers | Waste::Nothing => measures.header,
            Waste::Body => measures.body,
            Waste::StalledBody => measures.body_idle,
            Waste::Idle => measures.keep_alive,
        }) + ON_TOP
    }

    /// What is sent first.
    fn begins(self) -> &'static [u8] {
        match self {
            Waste::Headers => b"GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
            Waste::Body | Waste::StalledBody => {
                b"POST /analytics/append-events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"events\":["
            }
            Waste::Nothing => b"",
            Waste::Idle => b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
        }
    }

    fn goes_on(self) -> bool {
        matches!(self, Waste::Headers | Waste::Body)
    }
}

/// So many connections that waste time in one way.
type Crowd = [(Waste, usize)];

pub(super) fn play(stage: &Stage) -> Outcome<Vec<Finding>> {
    let measures = stage.pick(FULL, SHORT);
    let (slow, idle) = (measures.slow, measures.idle);
    let bodies = [(Waste::Body, slow / 2), (Waste::StalledBody, slow / 2)];
    let headers = (Waste::Headers, slow);
    Ok(vec![
        beside(stage, "slow-clients", &measures, &[bodies[0], bodies[1], headers])?,
        beside(
            stage,
            "idle-clients",
            &measures,
            &[(Waste::Idle, idle / 2), (Waste::Nothing, idle / 2)],
        )?,
    ])
}

/// What phones notice beside a crowd.
fn beside(stage: &Stage, name: &str, measures: &Measures, crowd: &Crowd) -> Outcome<Finding> {
    let database = stage.database()?;
    let seconds = |seconds: u64| seconds.to_string();
    let own = [
        ("HEADER_TIMEOUT_SECONDS", seconds(measures.header)),
        ("BODY_IDLE_TIMEOUT_SECONDS", seconds(measures.body_idle)),
        ("BODY_TIMEOUT_SECONDS", seconds(measures.body)),
        ("KEEP_ALIVE_SECONDS", seconds(measures.keep_alive)),
    ];
    let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut api = stage.api(&database, stage.port()?, &own)?;
    api.first_success("/ready")?;

    let load = Load::signed_up(stage.plan(api.address))?;
    let calm = Instant::now();
    let alone = api.memory_megabytes().unwrap_or_default();
    sleep(Duration::from_secs(10));
    let (opened, wait) = mpsc::channel();
    let address = api.address;
    let all: Vec<Waste> =
        crowd.iter().flat_map(|(waste, count)| std::iter::repeat_n(*waste, *count)).collect();
    let connections = all.len();
    let limit = Duration::from_secs(measures.body) + ON_TOP * 2;
    let began = Instant::now();
    let wasting = thread::spawn(move || waste(address, all, limit, &opened));
    // All of them at once, as long as the first are not closed again.
    wait.recv().map_err(|_| Failure::from("the connections could not be opened"))?;
    let crowded = Instant::now();
    let settled = Duration::from_secs(measures.header).saturating_sub(crowded - began);
    let mut memory: f64 = 0.0;
    while !wasting.is_finished() {
        memory = memory.max(api.memory_megabytes().unwrap_or_default());
        sleep(Duration::from_millis(200));
    }
    let closed =
        wasting.join().map_err(|_| Failure::from("the connections' thread panicked"))??;
    let record = load.end()?;

    let mut finding = Finding::of(name);
    finding.judge(&record, SERVED_OR_LATER);
    finding.compare(check(&database, &record.ledger)?);
    for (waste, _) in crowd {
        let took = closed.iter().filter(|(kind, _)| kind == waste).map(|(_, took)| *took);
        let longest = took.max().unwrap_or_default();
        finding.at_most(&format!("{waste:?} was open for"), longest, waste.closed_after(measures));
        finding.note(format!("{waste:?}: closed after at most {:.1} s", longest.as_secs_f64()));
    }
    let quick = |kind: Kind| !kind.hashes();
    let before = record.p99(calm, began, quick);
    let crowded_p99 = record.p99(crowded, crowded + settled.max(Duration::from_secs(1)), quick);
    finding.require(
        crowded_p99 <= (2.0 * before).max(stage.pick(NO_WAIT_MILLIS, 20.0 * NO_WAIT_MILLIS)),
        format!("p99 of others {crowded_p99:.1} ms beside, {before:.1} ms before"),
    );
    finding.require(memory <= MOST_MEGABYTES, format!("{memory:.0} MB of memory"));
    finding.note(format!(
        "{connections} connections opened in {:.1} s; p99 of others {before:.1} ms before, {crowded_p99:.1} ms beside; {alone:.0} MB before, {memory:.0} MB beside",
        (crowded - began).as_secs_f64()
    ));
    Ok(finding)
}

/// Opens all connections, says so, and watches them until they are closed; how long each was
/// open. One that is never closed counts with `limit`.
fn waste(
    address: SocketAddr,
    crowd: Vec<Waste>,
    limit: Duration,
    opened: &mpsc::Sender<()>,
) -> Outcome<Vec<(Waste, Duration)>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut open = FuturesUnordered::new();
        let mut closed = Vec::new();
        for waste in crowd {
            let stream = TcpStream::connect(address).await?;
            let began = Instant::now();
            open.push(async move {
                // Whether it ends by an answer, an end or a reset is all the same.
                let _ = timeout(limit, hold(stream, waste)).await;
                (waste, began.elapsed())
            });
            // Those that are open begin meanwhile.
            while let Ok(Some(end)) = timeout(Duration::ZERO, open.next()).await {
                closed.push(end);
            }
        }
        // Nobody waits any more where the scenario failed.
        let _ = opened.send(());
        while let Some(end) = open.next().await {
            closed.push(end);
        }
        Ok(closed)
    })
}

async fn hold(mut stream: TcpStream, waste: Waste) -> io::Result<()> {
    stream.write_all(waste.begins()).await?;
    let (mut from, mut to) = stream.split();
    let sending = async {
        loop {
            pause(Duration::from_secs(1)).await;
            if waste.goes_on() && to.write_all(b"a").await.is_err() {
                return;
            }
        }
    };
    let receiving = async {
        let mut buffer = [0; 1024];
        while from.read(&mut buffer).await? > 0 {}
        Ok(())
    };
    tokio::select! {
        () = sending => Ok(()),
        ended = receiving => ended,
    }
}
