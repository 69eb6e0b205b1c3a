INSERT INTO privacy_policy (id, json_dump, "timestamp", lang) VALUES
    (2, '[{"type": "HEADING", "content": "Privacy"},  {"type": "CONTENT", "content": "Line one\nline “two” 🌸"}]', '2020-01-01', 'en'),
    (1, '[{"type":"CONTENT","content":"an older version with a later time"}]', '2025-01-01', 'en'),
    (3, '[{"type":"CONTENT","content":"गोपनीयता"}]', '2020-01-01', 'ne'),
    (4, '', '2020-01-01', 'empty');

INSERT INTO terms_and_conditions (id, json_dump, "timestamp", lang) VALUES
    (1, '[{"type":"CONTENT","content":"the version before was not empty"}]', '2020-01-01', 'en'),
    (2, '', '2020-01-02', 'en'),
    (3, '<script>alert("this is no JSON")</script>', '2020-01-01', 'ne');

INSERT INTO about (id, json_dump, "timestamp", lang) VALUES
    (1, E'[\n  {"type": "HEADING", "content": "About"}\n]\n', '2020-01-01', 'en'),
    (2, '"a string"', '2020-01-01', 'ne');
