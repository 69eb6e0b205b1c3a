//! The first notification that was sent.

use crate::mobile::published::{published, shown};

#[test]
fn the_first_one_sent() {
    let cms = published();
    assert_eq!(
        shown(&cms.get("/mobile/notification/en")),
        "200 application/json; charset=utf-8\n\
         {\"id\":2,\"title\":\"The first one sent\",\"content\":\"with 🌸\",\"date_sent\":\"1709634030123\",\
         \"status\":\"sent\",\"lang\":\"en\"}"
    );
}

/// The original service never answered then, and the caller waited.
#[test]
fn none_sent_is_an_empty_answer() {
    let cms = published();
    let answer = cms.get("/mobile/notification/ne");
    assert_eq!((answer.status, answer.text()), (200, ""));
}
