//! Queries that ended the original service, all of them.

use super::{ALSO_OPEN, GIRL, OPEN, Offering, answer, offered, offering};

#[test]
fn an_id_that_is_none_counts_as_nobody() {
    let Offering { cms, .. } = &offering();
    let long = format!("?user_id={}", "a".repeat(10_000));
    let queries = [
        "?user_id=",
        "?user_id",
        "?user_id=undefined",
        "?user_id=null",
        "?user_id=not-a-uuid",
        "?user_id[a]=1",
        "?user_id[]=1",
        "?user_id=%00",
        "?user_id=%ff",
        "?user_id=%zz",
        "?user_id=10000000-0000-4000-8000-00000000000",
        "?user_id=10000000-0000-4000-8000-00000000000ab",
        "?user_id=%27%20OR%20true--",
        &long,
    ];
    for query in queries {
        assert_eq!(offered(cms, query), [OPEN, ALSO_OPEN], "{query:.60}");
    }
}

#[test]
fn of_repeated_ids_the_first_counts() {
    let Offering { cms, database } = &offering();
    answer(database, &format!(r#"{{"id":"{OPEN}","user_id":"{GIRL}"}}"#), "NULL");
    assert_eq!(offered(cms, &format!("?user_id={GIRL}&user_id=undefined")), [ALSO_OPEN]);
    assert_eq!(offered(cms, &format!("?user_id=undefined&user_id={GIRL}")), [OPEN, ALSO_OPEN]);
}
