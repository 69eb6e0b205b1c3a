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
messages-select = छनोट
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
