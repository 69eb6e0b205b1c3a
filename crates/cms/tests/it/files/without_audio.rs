//! The list of articles that nobody has spoken yet.

use domain::access::Role;
use testkit::Database;

use super::article;
use crate::editors::signed_in;
use crate::services;

#[test]
fn it_lists_what_is_missing_in_her_language() {
    let database = Database::migrated();
    let cms = services::cms(&database);
    let mut editor = signed_in(&cms, &database, Role::ContentManager, "en");
    let page = editor.get("/encyclopedia/without-audio");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Every article has audio"));

    for number in 10..40 {
        article(&database, "en", &format!("Article {number}%"));
    }
    let other = article(&database, "ne", "Nepali");
    let spoken = article(&database, "en", "Spoken");
    let hidden = article(&database, "en", "Hidden");
    database.execute(&format!(
        r#"UPDATE article SET "voiceOverKey" = 'a.mp3' WHERE id = '{spoken}';
           UPDATE article SET live = false WHERE id = '{hidden}';
           UPDATE article SET "voiceOverKey" = '' WHERE article_heading = 'Article 10%'"#
    ));
    let first = editor.get("/encyclopedia/without-audio").text().to_owned();
    assert!(first.contains("31 articles") && first.contains("Article 10%"));
    assert!(first.contains("Category of Article 10%"));
    assert!(!first.contains("Spoken") && !first.contains("Hidden") && !first.contains(&other));
    // What the app does not show comes last, and an address beyond the end leads to the end.
    for address in ["/encyclopedia/without-audio?page=2", "/encyclopedia/without-audio?page=99"] {
        let last = editor.get(address).text().to_owned();
        assert!(last.contains("Hidden") && last.contains("Article 39%"), "{address}");
    }
    let found = editor.get("/encyclopedia/without-audio?q=LE%2012%25").text().to_owned();
    assert!(found.contains("1 article<") && found.contains("Article 12%"), "{found}");
    for nothing in ["q=__", "q=%5C", "q=%00zzz", "q=zzz", "page=x", "page=-1"] {
        assert_eq!(editor.get(&format!("/encyclopedia/without-audio?{nothing}")).status, 200);
    }
    let nothing = editor.get("/encyclopedia/without-audio?q=__");
    assert!(nothing.text().contains("Nothing found"));
}
