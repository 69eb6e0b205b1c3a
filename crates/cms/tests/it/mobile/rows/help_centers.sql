INSERT INTO help_center_attribute (id, name, emoji, "isActive", lang) VALUES
    (3, 'Hospital', '🏥', true, 'en'),
    (1, 'Nobody uses this one', '', false, 'en'),
    (2, 'Of unknown state', '❓', NULL, 'en'),
    (4, 'अस्पताल', '🏥', true, 'ne');

INSERT INTO help_center (id, title, caption, "contactOne", "contactTwo", address, website, lang, region, "subRegion",
                         "isAvailableNationwide", "primaryAttributeId", "otherAttributes", "isActive", "sortingKey") VALUES
    (10, 'Second', 'caption', '100', '', 'Example street 1', 'https://a.example,https://b.example', 'en', 'NP', '1,2', true, 3, '1,2', true, 5),
    (11, 'First', '', '', '', '', '', 'en', NULL, NULL, NULL, NULL, NULL, true, 1),
    (9, 'Of the same order as the second, but older', '', '101', '102', '', '', 'en', '', '', false, 77, '', true, 5),
    (12, 'Not active', '', '', '', '', '', 'en', NULL, NULL, true, NULL, NULL, false, 0),
    (13, 'Of unknown state', '', '', '', '', '', 'en', NULL, NULL, true, NULL, NULL, NULL, 0),
    (14, 'सहायता केन्द्र', 'विवरण', '१००', '', 'ठेगाना', '', 'ne', 'NP', '3', true, 4, NULL, true, 1);
