//! What becomes of a notification, whatever the messaging service does.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use db::editing::Author;
use db::push::{self, NewNotification, State};
use domain::push::Draft;
use serde_json::json;
use testkit::Database;
use uuid::Uuid;

use super::fcm::{Fcm, Reply};
use super::{cms, editor, settled};
use crate::command_line::program::{program_on, serve};
use crate::editors::SECRET;
use crate::services::{start_cms, wait_ready, within};

#[test]
fn each_answer_has_its_outcome() {
    use Reply::{HangUp, Status, Unreadable};
    let database = Database::migrated();
    let fcm = Fcm::start();
    let cms = cms(&database, &fcm);
    let mut editor = editor(&cms, &database);
    let cases: &[(&[Reply], &str, Option<&str>, u64)] = &[
        (&[], "sent", None, 1),
        (&[Status(503, Some("1"))], "sent", None, 2),
        (&[Status(429, None), Status(500, None)], "sent", None, 3),
        (&[Unreadable], "sent", None, 1),
        (&[Status(400, None)], "failed", Some("message"), 1),
        (&[Status(401, None)], "failed", Some("credentials"), 1),
        (&[Status(403, None)], "failed", Some("forbidden"), 1),
        (&[Status(404, None)], "failed", Some("project"), 1),
        (&[Status(503, None); 8], "failed", Some("busy"), 8),
        (&[HangUp], "unknown", Some("unknown"), 1),
    ];
    for (replies, status, error, tries) in cases {
        fcm.answer(replies);
        let before = fcm.received().len();
        let start = Instant::now();
        let asked =
            editor.post_json("/notification", &json!({ "title": "Hello", "content": "World" }));
        assert_eq!(asked.status, 202, "{}", asked.text());
        let id = asked.json()["id"].as_i64().unwrap();
        let settled = settled(&mut editor, id);
        assert_eq!(settled["status"], *status, "{settled}");
        assert_eq!(settled["error"].as_str(), *error, "{settled}");
        assert_eq!(settled["attempts"], *tries, "{settled}");
        assert_eq!(fcm.received().len() - before, usize::try_from(*tries).unwrap());
        if matches!(replies, [Status(_, Some(_)), ..]) {
            assert!(start.elapsed() >= Duration::from_secs(1), "Retry-After is heeded");
        }
        // What phones may ask for is what was sent.
        let stored = database.count(&format!(
            "SELECT count(*) FROM notification WHERE id = {id} AND status = 'sent'"
        ));
        assert_eq!(stored == 1, *status == "sent");
    }
    // One token did for all, but for the one that was refused.
    assert_eq!(fcm.tokens(), 2);
}

#[test]
fn without_a_token_nothing_goes_out() {
    use Reply::Status;
    let database = Database::migrated();
    let fcm = Fcm::start();
    fcm.let_tokens_last(30);
    let cms = cms(&database, &fcm);
    let mut editor = editor(&cms, &database);
    for (replies, status, error) in [
        (&[Status(503, None), Status(500, None)][..], "sent", None),
        (&[Status(400, None)][..], "failed", Some("credentials")),
        (&[][..], "sent", None),
    ] {
        fcm.answer_tokens(replies);
        let asked = editor.post_json("/notification", &json!({ "title": "a", "content": "b" }));
        let settled = settled(&mut editor, asked.json()["id"].as_i64().unwrap());
        assert_eq!(settled["status"], status, "{settled}");
        assert_eq!(settled["error"].as_str(), error, "{settled}");
    }
    // One that is about to expire is not used again.
    assert_eq!((fcm.tokens(), fcm.received().len()), (2, 2));
}

#[test]
fn nobody_at_the_other_end() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    // A port that was free a moment ago.
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("http://{closed}");
    let account = fcm.variables()[0].1.clone();
    let more = [
        ("GOOGLE_APPLICATION_CREDENTIALS", account.as_str()),
        ("FCM_URL", url.as_str()),
        ("FCM_RETRY_SECONDS", "600"),
        ("PUSH_QUIET_HOURS", "off"),
        ("PUSH_UNDO_SECONDS", "0"),
        ("PASSPORT_SECRET", SECRET),
    ];
    let cms = start_cms(&database, &more);
    wait_ready(&cms);
    let mut editor = editor(&cms, &database);
    let asked = editor.post_json("/notification", &json!({ "title": "a", "content": "b" }));
    let path = format!("/notification/{}", asked.json()["id"]);
    // The error is stored a moment before the job lets go, and until then it is being sent.
    within(Duration::from_secs(10), "a try has failed", || {
        let now = editor.get_json(&path).json();
        now["error"] == "network" && now["status"] == "waiting"
    });
    let waiting = editor.get_json(&path).json();
    assert_eq!(fcm.tokens(), 1);
    let page = editor.get(&path);
    assert!(page.text().contains("Waiting for the next try"), "{}", page.text());

    // Called off meanwhile, it says so and can be sent again.
    let job = waiting["job"].as_str().unwrap().to_owned();
    assert_eq!(editor.post_form(&format!("{job}/cancel"), &[]).status, 303);
    assert_eq!(editor.get_json(&path).json()["status"], "cancelled");
    let again = editor.post_json(&format!("{path}/resend"), &json!({})).json();
    // A worker may have taken it up before the answer was written.
    assert!(["waiting", "sending"].contains(&again["status"].as_str().unwrap()), "{again}");
}

/// The service dies between the request and its answer. Nobody can know whether the message was
/// taken, so nobody sends it a second time without being asked.
#[test]
fn killed_in_the_middle() {
    let database = Database::migrated();
    let fcm = Fcm::start();
    fcm.answer(&[Reply::Slow(Duration::from_secs(60))]);
    let variables = fcm.variables();
    let start = || {
        let mut command = program_on("cms", &database);
        command.envs(variables.iter().map(|(name, value)| (*name, value.as_str())));
        command.env("JOB_LEASE_SECONDS", "2").env("PUSH_QUIET_HOURS", "off");
        serve(&mut command)
    };
    let first = start();
    let author = Author { editor_id: None, name: "sita".to_owned() };
    let draft = Draft::new("Hello", "World");
    let new = NewNotification::at_once(&draft, "ne", Uuid::new_v4(), &author);
    let connection = &mut database.connection();
    let (id, _) = push::create(connection, &new).unwrap();
    within(Duration::from_secs(10), "the message arrives", || fcm.received().len() == 1);
    assert_eq!(push::find(connection, "ne", id).unwrap().unwrap().state, State::Sending);
    first.signal("KILL");

    let _second = start();
    within(Duration::from_secs(15), "another instance takes over", || {
        push::find(connection, "ne", id).unwrap().unwrap().state == State::Unknown
    });
    assert_eq!(fcm.received().len(), 1);
    assert_eq!(database.count("SELECT count(*) FROM notification"), 0);
}
