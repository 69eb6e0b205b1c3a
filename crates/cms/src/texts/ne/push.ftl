# Push notifications.
push-title = सूचनाहरू
push-lead = { $language } भाषाका फोनहरूलाई जानकारी गराइने कुरा।
push-section = पुश सूचनाहरू
push-section-hint = यो भाषामा एप चलाउने हरेक फोनमा तुरुन्तै देखिने छोटो सन्देश।
push-search = शीर्षक र पाठमा खोज्नुहोस्
push-new = नयाँ सूचना
push-new-lead = फोनको लक पर्दामा देखिन्छ। एक वा दुवै भाषामा लेख्नुहोस्; तपाईंले पुष्टि नगरेसम्म केही पठाइँदैन।
push-none = अहिलेसम्म कुनै सूचना पठाइएको छैन
push-none-hint = सबै पाठकले आजै थाहा पाउनुपर्ने कुरा भएमा सूचना लेख्नुहोस्।
push-none-found = यो पाठ भएको कुनै सूचना छैन।
push-column-title = शीर्षक
push-column-content = पाठ
push-column-state = अवस्था
push-column-date = मिति
push-title-hint = एक पङ्क्ति। लामो शीर्षक फोनमा काटिन्छ।
push-content-hint = एक वा दुई सरल वाक्य। फोन नजिकका जोसुकैले पढ्न सक्छन्।
push-title-missing = शीर्षक लेख्नुहोस्।
push-content-missing = पाठ लेख्नुहोस्।
push-too-long = यो धेरै लामो भयो। छोट्याउनुहोस्।
push-too-many-bytes = शीर्षक र पाठ जोड्दा सूचनाका लागि धेरै लामो भयो। पाठ छोट्याउनुहोस्।
push-preview-caption = फोनमा यस्तो देखिन्छ
push-back = सूचीमा फर्कनुहोस्
push-confirm-title = यो पठाउने हो?
push-confirm-warning = यो { $language } भाषामा एप चलाउने सबै फोनमा जान्छ।
push-confirm-missing = सबै फोनमा पठाउन सहमति जनाउन बाकसमा चिन्ह लगाउनुहोस्।
push-send-now = अहिले सबै फोनमा पठाउनुहोस्
push-change-text = पाठ बदल्नुहोस्
push-taken-up = सूचना पठाइँदै छ। के भयो भन्ने यही पृष्ठमा देखिन्छ।
push-one = सूचना
push-creator = पठाउने
push-attempts = प्रयास
push-resend = फेरि पठाउनुहोस्
push-resend-question = यसले यो भाषाका सबै फोनमा तुरुन्तै पठाउँछ।
push-resend-unknown = पछिल्लो प्रयास फोनसम्म पुग्यो कि पुगेन थाहा छैन। पहिले कुनै फोनमा हेर्नुहोस्: फेरि पठाउँदा सबै फोनमा दोहोरिन सक्छ।
push-remove = हटाउनुहोस्
push-remove-question = यो अभिलेख हटाउने हो?
push-remove-hint = पठाउन बाँकी भए रद्द हुन्छ। प्राप्त भइसकेका फोनमा रहिरहन्छ।
push-removed = अभिलेख हटाइयो।
push-undo = पहिलेजस्तै पार्नुहोस्

push-state-waiting = पठाउन पर्खिँदै
push-state-retrying = अर्को प्रयास पर्खिँदै
push-state-sending = पठाइँदै छ
push-state-sent = पठाइयो
push-state-failed = पठाइएन
push-state-unknown = थाहा छैन
push-state-cancelled = रद्द गरियो
push-state-original = पहिलेको प्रणालीबाट पठाइएको
push-original-hint = पहिलेको प्रणालीले सूचना साँच्चै पठाइयो कि पठाइएन भन्ने अभिलेख राख्दैनथ्यो।

push-error-off = पुश सूचना बन्द छ: यस सेवासँग सन्देश सेवाको पहुँच छैन। यो सेवा चलाउनेले पहुँच दिन सक्छन् (GOOGLE_APPLICATION_CREDENTIALS)। अरू सबै काम चल्छ।
push-error-network = सन्देश सेवासँग सम्पर्क हुन सकेन।
push-error-busy = सन्देश सेवा व्यस्त छ वा चलेको छैन।
push-error-credentials = सन्देश सेवाले यस सेवाको पहुँच स्वीकार गरेन। यो सेवा चलाउनेलाई भन्नुहोस्।
push-error-forbidden = यस सेवालाई सूचना पठाउने अनुमति छैन। यो सेवा चलाउनेलाई भन्नुहोस्।
push-error-project = सन्देश सेवाले एपको परियोजना चिन्दैन। यो सेवा चलाउनेलाई भन्नुहोस्।
push-error-message = सन्देश सेवाले यो सन्देश अस्वीकार गर्‍यो। पाठ बदलेर नयाँ पठाउनुहोस्।
push-error-unknown = सूचना पठाइयो, तर जवाफ आएन। फोनसम्म पुगेको पनि हुन सक्छ, नपुगेको पनि।

push-job = सूचना पठाउने
push-step-preparing = सन्देश सेवामा साइन इन हुँदै
push-step-sending = पठाइँदै
push-done = सन्देश सेवाले सूचना लियो र फोनहरूमा पुर्‍याउँछ।
push-to-list = सूचनाहरूमा जानुहोस्

# Writing and sending, both languages together.
push-continue = पठाउन अगाडि बढ्नुहोस्
push-save = मस्यौदा सुरक्षित गर्नुहोस्
push-save-and-test = सुरक्षित गरी परीक्षण पठाउनुहोस्
push-other-language = तपाईं यो भाषामा काम गर्नुहुन्न, त्यसैले यो पाठ बदल्न सक्नुहुन्न।
push-preview-of = { $language }, लक पर्दामा
push-preview-none = केही लेखिएको छैन, त्यसैले यो भाषामा केही पठाइँदैन।
push-words = साझा फोन उठाउने जोसुकैले यो पढ्छ: { $words }। यो नभनी भन्न सकिन्छ?
push-words-accept = मैले चेतावनी पढेँ: यी शब्द साझा फोनको लक पर्दामा देखिन सक्छन्
push-words-unread = यी शब्द साँच्चै देखाउने हो भने बाकसमा चिन्ह लगाउनुहोस्, नत्र पाठ बदल्नुहोस्।
push-draft = सूचनाको मस्यौदा
push-draft-saved = मस्यौदा सुरक्षित भयो। केही पठाइएको छैन।
push-draft-delete = मस्यौदा मेटाउनुहोस्
push-draft-delete-question = यो मस्यौदा मेटाउने हो?
push-draft-delete-hint = ३० दिनसम्म फिर्ता ल्याउन सकिन्छ।
push-draft-deleted = मस्यौदा मेटियो।
push-draft-restored = मस्यौदा फिर्ता आयो।
push-conflict = यसबीच { $name } ले यो मस्यौदा बदल्नुभयो। तपाईंको पाठ फारममै छ; सुरक्षित गर्दा उहाँको पाठको ठाउँमा बस्छ।
push-conflict-theirs = अहिले यहाँ यो छ
push-conflict-take = उहाँको राख्नुहोस्
push-changed = यसबीच कसैले यो बदलेको छ। फेरि हेर्नुहोस्।
push-not-a-draft = यो अब लेखिँदै छैन: पुष्टि भइसकेको छ वा दोस्रो व्यक्ति पर्खिँदै छ।
push-not-your-language = यसमा तपाईंले काम नगर्ने भाषा छ। यसका सबै भाषामा काम गर्ने व्यक्तिले पठाउन सक्छन्।
push-unfinished = कुनै पाठ छुटेको वा धेरै लामो छ। पहिले पूरा गर्नुहोस्, वा नपठाउने भाषा खाली गर्नुहोस्।
push-test-off = परीक्षणका फोन छैनन्: यो सेवा चलाउनेले तिनका लागि विषय तोक्न सक्छन् (FCM_TEST_TOPIC)।
push-test-nothing = यसको कुनै भाषा यही रूपमा पठाउन सकिँदैन।
push-test-sent =
    { $count ->
        [one] एउटा परीक्षण परीक्षणका फोनतर्फ जाँदै छ।
       *[other] { $count } परीक्षण परीक्षणका फोनतर्फ जाँदै छन्।
    }
push-tests = परीक्षणहरू
push-to = कसलाई
push-to-test-phones = परीक्षणका फोन
push-when = कहिले जाने
push-when-now = सकेसम्म चाँडो
push-when-later = यो समयमा:
push-day = दिन
push-time = समय
push-time-hint = नेपाली समय।
push-quiet-hint = शान्त समय { $hours } मा केही पठाइँदैन।
push-time-wrong = दिन र समय छान्नुहोस्।
push-time-past = यो समय बितिसक्यो। पछिको समय छान्नुहोस्।
push-time-far =
    { $count ->
       *[other] आउने { $count } दिनभित्रको समय छान्नुहोस्।
    }
push-time-quiet = यो शान्त समय हो, जतिबेला केही पठाइँदैन। त्यसपछिको समय { $next } हो; तल भरिएको छ।
push-stagger =
    { $count ->
        [one] दोस्रो भाषा पहिलोको एक मिनेटपछि जान्छ।
       *[other] दोस्रो भाषा पहिलोको { $count } मिनेटपछि जान्छ।
    }
push-type = पुष्टि गर्न यो अङ्क टाइप गर्नुहोस्:
push-type-hint = वा “पठाउनुहोस्” शब्द। अङ्क जुनसुकै लिपिमा भए पनि हुन्छ।
push-confirm-wrong = भूलले केही नजाओस् भन्नाका लागि यहाँ देखाइएको अङ्क टाइप गर्नुहोस्।
push-undo-hint =
    { $count ->
       *[other] यसपछि { $count } सेकेन्डसम्म रद्द गर्न सकिन्छ।
    }
push-send-confirmed = पुष्टि गर्नुहोस्
push-confirmed = पुष्टि भयो। कहिले जान्छ, यो पृष्ठमा देखिन्छ; त्यतिन्जेल रद्द गर्न सकिन्छ।
push-four-eyes = पठाउनुअघि दोस्रो व्यक्तिले सहमति दिनुपर्छ। उहाँले यो सूचनाहरूको सूचीमा पाउनुहुन्छ।
push-ask-second = दोस्रो व्यक्तिलाई सोध्नुहोस्
push-asked = दोस्रो व्यक्ति पर्खिँदै छ।
push-asked-yourself = दोस्रो व्यक्तिलाई तपाईं आफैँले सोध्नुभएको हो। अरू कसैले सहमति दिनुपर्छ।
push-second-you = दोस्रो व्यक्तिको सहमति चाहिन्छ: तपाईं दिनुहुन्छ?
push-second-other = दोस्रो व्यक्ति पर्खिँदै छ
push-second-other-hint = अरू कसैले सहमति नदिएसम्म केही पठाइँदैन। उहाँलाई भन्नुहोस्।
push-asked-by = सोध्ने
push-confirmed-by = पुष्टि गर्ने
push-agree = सहमत छु, पठाउनुहोस्
push-give-back = लेखनमा फर्काउनुहोस्
push-call-off = रद्द गर्नुहोस्
push-taken-back = रद्द भयो र फेरि मस्यौदा बन्यो। अब केही जाँदैन।
push-too-late = यो पठाइसकियो।
push-record = के भयो
push-due = जाने समय
push-seconds-left =
    { $count ->
        [one] एक सेकेन्डमा
       *[other] { $count } सेकेन्डमा
    }
push-minutes-left =
    { $count ->
        [one] एक मिनेटमा
       *[other] { $count } मिनेटमा
    }
push-to-draft = दुवै भाषा
push-reopen = मस्यौदा बनाउनुहोस्
push-reopened = फेरि मस्यौदा बन्यो। केही पठाइएको छैन।
push-not-lost = यो पठाइसकियो वा जाँदै छ।
push-drafts = तयारीमा
push-sent-ones = पठाइएका
push-column-languages = भाषाहरू
push-saved-by = सुरक्षित गर्ने

push-stage-draft = लेखिँदै
push-stage-asked = दोस्रो व्यक्ति पर्खिँदै
push-stage-confirmed = पुष्टि भयो
push-stage-over = सकियो
push-error-quiet = शान्त समयअघि पठाउन सकिएन। त्यो सकिएपछि जान्छ।
push-test-job = परीक्षण पठाउने

# Permanent alerts.
alert-section = स्थायी जानकारी
alert-section-hint = एपका निश्चित संस्करण चलाउनेलाई एपभित्र देखाइने एक पङ्क्ति, जस्तै अद्यावधिक गर्ने अनुरोध।
alert-new = नयाँ जानकारी
alert-none = अहिलेसम्म कुनै स्थायी जानकारी छैन
alert-none-hint = निश्चित संस्करण चलाउनेले केही थाहा पाउनुपर्दा थप्नुहोस्, जस्तै नयाँ संस्करण आएको कुरा।
alert-message = सन्देश
alert-message-hint = एउटा छोटो वाक्य।
alert-versions = संस्करणहरू
alert-versions-hint = एपको यीमध्ये कुनै संस्करण भएका फोनमा मात्र देखिन्छ। हरेक संस्करण एपले लेखेजस्तै लेख्नुहोस्।
alert-version-group = संस्करण { $major }.0 देखि { $major }.9
alert-versions-ticked =
    { $count ->
        [one] { $count } छानिएको
       *[other] { $count } छानिएका
    }
alert-more = थप संस्करणहरू
alert-more-hint = बीचमा अल्पविराम राख्नुहोस्, जस्तै 8.3.0, 11.2
alert-permanent = पर्दामा रहिरहन्छ
alert-permanent-hint = नत्र पाठकले बन्द गर्न सक्छन्।
alert-live = प्रकाशित
alert-live-hint = सुरक्षित गर्नेबित्तिकै फोनमा देखिन्छ।
alert-actions = कार्यहरू
alert-yes = हो
alert-no = होइन
alert-no-versions = छैन: कुनै फोनमा देखिँदैन
alert-show = प्रकाशित गर्नुहोस्
alert-hide = लुकाउनुहोस्
alert-edit = जानकारी सम्पादन
alert-edit-this = सम्पादन: { $message }
alert-delete = मेटाउनुहोस्
alert-delete-this = मेटाउनुहोस्: { $message }
alert-delete-question = यो जानकारी मेटाउने हो?
alert-delete-hint = फोनमा देखिन छोड्छ। ३० दिनसम्म फिर्ता ल्याउन सकिन्छ।
alert-history = इतिहास
alert-save = सुरक्षित गर्नुहोस्
alert-saved = जानकारी सुरक्षित भयो।
alert-deleted = जानकारी मेटाइयो।
alert-message-missing = सन्देश लेख्नुहोस्।
alert-versions-missing = कम्तीमा एउटा संस्करण छान्नुहोस्, नत्र कुनै फोनमा देखिँदैन।
alert-no-version = संस्करण बिन्दुसहितका अङ्क हुन्, जस्तै 8.3.0। बीचमा अल्पविराम राख्नुहोस्।
alert-too-many-versions = यी २०० भन्दा बढी संस्करण भए। कम छान्नुहोस्।
alert-conflict = यो जानकारी अरू कसैले बदलेको छ
alert-conflict-hint = तपाईंको पाठ तलको फारममा छ। सुरक्षित गर्दा अहिले रहेको यो कुरा बदलिन्छ:
alert-take-theirs = उहाँहरूको राख्नुहोस्
