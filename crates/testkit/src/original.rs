//! The original service, as far as the database sees it: a role of its own that has rights on its
//! own tables and on nothing of ours, and writes by statements of its own.

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};

use crate::Database;
use crate::database::SCHEMA;

/// The role. It goes when it is dropped, so it must go before its database.
pub struct Original<'a> {
    database: &'a Database,
    role: String,
}

/// Every table of the original that `database` has, with its sequences and views.
const GRANTS: &str = "
    DO $$ DECLARE name text; BEGIN
        FOREACH name IN ARRAY ARRAY['category', 'subcategory', 'article', 'quiz', 'did_you_know', 'survey', 'question',
            'avatar_messages', 'video', 'help_center', 'help_center_attribute', 'privacy_policy', 'terms_and_conditions',
            'about', 'about_banner', 'notification', 'permanent_notification', 'suggestion', 'oky_user', 'app_event',
            'analytics', 'user', 'answered_quizzes', 'answered_surveys'] LOOP
            IF to_regclass(format('SCHEMA.%I', name)) IS NOT NULL THEN
                EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA.%I TO ROLE', name);
            END IF;
        END LOOP;
        FOR name IN SELECT sequencename FROM pg_sequences
             WHERE schemaname = 'SCHEMA' AND (sequencename LIKE '%sorting_key' OR sequencename = ANY (ARRAY['about_id_seq',
                'about_banner_id_seq', 'analytics_id_seq', 'app_event_id_seq', 'help_center_id_seq',
                'help_center_attribute_id_seq', 'notification_id_seq', 'permanent_notification_id_seq',
                'privacy_policy_id_seq', 'terms_and_conditions_id_seq', 'user_id_seq'])) LOOP
            EXECUTE format('GRANT USAGE ON SEQUENCE SCHEMA.%I TO ROLE', name);
        END LOOP;
    END $$";

impl<'a> Original<'a> {
    /// The original beside us on `database`, whose tables are there already.
    pub fn on(database: &'a Database) -> Original<'a> {
        let role = format!("original_{}", database.name());
        let fresh = format!("DROP ROLE IF EXISTS {role}; CREATE ROLE {role}");
        database.execute(&fresh);
        database.execute(&format!("GRANT USAGE ON SCHEMA {SCHEMA} TO {role}"));
        database.execute(&GRANTS.replace("ROLE", &role).replace("SCHEMA", SCHEMA));
        Original { database, role }
    }

    /// One of its sessions. Some of its statements name no schema, so its path reaches ours.
    pub fn connection(&self) -> PgConnection {
        let mut connection = self.database.connection();
        let become_it = format!("SET ROLE {}; SET search_path = {SCHEMA}", self.role);
        connection.batch_execute(&become_it).expect("the role");
        connection
    }

    /// Runs statements of its own.
    pub fn execute(&self, statements: &str) {
        self.connection().batch_execute(statements).expect("statements that it may run");
    }

    /// What it reads: the one column `text` of a query's rows, NULL as `None`.
    pub fn reads(&self, query: &str) -> Vec<Option<String>> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = Nullable<Text>)]
            text: Option<String>,
        }
        let rows = diesel::sql_query(query).load::<Row>(&mut self.connection());
        rows.expect("a query that it may run").into_iter().map(|row| row.text).collect()
    }
}

impl Drop for Original<'_> {
    fn drop(&mut self) {
        // A failing test must show its own failure, not this one.
        let statements = format!("DROP OWNED BY {0}; DROP ROLE {0}", self.role);
        let _ = self.database.connection().batch_execute(&statements);
    }
}
