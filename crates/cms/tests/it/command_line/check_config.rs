//! `--check-config`

use super::program::{BOTH, SECRET, program, run};

#[test]
fn it_prints_every_setting_and_no_secret() {
    for name in BOTH {
        let ended = run(
            program(name).arg("--check-config").envs([
                ("DATABASE_HOST", "db.example.org"),
                ("DATABASE_PASSWORD", "canary-password"),
                ("APPLICATION_SECRET", SECRET),
                ("SECONDARY_APPLICATION_SECRET", "canary-secondary"),
                ("KEEP_ALIVE_SECONDS", "76"),
            ]),
            "",
        );
        assert_eq!(ended.code, Some(0), "{}", ended.log);
        assert!(
            !ended.out.contains("canary") && !ended.log.contains("canary"),
            "{}{}",
            ended.out,
            ended.log
        );
        let line = |variable: &str| {
            let found =
                ended.out.lines().find(|line| line.split_whitespace().next() == Some(variable));
            found
                .unwrap_or_else(|| panic!("{variable} is missing"))
                .split_whitespace()
                .skip(1)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(line("DATABASE_HOST"), "db.example.org");
        assert_eq!(line("DATABASE_PASSWORD"), "(set)");
        assert_eq!(line("APPLICATION_SECRET"), "(set)");
        assert_eq!(line("SECONDARY_APPLICATION_SECRET"), "(set)");
        assert_eq!(line("KEEP_ALIVE_SECONDS"), "76");
        assert_eq!(line("BODY_TIMEOUT_SECONDS"), "100 (default)");
        assert_eq!(line("SNAPSHOT_DIR"), "(unset) (default)");
    }
}

#[test]
fn mistakes_are_all_in_the_log_and_stop_every_command() {
    let arguments: [&[&str]; 4] = [&["--check-config"], &[], &["migrate"], &["healthcheck"]];
    for name in BOTH {
        for arguments in arguments {
            let ended = run(
                program(name).args(arguments).envs([
                    ("NODE_ENV", "production"),
                    ("APPLICATION_SECRET", "canary"),
                    ("DATABASE_PORT", "many"),
                    ("DATABASE_SSL_MODE", "prefer"),
                ]),
                "",
            );
            assert_eq!(ended.code, Some(1), "{name} {arguments:?}: {}", ended.log);
            for variable in
                ["APPLICATION_SECRET", "DATABASE_HOST", "DATABASE_PORT", "DATABASE_SSL_MODE"]
            {
                assert!(
                    ended.log.contains(variable),
                    "{name} {arguments:?} {variable}: {}",
                    ended.log
                );
            }
            assert!(!ended.log.contains("canary") && !ended.out.contains("canary"));
        }
    }
}

#[test]
fn a_weak_secondary_secret_is_a_warning() {
    for name in BOTH {
        let ended = run(
            program(name).arg("--check-config").envs([
                ("NODE_ENV", "production"),
                ("DATABASE_HOST", "db"),
                ("APPLICATION_SECRET", SECRET),
                ("SECONDARY_APPLICATION_SECRET", "new_secret"),
                ("PASSPORT_SECRET", SECRET),
            ]),
            "",
        );
        assert_eq!(ended.code, Some(0), "{}", ended.log);
        let line = ended
            .log
            .lines()
            .find(|line| line.contains("SECONDARY_APPLICATION_SECRET"))
            .expect("a warning");
        assert!(line.contains("WARN"), "{line}");
    }
}
