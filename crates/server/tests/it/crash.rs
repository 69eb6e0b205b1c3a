//! What a crash leaves behind.

use std::process::Command;
use std::thread;

use server::{crash, logging};

/// Set for the process that is to panic.
const PANICS: &str = "TEST_OF_CRASH_PANICS";

#[test]
fn only_the_place_of_a_panic_is_logged() {
    if std::env::var_os(PANICS).is_some() {
        logging::init("probe");
        crash::leaves_no_data();
        let name = std::hint::black_box("cänary-name");
        // The standard library's own message quotes the text.
        assert!(thread::spawn(move || name[..2].len()).join().is_err());
        eprint!("{}", std::fs::read_to_string("/proc/self/limits").unwrap_or_default());
        return;
    }
    // This very test, in a process of its own.
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::only_the_place_of_a_panic_is_logged", "--nocapture"])
        .env(PANICS, "yes")
        .env("RUST_BACKTRACE", "full")
        .output()
        .unwrap();
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{log}");
    assert!(log.contains("panicked at ") && log.contains("crash.rs:"), "{log}");
    assert!(!log.contains("nary"), "{log}");
    if cfg!(target_os = "linux") {
        let core = log.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"]);
    }
}
