//! Facts by title.

use crate::mobile::published::{published, shown};

#[test]
fn didyouknows_are_what_phones_have_always_parsed() {
    let cms = published();
    insta::assert_snapshot!("didyouknows_en", shown(&cms.get("/mobile/didyouknows/en")));
    insta::assert_snapshot!("didyouknows_ne", shown(&cms.get("/mobile/didyouknows/ne")));
}
