-- Small things: what the avatar says, videos, one push notification and one permanent
-- alert in each language.

INSERT INTO avatar_messages (id, content, live, lang) VALUES
('70000000-0000-4000-8000-000000000101', 'Hello! How are you today?', true, 'en'),
('70000000-0000-4000-8000-000000000102', 'Have you drunk enough water?', true, 'en'),
('70000000-0000-4000-8000-000000000103', 'Your body is doing just fine.', true, 'en'),
('70000000-0000-4000-8000-000000000104', 'Rest is allowed. Always.', true, 'en'),
('70000000-0000-4000-8000-000000000105', 'Ask. No question is a silly one.', true, 'en'),
('70000000-0000-4000-8000-000000000106', 'Is there a spare pad in your bag?', true, 'en'),
('70000000-0000-4000-8000-000000000201', 'नमस्ते! आज कस्तो छ?', true, 'ne'),
('70000000-0000-4000-8000-000000000202', 'पानी प्रशस्त पियौ?', true, 'ne'),
('70000000-0000-4000-8000-000000000203', 'तिम्रो शरीर ठीकसँग काम गर्दै छ।', true, 'ne'),
('70000000-0000-4000-8000-000000000204', 'आराम गर्न सधैँ पाइन्छ।', true, 'ne'),
('70000000-0000-4000-8000-000000000205', 'सोध। कुनै प्रश्न सानो हुँदैन।', true, 'ne'),
('70000000-0000-4000-8000-000000000206', 'झोलामा प्याड छ कि छैन?', true, 'ne')
ON CONFLICT (id) DO NOTHING;

-- Invented keys: there is no such video on YouTube or inside an app.
INSERT INTO video (id, title, "youtubeId", "assetName", live, lang, "sortingKey") VALUES
('80000000-0000-4000-8000-000000000101', 'What happens in a cycle?', NULL, 'demo-cycle', true, 'en', 1),
('80000000-0000-4000-8000-000000000102', 'Making a cloth pad', 'demo-video1', NULL, true, 'en', 2),
('80000000-0000-4000-8000-000000000103', 'Stretching against cramps', NULL, 'demo-stretching', true, 'en', 3),
('80000000-0000-4000-8000-000000000201', 'चक्रमा के–के हुन्छ?', NULL, 'demo-cycle', true, 'ne', 4),
('80000000-0000-4000-8000-000000000202', 'कपडाको प्याड बनाउने तरिका', 'demo-video2', NULL, true, 'ne', 5),
('80000000-0000-4000-8000-000000000203', 'पेट दुख्दा गर्ने व्यायाम', NULL, 'demo-stretching', true, 'ne', 6)
ON CONFLICT (id) DO NOTHING;

-- The time of sending is text: milliseconds since 1970.
INSERT INTO notification (id, title, content, date_sent, status, lang) VALUES
(1, 'New articles', 'There is something new to read about food and periods.', (floor(extract(epoch FROM now()) * 1000))::bigint::text, 'sent', 'en'),
(2, 'नयाँ लेख', 'खानपान र महिनावारीबारे नयाँ लेख आएको छ।', (floor(extract(epoch FROM now()) * 1000))::bigint::text, 'sent', 'ne')
ON CONFLICT (id) DO NOTHING;

INSERT INTO permanent_notification (id, message, "isPermanent", live, lang, versions) VALUES
(1, 'Please update the app to the newest version.', true, true, 'en', '1.0, 1.1'),
(2, 'कृपया एप अपडेट गर र नयाँ संस्करण चलाऊ।', true, true, 'ne', '1.0, 1.1')
ON CONFLICT (id) DO NOTHING;
