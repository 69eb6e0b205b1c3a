//! A `.env` file in the working directory.

use std::fs;

use super::program::{BOTH, SECRET, program, run};

/// What `--check-config` says of `variable` with `file` as `.env` and `environment` above it.
fn shown(name: &str, file: &str, environment: &[(&str, &str)], variable: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(".env"), file).unwrap();
    let mut command = program(name);
    command.arg("--check-config").current_dir(folder.path());
    command
        .envs([("DATABASE_HOST", "db"), ("APPLICATION_SECRET", SECRET)])
        .envs(environment.iter().copied());
    let ended = run(&mut command, "");
    let line = ended.out.lines().find(|line| line.split_whitespace().next() == Some(variable));
    line.unwrap_or_else(|| panic!("no {variable}: {}", ended.log))
        .split_whitespace()
        .nth(1)
        .unwrap()
        .to_owned()
}

#[test]
fn the_file_is_read_and_the_environment_wins() {
    let file = "# a comment\nDATABASE_PORT=6543\nexport DATABASE_NAME='with blanks'\nKEEP_ALIVE_SECONDS=\"80\"\n\n";
    for name in BOTH {
        assert_eq!(shown(name, file, &[], "DATABASE_PORT"), "6543");
        assert_eq!(shown(name, file, &[], "DATABASE_NAME"), "with");
        assert_eq!(shown(name, file, &[], "KEEP_ALIVE_SECONDS"), "80");
        assert_eq!(shown(name, file, &[("DATABASE_PORT", "7654")], "DATABASE_PORT"), "7654");
    }
}

#[test]
fn the_services_own_port_wins_over_port_wherever_both_stand() {
    assert_eq!(shown("api", "API_PORT=1", &[("PORT", "2")], "API_PORT"), "1");
    assert_eq!(shown("api", "PORT=2", &[("API_PORT", "1")], "API_PORT"), "1");
    assert_eq!(shown("api", "PORT=2\nCMS_PORT=1", &[], "API_PORT"), "2");
    assert_eq!(shown("cms", "CMS_PORT=1\nAPI_PORT=3", &[("PORT", "2")], "CMS_PORT"), "1");
    assert_eq!(shown("cms", "", &[], "CMS_PORT"), "5000");
}

#[test]
fn a_file_that_cannot_be_read_stops_the_start_without_repeating_it() {
    for name in BOTH {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(".env"), "DATABASE_PASSWORD=canary with blanks\n").unwrap();
        let ended = run(program(name).arg("--check-config").current_dir(folder.path()), "");
        assert_eq!(ended.code, Some(1), "{}", ended.log);
        assert!(ended.log.contains(".env") && !ended.log.contains("canary"), "{}", ended.log);
    }
}
