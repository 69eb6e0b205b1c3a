INSERT INTO notification (id, title, content, date_sent, status, lang) VALUES
    (1, 'Not sent', 'yet', '1709634030000', 'draft', 'en'),
    (2, 'The first one sent', 'with 🌸', '1709634030123', 'sent', 'en'),
    (3, 'The second one sent', '', 'not a number', 'sent', 'en'),
    (4, 'नपठाइएको', '', '', 'scheduled', 'ne');

INSERT INTO permanent_notification (id, message, "isPermanent", live, lang, versions) VALUES
    (1, 'Not live', true, false, 'en', '1.0.1'),
    (2, 'Please update', true, true, 'en', '1.0.1, 1.0.2,11.0.3'),
    (3, 'Also for 1.0.2, but second', false, true, 'en', '1.0.2'),
    (4, 'A beta', false, true, 'en', '2.0.0_beta%'),
    (5, 'कृपया अद्यावधिक गर्नुहोस्', false, true, 'ne', '1.0.1'),
    (6, 'For a language with an ampersand', false, true, 'a&b', '1.0.1');
