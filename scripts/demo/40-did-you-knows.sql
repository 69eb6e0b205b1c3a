-- Twelve short facts in English and in Nepali.

INSERT INTO did_you_know (id, title, content, "isAgeRestricted", live, lang) VALUES
('50000000-0000-4000-8000-000000000101', 'You are not alone', 'On any day, hundreds of millions of people in the world have their period.', false, true, 'en'),
('50000000-0000-4000-8000-000000000102', 'Only a few spoonfuls', 'A whole period is about two or three tablespoons of blood. It only looks like more.', false, true, 'en'),
('50000000-0000-4000-8000-000000000103', 'A day of our own', 'Every year on 28 May the world celebrates Menstrual Hygiene Day, in Nepal too.', false, true, 'en'),
('50000000-0000-4000-8000-000000000104', 'Cold water first', 'Cold water removes blood stains best. Hot water makes them stay.', false, true, 'en'),
('50000000-0000-4000-8000-000000000105', 'Warmth helps', 'A warm cloth or a bottle of warm water on the belly eases cramps for many girls.', false, true, 'en'),
('50000000-0000-4000-8000-000000000106', 'Stress can shift it', 'Exams, illness or a long journey can make a period come later than you thought.', false, true, 'en'),
('50000000-0000-4000-8000-000000000107', 'Lemon and lentils', 'Vitamin C from lemon, amala or guava helps your body take up iron from food.', false, true, 'en'),
('50000000-0000-4000-8000-000000000108', 'Growing fast', 'In the fastest year of puberty many girls grow by about eight centimetres.', false, true, 'en'),
('50000000-0000-4000-8000-000000000109', 'Pimples pass', 'Pimples come from hormones, not from dirt. Gentle washing is enough; do not squeeze.', false, true, 'en'),
('50000000-0000-4000-8000-000000000110', 'Sleep is medicine', 'Teenagers need 8 to 10 hours of sleep. Enough sleep makes moods easier to bear.', false, true, 'en'),
('50000000-0000-4000-8000-000000000111', 'Twenty by law', 'In Nepal the law allows marriage only from the age of 20, for girls and for boys.', false, true, 'en'),
('50000000-0000-4000-8000-000000000112', 'One number to know', 'The child helpline 1098 is free of charge. Somebody there listens to you.', false, true, 'en'),
('50000000-0000-4000-8000-000000000201', 'तिमी एक्लै छैनौ', 'संसारमा हरेक दिन करोडौँ जनाको महिनावारी भइरहेको हुन्छ।', false, true, 'ne'),
('50000000-0000-4000-8000-000000000202', 'केही चम्चा मात्र', 'एक पटकको महिनावारीमा जम्मा दुई–तीन ठूला चम्चा जति रगत जान्छ। हेर्दा मात्र धेरै देखिन्छ।', false, true, 'ne'),
('50000000-0000-4000-8000-000000000203', 'हाम्रो आफ्नै दिन', 'हरेक वर्ष २८ मे मा संसारभर महिनावारी स्वच्छता दिवस मनाइन्छ, नेपालमा पनि।', false, true, 'ne'),
('50000000-0000-4000-8000-000000000204', 'पहिले चिसो पानी', 'रगतको दाग चिसो पानीले राम्ररी जान्छ। तातो पानीले दाग झन् बस्छ।', false, true, 'ne'),
('50000000-0000-4000-8000-000000000205', 'तातोले आराम दिन्छ', 'पेटमा तातो कपडा वा तातो पानीको बोतल राख्दा धेरैको दुखाइ कम हुन्छ।', false, true, 'ne'),
('50000000-0000-4000-8000-000000000206', 'तनावले सर्न सक्छ', 'परीक्षा, बिरामी वा लामो यात्राले महिनावारी सोचेभन्दा ढिलो हुन सक्छ।', false, true, 'ne'),
('50000000-0000-4000-8000-000000000207', 'कागती र दाल', 'कागती, अमला वा अम्बामा हुने भिटामिन सीले खानाको आइरन लिन शरीरलाई मद्दत गर्छ।', false, true, 'ne'),
('50000000-0000-4000-8000-000000000208', 'छिटो बढ्ने समय', 'किशोरावस्थामा सबैभन्दा छिटो बढ्ने वर्ष धेरै केटीहरू करिब आठ सेन्टिमिटर अग्लिन्छन्।', false, true, 'ne'),
('50000000-0000-4000-8000-000000000209', 'डन्डीफोर हराउँछ', 'डन्डीफोर हर्मोनले आउँछ, फोहोरले होइन। बिस्तारै धोए पुग्छ; ननिचोर।', false, true, 'ne'),
('50000000-0000-4000-8000-000000000210', 'निद्रा पनि औषधि हो', 'किशोरकिशोरीलाई ८ देखि १० घण्टा निद्रा चाहिन्छ। निद्रा पुग्यो भने मन हल्का हुन्छ।', false, true, 'ne'),
('50000000-0000-4000-8000-000000000211', 'कानुनले बीस वर्ष', 'नेपालको कानुनअनुसार केटा र केटी दुवैको उमेर २० वर्ष पुगेपछि मात्र विवाह गर्न पाइन्छ।', false, true, 'ne'),
('50000000-0000-4000-8000-000000000212', 'सम्झनुपर्ने नम्बर', 'बाल हेल्पलाइन १०९८ मा फोन गर्दा पैसा लाग्दैन। त्यहाँ तिम्रो कुरा सुनिन्छ।', false, true, 'ne')
ON CONFLICT (id) DO NOTHING;
