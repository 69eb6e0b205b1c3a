# Messages of users.
messages-title = प्रयोगकर्ताका सन्देश
messages-open-count =
    { $count ->
        [0] जवाफ दिन बाँकी कुनै सन्देश छैन।
        [one] एउटा सन्देश खुला छ।
       *[other] { $count } सन्देश खुला छन्।
    }
messages-search = सन्देश, नाम र ठेगानामा खोज्नुहोस्
messages-status = अवस्था
messages-status-open = खुला
messages-status-closed = बन्द
messages-status-all = सबै
messages-status-deleted = मेटिएका
messages-reason = कारण
messages-all-reasons = सबै कारण
messages-platform = कहाँबाट
messages-all-platforms = जहाँसुकैबाट
messages-platform-app = एप
messages-platform-web = वेब
messages-message = सन्देश
messages-name = नाम
messages-received = आएको
messages-email = इमेल
messages-actions = कामहरू
messages-organization = संस्था
messages-no-text = पाठ छैन
messages-nameless = नाम छैन
messages-no-email = दिइएको छैन
messages-count =
    { $count ->
        [one] { $count } सन्देश
       *[other] { $count } सन्देश
    }
messages-bulk = छानिएकालाई:
messages-select-all = यस पृष्ठका सबै छान्नुहोस्
messages-select-one = { $name } को सन्देश छान्नुहोस्
messages-close = बन्द गर्नुहोस्
messages-open = फेरि खोल्नुहोस्
messages-delete = मेटाउनुहोस्
messages-close-one = { $name } को सन्देश बन्द गर्नुहोस्
messages-open-one = { $name } को सन्देश फेरि खोल्नुहोस्
messages-delete-one = { $name } को सन्देश मेटाउनुहोस्
messages-restore-one = { $name } को सन्देश फिर्ता ल्याउनुहोस्
messages-export = CSV डाउनलोड गर्नुहोस्
messages-show-all = सबै सन्देश देखाउनुहोस्
messages-show-open = खुला सन्देशमा फर्कनुहोस्
messages-none = यहाँ केही छैन
messages-none-text = कसैले एपको सम्पर्क फारामबाट लेखेमा सन्देश यहाँ देखिन्छ।
messages-none-found = मिल्ने सन्देश भेटिएन
messages-none-found-text = खोजी वा छनोट बदल्नुहोस्।
messages-none-deleted = केही मेटिएको छैन
messages-none-deleted-text = मेटिएका सन्देश ३० दिनसम्म फिर्ता ल्याउन सकिन्छ।
messages-trash-note = मेटिएका सन्देश ३० दिन राखिन्छन्, त्यसपछि सधैँका लागि जान्छन्।
messages-delete-ask = यो सन्देश मेटाउने हो?
messages-delete-text = ३० दिनसम्म फिर्ता ल्याउन सकिन्छ।

# Reasons, as the app offers them.
messages-reason-report-bug = केही चलेन
messages-reason-request-topic = विषयको अनुरोध
messages-reason-problem-app = एपमा समस्या
messages-reason-suggestion = सुझाव
messages-reason-report-an-issue = समस्याको जानकारी
messages-reason-need-help = सहयोग चाहियो
messages-reason-more-information = थप जानकारी चाहियो
messages-reason-source-code = स्रोत कोड चाहियो
messages-reason-other = अरू केही
messages-reason-unknown = यीमध्ये कुनै होइन

# Who looks after a message, notes, answers, and how long it is kept.
messages-status-new = नयाँ
messages-status-mine = मेरा
messages-language = भाषा
messages-all-languages = सबै भाषा
messages-from = यो मितिदेखि
messages-until = यो मितिसम्म
messages-assignee = हेर्ने व्यक्ति
messages-nobody = कोही छैन
messages-give = जिम्मा दिनुहोस्
messages-take = म हेर्छु
messages-take-it = यो म हेर्छु
messages-given = यो सन्देश { $name } ले हेर्नुहुन्छ।
messages-given-back = यो सन्देश हेर्ने कोही छैन।
messages-taken-many =
    { $count ->
        [one] यो सन्देश तपाईं हेर्नुहुन्छ।
       *[other] { $count } सन्देश तपाईं हेर्नुहुन्छ।
    }
messages-notes = टिपोट
messages-notes-hint = सम्पादकले मात्र देख्छन्। किशोरीबारे चाहिनेभन्दा बढी नलेख्नुहोस्; सन्देश मेटिँदा टिपोट पनि मेटिन्छ।
messages-note = नयाँ टिपोट
messages-note-add = टिपोट थप्नुहोस्
messages-note-count =
    { $count ->
        [one] { $count } टिपोट
       *[other] { $count } टिपोट
    }
messages-note-delete = { $name } को टिपोट मेटाउनुहोस्
messages-noted = टिपोट थपियो।
messages-note-deleted = टिपोट मेटियो।
messages-note-wrong = टिपोटमा १ देखि २,००० अक्षर हुन्छन्।
messages-kept = राखिने अवधि
messages-kept-until = यो मितिसम्म:
messages-kept-days =
    { $count ->
       *[other] सन्देश { $count } दिन राखिन्छन्, त्यसपछि टिपोटसहित मेटिन्छन्।
    }
messages-kept-always = कसैले नमेटाएसम्म सन्देश राखिन्छन्।
messages-answers = जवाफ
messages-answers-mail = पाठ छान्नुहोस्; तपाईंको इमेल कार्यक्रममा खुल्छ, जहाँ बदल्न सकिन्छ।
messages-answers-none = ठेगाना दिइएको छैन, र एपले जवाफ देखाउन सक्दैन। उनले आफैँ अर्को उपाय बताएकी भए त्यसका लागि पाठ प्रतिलिपि गर्न सकिन्छ।
messages-answers-empty = यो भाषाका लागि अहिलेसम्म कुनै पाठ छैन।
messages-answer-mail = इमेलमा खोल्नुहोस्
messages-copy = प्रतिलिपि गर्नुहोस्
messages-copied = प्रतिलिपि भयो
messages-templates = जवाफहरू
messages-templates-lead = बारम्बार चाहिने पाठ, दुवै भाषामा।
messages-templates-none = अहिलेसम्म कुनै जवाफ छैन
messages-templates-none-text = सबैभन्दा धेरै आउने प्रश्नको जवाफ लेख्नुहोस्।
messages-template = जवाफ
messages-template-new = नयाँ जवाफ
messages-template-hint = { "{name}" } को ठाउँमा सन्देशमा भएको नाम बस्छ। सुरुमा एउटा भाषा भए पुग्छ।
messages-template-title = शीर्षक
messages-template-text = पाठ
messages-template-save = सुरक्षित गर्नुहोस्
messages-template-back = जवाफहरूमा फर्कनुहोस्
messages-template-changed = बदलिएको
messages-template-saved = जवाफ सुरक्षित भयो।
messages-template-deleted = जवाफ मेटियो।
messages-template-restored = जवाफ फिर्ता आयो।
messages-template-delete-ask = यो जवाफ मेटाउने हो?
messages-template-no-title = शीर्षक लेख्नुहोस्।
messages-template-no-text = पाठ लेख्नुहोस्।
messages-template-long = यो धेरै लामो भयो। छोट्याउनुहोस्।
messages-template-conflict = यसबीच { $name } ले यो जवाफ बदल्नुभयो। तपाईंको पाठ फारममै छ; सुरक्षित गर्दा उहाँको पाठको ठाउँमा बस्छ।

# What has happened.
messages-closed = सन्देश बन्द भयो।
messages-opened = सन्देश फेरि खुल्यो।
messages-closed-many =
    { $count ->
        [one] एउटा सन्देश बन्द भयो।
       *[other] { $count } सन्देश बन्द भए।
    }
messages-opened-many =
    { $count ->
        [one] एउटा सन्देश फेरि खुल्यो।
       *[other] { $count } सन्देश फेरि खुले।
    }
messages-deleted-many =
    { $count ->
        [one] सन्देश मेटियो।
       *[other] { $count } सन्देश मेटिए।
    }
messages-restored-many =
    { $count ->
        [one] सन्देश फिर्ता आयो।
       *[other] { $count } सन्देश फिर्ता आए।
    }
