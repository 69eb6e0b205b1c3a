# The first sheet of the content workbook.
exchange-readme-title = यो कार्यपुस्तिका कसरी प्रयोग गर्ने
exchange-readme-language = मूल पाठको भाषा: { $code }।
exchange-readme-fill = हरेक अनुवाद मूल पाठको दायाँतिरको पहेँलो कोठामा लेख्नुहोस्। कोठाभित्रका पङ्क्ति जस्ताको तस्तै रहन्छन्।
exchange-readme-blank = खाली छोडिएको पहेँलो कोठामा मूल पाठ नै रहन्छ। फाइल पठाउँदा अर्को विकल्प पनि रोज्न सकिन्छ।
exchange-readme-locked = खैरा कोठा र लुकेका स्तम्भ बन्द गरिएका छन्। तिनले पङ्क्ति कुन सामग्रीको हो भनेर जनाउँछन्, त्यसैले एउटा पानाको पङ्क्ति अर्कोमा नसार्नुहोस्।
exchange-readme-tokens = link:: र image:: जस्ता चिह्न जस्ताको तस्तै राख्नुहोस्। हाजिरीजवाफको सही उत्तरको नम्बर (1, 2 वा 3) खाली छोड्दा पहिलेकै रहन्छ।
exchange-readme-back = सकिएपछि cms को “डाटा” पृष्ठबाट फाइल पठाउनुहोस्। केही प्रयोग हुनुअघि तपाईंले विवरण हेर्न पाउनुहुन्छ।

# The page of data conversions.
exchange-title = डाटा
exchange-lead = अनुवादक र एपका लागि फाइलहरू। यहाँ पठाइएको फाइल रूपान्तरण र जाँच मात्र हुन्छ: एपमा केही बदलिँदैन।
exchange-check = सामग्री जाँच्नुहोस्
exchange-check-lead = हरेक लेखको विषय, हरेक हाजिरीजवाफको सही उत्तर र सामग्रीबीचका सबै सम्बन्ध ठीक छन् कि छैनन्, अनि कुनै आईडी दोहोरिएको छ कि छैन हेरिन्छ।
exchange-check-fine = सबै ठीक छ।
exchange-content = सामग्री
exchange-workbook = अनुवादकका लागि कार्यपुस्तिका
exchange-workbook-out = यो भाषाका सबै पाठ, लाइभ होस् वा नहोस्, एउटा स्प्रेडसिटमा; हरेकको छेउमा अनुवादका लागि खाली पहेँलो कोठा हुन्छ।
exchange-workbook-download = कार्यपुस्तिका डाउनलोड
exchange-workbook-in = भरिएको कार्यपुस्तिका पठाएर के छुट्यो, के लामो भयो वा के बिग्रियो हेर्नुहोस्, अनि एपका लागि सामग्री फाइल लिनुहोस्।
exchange-bundle = एपको सामग्री फाइल
exchange-bundle-out = एपभित्रै राखिने सामग्री, जसले फोन अनलाइन नहुँदा पनि एप चल्छ।
exchange-bundle-all = सबै सामग्री
exchange-bundle-live = लाइभ मात्र
exchange-bundle-in = सामग्री फाइल (.ts वा JSON) पठाएर जाँच्नुहोस् र कार्यपुस्तिका बनाउनुहोस्।
exchange-interface = इन्टरफेसका पाठ
exchange-app-texts = एपका पाठ
exchange-app-texts-in = स्तम्भ A, B र C मा क्रमशः कुञ्जी, मूल पाठ र अनुवाद भएको पाना पठाएर एपको भाषा फाइल लिनुहोस्।
exchange-cms-texts = यी पृष्ठका पाठ
exchange-cms-texts-out = यो cms का बटन, लेबल र सन्देशका शब्द, अनुवादका लागि एउटा स्तम्भसहित।
exchange-cms-texts-download = पाठ डाउनलोड
exchange-cms-texts-in = भरिएको पाना पठाएर JSON मा लिनुहोस्।
exchange-places = देश र प्रदेश
exchange-countries = देशहरू
exchange-countries-out = हरेक देशको कोड र हरेक भाषामा नाम।
exchange-countries-download = देशहरू डाउनलोड
exchange-provinces = प्रदेशहरू
exchange-provinces-out = नेपालका प्रदेश, एपले राख्ने नम्बर र हरेक भाषामा नामसहित।
exchange-provinces-download = प्रदेशहरू डाउनलोड
exchange-places-in = नयाँ भाषा थप्न त्यसको कोड शीर्षकमा राखेर एउटा स्तम्भ थप्नुहोस्, अनि पाना पठाएर एपको फाइल लिनुहोस्।
exchange-last = पछिल्ला रूपान्तरण
exchange-last-none = अहिलेसम्म केही रूपान्तरण गरिएको छैन।
exchange-last-kept = नतिजा ३० दिनसम्म राखिन्छ।
exchange-file-sheet = स्प्रेडसिट (.xlsx, बढीमा २० MB)
exchange-file-bundle = सामग्री फाइल (.ts वा .json, बढीमा २० MB)
exchange-file-missing = पहिले फाइल छान्नुहोस्।
exchange-file-too-large = फाइल २० MB भन्दा ठूलो छ।
exchange-locale = नतिजाको भाषा
exchange-locale-unknown = यो भाषाको कोड होइन।
exchange-blank = अनुवाद खाली भएमा
exchange-blank-original = मूल पाठ राख्ने
exchange-blank-leave-out = सामग्री नै छोड्ने
exchange-blank-blank = खाली नै राख्ने
exchange-ids = आईडी
exchange-ids-keep = उही राख्ने
exchange-ids-new = नयाँ बनाउने
exchange-conversion-content-sheet = कार्यपुस्तिका जाँचेर रूपान्तरण
exchange-conversion-content-bundle = जाँचेर कार्यपुस्तिका बनाउने
exchange-conversion-app-texts = एपका पाठ रूपान्तरण
exchange-conversion-cms-texts = cms का पाठ रूपान्तरण
exchange-conversion-countries = देशहरू रूपान्तरण
exchange-conversion-provinces = प्रदेशहरू रूपान्तरण

# The report.
exchange-report = विवरण
exchange-nothing-changed = एपमा केही बदलिएको छैन। भेटिएका कुरा पढ्नुहोस्, अनि नतिजा डाउनलोड गर्नुहोस्।
exchange-result-fine = कुनै समस्या भेटिएन।
exchange-result-errors =
    { $count ->
        [one] नतिजा प्रयोग गर्नुअघि फाइलको एउटा त्रुटि सच्याउनुपर्छ।
       *[other] नतिजा प्रयोग गर्नुअघि फाइलका { $count } त्रुटि सच्याउनुपर्छ।
    }
exchange-result-warnings =
    { $count ->
        [one] नतिजा प्रयोग गर्न मिल्छ। पहिले एउटा चेतावनी हेर्नुहोस्।
       *[other] नतिजा प्रयोग गर्न मिल्छ। पहिले { $count } चेतावनी हेर्नुहोस्।
    }
exchange-result-blanks =
    { $count ->
        [one] एउटा पाठको अनुवाद छैन।
       *[other] { $count } पाठको अनुवाद छैन।
    }
exchange-errors =
    { $count ->
        [one] १ त्रुटि
       *[other] { $count } त्रुटि
    }
exchange-warnings =
    { $count ->
        [one] १ चेतावनी
       *[other] { $count } चेतावनी
    }
exchange-fine = ठीक छ
exchange-download = { $name } डाउनलोड
exchange-again = अर्को फाइल रूपान्तरण
exchange-kilobytes = { $count } केबी
exchange-counts = नतिजामा के छ
exchange-findings = के भेटियो
exchange-more =
    { $count ->
        [one] र अर्को एउटा
       *[other] र अरू { $count } वटा
    }
exchange-what = के
exchange-file = फाइल
exchange-found = नतिजा
exchange-who = कसले
exchange-when = कहिले (नेपाली समय)
exchange-sheet = पाना
exchange-row = पङ्क्ति
exchange-column = स्तम्भ
exchange-detail = मान
exchange-kind = प्रकार
exchange-items = सङ्ख्या
exchange-translated = पूरै अनुवाद भएका
exchange-blanks = खाली अनुवाद
exchange-weight-error = त्रुटि
exchange-weight-warning = चेतावनी
exchange-weight-note = जानकारी
exchange-items-categories = विषयहरू
exchange-items-subcategories = उपविषयहरू
exchange-items-articles = लेखहरू
exchange-items-quizzes = हाजिरीजवाफ
exchange-items-did-you-knows = रोचक तथ्य
exchange-items-avatar-messages = अवतारका सन्देश
exchange-items-privacy-policy = गोपनीयता नीतिका अनुच्छेद
exchange-items-terms-and-conditions = नियम र सर्तका अनुच्छेद
exchange-items-about = एपबारेका अनुच्छेद
exchange-items-help-centers = सहयोग केन्द्र
exchange-items-help-center-attributes = सहयोग केन्द्रका विशेषता
exchange-items-videos = भिडियो
exchange-items-surveys = सर्वेक्षण
exchange-items-countries = देशहरू
exchange-items-provinces = प्रदेशहरू
exchange-items-texts = पाठहरू
exchange-kind-duplicate-id = एउटै आईडी दुई पटक
exchange-advice-duplicate-id = दुई सामग्रीको आईडी एउटै छ, त्यसैले एउटाले अर्कोलाई मेटाउँछ। पङ्क्ति प्रतिलिपि गरिएको हो? प्रतिलिपिको आईडी खाली गर्नुभयो भने त्यो नयाँ सामग्री हुन्छ।
exchange-kind-dangling-reference = नभएको कुरालाई जनाउँछ
exchange-advice-dangling-reference = यो सामग्रीको विषय, उपविषय, विशेषता वा प्रश्न फाइलमा छैन।
exchange-kind-no-right-answer = सही उत्तर नभएको हाजिरीजवाफ
exchange-advice-no-right-answer = स्तम्भ right_answer मा 1, 2 वा 3 लेख्नुहोस्।
exchange-kind-missing-column = स्तम्भ छुटेको छ
exchange-advice-missing-column = पहिलो पङ्क्तिमा ठ्याक्कै यही नाम राखेर स्तम्भ फेरि थप्नुहोस्, वा अनुवादहरू नयाँ कार्यपुस्तिकामा सार्नुहोस्।
exchange-kind-cell-error = कोठामा त्रुटि छ
exchange-advice-cell-error = कार्यक्रमले यो कोठा गणना गर्न सकेन। पाठ नै टाइप गर्नुहोस्; नत्र कोठा खाली मानिन्छ।
exchange-kind-missing-text = पाठ छुटेको छ
exchange-advice-missing-text = मूल र अनुवाद दुवै खाली छन्।
exchange-kind-too-long = एपमा अटाउनेभन्दा लामो
exchange-advice-too-long = पाठकले गन्ने हिसाबले अक्षरको लम्बाइ र सीमा। मिल्छ भने छोटो पार्नुहोस्।
exchange-kind-bad-value = नमिल्ने मान
exchange-advice-bad-value = मिति, वा नम्बर अथवा true र false चाहिने ठाउँमा अरू नै शब्द। टाइप गरेको कुरा कार्यक्रमले बदलेको हुन सक्छ।
exchange-kind-bad-id = अनौठो आईडी
exchange-advice-bad-id = आईडी बदल्नु हुँदैन। खाली आईडीले नयाँ सामग्री बनाउँछ।
exchange-kind-two-names = एउटै विषयका दुई अनुवाद
exchange-advice-two-names = पहिलो अनुवाद लिइयो। विषय वा उपविषयको नाम एक पटक भरे पुग्छ।
exchange-kind-formula = सूत्र
exchange-advice-formula = सूत्रले अन्तिममा निकालेको मान पाठका रूपमा लिइयो।
exchange-kind-missing-sheet = पाना छुटेको छ
exchange-advice-missing-sheet = नतिजामा यस प्रकारको केही हुँदैन।
exchange-kind-unknown-sheet = अपरिचित पाना
exchange-advice-unknown-sheet = चिनिएको कुनै स्तम्भ नभएकाले यो पाना पढिएन।
exchange-kind-unknown-column = अपरिचित स्तम्भ
exchange-advice-unknown-column = यो स्तम्भ पढिएन।
exchange-kind-duplicate-column = एउटै स्तम्भ दुई पटक
exchange-advice-duplicate-column = पहिलो स्तम्भ पढियो।
exchange-kind-duplicate-key = एउटै कुञ्जी दुई पटक
exchange-advice-duplicate-key = अन्तिम कुञ्जी लिइयो।
exchange-kind-blank = अनुवाद नभएको
exchange-advice-blank = अनुवादको कोठा खाली छ।
exchange-kind-new-item = नयाँ सामग्री
exchange-advice-new-item = पङ्क्तिमा आईडी थिएन, नयाँ दिइयो।
exchange-kind-left-out = छोडिएको
exchange-advice-left-out = अनुवाद खाली भएकाले यो सामग्री नतिजामा छैन।
exchange-refused-not-a-spreadsheet = यो .xlsx स्प्रेडसिट होइन। “Excel workbook (.xlsx)” का रूपमा सेभ गरेर फेरि प्रयास गर्नुहोस्।
exchange-refused-old-or-locked = यो पुरानो .xls फाइल हो वा पासवर्डले सुरक्षित छ। पासवर्डबिना “Excel workbook (.xlsx)” का रूपमा सेभ गरेर फेरि प्रयास गर्नुहोस्।
exchange-refused-too-large = खोल्दा यो फाइल ५० MB भन्दा ठूलो हुन्छ वा यसका भाग धेरै छन्। नचाहिने चित्र र पाना हटाउनुहोस्।
exchange-refused-damaged = फाइल बिग्रिएको छ। खोलेर फेरि .xlsx का रूपमा सेभ गर्नुहोस् र पुनः प्रयास गर्नुहोस्।
exchange-refused-nothing-known = फाइलमा चिनिएको कुनै पाना वा भाग छैन। फाइल ठीक हो?
exchange-refused-no-locale = फाइल कुन भाषाको हो भन्ने उल्लेख छैन।
exchange-refused-unreadable = पङ्क्ति { $line } पढ्न सकिएन: { $what } हुनुपर्थ्यो।

# Long conversions.
exchange-job-export = सामग्री डाउनलोड
exchange-job-import = फाइल रूपान्तरण
exchange-job-ready = फाइल तयार छ।
exchange-job-fine = फाइल रूपान्तरण भयो। विवरण पढ्नुहोस्, अनि नतिजा डाउनलोड गर्नुहोस्।
exchange-job-errors = फाइल रूपान्तरण भयो, तर त्रुटि छन्। कहाँ छन् भन्ने विवरणमा छ।
exchange-job-report = विवरण पढ्नुहोस्
exchange-step-read = सामग्री पढ्दै
exchange-step-write = फाइल लेख्दै
exchange-step-convert = फाइल पढ्दै र जाँच्दै
exchange-step-store = नतिजा राख्दै
