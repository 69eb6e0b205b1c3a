# The list of surveys.
surveys-title = सर्वेक्षणहरू
surveys-lead = बनेको एक महिनासम्म एपले सोध्ने छोटा प्रश्नहरू।
surveys-new = नयाँ सर्वेक्षण
surveys-edit = सर्वेक्षण सम्पादन
surveys-search = प्रश्नमा खोज्नुहोस्
surveys-all = सबै
surveys-filter-month = महिना
surveys-running = चलिरहेको
surveys-over = महिना सकियो
surveys-column-select = छनोट
surveys-column-number = क्र.सं.
surveys-column-name = पहिलो प्रश्न
surveys-column-questions = प्रश्न
surveys-column-created = बनेको
surveys-column-until = कहिलेसम्म
surveys-column-responses = जवाफ दिने
surveys-column-audience = कसका लागि
surveys-column-age = उमेर
surveys-column-filter = सामग्री छनोट
surveys-column-live = अवस्था
surveys-column-actions = कामहरू
surveys-everybody = सबैका लागि
surveys-fewer-than =
    { $count ->
       *[other] { $count } भन्दा कम
    }
surveys-unnamed = प्रश्न नभएको सर्वेक्षण
surveys-old-kind = पुरानो प्रकार
surveys-count =
    { $count ->
        [one] { $count } सर्वेक्षण
       *[other] { $count } सर्वेक्षण
    }
surveys-bulk = छानिएकालाई:
surveys-bulk-live = प्रकाशित गर्नुहोस्
surveys-bulk-not-live = प्रकाशनबाट हटाउनुहोस्
surveys-bulk-delete = मेटाउनुहोस्
surveys-select-all = यस पृष्ठका सबै छान्नुहोस्
surveys-select-one = { $name } छान्नुहोस्
surveys-hide-one = प्रकाशनबाट हटाउनुहोस्: { $name }
surveys-show-one = प्रकाशित गर्नुहोस्: { $name }
surveys-edit-one = सम्पादन गर्नुहोस्: { $name }
surveys-results-of = नतिजा: { $name }
surveys-none = अहिलेसम्म सर्वेक्षण छैन
surveys-none-text = एउटा सर्वेक्षणमा दश वटासम्म छोटा प्रश्न हुन्छन्। पहिलो सर्वेक्षण लेख्नुहोस्; प्रकाशित गरेपछि एपले सोध्नेछ।
surveys-none-found = मिल्ने सर्वेक्षण भेटिएन
surveys-none-found-text = खोजी वा छनोट बदल्नुहोस्।

# The page of one survey.
surveys-results = नतिजा
surveys-history = इतिहास
surveys-question-number = प्रश्न { $number }
surveys-question = प्रश्न
surveys-kind = जवाफको प्रकार
surveys-kind-choice = एउटा विकल्प छान्ने
surveys-kind-free = आफैँ लेख्ने
surveys-free-note = जे लेखे पनि सर्वेक्षण अर्को प्रश्नमा जान्छ।
surveys-options = विकल्पहरू
surveys-options-hint = एकदेखि पाँच वटा; माथिबाट खाली नछोडी भर्नुहोस्।
surveys-option-number = विकल्प { $number }
surveys-leads-to = यसपछि
surveys-jump-following = अर्को प्रश्न
surveys-jump-end = अन्त्य
surveys-any-answer = जुनसुकै जवाफ
surveys-move-up = माथि सार्नुहोस्
surveys-move-down = तल सार्नुहोस्
surveys-remove = हटाउनुहोस्
surveys-move-up-number = प्रश्न { $number } माथि सार्नुहोस्
surveys-move-down-number = प्रश्न { $number } तल सार्नुहोस्
surveys-remove-number = प्रश्न { $number } हटाउनुहोस्
surveys-drag = तानेर अर्को ठाउँमा लैजानुहोस्
surveys-add-below = यसमुनि प्रश्न थप्नुहोस्
surveys-full = सर्वेक्षणमा बढीमा दश प्रश्न हुन्छन्।
surveys-ways = सर्वेक्षणका बाटाहरू
surveys-unreachable = कुनै जवाफले यहाँ पुर्‍याउँदैन: { $numbers }। यो कसैलाई सोधिँदैन।
surveys-check = जाँचेर फेरि देखाउनुहोस्
surveys-audience = कसलाई सोध्ने
surveys-age-hint = यहाँ कुनै उमेर राखेमा अहिलेको एपले १५ वर्ष र माथिकालाई मात्र सोध्छ।
surveys-save-over = मेरो सुरक्षित गर्नुहोस्
surveys-save-as-new = बरु नयाँ सर्वेक्षणको रूपमा राख्नुहोस्
surveys-cancel = रद्द गर्नुहोस्

# Mistakes.
surveys-mistake-no-questions = कम्तीमा एउटा प्रश्न लेख्नुहोस्।
surveys-mistake-too-many = सर्वेक्षणमा बढीमा दश प्रश्न हुन्छन्।
surveys-mistake-text-missing = प्रश्न लेख्नुहोस्, वा हटाउनुहोस्।
surveys-mistake-text-too-long = प्रश्न ६५ अक्षरमा छोट्याउनुहोस्।
surveys-mistake-options-missing = कम्तीमा एउटा विकल्प लेख्नुहोस्, वा “आफैँ लेख्ने” छान्नुहोस्।
surveys-mistake-option-gap = यो विकल्प भर्नुहोस् वा तलका विकल्प माथि सार्नुहोस्: एपले खाली विकल्प छोड्छ, अनि गलत प्रश्नमा पुग्छ।
surveys-mistake-option-too-long = विकल्प २० अक्षरमा छोट्याउनुहोस्।
surveys-mistake-jump-backward = विकल्पले पछिको प्रश्नमा मात्र लैजान सक्छ।
surveys-mistake-jump-too-far = त्यस्तो प्रश्न छैन।

# Answers that exist, and changes by others.
surveys-answered-note = किशोरीहरूले यस सर्वेक्षणको जवाफ दिइसकेका छन्। प्रश्न बदल्नुभयो भने उनीहरूका जवाफ उस्तै रहन्छन् र नयाँ शब्दसँगै देखिन्छन्।
surveys-answered-ask = जवाफ आइसकेका प्रश्न बदल्ने हो?
surveys-answered-text = दिइसकिएका जवाफ उस्तै रहन्छन्, र नतिजामा नयाँ शब्दसँगै देखिन्छन्। आफ्ना परिवर्तन नयाँ सर्वेक्षणको रूपमा राख्नु बढी सुरक्षित हुन्छ।
surveys-answered-save = तैपनि बदल्नुहोस्
surveys-conflict = यसैबीच अरू कसैले यो सर्वेक्षण बदलेको छ
surveys-conflict-text = तपाईंको केही हराएको छैन: तलको फाराममा छ। तुलना गर्नुहोस्, अनि आफ्नो सुरक्षित गर्नुहोस् वा उहाँको राख्नुहोस्।
surveys-stored-now = अहिले सुरक्षित भएको
surveys-take-theirs = मेरो छोडेर उहाँको राख्नुहोस्
surveys-old-kind-text = पहिले सर्वेक्षणमा एउटा मात्र प्रश्न हुन्थ्यो। अहिलेको एपले त्यस्ता सर्वेक्षण सोध्दैन; पुरानाले सोध्छन्। यो जस्ताको तस्तै राखिएको छ। फेरि सोध्न प्रतिलिपि बनाउनुहोस्: त्यो अहिलेको प्रकारको सर्वेक्षण हुनेछ।
surveys-old-response = किशोरीलाई दिइने जवाफ

# What can be done to a whole survey.
surveys-acts = यो सर्वेक्षण
surveys-prolong = फेरि एक महिना चलाउनुहोस्
surveys-prolong-ask = यो सर्वेक्षण अबदेखि अर्को एक महिना सोध्ने हो?
surveys-prolong-text = बनेको मिति आजको हुनेछ। जवाफ दिइसकेकालाई फेरि सोधिँदैन।
surveys-duplicate = प्रतिलिपि बनाउनुहोस्
surveys-delete = मेटाउनुहोस्
surveys-delete-ask = यो सर्वेक्षण मेटाउने हो?
surveys-delete-text = प्रश्नसहित रद्दीमा जान्छ र ३० दिनसम्म फिर्ता ल्याउन सकिन्छ। जवाफ तथ्याङ्कमा रहन्छन्।

# What has happened.
surveys-created = सर्वेक्षण बन्यो।
surveys-saved = सर्वेक्षण सुरक्षित भयो।
surveys-prolonged = एपले अर्को एक महिना यो सर्वेक्षण सोध्नेछ।
surveys-duplicated = यो प्रतिलिपि हो। अहिले प्रकाशित छैन।
surveys-deleted = सर्वेक्षण रद्दीमा गयो।
surveys-now-live = सर्वेक्षण प्रकाशित भयो।
surveys-not-live-now = सर्वेक्षण प्रकाशनबाट हट्यो।
surveys-live-many =
    { $count ->
        [one] एउटा सर्वेक्षण प्रकाशित भयो।
       *[other] { $count } सर्वेक्षण प्रकाशित भए।
    }
surveys-hidden-many =
    { $count ->
        [one] एउटा सर्वेक्षण प्रकाशनबाट हट्यो।
       *[other] { $count } सर्वेक्षण प्रकाशनबाट हटे।
    }
surveys-deleted-many =
    { $count ->
        [one] एउटा सर्वेक्षण रद्दीमा गयो।
       *[other] { $count } सर्वेक्षण रद्दीमा गए।
    }
