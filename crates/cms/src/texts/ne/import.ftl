import-title = स्प्रेडसिटमा सम्पादन
import-lead = Excel वा LibreOffice मा धेरै पाठ एकैपटक फेर्नुहोस् वा अनुवाद गर्नुहोस्, अनि मस्यौदाका रूपमा फिर्ता ल्याउनुहोस्। तपाईंले प्रकाशित नगरेसम्म एपमा केही पुग्दैन।
import-steps = चरणहरू
import-step-1 = डाउनलोड
import-step-2 = सम्पादन
import-step-3 = अपलोड र जाँच
import-step-4 = मस्यौदाका रूपमा लिने
import-step-5 = प्रकाशन वा फिर्ता
import-step-done = सकियो
import-download-title = १. कार्यपुस्तिका डाउनलोड गर्नुहोस्
import-download-hint = यसमा प्रकाशित र मस्यौदामा भएका सबै पाठ हुन्छन्, हरेक आफ्नै पङ्क्तिमा। पङ्क्ति कुन सामग्रीको हो भन्ने स्तम्भहरू बन्द गरिएका छन्।
import-language = भाषा
import-all-languages = मेरा सबै भाषा
import-cells = नयाँ पाठका कोठाहरू
import-cells-empty = खाली हुन्: अनुवादका लागि राम्रो
import-cells-filled = अहिलेका पाठ भरिएका हुन्: सच्याउनका लागि राम्रो
import-download = डाउनलोड गर्नुहोस्
import-edit-hint = २. पहेँला कोठामा लेख्नुहोस्। खाली छोडेको कोठाको पुरानो पाठ जस्ताको तस्तै रहन्छ। फाइल .xlsx मा बचत गर्नुहोस्।
import-upload-title = ३. अपलोड गरेर जाँच्नुहोस्
import-upload-hint = केही हुनुअघि के के फेरिन्छ भन्ने प्रतिवेदन पङ्क्ति–पङ्क्ति गरी पाउनुहुन्छ।
import-new-language = भाषा नलेखिएका नयाँ पङ्क्तिको भाषा
import-upload = अपलोड गरेर जाँच्नुहोस्
import-nothing-changes = जाँचले केही फेर्दैन। त्यसपछि तपाईं निर्णय गर्नुहुन्छ।
import-past = यसअघि पठाइएका फाइल
import-past-none = अहिलेसम्म कुनै फाइल पठाइएको छैन।
import-column-state = अवस्था
import-state-checking = जाँच हुँदै छ
import-state-checked = जाँचियो, लिइएको छैन
import-state-failed = पढ्न सकिएन
import-state-applying = लिइँदै छ
import-state-applied = मस्यौदाका रूपमा लिइयो
import-state-undoing = फिर्ता गरिँदै छ
import-state-undone = फिर्ता गरियो
import-job-check = स्प्रेडसिट जाँच्ने
import-job-workbook = सम्पादनका लागि कार्यपुस्तिका बनाउने
import-job-apply = स्प्रेडसिट मस्यौदाका रूपमा लिने
import-job-undo = लिइएको स्प्रेडसिट फिर्ता गर्ने
import-job-report = प्रतिवेदनमा जानुहोस्
import-job-page = कामको पृष्ठमा जानुहोस्
import-job-checked = फाइल जाँचियो। अहिलेसम्म केही फेरिएको छैन।
import-job-applied =
    { $count ->
        [one] एउटा मस्यौदा लेखियो।
       *[other] { $count } मस्यौदा लेखिए।
    }
import-job-applied-before = यो फाइल पहिले नै लिइसकिएको थियो।
import-job-undone =
    { $count ->
        [one] एउटा मस्यौदा फिर्ता लिइयो।
       *[other] { $count } मस्यौदा फिर्ता लिइए।
    }
import-job-undone-before = यो पहिले नै फिर्ता गरिसकिएको थियो।
import-job-ended = काम नसकिँदै रोकियो। कारण त्यसको पृष्ठमा छ, र त्यहीँबाट फेरि सुरु गर्न सकिन्छ। केही फेरिएको छैन।
import-step-read = फाइल पढिँदै छ
import-step-compare = भएको सामग्रीसँग दाँजिँदै छ
import-step-store = प्रतिवेदन बचत हुँदै छ
import-step-apply = मस्यौदा लेखिँदै छन्
import-step-undo = मस्यौदा फिर्ता लिइँदै छन्
import-not-now = यस चरणमा यो गर्न मिल्दैन।
import-again = अर्को फाइल पठाउनुहोस्
import-take-title = ४. मस्यौदाका रूपमा लिनुहोस्
import-take-hint = हरेक पङ्क्ति आफ्नो सामग्रीको मस्यौदा बन्छ, सबै कि एउटै पनि होइन। यो सबै एकैपटक फिर्ता गर्न सकिन्छ।
import-take-nothing = लिनुपर्ने केही छैन: काम लाग्ने नयाँ कुरा कुनै कोठामा छैन। कारण तलको प्रतिवेदनमा छ।
import-take =
    { $count ->
        [one] एउटा पङ्क्ति मस्यौदाका रूपमा लिनुहोस्
       *[other] { $count } पङ्क्ति मस्यौदाका रूपमा लिनुहोस्
    }
import-take-meantime =
    { $count ->
        [one] यसबीच अरूले फेरेको सामग्रीको पङ्क्ति पनि लिनुहोस्: फाइलको पाठ उहाँको पाठको ठाउँमा आउँछ
       *[other] यसबीच अरूले फेरेका सामग्रीका { $count } पङ्क्ति पनि लिनुहोस्: फाइलका पाठ तिनको ठाउँमा आउँछन्
    }
import-take-too-long =
    { $count ->
        [one] धेरै लामो पाठ भएको पङ्क्ति पनि लिनुहोस्: म फारममै छोट्याउँछु
       *[other] धेरै लामा पाठ भएका { $count } पङ्क्ति पनि लिनुहोस्: म फारममै छोट्याउँछु
    }
import-applied-title = ५. प्रकाशित वा फिर्ता गर्नुहोस्
import-applied-count =
    { $count ->
        [one] एउटा मस्यौदा पर्खिरहेको छ।
       *[other] { $count } मस्यौदा पर्खिरहेका छन्।
    }
import-applied-hint = तलका सामग्री खोलेर हेर्नुहोस् र प्रकाशित गर्नुहोस्; वा सबै फिर्ता लिनुहोस्।
import-drafts = मस्यौदाहरूमा जानुहोस्
import-undo = सबै फिर्ता लिनुहोस्
import-undo-question =
    { $count ->
        [one] एउटा मस्यौदा फिर्ता लिने हो?
       *[other] { $count } मस्यौदा फिर्ता लिने हो?
    }
import-undo-hint = त्यसपछि कसैले काम गरेका मस्यौदा रहन्छन् र सूचीमा देखाइन्छन्। प्रकाशित भइसकेको कुरा प्रकाशितै रहन्छ।
import-undone-title = सबै फिर्ता लिइयो
import-undone-hint = यस फाइलका मस्यौदा हटाइए, र तिनले ठाउँ लिएका पुराना मस्यौदा फर्किए। जे रह्यो, त्यो तल सूचीमा छ।
import-notes = टिप्पणी
import-notes-title = पाना र स्तम्भबारे
import-note-sheet = यो पाना लिइँदैन। गोपनीयता नीति जस्ता पाठ आफ्नै पृष्ठमा सम्पादन गरिन्छन्।
import-report-title = प्रतिवेदन
import-filter = यति मात्र देखाउनुहोस्
import-all = सबै पङ्क्ति
import-row = पङ्क्ति { $number }
import-question = प्रश्न { $number }
import-was = फाइल बनाउँदा यस्तो थियो:
import-blanks =
    { $count ->
        [one] एउटा कोठा खाली छ: त्यसको पुरानो पाठ रहन्छ।
       *[other] { $count } कोठा खाली छन्: तिनका पुराना पाठ रहन्छन्।
    }
import-outcome-added = नयाँ
import-outcome-changed = फेरिएको
import-outcome-meantime = यसबीच अरूले फेरेको
import-outcome-too-long = धेरै लामो
import-outcome-wrong-value = लिन मिल्दैन
import-outcome-duplicate = पहिले नै छ
import-outcome-unknown-id = नचिनिएको सामग्री
import-outcome-other-language = तपाईंको भाषा होइन
import-outcome-unchanged = उस्तै
import-outcome-blank = खाली कोठा भएको
import-advice-added = यी पङ्क्तिका सामग्री अहिलेसम्म छैनन्। हरेक नयाँ सामग्रीको मस्यौदा बन्छ।
import-advice-changed = पुराना शब्द काटिएका छन्, नयाँ शब्दमुनि धर्का छ।
import-advice-meantime = कार्यपुस्तिका बनेपछि यी सामग्री कसैले फेरेको छ। लिँदा अर्कै नछानेसम्म ती जस्ताको तस्तै रहन्छन्। चाहनुभए नयाँ कार्यपुस्तिका डाउनलोड गर्नुहोस्।
import-advice-too-long = एपमा यी पाठ अटाउँदैनन्। फाइलमा छोट्याएर फेरि पठाउनुहोस्; वा लिएर फारममै छोट्याउनुहोस्।
import-advice-wrong-value = यी पङ्क्ति लिइँदैनन्। फाइलमा कोठा सच्याएर फेरि पठाउनुहोस्।
import-advice-duplicate = अर्को सामग्रीको शीर्षक उही छ, वा फाइलमा यो सामग्री दुई पटक छ। यी पङ्क्ति लिइँदैनन्।
import-advice-unknown-id = यस्तो सामग्री छैन, सायद यसबीच मेटियो। रद्दीटोकरीमा हेर्नुहोस्। यी पङ्क्ति लिइँदैनन्।
import-advice-other-language = यी सामग्रीको भाषामा लेख्ने अनुमति तपाईंलाई छैन। यी पङ्क्ति लिइँदैनन्।
import-advice-unchanged = यहाँ पहिले नभएको कुरा केही लेखिएको छैन।
import-advice-blank = खाली कोठाको पुरानो पाठ रहन्छ। केही मेटिँदैन।
import-fate-taken = मस्यौदा लेखियो
import-fate-missed = लिइएन: जाँचपछि फेरियो
import-fate-removed = मस्यौदा फिर्ता लिइयो
import-fate-restored = पुरानो मस्यौदा फर्कियो
import-fate-kept = रह्यो: कसैले काम गरेको छ
import-fate-published = पहिल्यै प्रकाशित भयो
import-fate-discarded = पहिल्यै हटाइएको थियो
import-column-sheet = पाना
import-column-row = पङ्क्ति
import-column-item = सामग्री
import-column-outcome = परिणाम
import-column-column = स्तम्भ
import-column-old = पुरानो
import-column-new = नयाँ
import-column-problem = समस्या
import-column-fate = के भयो
import-yes = हो
import-no = होइन
import-surveys = सर्वेक्षण
import-heading-now = { $field } – अहिले
import-heading-new = { $field } – नयाँ
import-heading-survey = सर्वेक्षण
import-heading-number = प्रश्न नं.
import-heading-option4 = विकल्प ४
import-heading-option5 = विकल्प ५
import-heading-response = जवाफ
import-heading-choice = छान्ने प्रश्न
import-heading-next = त्यसपछिको प्रश्न
import-cell-choose = सूचीबाट छान्नुहोस्
import-cell-choose-hint = कृपया यस कोठाको सूचीमा भएको एउटा छान्नुहोस्।
import-cell-long = सायद धेरै लामो
import-readme-title = यो कार्यपुस्तिका कसरी प्रयोग गर्ने
import-readme-languages = पाठहरूको भाषा: { $languages }।
import-readme-empty = हरेक नयाँ पाठ अहिलेको पाठको दायाँपट्टिको पहेँलो कोठामा लेख्नुहोस्।
import-readme-filled = पहेँला कोठाका पाठ फेर्नुहोस्। अहिलेको पाठ तिनको बायाँपट्टि छ।
import-readme-blank = पहेँलो कोठा खाली भए अहिलेकै पाठ रहन्छ। यस कार्यपुस्तिकाले कहिल्यै केही मेट्दैन।
import-readme-choose = “प्रकाशित” र “उमेर” जस्ता कोठा त्यहीँ फेर्नुहोस्; तिनको सूचीबाट छान्नुहोस्।
import-readme-new = नयाँ सामग्रीका लागि त्यसको पानाको अन्तिमका खाली पङ्क्तिमध्ये एउटा भर्नुहोस्।
import-readme-locked = खैरा कोठा र लुकाइएका स्तम्भ बन्द छन्। तिनले पङ्क्ति कुन सामग्रीको हो भन्छन्, त्यसैले कृपया एउटा पानाका पङ्क्ति अर्कोमा नसार्नुहोस्।
import-readme-back = सकिएपछि फाइल बचत गरेर “स्प्रेडसिटमा सम्पादन” पृष्ठबाट पठाउनुहोस्। केही फेरिनुअघि प्रतिवेदन देख्नुहुन्छ।
menu-import = स्प्रेडसिट
problem-cell-error = स्प्रेडसिट प्रोग्रामले यस कोठामा त्रुटि देखाउँछ।
problem-date = टाइप गरेको कुरालाई स्प्रेडसिट प्रोग्रामले मिति बनाएको छ। कोठाको ढाँचा “text” बनाएर फेरि टाइप गर्नुहोस्।
problem-locked = खैरो कोठाको अहिलेको पाठमाथि लेखिएको छ। त्यसको दायाँपट्टिको पहेँलो कोठामा लेख्नुहोस्।
problem-two-texts = फाइलका दुई पङ्क्तिमा यहाँ फरक–फरक कुरा छ।
problem-twice = फाइलमा यो सामग्री दुई पटक छ; पहिलो पङ्क्ति मात्र लिइन्छ।
problem-no-question = यो प्रश्न यस सर्वेक्षणको होइन। प्रश्नहरू सर्वेक्षणकै फारममा थपिन्छन्।
problem-option-gap = यसअघिको विकल्प खाली छ।
