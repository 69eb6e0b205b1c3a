//! The original service writes as a role of its own, which knows nothing of our tables.

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use testkit::Database;

use crate::database::{Role, adopted, text, texts};

const CONTENT: [&str; 17] = [
    "category",
    "subcategory",
    "article",
    "quiz",
    "did_you_know",
    "survey",
    "question",
    "avatar_messages",
    "video",
    "help_center",
    "help_center_attribute",
    "privacy_policy",
    "terms_and_conditions",
    "about",
    "about_banner",
    "notification",
    "permanent_notification",
];

const ACCOUNTS: [&str; 5] = ["oky_user", "app_event", "analytics", "suggestion", "user"];

/// Events that break whoever looks into them.
const POISONOUS: &str = r#"
    INSERT INTO app_event (local_id, type, payload, metadata, user_id) VALUES
        ('20000000-0000-4000-8000-0000000000e1', 'ANSWER_SURVEY', '{"id":"\u0000","user_id":"\u0000"}', '{"user":"\u0000"}', NULL),
        ('20000000-0000-4000-8000-0000000000e2', 'ANSWER_SURVEY', '{"id":"\udead"}', '{}', 'no uuid'),
        ('20000000-0000-4000-8000-0000000000e3', 'ANSWER_SURVEY', '[]', '[]', ''),
        ('20000000-0000-4000-8000-0000000000e4', 'ANSWER_SURVEY', '{"id":{"a":[1]},"user_id":7}', '7', NULL),
        ('20000000-0000-4000-8000-0000000000e5', 'ANSWER_SURVEY', '{"id":"30000000-0000-4000-8000-0000000000e5","user_id":"10000000-0000-4000-8000-0000000000e5"}', '{}', NULL),
        ('20000000-0000-4000-8000-0000000000e6', 'ANSWER_QUIZ', 'null', 'null', NULL)"#;

#[test]
fn it_writes_every_table_and_we_notice() {
    let database = Database::empty();
    let role = Role::new(&database);
    let mut connection = adopted(&database);
    let schema = become_unprivileged(&mut connection, &role);

    for table in CONTENT {
        connection
            .batch_execute(&format!("CREATE TEMP TABLE kept AS SELECT * FROM {schema}.{table}"))
            .unwrap();
        for statement in ["DELETE FROM", "INSERT INTO", "TRUNCATE"] {
            let rows = if statement == "INSERT INTO" { " SELECT * FROM kept" } else { "" };
            connection.batch_execute(&format!("{statement} {schema}.{table}{rows}")).unwrap();
        }
        connection.batch_execute("DROP TABLE kept").unwrap();
    }
    connection
        .batch_execute(&POISONOUS.replace("app_event", &format!("{schema}.app_event")))
        .unwrap();
    connection.batch_execute(&format!("SELECT FROM {schema}.content_change")).unwrap_err();
    connection.batch_execute(&format!("SELECT FROM {schema}.survey_completion")).unwrap_err();

    become_owner(&mut connection, &schema);
    for table in CONTENT {
        let query = format!("SELECT count(*) FROM content_change WHERE kind = '{table}'");
        assert_eq!(text(&mut connection, &query), "3", "{table}");
    }
    let completed = "SELECT survey_id FROM survey_completion WHERE user_id LIKE '%e5'";
    assert_eq!(texts(&mut connection, completed), ["300000000000400080000000000000e5"]);
    let counted =
        "SELECT kind || ' ' || sum(events) FROM event_count_fresh GROUP BY kind ORDER BY 1";
    assert_eq!(texts(&mut connection, counted), ["quiz 1", "survey 5"]);
}

/// The worst that can happen to a trigger: what it needs is gone.
#[test]
fn it_goes_on_writing_when_our_tables_are_gone() {
    let database = Database::empty();
    let role = Role::new(&database);
    let mut connection = adopted(&database);
    connection
        .batch_execute(
            "DROP TABLE content_change, survey_completion, event_count, event_count_fresh,
                        event_count_gone, user_count, user_count_day",
        )
        .unwrap();
    let schema = become_unprivileged(&mut connection, &role);
    connection.batch_execute(&format!("DELETE FROM {schema}.article")).unwrap();
    connection
        .batch_execute(&POISONOUS.replace("app_event", &format!("{schema}.app_event")))
        .unwrap();
    become_owner(&mut connection, &schema);
    assert_eq!(text(&mut connection, "SELECT count(*) FROM article"), "0");
}

/// A table of the same name in front of ours must not catch what the trigger writes.
#[test]
fn its_temporary_tables_do_not_stand_in_for_ours() {
    let database = Database::empty();
    let role = Role::new(&database);
    let mut connection = adopted(&database);
    let schema = become_unprivileged(&mut connection, &role);
    connection
        .batch_execute(&format!(
            "CREATE TEMP TABLE content_change (id serial, kind text, changed_at timestamptz);
             SET search_path = pg_temp, {schema}; DELETE FROM article"
        ))
        .unwrap();
    become_owner(&mut connection, &schema);
    assert_eq!(
        texts(&mut connection, &format!("SELECT kind FROM {schema}.content_change")),
        ["article"]
    );
}

/// Gives the role rights on the original's tables only, and goes on as it, with an empty
/// `search_path`: the original writes the schema before each name. Returns the quoted schema.
fn become_unprivileged(connection: &mut PgConnection, role: &Role) -> String {
    let schema = text(connection, "SELECT quote_ident(current_schema())");
    let role = &role.name;
    let database = text(connection, "SELECT current_database()");
    connection
        .batch_execute(&format!(
            "GRANT USAGE ON SCHEMA {schema} TO {role}; GRANT TEMP ON DATABASE {database} TO {role}"
        ))
        .unwrap();
    for table in CONTENT.iter().chain(&ACCOUNTS) {
        connection
            .batch_execute(&format!(
                "GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON \"{table}\" TO {role}"
            ))
            .unwrap();
    }
    connection
        .batch_execute(&format!(
            "GRANT USAGE ON SEQUENCE app_event_id_seq TO {role};
             SET ROLE {role};
             SET search_path = ''"
        ))
        .unwrap();
    schema
}

fn become_owner(connection: &mut PgConnection, schema: &str) {
    connection.batch_execute(&format!("RESET ROLE; SET search_path = {schema}")).unwrap();
}
