//! What the pages say, in both languages.

use domain::language::Language;

/// The texts of one page.
pub(super) struct PageTexts {
    pub title: &'static str,
    pub lead: &'static str,
    /// What will happen, point by point.
    pub points: &'static [&'static str],
    /// The sentence of the box to tick; empty where there is none.
    pub confirm: &'static str,
    pub button: &'static str,
    pub done_title: &'static str,
    pub done: &'static str,
    /// Where the other page is, and what it is called.
    pub other_path: &'static str,
    pub other: &'static str,
}

/// The texts both pages have.
pub(super) struct SharedTexts {
    pub name: &'static str,
    pub password: &'static str,
    pub wrong: &'static str,
    pub too_often: &'static str,
    pub broken: &'static str,
    pub not_confirmed: &'static str,
}

pub(super) fn shared(language: Language) -> &'static SharedTexts {
    match language {
        Language::English => &SharedTexts {
            name: "User name",
            password: "Password",
            wrong: "The user name or the password is not right. Nothing has been changed.",
            too_often: "There were too many wrong tries. Please wait a while and try again. Nothing has been changed.",
            broken: "That did not work because of a problem on our side. Please try again in a minute. \
                     Nothing has been changed.",
            not_confirmed: "Please tick the box first. Nothing has been changed.",
        },
        Language::Nepali => &SharedTexts {
            name: "प्रयोगकर्ताको नाम",
            password: "पासवर्ड",
            wrong: "प्रयोगकर्ताको नाम वा पासवर्ड मिलेन। केही पनि परिवर्तन भएको छैन।",
            too_often: "धेरै पटक गलत प्रयास भयो। कृपया केही समय पर्खेर फेरि प्रयास गर्नुहोस्। केही पनि परिवर्तन भएको छैन।",
            broken: "हाम्रो तर्फको समस्याले गर्दा काम हुन सकेन। कृपया एक मिनेटपछि फेरि प्रयास गर्नुहोस्। केही पनि परिवर्तन भएको छैन।",
            not_confirmed: "कृपया पहिले कोठामा चिन्ह लगाउनुहोस्। केही पनि परिवर्तन भएको छैन।",
        },
    }
}

pub(super) fn deletion(language: Language) -> &'static PageTexts {
    match language {
        Language::English => &PageTexts {
            title: "Delete my account",
            lead: "Here you can delete your account in the period tracker. This cannot be undone.",
            points: &[
                "Your account and everything your phone has saved with us will be deleted.",
                "Your answers to quizzes and surveys, and your messages to us, will be deleted too.",
                "What is stored on your phone stays there until you remove the app.",
            ],
            confirm: "I understand that my data cannot be brought back.",
            button: "Delete my account",
            done_title: "Your account is deleted",
            done: "Your account and everything that was saved under it are gone. You can now remove the app from your phone.",
            other_path: "/export-account",
            other: "Get a copy of my data first",
        },
        Language::Nepali => &PageTexts {
            title: "मेरो खाता मेटाउनुहोस्",
            lead: "यहाँबाट तपाईं महिनावारी ट्र्याकरमा भएको आफ्नो खाता मेटाउन सक्नुहुन्छ। मेटाएपछि फर्काउन सकिँदैन।",
            points: &[
                "तपाईंको खाता र तपाईंको फोनले हामीकहाँ सुरक्षित गरेका सबै कुरा मेटिनेछन्।",
                "क्विज र सर्वेक्षणका तपाईंका उत्तरहरू तथा हामीलाई पठाउनुभएका सन्देशहरू पनि मेटिनेछन्।",
                "तपाईंको फोनमा रहेको जानकारी एप नहटाएसम्म फोनमै रहन्छ।",
            ],
            confirm: "मेरो जानकारी फेरि फर्काउन सकिँदैन भन्ने मैले बुझेँ।",
            button: "मेरो खाता मेटाउनुहोस्",
            done_title: "तपाईंको खाता मेटियो",
            done: "तपाईंको खाता र त्यसमा सुरक्षित सबै कुरा मेटिए। अब तपाईं आफ्नो फोनबाट एप हटाउन सक्नुहुन्छ।",
            other_path: "/export-account",
            other: "पहिले मेरो जानकारीको प्रतिलिपि लिनुहोस्",
        },
    }
}

pub(super) fn export(language: Language) -> &'static PageTexts {
    match language {
        Language::English => &PageTexts {
            title: "Get a copy of my data",
            lead: "Here you can download everything that we keep about you.",
            points: &[
                "You get one file named my-data.json.",
                "It holds private information. Keep it where nobody else can read it, and delete it from a shared phone.",
            ],
            confirm: "",
            button: "Download my data",
            done_title: "",
            done: "",
            other_path: "/delete-account",
            other: "Delete my account",
        },
        Language::Nepali => &PageTexts {
            title: "मेरो जानकारीको प्रतिलिपि लिनुहोस्",
            lead: "हामीले तपाईंको बारेमा राखेका सबै जानकारी यहाँबाट डाउनलोड गर्न सक्नुहुन्छ।",
            points: &[
                "तपाईंले my-data.json नामको एउटा फाइल पाउनुहुनेछ।",
                "यसमा निजी जानकारी हुन्छ। अरूले पढ्न नसक्ने ठाउँमा राख्नुहोस् र साझा फोनबाट मेटाउनुहोस्।",
            ],
            confirm: "",
            button: "मेरो जानकारी डाउनलोड गर्नुहोस्",
            done_title: "",
            done: "",
            other_path: "/delete-account",
            other: "मेरो खाता मेटाउनुहोस्",
        },
    }
}
