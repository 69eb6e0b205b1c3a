-- Run once by the administrator in a new database, again does no harm: the role of the services,
-- and the one that takes turns with it when the password rotates. The first password comes from
-- the environment (DATABASE_PASSWORD), not the command line.
--
-- The rotation would make the second role by itself, but then tables that a migration makes while
-- it is in use would belong to it, and the first could not read them a month later. So whoever logs
-- in as the second acts as the first.
\set ON_ERROR_STOP on
\getenv password DATABASE_PASSWORD
SELECT 'CREATE ROLE periodtracker LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'periodtracker') \gexec
SELECT 'CREATE ROLE periodtracker_clone LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'periodtracker_clone') \gexec
ALTER ROLE periodtracker PASSWORD :'password';
-- The administrator of Aurora is no superuser, and gives away only what it has itself.
SELECT 'GRANT periodtracker TO ' || quote_ident(current_user) WHERE NOT pg_has_role('periodtracker', 'MEMBER') \gexec
GRANT periodtracker TO periodtracker_clone;
ALTER ROLE periodtracker_clone SET role = 'periodtracker';
SELECT format('ALTER DATABASE %I OWNER TO periodtracker', current_database()) \gexec
-- Nobody else makes or reads anything here.
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()) \gexec
