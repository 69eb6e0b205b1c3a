//! Articles, in the order of the app's screens.

use crate::mobile::published::{published, shown};

#[test]
fn articles_are_what_phones_have_always_parsed() {
    let cms = published();
    insta::assert_snapshot!("articles_en", shown(&cms.get("/mobile/articles/en")));
    insta::assert_snapshot!("articles_ne", shown(&cms.get("/mobile/articles/ne")));
}
