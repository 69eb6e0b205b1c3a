# Statistics: users, quizzes, surveys.
statistics-title = तथ्याङ्क
statistics-lead = एप कसले प्रयोग गर्छन्, सबै भाषामा।
statistics-filter = कसलाई गन्ने छान्नुहोस्
statistics-apply = देखाउनुहोस्
statistics-all = सबै
statistics-print = छाप्ने रूप
statistics-gender = लिङ्ग
statistics-gender-female = महिला
statistics-gender-male = पुरुष
statistics-gender-other = भन्न नचाहने
statistics-location = बसोबास
statistics-location-urban = सहर
statistics-location-rural = गाउँ
statistics-country = देश
statistics-province = प्रदेश
statistics-age = उमेर
statistics-age-under = { $age } वर्षभन्दा कम
statistics-age-over = { $age } वर्ष र माथि
statistics-date-from = यस दिनदेखि सुरक्षित
statistics-date-to = यस दिनसम्म सुरक्षित
statistics-dates-reversed = पहिलो दिन अन्तिम दिनपछि पर्‍यो। सबै खाता देखाइएका छन्।
statistics-dates-unreadable = यो मिति होइन। सबै खाता देखाइएका छन्।
statistics-not-known = थाहा नभएको
statistics-other-countries = अन्य, वा धेरै थोरै
statistics-other-provinces = अन्य, वा धेरै थोरै
statistics-former-province = { $name } (पुरानो एप)
statistics-users = प्रयोगकर्ता
statistics-users-counted = प्रयोगकर्ता
statistics-genders = लिङ्गअनुसार प्रयोगकर्ता
statistics-locations = बसोबासअनुसार प्रयोगकर्ता
statistics-ages = उमेरअनुसार प्रयोगकर्ता
statistics-ages-note = आजसम्मको जन्मदिनअनुसार पूरा भएका वर्ष।
statistics-countries = देशअनुसार प्रयोगकर्ता
statistics-provinces = प्रदेशअनुसार प्रयोगकर्ता: { $country }
statistics-shares = एप सेयर गरिएको
statistics-shares-counted = सेयर गरिएको पटक
statistics-downloads = सीधा डाउनलोड
statistics-downloads-counted = डाउनलोड
statistics-activity-note = यहाँ मितिले मात्र फरक पार्छ: यीमा लिङ्ग, बसोबास र देश थाहा हुँदैन।
statistics-day = दिन
statistics-month = महिना
statistics-total = जम्मा
statistics-hidden = धेरै थोरै
statistics-too-few = चित्र बनाउन पुग्ने मानिस छैनन्।
statistics-nothing-yet = यी दिनका लागि अहिलेसम्म केही अभिलेख छैन।
statistics-right-answer = सही उत्तर
statistics-as-of = उमेर { $day } सम्मको; नयाँ र मेटिएका खाता तुरुन्तै गनिन्छन्।
statistics-not-counted-yet = खाताहरू गनिँदैछन्; एक मिनेटपछि फेरि हेर्नुहोस्।
statistics-dates-note = मिति छान्दा, दिन थाहा नभएका खाता गनिँदैनन्। दिन नेपालको समयअनुसार हो, अन्तिम दिन पनि समेटिन्छ।
statistics-rule-minimum = किशोरीहरूको गोपनीयताका लागि { $minimum } भन्दा साना सङ्ख्या, र तिनलाई थाहा पाउन सकिने सङ्ख्या देखाइँदैनन्।
statistics-rule-rounded = किशोरीहरूको गोपनीयताका लागि { $minimum } भन्दा साना सङ्ख्या, र तिनलाई थाहा पाउन सकिने सङ्ख्या देखाइँदैनन्; अरू { $rounding } को गुणनफलमा घटाएर देखाइन्छन्।

# Results of quizzes.
quiz-results-title = प्रश्नोत्तरका नतिजा
quiz-results-crumb = नतिजा
quiz-results-of = “{ $heading }” को नतिजा
quiz-results-lead = प्रत्येक उत्तर गनिन्छ, कसैले फेरि उत्तर दिए पनि।
quiz-results-search = विषय र प्रश्नमा खोज्नुहोस्
quiz-results-topic = विषय
quiz-results-question = प्रश्न
quiz-results-answers = उत्तर
quiz-results-correct = सही
quiz-results-incorrect = गलत
quiz-results-percent = सही, %
quiz-results-option = विकल्प
quiz-results-option1 = विकल्प १
quiz-results-option2 = विकल्प २
quiz-results-option3 = विकल्प ३
quiz-results-options = कुन विकल्प छानियो
quiz-results-judged = सही कि गलत
quiz-results-outcome = उत्तर
quiz-results-none = अहिलेसम्म प्रश्नोत्तर छैन
quiz-results-none-hint = पहिले प्रश्नोत्तर लेख्नुहोस्; किशोरीहरूले उत्तर दिएपछि नतिजा यहाँ देखिन्छ।
quiz-results-not-found = कुनै प्रश्नोत्तर भेटिएन
quiz-results-not-found-hint = थोरै वा अरू शब्दले खोज्नुहोस्।

# Results of surveys.
survey-results-title = सर्वेक्षणका नतिजा
survey-results-created = बनाइएको: { $date }
survey-results-responses = जनाले उत्तर दिए
survey-results-note = प्रत्येक व्यक्ति एकपटक गनिन्छिन्, पहिलो उत्तर र त्यतिबेला खातामा लेखिएको विवरणसँग। खाता नभएकाहरू माथि केही नछानेको बेला मात्र गनिन्छन्।
survey-results-answer = उत्तर
survey-results-people = जना
survey-results-text = आफ्नै शब्दमा
survey-results-written = लेखिएका उत्तर
survey-results-read-written = लेखिएका उत्तर पढ्नुहोस्
survey-results-too-few-written = धेरै थोरैले मात्र लेखेका छन्
survey-results-more-written =
    { $count ->
        [one] अरू { $count } उत्तर फाइलमा छ।
       *[other] अरू { $count } उत्तर फाइलमा छन्।
    }
survey-results-written-note = पछिल्ला ५,००० जनाका उत्तर: वर्णक्रममा, र कसले लेखेको भन्ने नदेखाई। कुनै उत्तरले व्यक्ति चिनाउँछ भने अरूलाई नदिनुहोस्।
survey-results-kept-back = लेखिएका उत्तर प्रशासकका लागि मात्र हुन्।
survey-results-no-questions = यस सर्वेक्षणमा प्रश्न छैनन्
survey-results-no-questions-hint = प्रश्न थप्नुहोस्; उत्तर यहाँ देखिन्छन्।
