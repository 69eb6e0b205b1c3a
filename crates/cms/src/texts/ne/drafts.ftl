# मस्यौदा, समीक्षा, प्रकाशन।
drafts-save = मस्यौदा सुरक्षित गर्नुहोस्
drafts-save-close = मस्यौदा सुरक्षित गरी बन्द गर्नुहोस्
drafts-save-another = मस्यौदा सुरक्षित गरी अर्को लेख्नुहोस्
drafts-submit = समीक्षाका लागि पठाउनुहोस्
drafts-publish = प्रकाशित गर्नुहोस्
drafts-store-hidden = नदेखाई राख्नुहोस्
drafts-side = पाठको छेउमा
drafts-saved = मस्यौदा सुरक्षित भयो: { $heading }। फोनमा पहिले प्रकाशित पाठ नै देखिन्छ।
drafts-published = प्रकाशित भयो: { $heading }
drafts-submitted = अर्को व्यक्तिको समीक्षा पर्खिँदै: { $heading }
drafts-given-back = फिर्ता पठाइयो। अब खोल्नेले तपाईंको टिप्पणी पढ्नेछन्।
drafts-discarded = मस्यौदा हटाइयो। यसको पाठ इतिहासमा छ।
drafts-unchanged = केही परिवर्तन भएको छैन।
drafts-unchanged-hidden = केही परिवर्तन भएको छैन। यो अहिलेसम्म एपमा देखिँदैन।
drafts-show-now = एपमा देखाउनुहोस्
drafts-changed = यसबीच अरू कसैले यो मस्यौदा सुरक्षित गर्नुभयो। पहिले फेरि पढ्नुहोस्।
drafts-behind-flash = यो मस्यौदा सुरु भएपछि एपको पाठ बदलिएको छ। परिवर्तन हेर्नुहोस्, अनि मस्यौदा सुरक्षित गरी प्रकाशित गर्नुहोस्।
drafts-needs-another = सुरक्षित भयो। तपाईंले लेखेको पाठ अरू कसैले प्रकाशित गर्नुपर्छ: समीक्षाका लागि पठाउनुहोस्।
drafts-waits-for-another = तपाईंले लेख्नुभएकोले अरू कसैले हेरेर प्रकाशित गर्नुपर्छ।
drafts-not-in-app = अझै एपमा छैन
drafts-draft = मस्यौदा
drafts-in-review = समीक्षामा
drafts-new = नयाँ
drafts-saved-by = { $editor } ले सुरक्षित गर्नुभएको
drafts-note = समीक्षकको अनुरोध:
drafts-note-label = के गर्नुपर्छ
drafts-give-back = फिर्ता पठाउनुहोस्
drafts-review-title = समीक्षा
drafts-review-hint = के बदलिन्छ पढ्नुहोस्, अनि प्रकाशित गर्नुहोस् वा टिप्पणीसहित फिर्ता पठाउनुहोस्।
drafts-discard = मस्यौदा हटाउनुहोस्
drafts-discard-hint = प्रकाशित पाठ रहन्छ। मस्यौदा इतिहासमा रहन्छ।
drafts-in-app = एपमा
drafts-hide-hint = फोनले अर्को पटक हेर्दा हट्छ, यहाँ भने रहन्छ।
drafts-behind = यो मस्यौदा सुरु भएपछि प्रकाशित पाठ बदलिएको छ
drafts-behind-hint = काटिएको त्यतिबेला प्रकाशित पाठ हो, रेखाङ्कित अहिले प्रकाशित पाठ हो। चाहिने कुरा लिनुहोस्; मस्यौदा सुरक्षित गर्दा तपाईंले हेरेको मानिन्छ।
drafts-changes =
    { $count ->
        [one] फोनमा देखिने एउटा कुरा बदलिन्छ
       *[other] फोनमा देखिने { $count } वटा कुरा बदलिन्छन्
    }
drafts-queue = मस्यौदा र समीक्षा
drafts-queue-lead = लेखिएको तर अझै एपमा नआएको।
drafts-state = अवस्था
drafts-filter = देखाउनुहोस्
drafts-by = सुरक्षित
drafts-none = केही बाँकी छैन
drafts-none-hint = सबै पाठ जस्ताको तस्तै प्रकाशित छन्।
drafts-waiting =
    { $count ->
        [one] एउटा लेखिएको छ तर अझै एपमा छैन:
       *[other] { $count } वटा लेखिएका छन् तर अझै एपमा छैनन्:
    }
drafts-history = मस्यौदा
drafts-take-back = यो पाठ मस्यौदाका रूपमा फिर्ता ल्याउनुहोस्
drafts-taken-back = पहिलेको पाठ फेरि मस्यौदा भयो।
drafts-action-save = सुरक्षित
drafts-action-submit = समीक्षाका लागि पठाइएको
drafts-action-give-back = फिर्ता पठाइएको
drafts-action-discard = हटाइएको
drafts-action-publish = प्रकाशित
menu-drafts = मस्यौदा र समीक्षा
