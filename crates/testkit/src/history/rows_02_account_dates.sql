-- An account made after the dates came, and one whose date is beyond all years.
INSERT INTO oky_user
    (id, date_of_birth, gender, location, "nameHash", "passwordHash", "memorableQuestion", "memorableAnswer", date_signed_up)
VALUES
    ('10000000-0000-4000-8000-000000000021', '2010-01-31', 'Female', 'Urban',
     encode(sha256('test-girl-21'), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented', '2024-01-02'),
    ('10000000-0000-4000-8000-000000000022', '2010-01-31', 'Female', 'Urban',
     encode(sha256('test-girl-22'), 'hex'), '$2b$10$invented', 'a question', '$2b$10$invented', 'infinity');
