//! Whoever is woken at three in the morning corrects every mistake at once.

use server::settings::{Settings, Source};

use super::SIGNS;

#[test]
fn all_mistakes_are_reported_at_once_each_with_its_variable() {
    let wrong = [
        ("NODE_ENV", "production"),
        ("API_PORT", "eighty"),
        ("LISTEN_ADDRESS", "everywhere"),
        ("HTTP_WORKERS", "-1"),
        ("HEADER_TIMEOUT_SECONDS", "1.5"),
        ("KEEP_ALIVE_SECONDS", "long"),
        ("DATABASE_TYPE", "mysql"),
        ("DATABASE_PORT", "70000"),
        ("DATABASE_SCHEMA", "public; DROP TABLE oky_user"),
        ("DATABASE_SSL_MODE", "require"),
        ("DATABASE_POOL_SIZE", "many"),
        ("DATABASE_LOCK_TIMEOUT_MS", "2s"),
        ("APPLICATION_SECRET", "do-not-repeat-me"),
        ("DELETE_ACCOUNT_URL", "example.org"),
        ("METRICS_PORT", "x"),
        ("CONTENT_POLL_SECONDS", "often"),
    ];
    let mut source = Source::from_pairs(&wrong).unwrap();
    Settings::read(&mut source, SIGNS);
    let text = source.finish().unwrap_err();
    let lines: Vec<&str> = text.lines().collect();
    let named = wrong.iter().map(|(name, _)| *name).filter(|name| *name != "NODE_ENV");
    for name in named.chain(["DATABASE_HOST"]) {
        assert_eq!(
            lines.iter().filter(|line| line.starts_with(name)).count(),
            1,
            "{name} in:\n{text}"
        );
    }
    assert_eq!(lines.len(), wrong.len(), "{text}");
    assert!(!text.contains("do-not-repeat-me") && !text.contains("DROP TABLE"), "{text}");
}
