//! Who may do what.

use domain::access::Role;

use super::{Book, apply, id, report, rows, send};
use crate::editors;
use crate::exchange::demo;

#[test]
fn everybody_writes_her_own_languages_and_sees_only_those() {
    let mut desk = demo("en");
    let mut nepali = editors::signed_in(&desk.cms, &desk.database, Role::ContentManager, "ne");
    let mut both = editors::signed_in(&desk.cms, &desk.database, Role::SuperAdmin, "en");
    let mut book = Book::download(&mut both, &[("lang", "both")]);
    let quizzes = ["en", "ne"].map(|lang| {
        id(&desk.database, &format!("SELECT min(id::text) FROM quiz WHERE lang = '{lang}'"))
    });
    for quiz in &quizzes {
        book.set("Quizzes", quiz, "topic", "From the sheet");
    }
    // Only what she may write is taken over; the rest is refused in a line of its own.
    let path = send(&mut nepali, &book.file(), &[]);
    let changed = rows(&mut nepali, &path, "outcome=changed");
    assert_eq!((changed.len(), &changed[0]["id"]), (1, &serde_json::json!(quizzes[1])));
    let refused = rows(&mut nepali, &path, "outcome=other-language");
    assert!(refused.iter().all(|row| row["lang"] == "en" && row["cells"] == serde_json::json!([])));
    assert!(refused.len() > 1);
    apply(&mut nepali, &path, &[]);
    assert_eq!(desk.database.count("SELECT count(*) FROM draft WHERE lang = 'en'"), 0);
    assert_eq!(desk.database.count("SELECT count(*) FROM draft WHERE lang = 'ne'"), 1);
    // A colleague in another language knows nothing of it.
    assert_eq!(desk.get_json(&path).status, 404);
    assert_eq!(desk.post_form(&format!("{path}/undo"), &[]).status, 404);
    assert_eq!(desk.get(&format!("{path}/report")).status, 404);
    assert!(desk.get_json("/import").json()["imports"].as_array().unwrap().is_empty());
    assert_eq!(both.get_json(&path).status, 200);
    assert_eq!(desk.post_form("/import/workbook", &[("lang", "ne")]).status, 404);
    // One of both languages is taken over by somebody who writes both.
    let of_both = send(&mut both, &book.file(), &[]);
    assert_eq!(report(&mut both, &of_both)["languages"], serde_json::json!(["en", "ne"]));
    assert_eq!(nepali.get_json(&of_both).status, 404);
}
