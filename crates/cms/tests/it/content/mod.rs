//! Lists, forms and changes of every kind of content, through both faces.

mod history;
mod lists;
mod order;
mod saving;
mod scope;
mod trash;

use serde_json::{Value, json};
use testkit::Database;

use crate::editors::{self, Visitor};
use crate::service::Service;
use crate::services;

use domain::access::Role;

/// A cms with a category and a subcategory in English and in Nepali, and a superAdmin.
pub(crate) struct Desk {
    pub(crate) database: Database,
    pub(crate) cms: Service,
    pub(crate) editor: Visitor,
    pub(crate) category: String,
    pub(crate) subcategory: String,
}

pub(crate) fn desk() -> Desk {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = editors::signed_in(&cms, &database, Role::SuperAdmin, "en");
    let category = create(
        &mut editor,
        "/categories",
        &json!({"title": "Your period", "primary_emoji": "🩸", "primary_emoji_name": "period"}),
    );
    let category = id(&category);
    let subcategory = create(
        &mut editor,
        "/subcategories",
        &json!({"title": "How periods work", "parent_category": category}),
    );
    let subcategory = id(&subcategory);
    Desk { database, cms, editor, category, subcategory }
}

impl Desk {
    /// An article of the desk's subcategory.
    pub(crate) fn article(&mut self, heading: &str) -> Value {
        let article = json!({
            "article_heading": heading,
            "article_text": "A text.",
            "category": self.category,
            "subcategory": self.subcategory,
            "live": true,
        });
        create(&mut self.editor, "/articles", &article)
    }
}

/// What is stored for `body`, which must be taken.
#[track_caller]
pub(crate) fn create(editor: &mut Visitor, path: &str, body: &Value) -> Value {
    let answer = editor.post_json(path, body);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.json()
}

pub(crate) fn id(row: &Value) -> String {
    match &row["id"] {
        Value::String(id) => id.clone(),
        id => id.to_string(),
    }
}
