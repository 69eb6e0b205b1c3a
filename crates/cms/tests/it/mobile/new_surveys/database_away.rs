//! Better no survey than one that she has answered.

use super::{ALSO_OPEN, GIRL, OPEN, Offering, answer, offered, offering};

#[test]
fn a_girl_is_offered_nothing_while_nobody_knows_what_she_answered() {
    let Offering { cms, database } = &offering();
    let girl = format!("?user_id={GIRL}");
    answer(database, &format!(r#"{{"id":"{OPEN}","user_id":"{GIRL}"}}"#), "NULL");
    assert_eq!(offered(cms, &girl), [ALSO_OPEN]);

    database.set_reachable(false);
    assert!(offered(cms, &girl).is_empty());
    // Who says nothing of herself needs no database.
    assert_eq!(offered(cms, ""), [OPEN, ALSO_OPEN]);

    database.set_reachable(true);
    crate::services::wait_ready(cms);
    assert_eq!(offered(cms, &girl), [ALSO_OPEN]);
}
