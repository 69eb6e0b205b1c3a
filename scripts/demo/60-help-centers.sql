-- Help centers: the public hotlines of Nepal, and one invented place that shows a center
-- with a province (3111 is Bagmati in the app's list).

INSERT INTO help_center_attribute (id, name, emoji, "isActive", lang) VALUES
(1, 'Helpline', '📞', true, 'en'),
(2, 'Health', '🏥', true, 'en'),
(3, 'Protection', '🛡️', true, 'en'),
(4, 'Counselling', '💬', true, 'en'),
(5, 'हेल्पलाइन', '📞', true, 'ne'),
(6, 'स्वास्थ्य', '🏥', true, 'ne'),
(7, 'सुरक्षा', '🛡️', true, 'ne'),
(8, 'परामर्श', '💬', true, 'ne')
ON CONFLICT (id) DO NOTHING;

INSERT INTO help_center (id, title, caption, "contactOne", "contactTwo", address, website, lang,
  region, "subRegion", "isAvailableNationwide", "primaryAttributeId", "otherAttributes", "isActive", "sortingKey") VALUES
(1, 'Child helpline', 'Free of charge. For anybody under 18 who is in danger, sad, or needs somebody to talk to.', '1098', '', 'All of Nepal', '', 'en', NULL, NULL, true, 1, '3,4', true, 1),
(2, 'National Women Commission', 'Help for women and girls who meet violence at home, at school or on the way.', '1145', '', 'All of Nepal', '', 'en', NULL, NULL, true, 3, '1,4', true, 2),
(3, 'Ambulance', 'For an emergency: heavy bleeding, fainting, an accident.', '102', '', 'All of Nepal', '', 'en', NULL, NULL, true, 2, NULL, true, 3),
(4, 'Police', 'If somebody threatens or hurts you, or makes you live apart because of your period.', '100', '', 'All of Nepal', '', 'en', NULL, NULL, true, 3, NULL, true, 4),
(5, 'Example youth clinic', 'An invented place. It shows how a clinic in one province looks in the app.', '01-0000000', '', 'Example Street 1, Bagmati', 'https://clinic.example', 'en', 'NP', '3111', false, 2, '4', true, 5),
(6, 'बाल हेल्पलाइन', 'निःशुल्क। १८ वर्षमुनिका जो कोही खतरामा छ, दुःखी छ वा कोहीसँग कुरा गर्न चाहन्छ भने।', '1098', '', 'नेपालभर', '', 'ne', NULL, NULL, true, 5, '7,8', true, 6),
(7, 'राष्ट्रिय महिला आयोग', 'घर, विद्यालय वा बाटोमा हिंसामा परेका महिला र किशोरीलाई सहयोग।', '1145', '', 'नेपालभर', '', 'ne', NULL, NULL, true, 7, '5,8', true, 7),
(8, 'एम्बुलेन्स', 'आपत्कालमा: धेरै रगत बगेमा, बेहोस भएमा वा दुर्घटना भएमा।', '102', '', 'नेपालभर', '', 'ne', NULL, NULL, true, 6, NULL, true, 8),
(9, 'प्रहरी', 'कसैले धम्की दिएमा, चोट पुर्‍याएमा वा महिनावारीका कारण अलग बस्न लगाएमा।', '100', '', 'नेपालभर', '', 'ne', NULL, NULL, true, 7, NULL, true, 9),
(10, 'नमुना युवा क्लिनिक', 'यो काल्पनिक ठाउँ हो। कुनै एक प्रदेशको क्लिनिक एपमा कस्तो देखिन्छ भनेर देखाउन राखिएको हो।', '01-0000000', '', 'नमुना मार्ग १, बागमती', 'https://clinic.example', 'ne', 'NP', '3111', false, 6, '8', true, 10)
ON CONFLICT (id) DO NOTHING;
