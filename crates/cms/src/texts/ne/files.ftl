# Why an uploaded file is not taken.
files-refused-empty = पहिले एउटा फाइल छान्नुहोस्।
files-refused-too-large = फाइल धेरै ठूलो छ। बढीमा २० एमबी हुन सक्छ।
files-refused-not-an-image = यो प्रयोग गर्न मिल्ने तस्बिर होइन। JPEG, PNG, WebP वा GIF फाइल छान्नुहोस्।
files-refused-too-many-pixels = तस्बिरमा पिक्सेल धेरै छन्। सानो बनाएर फेरि प्रयास गर्नुहोस्।
files-refused-broken = फाइल बिग्रिएको वा अपूरो छ। फेरि सेभ गरेर एक पटक प्रयास गर्नुहोस्।
files-refused-not-audio = यो फोनले बजाउन सक्ने रेकर्डिङ होइन। MP3, M4A, AAC, Ogg, Opus वा WAV फाइल छान्नुहोस्।
files-refused-too-short = रेकर्डिङ एक सेकेन्डभन्दा छोटो छ। अर्को छान्नुहोस्।
files-refused-too-long = रेकर्डिङ ३० मिनेटभन्दा लामो छ। छोट्याएर फेरि प्रयास गर्नुहोस्।

# When files cannot be reached at the moment. Nothing was changed then.
files-storage-away = अहिले फाइल राख्न सकिएन। केही पनि परिवर्तन भएको छैन। कृपया एक मिनेटपछि फेरि प्रयास गर्नुहोस्।

# The panel with the audio of an article.
files-voice-over = अडियो
files-voice-over-player = { $title } को अडियो
files-voice-over-address = फोनले बजाउने फाइल
files-voice-over-none = यो लेखको अडियो अझै छैन।
files-voice-over-choose = रेकर्डिङ थप्नुहोस्
files-voice-over-replace = रेकर्डिङ बदल्नुहोस्
files-voice-over-hint = MP3, M4A, AAC, Ogg, Opus वा WAV; एक सेकेन्डदेखि ३० मिनेटसम्म; बढीमा २० एमबी। M4A र MP3 सबै फोनमा बज्छन्।
files-voice-over-kept = हालको रेकर्डिङ ३० दिनसम्म इतिहासबाट फिर्ता ल्याउन सकिन्छ।
files-voice-over-upload = अपलोड गर्नुहोस्
files-voice-over-sending = रेकर्डिङ पठाइँदै छ
files-voice-over-remove = अडियो हटाउनुहोस्
files-voice-over-remove-question = यो लेखको अडियो हटाउने हो?
files-voice-over-stored = अडियो राखियो।
files-voice-over-removed = अडियो हटाइयो।

# Articles that have no audio.
files-encyclopedia = विश्वकोश
files-without-audio = अडियो नभएका लेखहरू
files-without-audio-lead = कम पढ्न सक्ने किशोरीहरू रेकर्डिङमा निर्भर हुन्छन्। एपमा देखिने लेखहरू पहिले छन्।
files-without-audio-search = शीर्षकमा खोज्नुहोस्
files-without-audio-count =
    { $count ->
        [one] { $count } लेख
       *[other] { $count } लेख
    }
files-all-spoken = सबै लेखको अडियो छ
files-all-spoken-text = रेकर्ड गर्न बाँकी केही छैन। नयाँ लेखहरू यहाँ देखिनेछन्।
files-nothing-found = केही भेटिएन
files-nothing-found-text = अडियो नभएको कुनै लेखको शीर्षकमा यो छैन।
files-show-all = सबै देखाउनुहोस्
files-article = लेख
files-category = वर्ग
files-state = अवस्था
files-actions = कार्यहरू
files-add-audio = अडियो थप्नुहोस्
