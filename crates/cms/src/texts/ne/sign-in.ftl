sign-in-title = साइन इन
sign-in-username = नाम
sign-in-password = पासवर्ड
sign-in-button = साइन इन गर्नुहोस्
sign-in-wrong = नाम वा पासवर्ड मिलेन।
sign-in-too-often = धेरै पटक प्रयास भयो। केही बेर पर्खेर फेरि प्रयास गर्नुहोस्।
