# एकैपटकको प्रकाशन।
menu-releases = सामूहिक प्रकाशन
release-many = सामूहिक प्रकाशन
release-lead = एकैपटक एपमा आउने र सँगै फिर्ता लिन सकिने पाठहरू।
release-name = नाम
release-new = नयाँ सामूहिक प्रकाशन
release-new-name = नयाँ सामूहिक प्रकाशनको नाम
release-one = सामूहिक प्रकाशन
release-add = यसमा थप्नुहोस्
release-together = अरूसँगै प्रकाशित गर्नुहोस्
release-when = कहिले
release-at = नेपालको मिति र समय
release-schedule = यही समयमा प्रकाशित गर्नुहोस्
release-items = सामग्री
release-by = बनाउने
release-language = भाषा
release-next = अब के गर्ने
release-none = अहिलेसम्म कुनै छैन
release-none-hint = धेरै मस्यौदा जम्मा गरी एकैपटक प्रकाशित गर्नुहोस्।
release-empty = यसमा अझै केही छैन
release-empty-hint = मस्यौदा खोलेर “अरूसँगै प्रकाशित गर्नुहोस्” छान्नुहोस्।
release-item-changed = मस्यौदा फेरि सुरक्षित भयो
release-remove = { $heading } लाई यसबाट निकाल्नुहोस्
release-publish-all = सबै अहिले प्रकाशित गर्नुहोस्
release-pinned = समय छान्दा जस्ता थिए मस्यौदा त्यस्तै प्रकाशित हुन्छन्। त्यसअघि कुनै फेरि सुरक्षित भए केही प्रकाशित हुँदैन र तपाईंलाई बताइन्छ।
release-cancel = तोकिएको समय रद्द गर्नुहोस्
release-roll-back = सबै फिर्ता लिनुहोस्
release-roll-back-hint = फोनमा पहिलेकै पाठ देखिन्छ र यी पाठ फेरि मस्यौदा हुन्छन्।
release-was-rolled-back = फिर्ता लिइयो। यसका पाठ फेरि मस्यौदा भए।
release-delete = सामूहिक प्रकाशन मेटाउनुहोस्
release-obstacles = केही प्रकाशित भएन, किनकि:
release-obstacle-gone = यसको मस्यौदा अब छैन
release-obstacle-changed = यसको मस्यौदा फेरि सुरक्षित भयो
release-obstacle-behind = मस्यौदा सुरु भएपछि प्रकाशित पाठ बदलियो
release-obstacle-four-eyes = लेख्नेले आफैँ प्रकाशित गर्न मिल्दैन
release-obstacle-wrong = यसमा केही गलत छ
release-state-open = तयार हुँदै
release-state-scheduled = समय तोकिएको
release-state-published = प्रकाशित
release-state-rolled-back = फिर्ता लिइएको
release-state-failed = प्रकाशित भएन
release-created = तयार भयो। अब मस्यौदा खोलेर यसमा थप्नुहोस्।
release-added = थपियो।
release-removed = निकालियो। यसको मस्यौदा रहन्छ।
release-scheduled = { $when } मा प्रकाशित हुनेछ।
release-no-time = आगामी एक वर्षभित्रको समय छान्नुहोस्।
release-cancelled = समय रद्द भयो। आफैँ केही प्रकाशित हुँदैन।
release-deleted = मेटाइयो। यसका मस्यौदा रहन्छन्।
release-not-ready = अहिले यसो गर्न मिल्दैन।
release-published-now =
    { $count ->
        [one] एउटा पाठ प्रकाशित भयो।
       *[other] { $count } वटा पाठ सँगै प्रकाशित भए।
    }
release-rolled-back =
    { $count ->
        [one] एउटा पाठ फिर्ता लिइयो।
       *[other] { $count } वटा पाठ फिर्ता लिइए।
    }
release-changed-since =
    { $count ->
        [one] एउटा पाठ त्यसपछि बदलियो वा अरू त्यसमा निर्भर छन्। केही फिर्ता लिइएन।
       *[other] { $count } वटा पाठ त्यसपछि बदलिए वा अरू तिनमा निर्भर छन्। केही फिर्ता लिइएन।
    }
release-refused =
    { $count ->
        [one] एउटा पाठ जस्ताको तस्तै प्रकाशित गर्न मिल्दैन, त्यसैले कुनै प्रकाशित भएन।
       *[other] { $count } वटा पाठ जस्ताको तस्तै प्रकाशित गर्न मिल्दैन, त्यसैले कुनै प्रकाशित भएन।
    }
release-job = सामूहिक प्रकाशन
release-done =
    { $count ->
        [one] एउटा पाठ प्रकाशित भयो।
       *[other] { $count } वटा पाठ प्रकाशित भए।
    }
release-not = समय रद्द वा परिवर्तन भएकोले केही गर्नु परेन।
release-failed =
    { $count ->
        [one] केही प्रकाशित भएन: एउटा पाठ मिलेन।
       *[other] केही प्रकाशित भएन: { $count } वटा पाठ मिलेनन्।
    }
release-to-page = सामूहिक प्रकाशनमा जानुहोस्
