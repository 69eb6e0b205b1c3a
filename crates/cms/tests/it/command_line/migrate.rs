//! `migrate`

use testkit::Database;

use super::program::{BOTH, program_on, run};

#[test]
fn it_brings_the_schema_up_to_date_and_says_so() {
    for name in BOTH {
        let database = Database::empty();
        let first = run(program_on(name, &database).arg("migrate"), "");
        assert_eq!(first.code, Some(0), "{}", first.log);
        let count: u32 = first.out.split(' ').next().unwrap().parse().expect("a number");
        assert!(count > 0 && first.out.contains("migrations applied"), "{}", first.out);
        assert_eq!(database.count("SELECT count(*) FROM article"), 0);

        let second = run(program_on(name, &database).arg("migrate"), "");
        assert_eq!(
            (second.code, second.out.as_str()),
            (Some(0), "0 migrations applied, 0 indexes built\n")
        );
    }
}

#[test]
fn a_database_that_is_away_is_a_failure_that_tells_no_password() {
    for name in BOTH {
        let database = Database::empty();
        let mut command = program_on(name, &database);
        command.arg("migrate").envs([("DATABASE_PORT", "1"), ("DATABASE_PASSWORD", "canary")]);
        let ended = run(&mut command, "");
        assert_eq!((ended.code, ended.out.as_str()), (Some(1), ""));
        assert!(ended.log.contains("ERROR") && !ended.log.contains("canary"), "{}", ended.log);
    }
}

#[test]
fn it_migrates_also_where_the_services_may_not() {
    let database = Database::empty();
    let ended =
        run(program_on("api", &database).arg("migrate").env("DATABASE_MIGRATE", "false"), "");
    assert_eq!(ended.code, Some(0), "{}", ended.log);
    assert_eq!(database.count("SELECT count(*) FROM article"), 0);
}
