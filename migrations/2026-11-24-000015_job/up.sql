-- Long work that editors ask for: an import, an export, sending a notification. The platform
-- ends a request after two minutes and may stop an instance at any time, so such work is a row
-- that any instance of the cms takes up, and that says how far it is.
CREATE TABLE IF NOT EXISTS job (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    lang text NOT NULL,
    payload json NOT NULL,
    state text NOT NULL DEFAULT 'queued'
        CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    done bigint NOT NULL DEFAULT 0,
    total bigint,
    step text,
    result json,
    created_by integer,
    creator text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    run_after timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    finished_at timestamptz,
    attempts smallint NOT NULL DEFAULT 0,
    most_attempts smallint NOT NULL,
    cancel_asked boolean NOT NULL DEFAULT false,
    lease uuid,
    lease_until timestamptz
);
COMMENT ON COLUMN job.total IS 'How much there is to do, once that is known; done counts towards it';
COMMENT ON COLUMN job.step IS 'Key of the sentence that says what is being done';
COMMENT ON COLUMN job.result IS 'What came of it, or why it failed: sentences by their keys, and a link';
COMMENT ON COLUMN job.created_by IS 'The editor, by user.id; NULL if the service itself asked';
COMMENT ON COLUMN job.lease IS 'Made up anew by whoever takes the job: only who knows it may write the outcome';

CREATE INDEX IF NOT EXISTS job_open_idx ON job (run_after) WHERE state IN ('queued', 'running');
CREATE INDEX IF NOT EXISTS job_creator_idx ON job (created_by, created_at);
CREATE INDEX IF NOT EXISTS job_created_idx ON job (created_at);

-- What a job works on, and what it made. Apart from the job, whose row is read every second
-- while somebody watches it.
CREATE TABLE IF NOT EXISTS job_file (
    job_id uuid NOT NULL REFERENCES job ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('input', 'result')),
    name text NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (job_id, role)
);
