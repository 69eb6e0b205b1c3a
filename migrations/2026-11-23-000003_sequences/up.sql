-- Content that was loaded from a dump brings its own numbers and leaves the sequences
-- behind, so that the next insert takes a number that is in use. Every sequence is raised
-- past the highest value of its column, never lowered. A column that has lost its default
-- (an object-relational mapper that synchronised the schema may do that) gets it back.
DO $migration$
DECLARE
    link record;
    highest bigint;
    next_number bigint;
    largest bigint;
BEGIN
    FOR link IN
        SELECT *
          FROM (VALUES
            ('about', 'id', 'about_id_seq'),
            ('about_banner', 'id', 'about_banner_id_seq'),
            ('analytics', 'id', 'analytics_id_seq'),
            ('app_event', 'id', 'app_event_id_seq'),
            ('help_center', 'id', 'help_center_id_seq'),
            ('help_center_attribute', 'id', 'help_center_attribute_id_seq'),
            ('notification', 'id', 'notification_id_seq'),
            ('permanent_notification', 'id', 'permanent_notification_id_seq'),
            ('privacy_policy', 'id', 'privacy_policy_id_seq'),
            ('terms_and_conditions', 'id', 'terms_and_conditions_id_seq'),
            ('user', 'id', 'user_id_seq'),
            ('article', 'sortingKey', 'article_sorting_key'),
            ('category', 'sortingKey', 'category_sorting_key'),
            ('subcategory', 'sortingKey', 'subcategory_sorting_key'),
            ('video', 'sortingKey', 'video_sorting_key'),
            ('help_center', 'sortingKey', 'help_center_sorting_key')
          ) AS listed (in_table, in_column, of_sequence)
    LOOP
        IF EXISTS (
            SELECT FROM pg_attribute
             WHERE attrelid = quote_ident(link.in_table)::regclass
               AND attname = link.in_column
               AND NOT atthasdef AND attidentity = ''
        ) THEN
            EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET DEFAULT nextval(%L)',
                           link.in_table, link.in_column, link.of_sequence);
        END IF;

        EXECUTE format('SELECT max(%I) FROM %I', link.in_column, link.in_table) INTO highest;
        EXECUTE format('SELECT last_value + is_called::int FROM %I', link.of_sequence) INTO next_number;
        IF highest >= next_number THEN
            -- Some sequences end one short of the largest integer.
            SELECT seqmax INTO largest FROM pg_sequence WHERE seqrelid = link.of_sequence::regclass;
            PERFORM setval(link.of_sequence::regclass, least(highest, largest));
        END IF;
    END LOOP;
END
$migration$;
