//! Videos, in order.

use crate::mobile::published::{published, shown};

#[test]
fn videos_are_what_phones_have_always_parsed() {
    let cms = published();
    insta::assert_snapshot!("videos_en", shown(&cms.get("/mobile/videos/en")));
    insta::assert_snapshot!("videos_ne", shown(&cms.get("/mobile/videos/ne")));
}
