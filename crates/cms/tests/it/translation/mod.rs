//! The translation desk: pairs, how far each is, and writing the missing half.

mod linking;
mod pairing;
mod side;
mod start;
mod structured;
mod volume;

use domain::access::Role;
use serde_json::Value;
use testkit::Database;

use crate::editors::{self, Visitor};
use crate::service::Service;
use crate::services;

/// A cms with the demo content, and an editor of each language.
pub(crate) struct Desk {
    pub(crate) database: Database,
    pub(crate) cms: Service,
    pub(crate) english: Visitor,
    pub(crate) nepali: Visitor,
}

/// The demo content, in which nothing is paired.
pub(crate) fn desk() -> Desk {
    let database = Database::migrated();
    for part in [
        include_str!("../../../../../scripts/demo/10-categories.sql"),
        include_str!("../../../../../scripts/demo/20-articles-en.sql"),
        include_str!("../../../../../scripts/demo/21-articles-ne.sql"),
        include_str!("../../../../../scripts/demo/30-quizzes.sql"),
        include_str!("../../../../../scripts/demo/40-did-you-knows.sql"),
        include_str!("../../../../../scripts/demo/50-surveys.sql"),
        include_str!("../../../../../scripts/demo/60-help-centers.sql"),
        include_str!("../../../../../scripts/demo/80-messages.sql"),
        include_str!("../../../../../scripts/demo/90-sequences.sql"),
    ] {
        // The sequences of pages that these tests leave out have nothing to count on from.
        for statement in part.split_inclusive(";\n").filter(|part| !part.contains("privacy_policy"))
        {
            if statement.contains("_and_conditions") || statement.contains("'about") {
                continue;
            }
            database.execute(statement);
        }
    }
    let cms = services::cms(&database);
    let english = editors::signed_in(&cms, &database, Role::ContentManager, "en");
    let nepali = editors::signed_in(&cms, &database, Role::ContentManager, "ne");
    Desk { database, cms, english, nepali }
}

/// A row of the demo content: `kind` is the first digits of its key, `row` the number in it.
pub(crate) fn key(kind: u32, language: u32, row: u32) -> String {
    format!("{kind}0000000-0000-4000-8000-000000000{language}{row:02}")
}

impl Desk {
    /// Pairs what the assistant proposes, table by table, and says how many pairs that were.
    pub(crate) fn pair_everything(&mut self) -> u64 {
        let tables = [
            "category",
            "subcategory",
            "article",
            "quiz",
            "did_you_know",
            "avatar_messages",
            "video",
            "help_center_attribute",
            "help_center",
            "survey",
        ];
        tables.into_iter().map(|table| self.pair(table)).sum()
    }

    /// Pairs what the assistant proposes for one table.
    pub(crate) fn pair(&mut self, table: &str) -> u64 {
        let proposed = self.proposed(table);
        let pairs: Vec<String> = proposed
            .iter()
            .map(|found| {
                format!("{}:{}", plain(&found["source"]["id"]), plain(&found["target"]["id"]))
            })
            .collect();
        let body = serde_json::json!({ "table": table, "pairs": pairs, "equal": true });
        let answer = self.nepali.post_json("/translation/pairing", &body);
        assert_eq!(answer.status, 200, "{table}: {}", answer.text());
        answer.json()["paired"].as_u64().unwrap()
    }

    /// What the assistant proposes for one table.
    pub(crate) fn proposed(&mut self, table: &str) -> Vec<Value> {
        let answer = self.nepali.get_json(&format!("/translation/pairing?table={table}"));
        assert_eq!(answer.status, 200, "{table}: {}", answer.text());
        answer.json().as_array().unwrap().clone()
    }

    /// How far a translation into Nepali is.
    pub(crate) fn state(&mut self, table: &str, source: &str) -> String {
        state(&mut self.nepali, table, source)
    }
}

/// How far a translation into the visitor's language is.
pub(crate) fn state(visitor: &mut Visitor, table: &str, source: &str) -> String {
    let answer = visitor.get_json(&format!("/translation/{table}/{source}"));
    assert_eq!(answer.status, 200, "{}", answer.text());
    plain(&answer.json()["pair"]["state"])
}

/// A value as text.
pub(crate) fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
