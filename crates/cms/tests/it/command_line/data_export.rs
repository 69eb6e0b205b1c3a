//! `cms data export`

use testkit::Database;

use super::program::{program_on, run};

#[test]
fn content_is_written_into_a_file_of_the_kind_that_its_name_says() {
    let database = Database::migrated();
    database.execute(
        "INSERT INTO avatar_messages (id, content, live, lang) VALUES \
         ('70000000-0000-4000-8000-000000000001', 'नमस्ते', true, 'ne')",
    );
    let folder = tempfile::tempdir().unwrap();
    let export = |name: &str, lang: &str| {
        let path = folder.path().join(name);
        let mut command = program_on("cms", &database);
        command.args(["data", "export", "--lang", lang, "--out"]).arg(&path);
        (run(&mut command, ""), std::fs::read(&path).ok())
    };
    let (ended, bytes) = export("content.xlsx", "ne");
    assert_eq!(ended.code, Some(0), "{}", ended.log);
    assert!(bytes.unwrap().starts_with(b"PK"));
    let (_, source) = export("content.ts", "ne");
    let source = String::from_utf8(source.unwrap()).unwrap();
    assert!(source.starts_with("export const ne = {") && source.contains("नमस्ते"));
    for (name, lang) in [("content.pdf", "ne"), ("content.ts", "../ne")] {
        assert_eq!(export(name, lang).0.code, Some(1), "{name} {lang}");
    }
}
