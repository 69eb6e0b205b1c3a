# The kinds of content.
kind-article-many = विश्वकोश
kind-article-lead = किशोरीहरूले एपमा पढ्ने लेखहरू।
kind-article-new = नयाँ लेख
kind-article-none = अहिलेसम्म कुनै लेख छैन
kind-article-none-hint = लेख उपवर्गभित्र पर्छ। पहिले वर्ग र उपवर्ग बनाउनुहोस्, अनि लेख्नुहोस्।
kind-category-many = वर्गहरू
kind-category-lead = विश्वकोशका विषय। हरेकको एउटा इमोजी र छोटो ट्याग हुन्छ।
kind-category-new = नयाँ वर्ग
kind-category-none = अहिलेसम्म कुनै वर्ग छैन
kind-category-none-hint = लेखहरू वर्ग र उपवर्गमा राखिन्छन्। एउटा वर्गबाट सुरु गर्नुहोस्।
kind-subcategory-many = उपवर्गहरू
kind-subcategory-lead = विश्वकोशको दोस्रो तह: हरेक लेख यीमध्ये एउटामा पर्छ।
kind-subcategory-new = नयाँ उपवर्ग
kind-subcategory-none = अहिलेसम्म कुनै उपवर्ग छैन
kind-subcategory-none-hint = लेख लेख्न हरेक वर्गमा कम्तीमा एउटा उपवर्ग चाहिन्छ।
kind-video-many = भिडियोहरू
kind-video-lead = युट्युबका वा एपभित्रै रहेका भिडियो।
kind-video-new = नयाँ भिडियो
kind-video-none = अहिलेसम्म कुनै भिडियो छैन
kind-video-none-hint = युट्युबको ठेगाना वा एपभित्रको फाइलको नाम दिएर थप्नुहोस्।
kind-quiz-many = प्रश्नोत्तर
kind-quiz-lead = तीन विकल्प भएको प्रश्न, जसमा एउटा सही हुन्छ।
kind-quiz-new = नयाँ प्रश्नोत्तर
kind-quiz-none = अहिलेसम्म कुनै प्रश्नोत्तर छैन
kind-quiz-none-hint = प्रश्न, तीन विकल्प, र सही तथा गलत उत्तरमा एपले भन्ने कुरा लेख्नुहोस्।
kind-did-you-know-many = के तपाईंलाई थाहा छ
kind-did-you-know-lead = एपले एक-एक गरी देखाउने छोटा तथ्यहरू।
kind-did-you-know-new = नयाँ तथ्य
kind-did-you-know-none = अहिलेसम्म कुनै तथ्य छैन
kind-did-you-know-none-hint = शीर्षक र एक-दुई वाक्य लेख्नुहोस्।
kind-avatar-message-many = अवतारका सन्देश
kind-avatar-message-lead = किशोरीको आफ्नै पात्रले उनलाई भन्ने कुरा।
kind-avatar-message-new = नयाँ सन्देश
kind-avatar-message-none = अहिलेसम्म कुनै सन्देश छैन
kind-avatar-message-none-hint = एउटा मायालु वाक्य भए पुग्छ।
kind-help-center-many = सहायता केन्द्रहरू
kind-help-center-lead = सहयोग पाइने ठाउँ र नम्बर, एपले देखाउने क्रममा।
kind-help-center-new = नयाँ सहायता केन्द्र
kind-help-center-none = अहिलेसम्म कुनै सहायता केन्द्र छैन
kind-help-center-none-hint = फोन उठ्ने नम्बर भएको हेल्पलाइन वा क्लिनिक थप्नुहोस्।
kind-help-center-attribute-many = सहायता केन्द्रका विशेषता
kind-help-center-attribute-lead = सहायता केन्द्रले दिने सेवा, जस्तै परामर्श, इमोजीसहित।
kind-help-center-attribute-new = नयाँ विशेषता
kind-help-center-attribute-none = अहिलेसम्म कुनै विशेषता छैन
kind-help-center-attribute-none-hint = हरेक सहायता केन्द्रलाई एउटा मुख्य विशेषता चाहिन्छ।

# Fields.
field-article_heading = शीर्षक
field-category = वर्ग
field-subcategory = उपवर्ग
field-article_text = पाठ
field-ageRestrictionLevel = उमेर
field-contentFilter = सामग्री छनोट
field-live = प्रकाशित
field-isActive = प्रकाशित
field-shown = उपलब्ध
field-title = शीर्षक
field-primary_emoji = इमोजी
field-primary_emoji_name = ट्याग
field-parent_category = वर्ग
field-youtubeId = युट्युब
field-assetName = एपभित्रको फाइल
field-topic = विषय
field-question = प्रश्न
field-option1 = विकल्प १
field-option2 = विकल्प २
field-option3 = विकल्प ३
field-right_answer = सही उत्तर
field-right_answer_response = सही उत्तरमा भन्ने कुरा
field-wrong_answer_response = गलत उत्तरमा भन्ने कुरा
field-content = पाठ
field-message = सन्देश
field-caption = विवरण
field-contactOne = फोन
field-contactTwo = दोस्रो फोन
field-address = ठेगाना
field-website = वेबसाइटहरू
field-isAvailableNationwide = नेपालभरका लागि
field-region = देश
field-subRegion = प्रदेशहरू
field-primaryAttributeId = मुख्य विशेषता
field-otherAttributes = अन्य विशेषता
field-name = नाम
field-emoji = इमोजी
field-voiceOverKey = अडियो

# Hints below fields.
hint-emoji = एउटा इमोजी।
hint-tag = एपले इमोजीसँगै देखाउने छोटो शब्द।
hint-article-text = सादा पाठ। खाली पङ्क्तिले नयाँ अनुच्छेद सुरु गर्छ।
hint-youtube = भिडियोको ठेगाना वा त्यसको आईडी। एपभित्रको भिडियोका लागि खाली छोड्नुहोस्।
hint-asset = एपभित्रै राखिएको भिडियो फाइलको नाम।
hint-age = एपले यो लेख साना उमेरका र प्रोफाइल नभएका पाठकबाट लुकाउँछ।
hint-age-hidden = अहिलेको एपले यहाँ उमेर तोकिएको कुरा सबैबाट लुकाउँछ।
hint-website = एक पङ्क्तिमा एउटा ठेगाना, https:// बाट सुरु हुने।
hint-nationwide = यसो गर्दा कुनै प्रदेशमा पर्दैन।
hint-provinces = कुनै नछान्दा सम्पूर्ण देश मानिन्छ।
hint-live = केही सेकेन्डमै फोनमा देखिन्छ।

# What is wrong.
problem-required = यो भर्नुहोस्।
problem-too-long = { $length } अक्षर भयो; बढीमा { $limit } अट्छ।
problem-not-a-choice = सूचीबाट एउटा छान्नुहोस्।
problem-not-one-emoji = यहाँ ठीक एउटा इमोजी राख्नुहोस्।
problem-other-category = यो उपवर्ग अर्कै वर्गको हो।
problem-one-is-needed = युट्युब वा एपभित्रको फाइलमध्ये एउटा भर्नुहोस्।
problem-not-youtube = यो युट्युब भिडियोको ठेगाना वा आईडी होइन।
problem-not-web-address = हरेक पङ्क्ति https:// वा http:// बाट सुरु हुने ठेगाना हुनुपर्छ।
problem-same-option = यो अर्को विकल्पजस्तै छ।
problem-taken = यस भाषामा अर्कोसँग यही छ।

# Lists.
content-all = सबै
content-count =
    { $count ->
        [one] १ वटा
       *[other] { $count } वटा
    }
content-none-found = केही भेटिएन
content-none-found-hint = छोटो शब्द खोज्नुहोस्, वा छनोट हटाउनुहोस्।
content-with-chosen = छानिएको:
content-all-found = यस सूचीका सबै { $count } वटा
content-make-live = प्रकाशित गर्नुहोस्
content-make-not-live = एपबाट लुकाउनुहोस्
content-choose-all = यस पृष्ठका सबै छान्नुहोस्
content-choose-this = { $heading } छान्नुहोस्
content-actions = कार्य
content-edit-this = { $heading } सम्पादन गर्नुहोस्
content-hide-this = { $heading } एपबाट लुकाउनुहोस्
content-show-this = { $heading } प्रकाशित गर्नुहोस्
content-delete-this = { $heading } मेटाउनुहोस्
content-has-audio = अडियो छ
content-has-no-audio = अडियो छैन
content-for-everybody = सबैका लागि
content-from-age = { $count } वर्ष र माथि
content-filter-number = छनोट { $count }
content-option-number = विकल्प { $count }

# Forms.
content-choose = छान्नुहोस्…
content-edit = सम्पादन
content-cancel = रद्द गर्नुहोस्
content-history = इतिहास
content-delete = मेटाउनुहोस्
content-saved = सुरक्षित भयो: { $heading }
content-conflict = तपाईंले लेख्दै गर्दा अरू कसैले यो परिवर्तन गर्‍यो
content-conflict-hint = तपाईंको पाठ तलको फारममा छ, सुरक्षित भएको छैन। काटिएको भाग अहिले राखिएको पाठ हो, रेखाङ्कित भाग तपाईंको। चाहिने कुरा मिलाउनुहोस्, अनि सुरक्षित गर्दा राखिएको पाठमाथि लेखिन्छ।
content-take-theirs = मेरो छोडेर राखिएको पाठ लिनुहोस्
content-now-live = एपमा प्रकाशित: { $heading }
content-not-live-now = एपबाट लुकाइयो: { $heading }

# Deleting.
content-delete-question = “{ $heading }” मेटाउने?
content-delete-hint = यो रद्दीमा जान्छ र ३० दिनसम्म फिर्ता ल्याउन सकिन्छ।
content-subcategories-go =
    { $count ->
        [one] १ उपवर्ग पनि सँगै जान्छ।
       *[other] { $count } उपवर्ग पनि सँगै जान्छन्।
    }
content-articles-go =
    { $count ->
        [one] १ लेख पनि सँगै जान्छ।
       *[other] { $count } लेख पनि सँगै जान्छन्।
    }
content-deleted = मेटाइयो: { $heading }
content-deleted-with-others = { $count } वटा सँगै मेटाइए
content-deleted-many =
    { $count ->
        [one] १ वटा मेटाइयो
       *[other] { $count } वटा मेटाइए
    }
content-undo = फिर्ता गर्नुहोस्
content-changed-before-delete = यसैबीच कसैले यो परिवर्तन गरेको छ। मेटाउनुअघि फेरि हेर्नुहोस्।
content-last-live-title = यसपछि केही पनि प्रकाशित रहँदैन
content-last-live = यस भाषामा एपले देखाउने यस किसिमको यो अन्तिम हो। कुनै नभए एपले आफूभित्रै रहेका पाठ देखाउँछ।
content-go-on = तैपनि अघि बढ्नुहोस्

# Many at once.
content-nothing-chosen = पहिले केही पङ्क्ति छान्नुहोस्।
content-live-many =
    { $count ->
        [one] १ वटा प्रकाशित भयो
       *[other] { $count } वटा प्रकाशित भए
    }
content-hidden-many =
    { $count ->
        [one] १ वटा एपबाट लुकाइयो
       *[other] { $count } वटा एपबाट लुकाइए
    }

# Order.
content-order = क्रम
content-order-hint = पङ्क्ति तान्नुहोस्, वा तीर थिच्नुहोस्। एपले यही क्रममा देखाउँछ।
content-order-saved = नयाँ क्रम सुरक्षित भयो।
content-order-history = क्रमको इतिहास
content-order-history-hint = कसले के सारेको हो। जुनसुकै क्रम फिर्ता ल्याउन सकिन्छ।
content-no-order-history = अहिलेसम्म कसैले क्रम परिवर्तन गरेको छैन
content-no-order-history-hint = अर्को परिवर्तनदेखि के सर्‍यो भन्ने यहाँ भेटिन्छ।
content-order-moved =
    { $count ->
        [one] १ पङ्क्ति सर्‍यो
       *[other] { $count } पङ्क्ति सरे
    }
content-order-move = स्थान { $from } बाट स्थान { $to } मा
content-order-gone = (पछि मेटाइएको)
content-restore-order = यो क्रम फिर्ता ल्याउनुहोस्
content-order-restored = क्रम त्यतिबेला जस्तो थियो त्यस्तै भयो।
content-back-to-list = सूचीमा फर्कनुहोस्
content-drag-this = { $heading } तान्नुहोस्
content-up = { $heading } माथि सार्नुहोस्
content-down = { $heading } तल सार्नुहोस्

# History.
content-as-now = अहिलेको रूप
content-restore = यस रूपमा फर्काउनुहोस्
content-restored = फर्काइयो।
content-changed-before-restore = यसैबीच कसैले यो परिवर्तन गरेको छ। फर्काउनुअघि फेरि हेर्नुहोस्।
content-somebody-outside = सीएमएसबाहिर
content-no-history = अहिलेसम्म कुनै परिवर्तन छैन
content-no-history-hint = अर्को परिवर्तनदेखि पहिलेको रूप यहाँ भेटिन्छ।
content-older = पुराना
action-create = लेखियो
action-update = परिवर्तन भयो
action-delete = मेटाइयो
action-restore = फर्काइयो
action-reorder = क्रम मिलाइयो
action-outside = सीएमएसबाहिर परिवर्तन भयो

# Trash.
content-trash = रद्दी
content-trash-hint = मेटाइएका कुरा यहाँ { $count } दिन रहन्छन्।
content-trash-empty = रद्दी खाली छ
content-trash-empty-hint = मेटाइएको जुनसुकै कुरा यहाँबाट फिर्ता ल्याउन सकिन्छ।
content-item = कुरा
content-kind = किसिम
content-deleted-by = मेटाइएको
content-and-others =
    { $count ->
        [one] र थप १
       *[other] र थप { $count }
    }
content-bring-back = फिर्ता ल्याउनुहोस्
content-undone =
    { $count ->
        [one] फिर्ता आयो।
       *[other] { $count } वटा फिर्ता आए।
    }
table-article = लेख
table-category = वर्ग
table-subcategory = उपवर्ग
table-video = भिडियो
table-quiz = प्रश्नोत्तर
table-did_you_know = तथ्य
table-avatar_messages = अवतारको सन्देश
table-help_center = सहायता केन्द्र
table-help_center_attribute = विशेषता
table-survey = सर्वेक्षण
table-about = हाम्रो बारेमा
table-privacy_policy = गोपनीयता नीति
table-terms_and_conditions = नियम र सर्तहरू
table-about_banner = परिचय ब्यानर
table-notification = पुश सूचना
table-permanent_notification = स्थायी सूचना
table-suggestion = प्रयोगकर्ताको सन्देश
