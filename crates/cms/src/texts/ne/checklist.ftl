# प्रकाशित गर्नुअघि हेर्ने कुरा।
checklist = प्रकाशित गर्नुअघि
checklist-good = ठीक:
checklist-look = हेर्नुपर्ने:
checklist-wrong = गलत:
checklist-fields = सबै ठाउँ भरिएका छन् र अटाउँछन्।
checklist-picture = फोनले देखाउन सक्ने तस्बिर हो।
checklist-behind = यो मस्यौदा सुरु भएपछि प्रकाशित पाठ बदलिएको छ।
checklist-translation-done = अर्को भाषामा पनि उही कुरा छ।
checklist-translation-outdated = अनुवाद पुरानो भयो: त्यसपछि मूल पाठ फेरि प्रकाशित भयो।
checklist-translation-in-progress = अनुवाद हुँदै छ।
checklist-translation-missing = अनुवाद अझै छैन।
checklist-audio = अडियो छ।
checklist-no-audio = अडियो अझै छैन।
checklist-audio-of-another-text = पाठ बदलिन्छ, तर अडियोमा पुरानै पाठ छ।
checklist-right-answer = सही उत्तर “{ $answer }” हो।
checklist-unreachable = प्रश्न { $numbers } कसैलाई सोधिँदैन।
checklist-answered = बदलिने वा हट्ने प्रश्नमा किशोरीहरूले उत्तर दिइसकेका छन्। उनीहरूको उत्तर नयाँ शब्दसँगै देखिनेछ; नयाँ सर्वेक्षण राम्रो हुन्छ।
checklist-stuck =
    { $count ->
        [one] एउटा चिन्ह ठेगानासँग टाँसिएको छ, एपले त्यसलाई ठेगानाकै भाग ठान्छ।
       *[other] { $count } वटा चिन्ह ठेगानासँग टाँसिएका छन्, एपले तिनलाई ठेगानाकै भाग ठान्छ।
    }
checklist-ask-links =
    { $count ->
        [one] लिङ्क जाँच्नुहोस्
       *[other] { $count } वटा लिङ्क जाँच्नुहोस्
    }
checklist-link-alive = पृष्ठ छ।
checklist-link-moved = अर्को ठेगानामा लैजान्छ।
checklist-link-dead = अब केही छैन।
checklist-link-unclear = स्पष्ट जवाफ आएन। आफैँ खोलेर हेर्नुहोस्।
checklist-link-not-public = यो खुला इन्टरनेटको ठेगाना होइन।
