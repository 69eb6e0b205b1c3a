# Why an uploaded file is not taken.
files-refused-empty = पहिले एउटा फाइल छान्नुहोस्।
files-refused-too-large = फाइल धेरै ठूलो छ। बढीमा २० एमबी हुन सक्छ।
files-refused-not-an-image = यो प्रयोग गर्न मिल्ने तस्बिर होइन। JPEG, PNG, WebP वा GIF फाइल छान्नुहोस्।
files-refused-too-many-pixels = तस्बिरमा पिक्सेल धेरै छन्। सानो बनाएर फेरि प्रयास गर्नुहोस्।
files-refused-broken = फाइल बिग्रिएको वा अपूरो छ। फेरि सेभ गरेर एक पटक प्रयास गर्नुहोस्।
