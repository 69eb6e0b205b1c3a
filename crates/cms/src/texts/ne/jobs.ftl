# Long work and its progress.
job-list-title = पृष्ठभूमिका कामहरू
job-list-lead = समय लाग्ने र आफैं चलिरहने कामहरू।
job-list-none = अहिलेसम्म कुनै काम सुरु गरिएको छैन
job-list-empty = समय लाग्ने आयात, निर्यात र सूचनाहरू यहाँ देखिन्छन्।
job-column-what = काम
job-column-state = अवस्था
job-column-who = सुरु गर्ने
job-column-when = सुरु भएको
job-finished = सकिएको

job-state-queued = सुरु हुन पर्खिँदै
job-state-waiting = अर्को प्रयास पर्खिँदै
job-state-running = हुँदै छ
job-state-stopping = रोकिँदै छ
job-state-done = सकियो
job-state-failed = असफल भयो
job-state-cancelled = रद्द गरियो

job-progress = प्रगति
job-may-leave = तपाईं यो पृष्ठ छोड्न वा ब्राउजर बन्द गर्न सक्नुहुन्छ। काम चलिरहन्छ, र यही ठेगानामा त्यसको अवस्था देखिन्छ।
job-download = फाइल डाउनलोड गर्नुहोस्
job-cancel = रद्द गर्नुहोस्
job-retry = फेरि सुरु गर्नुहोस्

job-database-away = डाटाबेससँग सम्पर्क हुन सकेन। एकछिनपछि फेरि प्रयास हुनेछ।
job-broken = हाम्रो तर्फबाट केही गडबड भयो। फेरि सुरु गर्नुहोस्; उस्तै रहे विकासकर्तालाई भन्नुहोस्।
job-abandoned = यो काम हुँदाहुँदै सेवा पटक पटक रोकियो, त्यसैले काम छोडियो। तपाईं फेरि सुरु गर्न सक्नुहुन्छ।
job-of-another-version = यस सेवाको अर्को संस्करणको काम
