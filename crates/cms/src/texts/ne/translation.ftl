# The translation desk.
menu-start = कामको सूची
menu-translation = अनुवाद
translation-start = कामको सूची
translation-start-lead = { $language }मा गर्नुपर्ने काम।
translation-all = सबै अनुवाद
translation-english = अङ्ग्रेजी
translation-nepali = नेपाली
translation-unpaired-rows =
    { $count ->
        [one] एउटा सामग्री दुवै भाषामा छ, तर ती एकै हुन् भनेर कसैले भनेको छैन। त्यसो नगरेसम्म त्यो बाँकी गनिन्छ।
       *[other] बढीमा { $count } वटा सामग्री दुवै भाषामा छन्, तर कुन–कुन एकै हुन् भनेर कसैले भनेको छैन। त्यसो नगरेसम्म ती बाँकी गनिन्छन्।
    }
translation-pair-them = जोडी मिलाउनुहोस्
translation-returned = तपाईंकहाँ फर्किएका
translation-review = तपाईंले हेर्न बाँकी
translation-review-hint = कसैले लेखेर अर्को व्यक्तिलाई हेरिदिन भनेका छन्।
translation-outdated = पुराना भएका
translation-outdated-hint = अनुवाद भएपछि मूल पाठ फेरिएको छ।
translation-missing = नभएका
translation-missing-hint = एपले यो अर्को भाषामा मात्र देखाउँछ।
translation-in-progress = हुँदै गरेका
translation-in-progress-hint = सुरु भएको, एपमा लुकेको, वा सकियो भनेर नभनिएको।
translation-my-drafts = तपाईंका मस्यौदा
translation-in-review = हेर्न पठाइएको
translation-not-live = एपमा नदेखिने
translation-not-live-hint = राखिएका छन्, तर फोनमा देखिँदैनन्।
translation-nothing-to-do = कुनै काम बाँकी छैन
translation-nothing-to-do-hint = एपले अर्को भाषामा देखाउने सबै कुरा यहाँ पनि छ, र ताजा छ।
translation-all-of-them = सबै { $count } हेर्नुहोस्
translation-coverage = कति पुग्यो
translation-covered-all = सबैको अनुवाद भएको छ र ताजा छ।
translation-covered-nearly = झन्डै सबैको अनुवाद भएको छ र ताजा छ।
translation-covered-most = आधाभन्दा बढीको अनुवाद भएको छ र ताजा छ।
translation-covered-some = आधाभन्दा कमको अनुवाद भएको छ र ताजा छ।
translation-covered-none = अहिलेसम्म कसैको ताजा अनुवाद छैन।
translation-covered-rows =
    { $count ->
        [one] एउटा सामग्रीबाट गनिएको,
       *[other] { $count } वटा सामग्रीबाट गनिएको,
    }
translation-covered-hint = जुन एपले अर्को भाषामा देखाउँछ।
translation-by-kind = प्रकारअनुसार कति पुग्यो
translation-kind = प्रकार
translation-done-of-all = सकिएका
translation-open = पुगेको
translation-state = अवस्था
translation-state-outdated = पुरानो
translation-state-missing = छैन
translation-state-in-progress = हुँदै छ
translation-state-done = सकियो
translation-title = अनुवाद
translation-lead = अर्को भाषाका सबै सामग्री, र { $language }मा ती कहाँ पुगे।
translation-every-kind = सबै प्रकार
translation-every-state = सबै अवस्था
translation-no-source = अनुवाद गर्नुपर्ने केही छैन
translation-no-source-hint = अर्को भाषामा सामग्री थपिएपछि यहाँ देखिन्छ।
translation-source-not-live = मूल लुकेको छ
translation-untitled = शीर्षक नभएको
translation-pairing = जोडी मिलाउने
translation-pairing-lead = एउटै सामग्रीका दुई पाटा भेट्टाउनुहोस्: अङ्ग्रेजीको र नेपालीको। प्रोग्रामले सुझाव दिन्छ, निर्णय तपाईं गर्नुहुन्छ।
translation-pair-first = अरूको मुनि पर्ने सामग्रीको सुझाव माथिल्लो तहको जोडी मिलेपछि मात्र दिन सकिन्छ। पहिले यसबाट सुरु गर्नुहोस्: { $kind }।
translation-proposals = सुझाव
translation-proposals-hint = पक्का देखिएकामा चिनो लागिसकेको छ। दुवै शीर्षक हेर्नुहोस्, अनि एकैचोटि स्वीकार गर्नुहोस्।
translation-why = किन
translation-sure = पक्का
translation-likely = सम्भव
translation-guess = अनुमान
translation-reason-emoji = उही इमोजी
translation-reason-mark = उही भिडियो, नम्बर, ठेगाना वा अडियो
translation-reason-place-in-parent = उही शीर्षकमुनि उही ठाउँ
translation-reason-place = क्रममा उही ठाउँ
translation-reason-numbers = पाठमा उही अङ्क
translation-reason-words = उही अङ्ग्रेजी शब्द
translation-reason-traits = उही उत्तर, उमेर वा छनोट
translation-more-proposals =
    { $count ->
        [one] यी स्वीकार गरेपछि अर्को एउटा सुझाव आउँछ।
       *[other] यी स्वीकार गरेपछि अरू { $count } वटा सुझाव आउँछन्।
    }
translation-equal = दुवैले एउटै कुरा भन्छन्
translation-equal-hint = कुनै एउटा नफेरिएसम्म सकिएको गनिन्छ। पाठ दाँजेर हेर्न बाँकी छ भने यो बन्द गर्नुहोस्।
translation-pair-chosen = छानिएकाको जोडी मिलाउनुहोस्
translation-all-paired = जोडी मिलाउन बाँकी छैन
translation-all-paired-hint = दुवै भाषामा भएका सबैको जोडी मिलिसकेको छ।
translation-no-proposals = कुनै सुझाव छैन
translation-no-proposals-hint = यीमध्ये कुनै पनि एकअर्कासँग पर्याप्त मिल्दैनन्। तल आफैँ जोडी मिलाउन सक्नुहुन्छ।
translation-by-hand = आफैँ जोडी मिलाउने
translation-pair-these = यी दुईको जोडी मिलाउनुहोस्
translation-only-source =
    { $count ->
        [one] सुझाव नभएको अर्को भाषाको एउटा सामग्री
       *[other] सुझाव नभएका अर्को भाषाका { $count } वटा सामग्री
    }
translation-only-own =
    { $count ->
        [one] सुझाव नभएको तपाईंको भाषाको एउटा सामग्री
       *[other] सुझाव नभएका तपाईंको भाषाका { $count } वटा सामग्री
    }
translation-paired =
    { $count ->
        [one] एउटा जोडी मिल्यो।
       *[other] { $count } वटा जोडी मिले।
    }
translation-taken = यीमध्ये एउटाको जोडी मिलिसकेको छ। केही फेरिएन: पृष्ठ फेरि खोल्नुहोस्।
translation-unpaired = यी दुई अब जोडी होइनन्। दुवै सामग्री यथावत् छन्।
translation-other-half = यसको जोडी
translation-no-partner = अर्को भाषामा कुन सामग्रीले यही कुरा भन्छ, कसैले भनेको छैन।
translation-no-other-half = अर्को भाषामा जोडी नमिलेको कुनै सामग्री छैन।
translation-side-by-side = सँगसँगै हेर्नुहोस्
translation-open-form = यसको फाराम खोल्नुहोस्
translation-unlink = यी दुई एउटै होइनन्
translation-still-correct = अझै ठीक छ
translation-confirmed = टिपियो: अनुवाद अझै ठीक छ।
translation-done-by = पछिल्लो पटक सकियो भन्ने: { $editor }
translation-note = हेर्ने व्यक्तिको भनाइ:
translation-source-changed = अनुवाद भएपछि मूल पाठ फेरिएको छ। हटाइएको काटिएको छ, थपिएको धर्कोसहित छ।
translation-changed = फेरिएको
translation-differs = अनुवादमा यो फरक छ। जानीजानी हो भने त्यत्तिकै छाड्नुहोस्।
translation-parent-first = यो जसको मुनि पर्छ, त्यसको अनुवाद छैन। पहिले त्यसको अनुवाद गर्नुहोस् वा जोडी मिलाउनुहोस्: { $kind }।
translation-done-hint = “सकियो” भन्नाले अब यसले मूलले भनेकै कुरा भन्छ भन्ने बुझिन्छ।
translation-publish = सकियो, प्रकाशित गर्नुहोस्
translation-send = सकियो, हेर्न पठाउनुहोस्
translation-save = मस्यौदा राख्नुहोस्
translation-exists-already = अनुवाद पहिल्यै छ कि?
translation-saved = मस्यौदा राखियो। फोनमा पहिलेकै पाठ देखिन्छ।
translation-saved-done = मस्यौदा राखियो, अनुवाद सकियो। अब प्रकाशित गर्नुहोस् वा हेर्न पठाउनुहोस्।
translation-unchanged = केही फेरिएन।
translation-saved-unfinished = मस्यौदा राखियो। तर सकिएको छैन: चिनो लागेका ठाउँ हेर्नुहोस्।
translation-source-changed-meanwhile = तपाईंले लेखिरहँदा मूल पाठ फेरियो। तपाईंको पाठ राखिएको छ; सकियो भन्नुअघि चिनो लागेको हेर्नुहोस्।
translation-sent-for-review = मस्यौदा राखियो, अब अर्को व्यक्तिले हेर्नेछन्।
translation-published = अनुवाद एपमा देखिन्छ।
translation-four-eyes = मस्यौदा राखियो। तपाईंले लेखेको अर्को व्यक्तिले प्रकाशित गर्नुपर्छ: हेर्न पठाउनुहोस्।
translation-not-published = मस्यौदा राखियो, तर यसबीच केही फेरियो। प्रकाशित गर्न यसको फाराम खोल्नुहोस्।
