# The first sheet of the content workbook.
exchange-readme-title = How to use this workbook
exchange-readme-language = The original texts are in the language { $code }.
exchange-readme-fill = Write each translation into the yellow cell to the right of the original text. Line breaks inside a cell are kept.
exchange-readme-blank = A yellow cell that stays empty keeps the original text, unless you choose otherwise when you send the file.
exchange-readme-locked = Grey cells and hidden columns are locked. They say which item a row belongs to, so please do not copy rows from one sheet to another.
exchange-readme-tokens = Leave marks such as link:: and image:: as they are. The number of the right answer of a quiz (1, 2 or 3) stays the same if you leave its cell empty.
exchange-readme-back = When you are done, send the file on the page “Data” of the cms. You see a report before anything is used.

# The page of data conversions.
exchange-title = Data
exchange-lead = Files for translators and for the app. A file that you send here is only converted and checked: nothing in the app changes.
exchange-check = Check the content
exchange-check-lead = Every article has its category, every quiz its right answer, every link between items leads somewhere, and no id is there twice.
exchange-check-fine = Everything is in order.
exchange-content = Content
exchange-workbook = Workbook for translators
exchange-workbook-out = Every text of this language, live or not, in a spreadsheet with an empty yellow cell beside each for its translation.
exchange-workbook-download = Download the workbook
exchange-workbook-in = Send a filled workbook to see what is missing, too long or broken, and to get the content file for the app.
exchange-bundle = Content file of the app
exchange-bundle-out = The content that is built into the app, so that it works before the phone has been online.
exchange-bundle-all = All content
exchange-bundle-live = Live only
exchange-bundle-in = Send a content file, as source (.ts) or JSON, to have it checked and turned into a workbook.
exchange-interface = Interface texts
exchange-app-texts = Texts of the app
exchange-app-texts-in = Send a sheet with a key, the original and its translation in columns A, B and C, to get the app's language file.
exchange-cms-texts = Texts of these pages
exchange-cms-texts-out = The words on buttons, labels and messages of this cms, with a column for their translation.
exchange-cms-texts-download = Download the texts
exchange-cms-texts-in = Send the filled sheet to get it as JSON.
exchange-places = Countries and provinces
exchange-countries = Countries
exchange-countries-out = Every country with its code, and its name in each language.
exchange-countries-download = Download the countries
exchange-provinces = Provinces
exchange-provinces-out = The provinces of Nepal with the numbers that the app stores, and their names in each language.
exchange-provinces-download = Download the provinces
exchange-places-in = To add a language, add a column headed with its code, and send the sheet to get the app's file.
exchange-last = Last conversions
exchange-last-none = Nothing has been converted yet.
exchange-last-kept = Results are kept for 30 days.
exchange-file-sheet = Spreadsheet (.xlsx, at most 20 MB)
exchange-file-bundle = Content file (.ts or .json, at most 20 MB)
exchange-file-missing = Choose a file first.
exchange-file-too-large = The file is larger than 20 MB.
exchange-locale = Language of the result
exchange-locale-unknown = This is no language code.
exchange-blank = Where the translation is empty
exchange-blank-original = Keep the original text
exchange-blank-leave-out = Leave the item out
exchange-blank-blank = Leave it empty
exchange-ids = Ids
exchange-ids-keep = Keep them
exchange-ids-new = Make new ones
exchange-conversion-content-sheet = Check and convert the workbook
exchange-conversion-content-bundle = Check and make a workbook
exchange-conversion-app-texts = Convert the app's texts
exchange-conversion-cms-texts = Convert the texts of the cms
exchange-conversion-countries = Convert the countries
exchange-conversion-provinces = Convert the provinces

# The report.
exchange-report = Report
exchange-nothing-changed = Nothing in the app has changed. Read what was found, then download the result.
exchange-result-fine = Nothing to complain about.
exchange-result-errors =
    { $count ->
        [one] One error has to be mended in the file before the result can be used.
       *[other] { $count } errors have to be mended in the file before the result can be used.
    }
exchange-result-warnings =
    { $count ->
        [one] The result can be used. Look at one warning first.
       *[other] The result can be used. Look at { $count } warnings first.
    }
exchange-result-blanks =
    { $count ->
        [one] One text is not translated.
       *[other] { $count } texts are not translated.
    }
exchange-errors =
    { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
exchange-warnings =
    { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }
exchange-fine = In order
exchange-download = Download { $name }
exchange-again = Convert another file
exchange-kilobytes = { $count } KB
exchange-counts = What the result holds
exchange-findings = What was found
exchange-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
exchange-what = What
exchange-file = File
exchange-found = Found
exchange-who = By
exchange-when = When (Nepal)
exchange-sheet = Sheet
exchange-row = Row
exchange-column = Column
exchange-detail = Value
exchange-kind = Kind
exchange-items = Items
exchange-translated = Fully translated
exchange-blanks = Empty translations
exchange-weight-error = Error
exchange-weight-warning = Warning
exchange-weight-note = Note
exchange-items-categories = Categories
exchange-items-subcategories = Subcategories
exchange-items-articles = Articles
exchange-items-quizzes = Quizzes
exchange-items-did-you-knows = Did you know
exchange-items-avatar-messages = Avatar messages
exchange-items-privacy-policy = Privacy policy, paragraphs
exchange-items-terms-and-conditions = Terms and conditions, paragraphs
exchange-items-about = About, paragraphs
exchange-items-help-centers = Help centers
exchange-items-help-center-attributes = Attributes of help centers
exchange-items-videos = Videos
exchange-items-surveys = Surveys
exchange-items-countries = Countries
exchange-items-provinces = Provinces
exchange-items-texts = Texts
exchange-kind-duplicate-id = The same id twice
exchange-advice-duplicate-id = Two items have one id, so that one would replace the other. Was a row copied? Empty the id of the copy, and it becomes a new item.
exchange-kind-dangling-reference = Refers to something that is not there
exchange-advice-dangling-reference = The item belongs to a category, subcategory, attribute or question that the file does not hold.
exchange-kind-no-right-answer = Quiz without a right answer
exchange-advice-no-right-answer = Write 1, 2 or 3 into the column right_answer.
exchange-kind-missing-column = A column is missing
exchange-advice-missing-column = Put the column back with exactly this name in the first row, or copy the translations into a fresh workbook.
exchange-kind-cell-error = The cell shows an error
exchange-advice-cell-error = The spreadsheet program could not compute the cell. Type the text instead; until then the cell counts as empty.
exchange-kind-missing-text = A text is missing
exchange-advice-missing-text = The text is empty both in the original and in the translation.
exchange-kind-too-long = Longer than the app has room for
exchange-advice-too-long = Length and limit in characters, as a reader counts them. Shorten the text if you can.
exchange-kind-bad-value = A value that does not fit
exchange-advice-bad-value = A date, or a word where a number or true and false are expected. The program may have changed what was typed.
exchange-kind-bad-id = An odd id
exchange-advice-bad-id = Ids should not be changed. An empty id makes a new item.
exchange-kind-two-names = One category, two translations
exchange-advice-two-names = The first translation was taken. It is enough to fill in the name of a category or subcategory once.
exchange-kind-formula = A formula
exchange-advice-formula = What the formula computed last was taken as the text.
exchange-kind-missing-sheet = A sheet is missing
exchange-advice-missing-sheet = The result holds nothing of this kind.
exchange-kind-unknown-sheet = An unknown sheet
exchange-advice-unknown-sheet = The sheet was not read, since it has none of the known columns.
exchange-kind-unknown-column = An unknown column
exchange-advice-unknown-column = The column was not read.
exchange-kind-duplicate-column = A column twice
exchange-advice-duplicate-column = The first one was read.
exchange-kind-duplicate-key = A key twice
exchange-advice-duplicate-key = The last one counts.
exchange-kind-blank = Not translated
exchange-advice-blank = The cell for the translation is empty.
exchange-kind-new-item = A new item
exchange-advice-new-item = The row had no id and got a new one.
exchange-kind-left-out = Left out
exchange-advice-left-out = The item is not in the result, because a translation is empty.
exchange-refused-not-a-spreadsheet = This is no .xlsx spreadsheet. Save it as “Excel workbook (.xlsx)” and try again.
exchange-refused-old-or-locked = This is an old .xls file or protected by a password. Save it as “Excel workbook (.xlsx)” without a password and try again.
exchange-refused-too-large = Unpacked, this file is larger than 50 MB or has too many parts. Remove pictures and sheets that are not needed.
exchange-refused-damaged = The file is damaged. Open it, save it again as .xlsx, and try once more.
exchange-refused-nothing-known = The file holds no sheet or section that is known here. Is it the right file?
exchange-refused-no-locale = The file does not say which language it is in.
exchange-refused-unreadable = Line { $line } cannot be read: expected { $what }.

# Long conversions.
exchange-job-export = Download of content
exchange-job-import = Conversion of a file
exchange-job-ready = The file is ready.
exchange-job-fine = The file was converted. Read the report, then download the result.
exchange-job-errors = The file was converted, but has errors. The report says where.
exchange-job-report = Read the report
exchange-step-read = Reading the content
exchange-step-write = Writing the file
exchange-step-convert = Reading and checking the file
exchange-step-store = Storing the result
