//! Single-question surveys, which only old versions of the app ask for.

use crate::mobile::published::{published, shown};

#[test]
fn surveys_are_what_phones_have_always_parsed() {
    let cms = published();
    insta::assert_snapshot!("surveys_en", shown(&cms.get("/mobile/surveys/en")));
    insta::assert_snapshot!("surveys_ne", shown(&cms.get("/mobile/surveys/ne")));
}
