//! How the database must prove that it is the database.

use db::settings::SslMode;

use super::{GOOD, SIGNS, read};

const PRODUCTION: [(&str, &str); 2] = [("NODE_ENV", "production"), ("APPLICATION_SECRET", GOOD)];

#[test]
fn production_insists_on_verify_full_unless_the_network_is_trusted() {
    for mode in SslMode::ALL {
        let mode_set = ("DATABASE_SSL_MODE", mode.name());
        let mistakes = read(SIGNS, &[&PRODUCTION[..], &[mode_set]].concat()).1;
        assert_eq!(mistakes.is_empty(), mode == SslMode::VerifyFull, "{mode:?}: {mistakes}");
        assert!(
            mistakes.is_empty() || mistakes.starts_with("DATABASE_SSL_MODE must be verify-full")
        );

        let trusted = ("ALLOW_INSECURE_DATABASE", "true");
        let (settings, mistakes) = read(SIGNS, &[&PRODUCTION[..], &[mode_set, trusted]].concat());
        assert_eq!((settings.database.ssl_mode, mistakes.as_str()), (mode, ""));
    }
}

#[test]
fn the_default_is_strict_in_production_and_convenient_elsewhere() {
    assert_eq!(read(SIGNS, &PRODUCTION).0.database.ssl_mode, SslMode::VerifyFull);
    assert_eq!(read(SIGNS, &PRODUCTION).1, "");
    assert_eq!(read(SIGNS, &[("APPLICATION_SECRET", GOOD)]).0.database.ssl_mode, SslMode::Prefer);
    let mistakes = read(SIGNS, &[("APPLICATION_SECRET", GOOD), ("DATABASE_SSL_MODE", "always")]).1;
    assert!(mistakes.starts_with("DATABASE_SSL_MODE must be one of: disable, allow"), "{mistakes}");
}
