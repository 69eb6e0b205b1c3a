# The frame around every page.
app-name = पिरियड ट्र्याकर नेपाल
sign-out = बाहिर निस्कनुहोस्

# Failures.
error-bad-request = अनुरोध बुझ्न सकिएन। पछाडि गएर फेरि प्रयास गर्नुहोस्।
error-forbidden = तपाईंको भूमिकाले यो गर्न दिँदैन। चाहिएमा प्रशासकलाई भन्नुहोस्।
error-not-found = यो ठेगानामा केही छैन। मेटिएको वा अर्को भाषाको हुन सक्छ।
error-conflict = यसैबीच अरू कसैले यो परिवर्तन गरेको छ।
error-too-many-requests = धेरै पटक प्रयास भयो। केही बेर पर्खेर फेरि प्रयास गर्नुहोस्।
error-unavailable = अहिले डाटाबेससँग सम्पर्क हुन सकेन। केही हराएको छैन; एकछिनपछि फेरि प्रयास गर्नुहोस्।
error-internal = हाम्रो तर्फबाट केही गडबड भयो। फेरि प्रयास गर्नुहोस्; उस्तै रहे विकासकर्तालाई भन्नुहोस्।

# The top bar.
skip-to-content = सामग्रीमा जानुहोस्
menu = मेनु
close-menu = मेनु बन्द गर्नुहोस्
working-language = सामग्रीको भाषा
working-language-hint = तपाईंले कुन भाषाको सामग्री हेर्नुहुन्छ र लेख्नुहुन्छ।
appearance = भाषा र रूप
interface-language = यी पृष्ठहरूको भाषा
theme = रूप
theme-auto = मेरो उपकरणमा जस्तै
theme-light = उज्यालो
theme-dark = अँध्यारो
my-account = मेरो खाता
role-super-admin = मुख्य प्रशासक
role-admin = प्रशासक
role-content-manager = सामग्री व्यवस्थापक
free-software = AGPL अन्तर्गतको स्वतन्त्र सफ्टवेयर
source-code = स्रोत कोड
revision = संस्करण

# The menu.
menu-content = सामग्री
menu-encyclopedia = विश्वकोश
menu-categories = वर्गहरू
menu-videos = भिडियोहरू
menu-quizzes = प्रश्नोत्तर
menu-facts = के तपाईंलाई थाहा छ
menu-avatar-messages = अवतारका सन्देश
menu-surveys = सर्वेक्षणहरू
menu-help-centers = सहायता केन्द्रहरू
menu-help-center-attributes = केन्द्रका विशेषता
menu-trash = रद्दी
menu-texts = पाठहरू
menu-about = हाम्रो बारेमा
menu-privacy = गोपनीयता नीति
menu-terms = नियम तथा सर्तहरू
menu-app = एप
menu-notifications = सूचनाहरू
menu-messages = प्रयोगकर्ताका सन्देश
menu-statistics = तथ्याङ्क
menu-data = डाटा
menu-jobs = पृष्ठभूमिका काम
menu-admin = प्रशासन
menu-editors = सम्पादकहरू
menu-audit = लेखापरीक्षण अभिलेख

# What pages are built of.
breadcrumbs = तपाईं कहाँ हुनुहुन्छ
optional = (ऐच्छिक)
form-errors =
    { $count ->
        [one] एउटा ठाउँ फेरि हेर्नुपर्छ। अहिलेसम्म केही सुरक्षित भएको छैन।
       *[other] { $count } वटा ठाउँ फेरि हेर्नुपर्छ। अहिलेसम्म केही सुरक्षित भएको छैन।
    }
at-most-characters = बढीमा { $count } अक्षर
live = प्रकाशित
not-live = अप्रकाशित
table = तालिका
search = खोज्नुहोस्
clear = हटाउनुहोस्
pages = सूचीका पृष्ठहरू
previous-page = अघिल्लो पृष्ठ
next-page = अर्को पृष्ठ
request-failed = त्यो सर्भरसम्म पुगेन वा सर्भरले मानेन। पृष्ठ फेरि खोलेर प्रयास गर्नुहोस्।
session-ended = तपाईंको सत्र सकियो। तपाईंले लेखेको कुरा यहीँ छ: अर्को ट्याबमा फेरि साइन इन गर्नुहोस्, अनि यहीँ काम जारी राख्नुहोस्।
session-sign-in-again = नयाँ ट्याबमा साइन इन गर्नुहोस्
order-changed = क्रम बदलिएको छ, तर अझै सुरक्षित भएको छैन।
save-order = क्रम सुरक्षित गर्नुहोस्
to-first-page = पहिलो पृष्ठमा जानुहोस्

# How long ago.
age-now = भर्खरै
age-minutes =
    { $count ->
        [one] एक मिनेटअघि
       *[other] { $count } मिनेटअघि
    }
age-hours =
    { $count ->
        [one] एक घण्टाअघि
       *[other] { $count } घण्टाअघि
    }
age-days =
    { $count ->
        [one] एक दिनअघि
       *[other] { $count } दिनअघि
    }
