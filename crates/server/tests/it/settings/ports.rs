//! Which of the variables wins.

use super::{DOES_NOT_SIGN, GOOD, SIGNS, read};

#[test]
fn a_services_own_variable_wins_over_port() {
    for (variables, api, cms) in [
        ("", 3000, 5000),
        ("PORT=8080", 8080, 8080),
        ("API_PORT=1 PORT=8080", 1, 8080),
        ("CMS_PORT=2 PORT=8080", 8080, 2),
        ("API_PORT= PORT=", 3000, 5000),
    ] {
        let mut pairs = vec![("APPLICATION_SECRET", GOOD)];
        pairs.extend(variables.split_whitespace().filter_map(|pair| pair.split_once('=')));
        assert_eq!(read(SIGNS, &pairs).0.http.port, api, "{variables}");
        assert_eq!(read(DOES_NOT_SIGN, &pairs).0.http.port, cms, "{variables}");
    }
}

#[test]
fn the_replica_has_the_primarys_port_unless_said() {
    let read = |pairs: &[(&str, &str)]| {
        read(DOES_NOT_SIGN, pairs).0.database.replica.map(|it| (it.host, it.port))
    };
    assert_eq!(read(&[]), None);
    assert_eq!(read(&[("DATABASE_REPLICA_PORT", "7")]), None);
    assert_eq!(
        read(&[("DATABASE_PORT", "6"), ("DATABASE_REPLICA_HOST", "r")]),
        Some(("r".to_owned(), 6))
    );
    let both = [("DATABASE_REPLICA_HOST", "r"), ("DATABASE_REPLICA_PORT", "7")];
    assert_eq!(read(&both), Some(("r".to_owned(), 7)));
}
