//! A phone with the app: it signs up, and then keeps what the girl enters in step.

use std::cell::RefCell;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use loadkit::http::{Answer, Connection};
use serde_json::Value;
use tokio::time::{sleep, timeout};
use uuid::Uuid;

use super::ledger::StoredEvent;
use super::{Kind, Plan, Progress, Random, Record, Reply, Sample, requests};

/// What a phone reads without saying who it is.
const CONTENT: [&str; 4] =
    ["/mobile/articles/ne", "/mobile/content/ne", "/mobile/quizzes/ne", "/mobile/new-surveys/ne"];

/// No phone waits longer for an answer.
const PATIENCE: Duration = Duration::from_secs(100);

/// A service closes connections that were idle for longer than a minute, and clients do before.
const IDLE: Duration = Duration::from_secs(50);

/// After a failure. Phones of girls wait a minute; these come back at once, to be where the
/// faults are.
const REST: Duration = Duration::from_millis(100);

/// Events of one batch.
const MOST_EVENTS: u32 = 8;

pub(super) struct Phone {
    number: usize,
    plan: Rc<Plan>,
    record: Rc<RefCell<Record>>,
    random: Random,
    /// Open connections, and when each was used last.
    connections: HashMap<SocketAddr, (Connection, Instant)>,
    /// A signup that was not answered 200 yet, and is sent again until it is.
    signing_up: Option<Owner>,
    owner: Option<Owner>,
    token: String,
    /// Events that were not acknowledged yet, and are sent again until they are.
    queue: Vec<Uuid>,
}

/// An account of the ledger.
#[derive(Clone)]
struct Owner {
    account: usize,
    id: Uuid,
    name: String,
}

impl Phone {
    pub(super) fn new(number: usize, plan: Rc<Plan>, record: Rc<RefCell<Record>>) -> Phone {
        Phone {
            number,
            plan,
            record,
            random: Random::of(number),
            connections: HashMap::new(),
            signing_up: None,
            owner: None,
            token: String::new(),
            queue: Vec::new(),
        }
    }

    pub(super) async fn call(mut self, progress: &Progress) {
        // Not all at the same instant.
        sleep(self.plan.pause * self.random.below(10) / 10).await;
        while !progress.stopping.load(Ordering::Relaxed) {
            let had_account = self.owner.is_some();
            let kind = self.choose();
            let succeeded = self.act(kind).await;
            let served = succeeded && !kind.never_fails();
            progress.served.fetch_add(usize::from(served), Ordering::Relaxed);
            let first = !had_account && self.owner.is_some();
            progress.accounts.fetch_add(usize::from(first), Ordering::Relaxed);
            sleep(if succeeded { self.plan.pause } else { REST.max(self.plan.pause) }).await;
        }
    }

    /// One request; whether it was answered 200.
    async fn act(&mut self, kind: Kind) -> bool {
        match kind {
            Kind::Signup => self.sign_up().await,
            Kind::Store => self.store().await,
            Kind::Events => self.append_events().await,
            Kind::Login => {
                let request = requests::login(self.name());
                self.ask(kind, self.plan.api, &request).await.is_some()
            }
            Kind::Info => {
                let request = requests::got(&format!("/account/info/{}", self.name()), self.number);
                self.ask(kind, self.plan.api, &request).await.is_some()
            }
            Kind::Page => {
                let address = self.plan.cms.unwrap_or(self.plan.api);
                self.ask(kind, address, &requests::got("/login", self.number)).await.is_some()
            }
            Kind::Mobile => {
                let path = self.content_path();
                let request = requests::got(path, self.number);
                let address = self.content_address();
                self.ask(kind, address, &request).await.is_some()
            }
            Kind::Health => {
                let request = requests::got("/health", self.number);
                let address = self.content_address();
                self.ask(kind, address, &request).await.is_some()
            }
        }
    }

    fn choose(&mut self) -> Kind {
        let mix = self.plan.mix;
        let needs_account = mix.store + mix.events + mix.info + mix.login > 0;
        if self.signing_up.is_some() || needs_account && self.owner.is_none() {
            // Content is read meanwhile too, or nobody would while nobody can sign up.
            let reads = mix.mobile + mix.health > 0 && self.random.below(2) == 0;
            return if reads { Kind::Mobile } else { Kind::Signup };
        }
        let weights = [
            (Kind::Signup, mix.signup),
            (Kind::Login, mix.login),
            (Kind::Store, mix.store),
            (Kind::Events, mix.events),
            (Kind::Info, mix.info),
            (Kind::Page, mix.page),
            (Kind::Mobile, mix.mobile),
            (Kind::Health, mix.health),
        ];
        let mut left = self.random.below(weights.iter().map(|(_, weight)| weight).sum());
        for (kind, weight) in weights {
            if left < weight {
                return kind;
            }
            left -= weight;
        }
        Kind::Health
    }

    fn name(&self) -> &str {
        self.owner.as_ref().map_or("nobody", |owner| &owner.name)
    }

    fn content_path(&mut self) -> &'static str {
        CONTENT[self.random.below(4) as usize]
    }

    fn content_address(&mut self) -> SocketAddr {
        let all = u32::try_from(self.plan.content.len()).unwrap_or(1);
        self.plan.content[self.random.below(all) as usize]
    }

    /// A new account takes the place of the one before, when it is there.
    async fn sign_up(&mut self) -> bool {
        let owner = self.signing_up.take().unwrap_or_else(|| {
            let id = Uuid::new_v4();
            let name = format!("test-girl-{id}");
            let account = self.record.borrow_mut().ledger.begin_account(id, &name);
            Owner { account, id, name }
        });
        let request = requests::signup(owner.id, &owner.name);
        let answer = self.ask(Kind::Signup, self.plan.api, &request).await;
        let Some(token) = answer.and_then(|answer| token_of(&answer.body)) else {
            self.signing_up = Some(owner);
            return false;
        };
        self.record.borrow_mut().ledger.accounts[owner.account].acknowledged = true;
        self.token = token;
        self.owner = Some(owner);
        // What was in the queue belongs to the one before.
        self.queue.clear();
        true
    }

    async fn store(&mut self) -> bool {
        let Some(owner) = self.owner.clone() else { return false };
        let version = self.record.borrow_mut().ledger.next_store(owner.account);
        let request = requests::store(owner.id, version, &self.token);
        let stored = self.ask(Kind::Store, self.plan.api, &request).await.is_some();
        if stored {
            self.record.borrow_mut().ledger.acknowledge_store(owner.account, version);
        }
        stored
    }

    async fn append_events(&mut self) -> bool {
        let Some(owner) = self.owner.clone() else { return false };
        if self.queue.is_empty() {
            let count = self.random.below(MOST_EVENTS) + 1;
            self.queue = (0..count).map(|_| Uuid::new_v4()).collect();
        }
        let request = requests::events(&self.queue, Some(&self.token));
        if self.ask(Kind::Events, self.plan.api, &request).await.is_none() {
            return false;
        }
        let stored = self.queue.drain(..).map(|id| StoredEvent { id, account: owner.account });
        self.record.borrow_mut().ledger.events.extend(stored);
        // Some phones lose the answer, and send the same again.
        self.random.below(10) > 0 || self.ask(Kind::Events, self.plan.api, &request).await.is_some()
    }

    /// Sends a request and notes what became of it; the answer if it is a 200.
    async fn ask(&mut self, kind: Kind, address: SocketAddr, request: &[u8]) -> Option<Answer> {
        let began = Instant::now();
        let (reply, answer) = match timeout(PATIENCE, self.exchange(address, request)).await {
            Ok(Ok(answer)) => (Reply::Status(answer.status), Some(answer)),
            Ok(Err(_)) => (Reply::Broken, None),
            Err(_) => (Reply::Late, None),
        };
        let mut record = self.record.borrow_mut();
        record.samples.push(Sample { kind, began, took: began.elapsed(), reply });
        if let Some(answer) = &answer
            && let Some(strange) = strange(kind, answer)
        {
            record.remember_strange(strange);
        }
        answer.filter(|answer| answer.status == 200)
    }

    async fn exchange(&mut self, address: SocketAddr, request: &[u8]) -> std::io::Result<Answer> {
        // Taken out, so that a connection that broke or was given up is not used again.
        let mut connection = match self.connections.remove(&address) {
            Some((connection, used)) if used.elapsed() < IDLE => connection,
            _ => Connection::open(address).await?,
        };
        let answer = connection.fetch(request).await?;
        if !answer.head.to_ascii_lowercase().contains("\r\nconnection: close") {
            self.connections.insert(address, (connection, Instant::now()));
        }
        Ok(answer)
    }
}

fn token_of(body: &[u8]) -> Option<String> {
    let answer: Value = serde_json::from_slice(body).ok()?;
    Some(answer.get("appToken")?.as_str()?.to_owned())
}

/// What is wrong with an answer in any fault: a status that nobody expects, or one that asks
/// to come again and does not say when.
fn strange(kind: Kind, answer: &Answer) -> Option<String> {
    let says_when = || answer.head.to_ascii_lowercase().contains("\r\nretry-after: ");
    let wrong = match answer.status {
        200 => false,
        503 => kind != Kind::Page && !says_when(),
        _ => true,
    };
    wrong.then(|| {
        let body = String::from_utf8_lossy(&answer.body);
        format!("{kind:?}: {} {}", answer.status, body.chars().take(200).collect::<String>())
    })
}
