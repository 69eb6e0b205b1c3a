-- The pages that tell about the app. A page is a list of headings and paragraphs.

INSERT INTO about (id, json_dump, "timestamp", lang) VALUES
(1, $$[
{"type": "HEADING", "content": "What this app is"},
{"type": "CONTENT", "content": "A calendar for your period, and a place to read what a girl of 10 to 19 years wants to know about her body, in words she understands."},
{"type": "HEADING", "content": "Who made it"},
{"type": "CONTENT", "content": "This is sample text. The organisation that runs the app introduces itself here."}
]$$, now(), 'en'),
(2, $$[
{"type": "HEADING", "content": "यो एप के हो"},
{"type": "CONTENT", "content": "यो महिनावारी टिप्ने पात्रो हो। साथै १० देखि १९ वर्षका किशोरीले आफ्नो शरीरका बारेमा जान्न चाहेका कुरा सजिलो भाषामा पढ्ने ठाउँ पनि हो।"},
{"type": "HEADING", "content": "कसले बनायो"},
{"type": "CONTENT", "content": "यो नमुना पाठ हो। एप सञ्चालन गर्ने संस्थाले यहाँ आफ्नो परिचय दिन्छ।"}
]$$, now(), 'ne')
ON CONFLICT (id) DO NOTHING;

INSERT INTO privacy_policy (id, json_dump, "timestamp", lang) VALUES
(1, $$[
{"type": "HEADING", "content": "Your notes are yours"},
{"type": "CONTENT", "content": "What you write into the calendar stays on your phone. It is copied to our server only when you have an account, so that a new phone can have it back."},
{"type": "HEADING", "content": "What we ask for"},
{"type": "CONTENT", "content": "A name you make up, the month and year of your birth, and roughly where you live. We do not ask for your real name, telephone number or address."},
{"type": "HEADING", "content": "Deleting everything"},
{"type": "CONTENT", "content": "You can delete your account at any time in the settings. Everything we keep about you is then gone for good."},
{"type": "CONTENT", "content": "This is sample text for trying the system out. It has to be replaced before the app is given to anybody."}
]$$, now(), 'en'),
(2, $$[
{"type": "HEADING", "content": "तपाईंका टिपोट तपाईंकै हुन्"},
{"type": "CONTENT", "content": "पात्रोमा लेखेका कुरा तपाईंको फोनमै रहन्छन्। खाता खोल्नुभएको छ भने मात्र तिनको प्रतिलिपि हाम्रो सर्भरमा राखिन्छ, ताकि नयाँ फोनमा फेरि पाउन सकियोस्।"},
{"type": "HEADING", "content": "हामी के सोध्छौँ"},
{"type": "CONTENT", "content": "तपाईंले आफैँ रोजेको नाम, जन्मेको महिना र वर्ष, अनि बसोबासको मोटामोटी ठाउँ। वास्तविक नाम, फोन नम्बर वा ठेगाना सोध्दैनौँ।"},
{"type": "HEADING", "content": "सबै मेटाउने"},
{"type": "CONTENT", "content": "सेटिङमा गएर जुनसुकै बेला खाता मेटाउन सकिन्छ। त्यसपछि तपाईंबारे हामीसँग भएका सबै कुरा सदाका लागि मेटिन्छन्।"},
{"type": "CONTENT", "content": "यो प्रणाली चलाएर हेर्नका लागि राखिएको नमुना पाठ हो। एप कसैलाई दिनुअघि यसलाई बदल्नुपर्छ।"}
]$$, now(), 'ne')
ON CONFLICT (id) DO NOTHING;

INSERT INTO terms_and_conditions (id, json_dump, "timestamp", lang) VALUES
(1, $$[
{"type": "HEADING", "content": "No doctor inside"},
{"type": "CONTENT", "content": "The app informs. It does not examine you and cannot replace a health worker. Its calendar only estimates, so it is no protection against pregnancy."},
{"type": "HEADING", "content": "Be kind"},
{"type": "CONTENT", "content": "Use the app for yourself. Do not open the account of somebody else, and do not show her notes to others."},
{"type": "CONTENT", "content": "This is sample text for trying the system out."}
]$$, now(), 'en'),
(2, $$[
{"type": "HEADING", "content": "यो डाक्टर होइन"},
{"type": "CONTENT", "content": "यो एपले जानकारी दिन्छ। यसले जाँच गर्दैन र स्वास्थ्यकर्मीको ठाउँ लिन सक्दैन। पात्रोले अनुमान मात्र देखाउँछ, त्यसैले यो गर्भ रोक्ने उपाय होइन।"},
{"type": "HEADING", "content": "असल व्यवहार"},
{"type": "CONTENT", "content": "एप आफ्नै लागि प्रयोग गर्नुहोस्। अरूको खाता नखोल्नुहोस् र अरूका टिपोट कसैलाई नदेखाउनुहोस्।"},
{"type": "CONTENT", "content": "यो प्रणाली चलाएर हेर्नका लागि राखिएको नमुना पाठ हो।"}
]$$, now(), 'ne')
ON CONFLICT (id) DO NOTHING;

-- A drawing of 240 by 80 pixels: a week of a calendar with three days marked.
INSERT INTO about_banner (id, image, "timestamp", lang)
SELECT id, 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAPAAAABQAgMAAABaJxDvAAAACVBMVEX97PDWQGD////z17GQAAAAvElEQVR42u2UQQ7CMAwEC6IS6p1P8Io+gQP+T5/CEfmV2Nm1aC9cgoSAnctq401iWU2HQQghhBCvOVIXyIF23tplGyaT35u6t/po12bN5rVltcKFY31yrBt2jYZdtFVluNiHv4WeQ0N2kb6EnkJXltUKP7vGoY5D48Z2peHKsqxW+C2bsyFHQ9lRtmtoN/ulrSrD377ZMYscRc7CMKkcVE6KtqoM//XAPvd5dr2qrvfc9yfp+ocJIYQQv8kDkNYgxUB31mcAAAAASUVORK5CYII=', now(), lang
FROM (VALUES (1, 'en'), (2, 'ne')) AS demo (id, lang)
ON CONFLICT (id) DO NOTHING;
