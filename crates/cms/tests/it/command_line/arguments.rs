//! What the binaries understand.

use super::program::{BOTH, program, run};

#[test]
fn unknown_arguments_are_refused_before_anything_is_done() {
    for name in BOTH {
        for arguments in [
            &["serve"][..],
            &["--port", "1"],
            &["migrate", "now"],
            &["healthcheck", "--deep"],
            &["admin", "drop"],
        ] {
            let ended = run(program(name).args(arguments), "");
            assert_eq!(ended.code, Some(2), "{name} {arguments:?}: {}", ended.log);
            assert!(ended.log.contains("Usage"), "{name} {arguments:?}: {}", ended.log);
        }
    }
}

#[test]
fn help_and_version_need_no_settings() {
    for name in BOTH {
        let help = run(program(name).arg("--help"), "");
        assert_eq!(help.code, Some(0));
        for word in ["migrate", "healthcheck", "--check-config"] {
            assert!(help.out.contains(word), "{name}: {word}");
        }
        let version = run(program(name).arg("--version"), "");
        assert_eq!(
            (version.code, version.out),
            (Some(0), format!("{name} {}\n", env!("CARGO_PKG_VERSION")))
        );
    }
}
