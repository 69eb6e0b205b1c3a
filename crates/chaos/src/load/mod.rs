//! Callers that behave like phones, on a thread of their own.

mod ledger;
mod phone;
mod random;
mod record;
pub(crate) mod requests;

use std::cell::RefCell;
use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle, sleep};
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use loadkit::{Failure, Outcome};

pub(crate) use ledger::Ledger;
use phone::Phone;
pub(crate) use random::Random;
pub(crate) use record::{Kind, Record, Reply, Sample};

/// How often callers do what, as weights.
#[derive(Clone, Copy)]
pub(crate) struct Mix {
    pub(crate) signup: u32,
    pub(crate) login: u32,
    pub(crate) store: u32,
    pub(crate) events: u32,
    pub(crate) info: u32,
    pub(crate) page: u32,
    pub(crate) mobile: u32,
    pub(crate) health: u32,
}

/// As phones in the field: signing up and logging in is rare.
pub(crate) const USUAL: Mix =
    Mix { signup: 1, login: 1, store: 22, events: 32, info: 10, page: 0, mobile: 24, health: 10 };

/// What needs no database.
pub(crate) const CONTENT: Mix =
    Mix { signup: 0, login: 0, store: 0, events: 0, info: 0, page: 0, mobile: 5, health: 1 };

/// Who calls whom, and how often.
#[derive(Clone)]
pub(crate) struct Plan {
    pub(crate) phones: usize,
    /// Where the account routes are.
    pub(crate) api: SocketAddr,
    /// Where content may be asked for: either service.
    pub(crate) content: Vec<SocketAddr>,
    /// Where pages are.
    pub(crate) cms: Option<SocketAddr>,
    /// Between two requests of a phone.
    pub(crate) pause: Duration,
    pub(crate) mix: Mix,
}

impl Plan {
    /// Phones that call one instance of the api for everything.
    pub(crate) fn of(api: SocketAddr) -> Plan {
        Plan {
            phones: 16,
            api,
            content: vec![api],
            cms: None,
            pause: Duration::from_millis(25),
            mix: USUAL,
        }
    }

    /// The same with a cms beside it, asked for content and pages.
    pub(crate) fn with_cms(mut self, cms: SocketAddr) -> Plan {
        self.content.push(cms);
        self.cms = Some(cms);
        self.mix.page = 4;
        self
    }
}

/// How far the callers are, for whoever wants to harm them at the right moment.
#[derive(Default)]
struct Progress {
    stopping: AtomicBool,
    /// Phones that have an account.
    accounts: AtomicUsize,
    /// Requests that need the database and were answered 200.
    served: AtomicUsize,
}

/// Callers at work.
pub(crate) struct Load {
    phones: usize,
    progress: Arc<Progress>,
    thread: Option<JoinHandle<Outcome<Record>>>,
}

/// So many requests served after a fault say that it is over.
pub(crate) const ENOUGH: usize = 40;

/// Nothing that a load waits for takes longer, also on a busy machine.
const PATIENCE: Duration = Duration::from_secs(300);

impl Load {
    /// Lets the phones of a plan begin.
    pub(crate) fn start(plan: Plan) -> Load {
        let progress = Arc::new(Progress::default());
        let (phones, shared) = (plan.phones, Arc::clone(&progress));
        Load { phones, progress, thread: Some(thread::spawn(move || call(plan, &shared))) }
    }

    /// Lets the phones of a plan begin, and waits until each has its account.
    ///
    /// # Errors
    ///
    /// When that takes too long.
    pub(crate) fn signed_up(plan: Plan) -> Outcome<Load> {
        let load = Load::start(plan);
        load.wait(|progress| progress.accounts.load(Ordering::Relaxed) >= load.phones)?;
        Ok(load)
    }

    /// Waits until so many more requests were answered 200 that need the database.
    ///
    /// # Errors
    ///
    /// When that takes too long.
    pub(crate) fn served(&self, more: usize) -> Outcome<()> {
        let enough = self.progress.served.load(Ordering::Relaxed) + more;
        self.wait(|progress| progress.served.load(Ordering::Relaxed) >= enough)
    }

    fn wait(&self, happened: impl Fn(&Progress) -> bool) -> Outcome<()> {
        let began = Instant::now();
        while !happened(&self.progress) {
            if began.elapsed() > PATIENCE {
                return Err("the callers get no further".into());
            }
            sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// Lets every phone finish what it asked; everything they know.
    ///
    /// # Errors
    ///
    /// When the callers themselves broke down.
    pub(crate) fn end(mut self) -> Outcome<Record> {
        self.progress.stopping.store(true, Ordering::Relaxed);
        let thread = self.thread.take().ok_or("the callers were ended before")?;
        thread.join().map_err(|_| Failure::from("the callers' thread panicked"))?
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        self.progress.stopping.store(true, Ordering::Relaxed);
    }
}

fn call(plan: Plan, progress: &Progress) -> Outcome<Record> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let record = Rc::new(RefCell::new(Record::default()));
    let plan = Rc::new(plan);
    runtime.block_on(async {
        let mut phones: FuturesUnordered<_> = (0..plan.phones)
            .map(|number| Phone::new(number, Rc::clone(&plan), Rc::clone(&record)).call(progress))
            .collect();
        while phones.next().await.is_some() {}
    });
    Ok(record.take())
}
