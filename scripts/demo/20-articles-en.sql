-- Sixteen articles in English: one for readers from 13 years on, one with a content filter,
-- one that is not live.

INSERT INTO article (id, category, subcategory, article_heading, article_text, live, lang, "sortingKey",
  "isAgeRestricted", "ageRestrictionLevel", "contentFilter") VALUES
('30000000-0000-4000-8000-000000000101', '10000000-0000-4000-8000-000000000101', '20000000-0000-4000-8000-000000000101',
 'What is a period?',
 $$About once a month, the inside of the uterus (the place where a baby can grow) builds a soft lining. When there is no pregnancy the body does not need that lining, so it leaves through the vagina as blood. That is a period, or menstruation.

Most girls have their first period between 10 and 14 years of age. Some start at 9 and some at 15. All of that is normal. If you are 15 and have had none yet, ask a health worker; there is usually a simple reason.

A period lasts 2 to 7 days. All together it is only a few spoonfuls of blood, even when it looks like more. It is not dirty and not an illness: it is a sign that your body is working.$$,
 true, 'en', 1, false, 0, 0),
('30000000-0000-4000-8000-000000000102', '10000000-0000-4000-8000-000000000101', '20000000-0000-4000-8000-000000000101',
 'Counting your cycle',
 $$Your cycle begins on the first day of one period and ends on the day before the next. Count those days and you know its length.

For teenagers, anything from 21 to 45 days is usual. In the first two or three years the length often jumps about: one month 25 days, the next 40. It mostly settles by itself.

Writing down the first day of every period helps you to guess when the next will come, and gives a health worker something to look at if you ever need to ask. A guess is never a promise, so keep a pad in your bag.$$,
 true, 'en', 2, false, 0, 0),
('30000000-0000-4000-8000-000000000103', '10000000-0000-4000-8000-000000000101', '20000000-0000-4000-8000-000000000102',
 'Pads, cloth and other choices',
 $$Disposable pads are used once, wrapped in paper and put in a bin, never in the toilet. Change them every 4 to 6 hours, even on light days.

Cloth pads can be used again for a long time. Rinse them in cold water, wash them with soap, and dry them completely in sunlight. Sunlight and dryness keep germs away; drying them hidden under a bed does not.

Use what you can get, what is clean and what feels comfortable. Many community schools in Nepal give out pads free of charge: ask a teacher whom you trust.$$,
 true, 'en', 3, false, 0, 0),
('30000000-0000-4000-8000-000000000104', '10000000-0000-4000-8000-000000000101', '20000000-0000-4000-8000-000000000102',
 'Using a menstrual cup',
 $$A menstrual cup is a small, soft cup that is worn inside the vagina and collects the blood. It can stay in for up to 12 hours and be used for years.

Wash your hands before you touch it, rinse it with clean water each time you empty it, and boil it for a few minutes between two periods. If you have no clean water and no private place to wash, pads are the safer choice.

Learning to use a cup takes patience. It must never hurt. You do not have to use one: every product in this chapter is a good one if it suits you.$$,
 true, 'en', 4, false, 0, 1),
('30000000-0000-4000-8000-000000000105', '10000000-0000-4000-8000-000000000102', '20000000-0000-4000-8000-000000000103',
 'What changes in puberty?',
 $$Puberty is the time when a child’s body grows into an adult’s. In girls it often begins between 8 and 13: breasts start to grow, hair appears under the arms and between the legs, hips get wider, and you grow taller quickly.

You may sweat more and get pimples. Washing every day with water and mild soap is enough. One breast may grow faster than the other; they mostly even out.

Everybody has her own timetable. Being earlier or later than your friends does not mean that something is wrong.$$,
 true, 'en', 5, false, 0, 0),
('30000000-0000-4000-8000-000000000106', '10000000-0000-4000-8000-000000000102', '20000000-0000-4000-8000-000000000103',
 'Discharge: what is normal?',
 $$A clear or milky fluid from the vagina is called discharge. It keeps the vagina clean and healthy, and often begins some months before the first period. The amount changes during the cycle.

Wash the outside with water. Do not wash inside and do not use perfumed soap: the vagina cleans itself.

See a health worker if the discharge turns green, grey or lumpy, smells bad, or comes with itching or burning. These are common, and easy to treat.$$,
 true, 'en', 6, false, 0, 0),
('30000000-0000-4000-8000-000000000107', '10000000-0000-4000-8000-000000000102', '20000000-0000-4000-8000-000000000104',
 'Eating well with periods',
 $$With every period your body loses a little iron. Too little iron makes you tired, dizzy and pale. Lentils, beans, green leaves, eggs, fish and meat give it back.

Lemon, amala, guava and tomato help the body to take up iron. Tea and coffee hinder it, so drink them an hour or more away from meals.

No food is forbidden during a period. Yoghurt, milk, pickles and fruit do no harm. If your school gives out the weekly iron tablet, take it as the teacher or health worker tells you.$$,
 true, 'en', 7, false, 0, 0),
('30000000-0000-4000-8000-000000000108', '10000000-0000-4000-8000-000000000102', '20000000-0000-4000-8000-000000000104',
 'Sport on period days',
 $$You may run, dance, ride a bicycle and play football during your period. Movement even eases cramps for many girls.

Change your pad before you start and wear dark or loose clothes if that makes you feel safer. Drink enough water.

If you feel weak or the pain is strong, rest. Resting is as right as playing: listen to your body.$$,
 true, 'en', 8, false, 0, 0),
('30000000-0000-4000-8000-000000000109', '10000000-0000-4000-8000-000000000103', '20000000-0000-4000-8000-000000000105',
 'Moods before a period',
 $$In the week before a period, many girls feel sad, angry or easily hurt. Hormones rise and fall at that time, and the brain notices.

Sleep, some movement, regular meals and a talk with somebody you like all help. Noting your mood in the calendar shows you the pattern, and a pattern is less frightening than a surprise.

If these days keep you away from school or friends every month, tell a health worker. You do not have to simply bear it.$$,
 true, 'en', 9, false, 0, 0),
('30000000-0000-4000-8000-000000000110', '10000000-0000-4000-8000-000000000103', '20000000-0000-4000-8000-000000000105',
 'When worries get too heavy',
 $$Everybody worries at times about exams, family or friends. Slow breathing helps in the moment: breathe in while you count to four, and out while you count to six, ten times.

When sadness or fear stays for two weeks or more, when you cannot sleep or eat, or when you think of hurting yourself, tell an adult today: a parent, a teacher, a health worker.

Calling 1098, the child helpline, costs nothing. Asking for help is brave, and it works.$$,
 true, 'en', 10, false, 0, 0),
('30000000-0000-4000-8000-000000000111', '10000000-0000-4000-8000-000000000103', '20000000-0000-4000-8000-000000000106',
 'Teasing, friends and respect',
 $$Being teased about a stain, about pimples or about growing early hurts. It says something about the person who teases, and nothing about you.

You can say: “Stop. That is not funny.” You can walk away, and you can tell a teacher. If a friend is teased, stand beside her; that alone changes a lot.

Boys learn about periods too. The more people know, the less there is to laugh about.$$,
 true, 'en', 11, false, 0, 0),
('30000000-0000-4000-8000-000000000112', '10000000-0000-4000-8000-000000000103', '20000000-0000-4000-8000-000000000106',
 'Your body, your choice',
 $$Nobody may touch you in a way that you do not want. Not a stranger, not a friend, not a relative. You may say no at any time, also when you said yes before.

Nobody may ask you for pictures of your body. If somebody has one and threatens you with it, do not answer and do not pay: keep the messages and tell an adult you trust.

If something has happened to you, it is not your fault. Call 1098 (child helpline), 1145 (National Women Commission) or 100 (police). A hospital can help as well; go as soon as you can.$$,
 true, 'en', 12, true, 13, 0),
('30000000-0000-4000-8000-000000000113', '10000000-0000-4000-8000-000000000104', '20000000-0000-4000-8000-000000000107',
 'Six myths, and the truth',
 $$“Period blood is impure.” It is ordinary blood and tissue. “Plants wither when you touch them.” They do not; try it. “You must not bathe.” You should: warm water even eases pain.

“You must not look into a mirror, cook, or enter the kitchen.” Nothing happens to mirrors or food. “Sour food makes it worse.” It does not. “Pain means you are not strong.” Pain has nothing to do with strength.

Many of these beliefs are old, and older people often mean well. You can show respect and still know what is true.$$,
 true, 'en', 13, false, 0, 0),
('30000000-0000-4000-8000-000000000114', '10000000-0000-4000-8000-000000000104', '20000000-0000-4000-8000-000000000107',
 'Chhaupadi is against the law',
 $$Sending a girl or woman to a hut or a shed during her period is called chhaupadi. Girls have died there of cold, smoke, snake bites and attacks.

The law of Nepal forbids it. Whoever makes a woman or girl live apart because of her period can be punished with up to three months in prison, a fine, or both.

You have a right to your own bed, to your meals and to your school on every day of the month. If you are sent away, call 1145 or 100, or speak with a teacher or the ward office.$$,
 true, 'en', 14, false, 0, 0),
('30000000-0000-4000-8000-000000000115', '10000000-0000-4000-8000-000000000104', '20000000-0000-4000-8000-000000000108',
 'When to see a health worker',
 $$Go to a health post when a pad is soaked in an hour or two for several hours, when bleeding lasts longer than 7 days, when there are clots larger than a big coin, or when pain stops you from going to school although you have rested.

Go also when you have had no period by the age of 15, when three months pass without one, or when you bleed between periods. If you may be pregnant, go soon: the earlier, the more help there is.

For strong pain, warmth on the belly and gentle movement help. A health worker or pharmacist can tell you which pain medicine suits you and how much of it. Ask an adult before you take any; aspirin is not for anybody under 16.$$,
 true, 'en', 15, false, 0, 0),
('30000000-0000-4000-8000-000000000116', '10000000-0000-4000-8000-000000000104', '20000000-0000-4000-8000-000000000108',
 'Draft: pads at your school',
 $$This article is not finished and not live. It shows how a draft looks in the list of articles.

It shall describe how pads reach community schools, whom to ask for them, and what to do when there are none.$$,
 false, 'en', 16, false, 0, 0)
ON CONFLICT (id) DO NOTHING;
