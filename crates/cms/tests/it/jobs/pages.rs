//! The page of a job, and whose jobs an editor sees.

use std::time::Duration;

use cms::jobs::{Kind, Outcome, Sentence};
use db::job::file::File;
use db::job::{self, NewJob};
use domain::access::Role;
use futures_util::FutureExt;
use serde_json::json;
use testkit::Database;

use crate::editors::{SECRET, Visitor, signed_in};
use crate::services::{start_cms_doing, wait_ready, within};

/// Works until it is called off, or makes a file at once.
static KINDS: &[Kind] = &[
    Kind {
        name: "endless",
        title: "job-list-title",
        most_attempts: 3,
        run: |context| {
            async move {
                loop {
                    context.progress(1, 4, "job-progress")?;
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
            .boxed_local()
        },
    },
    Kind {
        name: "file",
        title: "job-list-title",
        most_attempts: 3,
        run: |_| {
            async {
                let file = File {
                    name: "सामग्री \"1\".csv".to_owned(),
                    media_type: "text/csv".to_owned(),
                    content: b"a,b".to_vec(),
                };
                let report = Sentence::new("job-broken");
                Ok(Outcome::says(report)
                    .linking("/data", Sentence::new("job-retry"))
                    .with_file(file))
            }
            .boxed_local()
        },
    },
];

fn ask(database: &Database, kind: &str, editor: &Visitor) -> String {
    let new = NewJob {
        kind,
        lang: "en",
        payload: "{}",
        created_by: Some(editor.id),
        creator: "sita",
        most_attempts: 3,
        input: None,
    };
    format!("/jobs/{}", job::enqueue(&mut database.connection(), &new).unwrap())
}

#[test]
fn watching_calling_off_beginning_again_downloading() {
    let database = Database::migrated();
    let cms = start_cms_doing(&database, &[("PASSPORT_SECRET", SECRET)], KINDS);
    wait_ready(&cms);
    let mut hers = signed_in(&cms, &database, Role::ContentManager, "en");
    let mut other = signed_in(&cms, &database, Role::Admin, "en");
    let mut everywhere = signed_in(&cms, &database, Role::SuperAdmin, "ne");

    let path = ask(&database, "endless", &hers);
    within(Duration::from_secs(10), "progress is shown", || {
        hers.get_json(&path).json()["total"] == 4
    });
    let page = hers.get(&path);
    assert!(page.text().contains(r#"value="25""#), "{}", page.text());
    // With scripts the page asks for its part, without them it loads itself anew.
    assert!(page.text().contains(&format!(r#"hx-get="{path}/progress""#)));
    assert!(page.text().contains(r#"<noscript><meta http-equiv="refresh""#));
    let part = hers.get(&format!("{path}/progress"));
    assert!(part.text().starts_with("<section") && part.text().contains("/cancel"));

    let statuses = |path: &str, other: &mut Visitor| {
        let cancel = other.post_json(&format!("{path}/cancel"), &json!({})).status;
        [other.get(path).status, other.get(&format!("{path}/progress")).status, cancel]
    };
    assert_eq!(statuses(&path, &mut other), [404; 3]);
    assert_eq!(everywhere.get(&path).status, 200);
    let listed = |visitor: &mut Visitor| visitor.get_json("/jobs").json()["count"].clone();
    assert_eq!([listed(&mut hers), listed(&mut other), listed(&mut everywhere)], [1, 0, 1]);

    assert_eq!(hers.post_json(&format!("{path}/retry"), &json!({})).status, 409);
    assert_eq!(hers.post_form(&format!("{path}/cancel"), &[]).status, 303);
    within(Duration::from_secs(10), "it ends", || {
        hers.get_json(&path).json()["state"] == "cancelled"
    });
    let over = hers.get(&path);
    assert!(!over.text().contains("hx-get") && over.text().contains("/retry"), "{}", over.text());
    let again = hers.post_json(&format!("{path}/retry"), &json!({}));
    assert_eq!(again.status, 200);
    // It counts anew, and may have been taken already.
    let attempts = again.json()["attempts"].as_i64();
    assert!(matches!(attempts, Some(0 | 1)), "{attempts:?}");
    hers.post_form(&format!("{path}/cancel"), &[]);

    let path = ask(&database, "file", &hers);
    within(Duration::from_secs(10), "it is done", || {
        hers.get_json(&path).json()["state"] == "done"
    });
    let done = hers.get_json(&path).json();
    assert_eq!(
        (done["link"].as_str(), done["file"].as_str()),
        (Some("/data"), Some(&*format!("{path}/file")))
    );
    let file = hers.get(&format!("{path}/file"));
    assert_eq!((file.status, file.text()), (200, "a,b"));
    let disposition = file.header("content-disposition").unwrap();
    assert!(disposition.starts_with("attachment; filename*=UTF-8''%E0%A4"), "{disposition}");
    assert!(disposition.ends_with("%20%221%22.csv"), "{disposition}");
    assert_eq!(other.get(&format!("{path}/file")).status, 404);
    for bad in ["/jobs/x", "/jobs/00000000-0000-4000-8000-000000000000"] {
        assert_eq!(everywhere.get_json(bad).status, 404, "{bad}");
    }
}
