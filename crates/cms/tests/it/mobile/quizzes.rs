//! Quizzes by topic.

use crate::mobile::published::{published, shown};

#[test]
fn quizzes_are_what_phones_have_always_parsed() {
    let cms = published();
    insta::assert_snapshot!("quizzes_en", shown(&cms.get("/mobile/quizzes/en")));
    insta::assert_snapshot!("quizzes_ne", shown(&cms.get("/mobile/quizzes/ne")));
}
