# The list of surveys.
surveys-title = Surveys
surveys-lead = Short questions that the app asks for one month after they are created.
surveys-new = New survey
surveys-edit = Edit survey
surveys-search = Search in questions
surveys-all = All
surveys-filter-month = Month
surveys-running = Running
surveys-over = Month is over
surveys-column-select = Selection
surveys-column-number = No.
surveys-column-name = First question
surveys-column-questions = Questions
surveys-column-created = Created
surveys-column-until = Valid until
surveys-column-responses = Answered by
surveys-column-audience = For
surveys-column-age = Age
surveys-column-filter = Content filter
surveys-column-live = State
surveys-column-actions = Actions
surveys-everybody = Everybody
surveys-fewer-than =
    { $count ->
       *[other] fewer than { $count }
    }
surveys-unnamed = A survey without questions
surveys-old-kind = Old kind
surveys-count =
    { $count ->
        [one] { $count } survey
       *[other] { $count } surveys
    }
surveys-bulk = With the selected ones:
surveys-bulk-live = Make live
surveys-bulk-not-live = Take offline
surveys-bulk-delete = Delete
surveys-select-all = Select all on this page
surveys-select-one = Select { $name }
surveys-hide-one = Take offline: { $name }
surveys-show-one = Make live: { $name }
surveys-edit-one = Edit: { $name }
surveys-results-of = Results of: { $name }
surveys-none = No surveys yet
surveys-none-text = A survey has up to ten short questions. Write the first one; the app asks it once you make it live.
surveys-none-found = No survey fits
surveys-none-found-text = Change the search or the filters.

# The page of one survey.
surveys-results = Results
surveys-history = History
surveys-question-number = Question { $number }
surveys-question = Question
surveys-kind = Kind of answer
surveys-kind-choice = She chooses one option
surveys-kind-free = She writes freely
surveys-free-note = Whatever she writes, the survey goes on with the next question.
surveys-options = Options
surveys-options-hint = One to five, filled from the top without gaps.
surveys-option-number = Option { $number }
surveys-leads-to = Leads to
surveys-jump-following = The next question
surveys-jump-end = End
surveys-any-answer = Any answer
surveys-move-up = Move up
surveys-move-down = Move down
surveys-remove = Remove
surveys-move-up-number = Move question { $number } up
surveys-move-down-number = Move question { $number } down
surveys-remove-number = Remove question { $number }
surveys-drag = Drag to another place
surveys-add-below = Add a question below
surveys-full = A survey has at most ten questions.
surveys-ways = Ways through the survey
surveys-unreachable = No answer leads to: { $numbers }. Nobody will be asked that.
surveys-check = Check and draw again
surveys-audience = Who is asked
surveys-age-hint = With any age set here, today's app asks only girls of 15 and more.
surveys-save-over = Save mine over it
surveys-save-as-new = Save as a new survey instead
surveys-cancel = Cancel

# Mistakes.
surveys-mistake-no-questions = Write at least one question.
surveys-mistake-too-many = A survey has at most ten questions.
surveys-mistake-text-missing = Write the question, or remove it.
surveys-mistake-text-too-long = Shorten the question to 65 characters.
surveys-mistake-options-missing = Write at least one option, or choose “She writes freely”.
surveys-mistake-option-gap = Fill this option, or move the ones below it up: the app skips empty ones and would lead to wrong questions.
surveys-mistake-option-too-long = Shorten the option to 20 characters.
surveys-mistake-jump-backward = An option can only lead to a later question.
surveys-mistake-jump-too-far = There is no such question.

# Answers that exist, and changes by others.
surveys-answered-note = Girls have answered this survey. If you change a question, their answers stay as they were and will stand beside the new words.
surveys-answered-ask = Change questions that have been answered?
surveys-answered-text = Answers that girls have given stay as they are, and the results would show them beside the new words. It is safer to save your changes as a new survey.
surveys-answered-save = Change them anyway
surveys-conflict = Somebody else has changed this survey meanwhile
surveys-conflict-text = Nothing of yours is lost: it is in the form below. Compare, then save yours over it or take theirs.
surveys-stored-now = What is stored now
surveys-take-theirs = Throw mine away and take theirs
surveys-old-kind-text = Surveys used to have one question only. Today's app does not ask them any more; older ones do. It is kept as it is. To ask it again, make a copy: that will be a survey of today's kind.
surveys-old-response = Reply to the girl

# What can be done to a whole survey.
surveys-acts = This survey
surveys-prolong = Run again for a month
surveys-prolong-ask = Offer this survey for another month from now?
surveys-prolong-text = Its date of creation becomes today. Girls who have answered it are not asked again.
surveys-duplicate = Make a copy
surveys-delete = Delete
surveys-delete-ask = Delete this survey?
surveys-delete-text = It goes to the trash with its questions and can be brought back for 30 days. Answers stay in the statistics.

# What has happened.
surveys-created = The survey is created.
surveys-saved = The survey is saved.
surveys-prolonged = The app offers the survey for another month.
surveys-duplicated = This is the copy. It is not live yet.
surveys-deleted = The survey is in the trash.
surveys-now-live = The survey is live.
surveys-not-live-now = The survey is offline.
surveys-live-many =
    { $count ->
        [one] One survey is live.
       *[other] { $count } surveys are live.
    }
surveys-hidden-many =
    { $count ->
        [one] One survey is offline.
       *[other] { $count } surveys are offline.
    }
surveys-deleted-many =
    { $count ->
        [one] One survey is in the trash.
       *[other] { $count } surveys are in the trash.
    }
