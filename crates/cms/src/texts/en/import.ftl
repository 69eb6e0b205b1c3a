import-title = Edit in a spreadsheet
import-lead = Change or translate many texts in Excel or LibreOffice, and bring them back as drafts. Nothing reaches the app before you publish it.
import-steps = Steps
import-step-1 = Download
import-step-2 = Edit
import-step-3 = Upload and check
import-step-4 = Take over as drafts
import-step-5 = Publish or undo
import-step-done = done
import-download-title = 1. Download the workbook
import-download-hint = It holds all texts, published and in drafts, each in its row. Columns that say which item a row belongs to are locked.
import-language = Language
import-all-languages = All my languages
import-cells = The cells for new texts
import-cells-empty = are empty: best for translating
import-cells-filled = hold the present texts: best for correcting
import-download = Download
import-edit-hint = 2. Write into the yellow cells. A cell that you leave empty keeps its old text. Save the file as .xlsx.
import-upload-title = 3. Upload and check
import-upload-hint = You get a report of what would change, row by row, before anything happens.
import-new-language = Language of new rows that name none
import-upload = Upload and check
import-nothing-changes = Checking changes nothing. You decide afterwards.
import-past = Files sent before
import-past-none = No file has been sent yet.
import-column-state = State
import-state-checking = Being checked
import-state-checked = Checked, not taken over
import-state-failed = Could not be read
import-state-applying = Being taken over
import-state-applied = Taken over as drafts
import-state-undoing = Being undone
import-state-undone = Undone
import-job-check = Check a spreadsheet
import-job-workbook = Make a workbook for editing
import-job-apply = Take a spreadsheet over as drafts
import-job-undo = Undo the take-over of a spreadsheet
import-job-report = To the report
import-job-page = To the page of the job
import-job-checked = The file has been checked. Nothing has changed yet.
import-job-applied =
    { $count ->
        [one] One draft was written.
       *[other] { $count } drafts were written.
    }
import-job-applied-before = The file had been taken over already.
import-job-undone =
    { $count ->
        [one] One draft was taken back.
       *[other] { $count } drafts were taken back.
    }
import-job-undone-before = The take-over had been undone already.
import-job-ended = The job has ended before it was done. Its page says why, and can begin it anew. Nothing was changed.
import-step-read = Reading the file
import-step-compare = Comparing with what is there
import-step-store = Storing the report
import-step-apply = Writing drafts
import-step-undo = Taking drafts back
import-not-now = This is not possible at this stage.
import-again = Send another file
import-take-title = 4. Take over as drafts
import-take-hint = Each row becomes a draft beside its item, all of them or none. You can undo that as a whole.
import-take-nothing = There is nothing to take over: no cell says anything new that can be used. The report below says why.
import-take =
    { $count ->
        [one] Take one row over as a draft
       *[other] Take { $count } rows over as drafts
    }
import-take-meantime =
    { $count ->
        [one] Also the row whose item somebody has changed meanwhile: the text of the file replaces hers
       *[other] Also the { $count } rows whose items somebody has changed meanwhile: the texts of the file replace theirs
    }
import-take-too-long =
    { $count ->
        [one] Also the row with a text that is too long: I will shorten it in its form
       *[other] Also the { $count } rows with texts that are too long: I will shorten them in their forms
    }
import-applied-title = 5. Publish or undo
import-applied-count =
    { $count ->
        [one] One draft is waiting.
       *[other] { $count } drafts are waiting.
    }
import-applied-hint = Open each item below, look at it and publish it; or take everything back.
import-drafts = To the drafts
import-undo = Undo the take-over
import-undo-question =
    { $count ->
        [one] Take one draft back?
       *[other] Take { $count } drafts back?
    }
import-undo-hint = Drafts that somebody has worked on since stay, and are listed. What was published stays published.
import-undone-title = The take-over is undone
import-undone-hint = Drafts of this file are gone, and those that it had replaced are back. What stayed is listed below.
import-notes = Notes
import-notes-title = About sheets and columns
import-note-sheet = This sheet is not taken over. Texts such as the privacy policy are edited on their own pages.
import-report-title = Report
import-filter = Show only
import-all = All rows
import-row = row { $number }
import-question = Question { $number }
import-was = When the file was made, it said:
import-blanks =
    { $count ->
        [one] One cell was left empty: its old text stays.
       *[other] { $count } cells were left empty: their old texts stay.
    }
import-outcome-added = New
import-outcome-changed = Changed
import-outcome-meantime = Changed by somebody else meanwhile
import-outcome-too-long = Too long
import-outcome-wrong-value = Cannot be used
import-outcome-duplicate = There already
import-outcome-unknown-id = Unknown item
import-outcome-other-language = Not your language
import-outcome-unchanged = Unchanged
import-outcome-blank = With empty cells
import-advice-added = These rows have no item yet. Each becomes the draft of a new one.
import-advice-changed = Old words are struck out, new ones underlined.
import-advice-meantime = Somebody has changed these items since the workbook was made. They stay as they are, unless you choose otherwise when taking over. Or download a fresh workbook.
import-advice-too-long = The app has no room for these texts. Shorten them in the file and send it again; or take them over and shorten them in their forms.
import-advice-wrong-value = These rows are not taken over. Correct the cells in the file and send it again.
import-advice-duplicate = Another item has the same title, or the file has the item twice. These rows are not taken over.
import-advice-unknown-id = No such item is there, perhaps because it was deleted since. Look in the trash. These rows are not taken over.
import-advice-other-language = You may not write the language of these items. These rows are not taken over.
import-advice-unchanged = Nothing was filled in here that is not there already.
import-advice-blank = An empty cell keeps the old text. Nothing is deleted.
import-fate-taken = Draft written
import-fate-missed = Not taken over: changed after the check
import-fate-removed = Draft taken back
import-fate-restored = Earlier draft is back
import-fate-kept = Stays: somebody has worked on it
import-fate-published = Published before
import-fate-discarded = Had been thrown away
import-column-sheet = Sheet
import-column-row = Row
import-column-item = Item
import-column-outcome = Outcome
import-column-column = Column
import-column-old = Old
import-column-new = New
import-column-problem = Problem
import-column-fate = What became of it
import-yes = yes
import-no = no
import-surveys = Surveys
import-heading-now = { $field } – now
import-heading-new = { $field } – new
import-heading-survey = Survey
import-heading-number = Question no.
import-heading-option4 = Option 4
import-heading-option5 = Option 5
import-heading-response = Reply
import-heading-choice = Choice
import-heading-next = Leads to question
import-cell-choose = Choose from the list
import-cell-choose-hint = Please choose one of the values in the list of this cell.
import-cell-long = Perhaps too long
import-readme-title = How to use this workbook
import-readme-languages = The texts are in: { $languages }.
import-readme-empty = Write each new text into the yellow cell to the right of the present one.
import-readme-filled = Change the texts in the yellow cells. The present text stands to the left of each.
import-readme-blank = A yellow cell that is empty keeps the present text. Nothing is ever deleted by this workbook.
import-readme-choose = Cells such as “Live” and “Age” are changed where they stand; choose from their lists.
import-readme-new = For a new item, fill in one of the empty rows at the end of its sheet.
import-readme-locked = Grey cells and hidden columns are locked. They say which item a row belongs to, so please do not copy rows from one sheet to another.
import-readme-back = When you are done, save the file and send it on the page “Edit in a spreadsheet”. You see a report before anything is changed.
menu-import = Spreadsheets
problem-cell-error = The spreadsheet program shows an error in this cell.
problem-date = The spreadsheet program has made a date of what was typed. Give the cell the format “text” and type it again.
problem-locked = The present text in the grey cell was written over. Write into the yellow cell to its right.
problem-two-texts = Two rows of the file say different things here.
problem-twice = The file has this item twice; only its first row is used.
problem-no-question = This question is not one of its survey. Questions are added in the form of the survey.
problem-option-gap = An option before this one is empty.
