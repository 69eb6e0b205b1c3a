//! What the avatar says.

use crate::mobile::published::{published, shown};

#[test]
fn avatar_messages_are_what_phones_have_always_parsed() {
    let cms = published();
    insta::assert_snapshot!("avatar_messages_en", shown(&cms.get("/mobile/avatar-messages/en")));
    insta::assert_snapshot!("avatar_messages_ne", shown(&cms.get("/mobile/avatar-messages/ne")));
}
