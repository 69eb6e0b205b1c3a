# The three texts.
documents-about = हाम्रो बारेमा
documents-about-lead = एपले आफ्नो बारेमा भन्ने कुरा, र त्यसमाथिको तस्बिर।
documents-privacy = गोपनीयता नीति
documents-privacy-lead = आफ्नो जानकारीको के हुन्छ भन्ने किशोरी र अभिभावकले पढ्ने पाठ।
documents-terms = नियम तथा सर्तहरू
documents-terms-lead = एप प्रयोग गर्ने नियमहरू।
documents-edit = सम्पादन गर्नुहोस्
documents-go-on = लेख्न जारी राख्नुहोस्
documents-write = पाठ लेख्नुहोस्
documents-export = JSON डाउनलोड गर्नुहोस्
documents-now = अहिले एपमा
documents-none = अहिलेसम्म केही लेखिएको छैन
documents-none-text = तपाईंले प्रकाशित नगरेसम्म एपले आफूभित्रकै पाठ देखाउँछ।
documents-odd = यहाँ राखिएको कुरा शीर्षक र पाठको रूपमा छैन, त्यसैले एपले नदेखाउन सक्छ। यो जस्ताको तस्तै राखिएको छ।
documents-odd-edit = यहाँ राखिएको कुरा शीर्षक र पाठको रूपमा छैन। तलको बाकसमा छ, त्यसबाट ठीक पाठ बनाउनुहोस्। राखिएको संस्करण पनि रहन्छ।
documents-empty = यो संस्करण खाली छ। एपले आफूभित्रकै पाठ देखाउँछ।

# The banner.
documents-banner = ब्यानर
documents-banner-alt = अहिलेको ब्यानर
documents-banner-address = ब्यानर यस ठेगानामा छ:
documents-banner-since = { $time } देखि
documents-banner-none = ब्यानर छैन। एपले आफूभित्रकै तस्बिर देखाउँछ।
documents-banner-choose = तस्बिर छान्नुहोस्
documents-banner-replace = अर्को तस्बिर छान्नुहोस्
documents-banner-hint = JPEG, PNG, WebP वा GIF, बढीमा २० एमबी। फोनका लागि सानो बनाइन्छ।
documents-banner-upload = अपलोड गर्नुहोस्
documents-banner-keep = मस्यौदा राख्नुहोस्
documents-banner-waits = नयाँ ब्यानर पर्खिँदै छ
documents-banner-waits-alt = प्रकाशित हुन बाँकी ब्यानर
documents-banner-behind = यो छानेपछि अर्को ब्यानर प्रकाशित भएको छ। अझै यही चाहिन्छ भने फेरि छान्नुहोस्।
documents-banner-stored = ब्यानर अब एपमा छ।
documents-banner-delete = ब्यानर मेटाउनुहोस्
documents-banner-delete-ask = ब्यानर मेटाउने हो?
documents-banner-delete-text = एपले आफूभित्रकै तस्बिर देखाउनेछ। ब्यानर ३० दिनसम्म फिर्ता ल्याउन सकिन्छ।
documents-banner-deleted = ब्यानर रद्दीमा गयो।
documents-banner-size =
    { $count ->
       *[other] { $count } केबीको तस्बिर
    }
documents-history = इतिहास

# Versions.
documents-versions = संस्करणहरू
documents-version = संस्करण
documents-newest = एपमा छ
documents-elsewhere = यस सेवाबाट नराखिएको
documents-by = { $editor } ले राख्नुभएको
documents-text = पाठ
documents-restore = यो संस्करण फिर्ता ल्याउनुहोस्
documents-restore-as-draft = यो संस्करण मस्यौदाका रूपमा ल्याउनुहोस्
documents-edit-from = यहीँबाट सम्पादन गर्नुहोस्
documents-compare = के फरक छ
documents-compare-with = कोसँग तुलना
documents-compare-show = तुलना गर्नुहोस्
documents-legend = काटिएको: हटेको। रेखाङ्कित: नयाँ।
documents-delete = यो संस्करण मेटाउनुहोस्
documents-delete-ask = यो संस्करण मेटाउने हो?
documents-delete-only = यो एउटै संस्करण हो। एपले आफूभित्रकै पाठ देखाउनेछ। ३० दिनसम्म फिर्ता ल्याउन सकिन्छ।
documents-delete-newest = एपले तुरुन्तै यसअघिको संस्करण देखाउनेछ। ३० दिनसम्म फिर्ता ल्याउन सकिन्छ।
documents-delete-older = एपले देखाउने पाठ बदलिँदैन। ३० दिनसम्म फिर्ता ल्याउन सकिन्छ।
documents-deleted = संस्करण रद्दीमा गयो।

# The editor.
documents-edit-lead = शीर्षक र पाठ, एकमुनि अर्को। लाइन जस्ताको तस्तै रहन्छ।
documents-heading = शीर्षक
documents-content = पाठ
documents-block-number = खण्ड { $number }
documents-type-number = खण्ड { $number } को प्रकार
documents-text-number = खण्ड { $number } को पाठ
documents-up = माथि सार्नुहोस्
documents-down = तल सार्नुहोस्
documents-remove = हटाउनुहोस्
documents-up-number = खण्ड { $number } माथि सार्नुहोस्
documents-down-number = खण्ड { $number } तल सार्नुहोस्
documents-remove-number = खण्ड { $number } हटाउनुहोस्
documents-add-content = मुनि पाठ
documents-add-heading = मुनि शीर्षक
documents-below-number = (खण्ड { $number })
documents-cancel = रद्द गर्नुहोस्
documents-keys = शीर्षकमा Enter वा पाठमा Ctrl र Enter थिच्दा खण्ड थपिन्छ। खाली खण्डमा Backspace ले हटाउँछ। तीरका बटनले अर्को खण्डमा लैजान्छन्।
documents-empty-error = पहिले केही लेख्नुहोस्। खाली पाठ भए एपले आफूभित्रकै पाठ देखाउँछ।
documents-too-many-error = पाठमा बढीमा ५०० खण्ड हुन्छन्।

# Before it goes out.
documents-confirm = यो प्रकाशित गर्ने हो?
documents-confirm-text = एप खोल्ने सबैले नयाँ संस्करण तुरुन्तै पाउँछन्। अघिल्ला संस्करण राखिन्छन्।
documents-changes = के बदलिन्छ
documents-publish = अहिले प्रकाशित गर्नुहोस्
documents-back = सम्पादन गरिरहनुहोस्
documents-unchanged = केही बदलिएको छैन, त्यसैले केही प्रकाशित भएन।
documents-saved = नयाँ संस्करण एपमा छ।
documents-conflict = यसैबीच अरू कसैले प्रकाशित गरेको छ
documents-conflict-text = तपाईंको केही हराएको छैन। दुवै पाठ तुलना गर्नुहोस्; अनि आफ्नो प्रकाशित गर्नुहोस्, सम्पादन गरिरहनुहोस्, वा उहाँकै रहन दिनुहोस्।
documents-theirs = अहिले एपमा
documents-mine = तपाईंको
documents-publish-mine = बरु मेरो प्रकाशित गर्नुहोस्
documents-take-theirs = उहाँकै राखेर मेरो छोड्नुहोस्
