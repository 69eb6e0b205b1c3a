# Push notifications.
push-title = Notifications
push-lead = What phones are told in { $language }.
push-section = Push notifications
push-section-hint = A short message that appears at once on every phone that uses the app in this language.
push-search = Search title and text
push-new = New notification
push-new-lead = Phones show it on their lock screens. Write one language or both; nothing is sent before you have confirmed it.
push-none = No notification has been sent yet
push-none-hint = Write one when there is something that every reader should know today.
push-none-found = No notification contains this text.
push-column-title = Title
push-column-content = Text
push-column-state = Status
push-column-date = Date
push-title-hint = One line. Phones cut off longer ones.
push-content-hint = One or two plain sentences. Anybody near the phone may read them.
push-title-missing = Write a title.
push-content-missing = Write the text.
push-too-long = This is too long. Shorten it.
push-too-many-bytes = Title and text together are too long for a notification. Shorten the text.
push-preview-caption = As a phone shows it
push-back = Back to the list
push-confirm-title = Send this?
push-confirm-warning = It goes to ALL phones that use the app in { $language }.
push-confirm-missing = Tick the box to say that it may go to all phones.
push-send-now = Send to all phones now
push-change-text = Change the text
push-taken-up = The notification is on its way. This page shows what becomes of it.
push-one = Notification
push-creator = Sent by
push-attempts = Tries
push-resend = Send again
push-resend-question = This sends it at once to all phones of this language.
push-resend-unknown = Nobody knows whether the last try reached the phones. Look at a phone first: sending again may show it a second time on all of them.
push-remove = Remove
push-remove-question = Remove this record?
push-remove-hint = One that still waits is called off. Phones that have received it keep it.
push-removed = The record is removed.
push-undo = Undo

push-state-waiting = Waiting to be sent
push-state-retrying = Waiting for the next try
push-state-sending = Being sent
push-state-sent = Sent
push-state-failed = Not sent
push-state-unknown = Not known
push-state-cancelled = Called off
push-state-original = Sent by the former system
push-original-hint = The former system did not record whether its notifications were really sent.

push-error-off = Push notifications are switched off: this service has no access to the messaging service. Whoever runs it can give it one (GOOGLE_APPLICATION_CREDENTIALS). Everything else works.
push-error-network = The messaging service could not be reached.
push-error-busy = The messaging service is busy or out of order.
push-error-credentials = The messaging service does not accept the access of this service. Tell whoever runs it.
push-error-forbidden = This service is not allowed to send notifications. Tell whoever runs it.
push-error-project = The messaging service does not know the app's project. Tell whoever runs it.
push-error-message = The messaging service refused this message. Change the text and send a new one.
push-error-unknown = It went out, but no answer came. It may or may not have reached the phones.

push-job = Send a notification
push-step-preparing = Signing in to the messaging service
push-step-sending = Sending
push-done = The messaging service has taken the notification and delivers it to the phones.
push-to-list = To the notifications

# Writing and sending, both languages together.
push-continue = Continue to sending
push-save = Save draft
push-save-and-test = Save and send a test
push-other-language = You do not work in this language, so you cannot change this text.
push-preview-of = { $language }, on a lock screen
push-preview-none = Nothing is written, so nothing is sent in this language.
push-words = Whoever picks up a shared phone reads this: { $words }. Can it be said without?
push-words-accept = I have read the warning: these words may appear on shared lock screens
push-words-unread = Tick the box if these words are really meant to appear, or change the text.
push-draft = Draft of a notification
push-draft-saved = The draft is saved. Nothing has been sent.
push-draft-delete = Delete draft
push-draft-delete-question = Delete this draft?
push-draft-delete-hint = You can undo this for 30 days.
push-draft-deleted = The draft is deleted.
push-draft-restored = The draft is back.
push-conflict = { $name } has changed this draft meanwhile. Your texts are still in the form; saving them replaces hers.
push-conflict-theirs = What stands there now
push-conflict-take = Keep hers
push-changed = Somebody has changed this meanwhile. Look at it again.
push-not-a-draft = This is not being written any more: it is confirmed, or waits for a second person.
push-not-your-language = It has a language in which you do not work. Somebody who works in all of its languages can send it.
push-unfinished = A text is missing or too long. Finish it first, or empty the language that is not to be sent.
push-test-off = There are no test phones: whoever runs this service can name a topic for them (FCM_TEST_TOPIC).
push-test-nothing = No language of this can be sent as it is.
push-test-sent =
    { $count ->
        [one] A test is on its way to the test phones.
       *[other] { $count } tests are on their way to the test phones.
    }
push-tests = Tests
push-to = To
push-to-test-phones = The test phones
push-when = Goes out
push-when-now = As soon as possible
push-when-later = At this time:
push-day = Day
push-time = Time
push-time-hint = Nepal time.
push-quiet-hint = Nothing is sent in the quiet hours, { $hours }.
push-time-wrong = Choose a day and a time.
push-time-past = This time is over. Choose a later one.
push-time-far =
    { $count ->
       *[other] Choose a time within the next { $count } days.
    }
push-time-quiet = This is in the quiet hours, when nothing is sent. The next time is { $next }; it is filled in below.
push-stagger =
    { $count ->
        [one] The second language follows one minute after the first.
       *[other] The second language follows { $count } minutes after the first.
    }
push-type = To confirm, type the number
push-type-hint = Or the word “send”. Digits of either script are fine.
push-confirm-wrong = Type the number that is shown here, so that nothing goes out by accident.
push-undo-hint =
    { $count ->
       *[other] It can be called off for { $count } seconds after this.
    }
push-send-confirmed = Confirm
push-confirmed = It is confirmed. This page shows when it goes out; until then it can be called off.
push-four-eyes = A second person has to agree before this goes out. She finds it in the list of notifications.
push-ask-second = Ask a second person
push-asked = It waits for a second person.
push-asked-yourself = You have asked for a second person yourself. Somebody else has to agree.
push-second-you = A second person has to agree: you?
push-second-other = It waits for a second person
push-second-other-hint = Nothing is sent until somebody else has agreed. Tell her.
push-asked-by = Asked for by
push-confirmed-by = Confirmed by
push-agree = Agree and send
push-give-back = Back to writing
push-call-off = Call it off
push-taken-back = It is called off and a draft again. Nothing more goes out.
push-too-late = It has gone out already.
push-record = What becomes of it
push-due = Goes out
push-seconds-left =
    { $count ->
        [one] in one second
       *[other] in { $count } seconds
    }
push-minutes-left =
    { $count ->
        [one] in one minute
       *[other] in { $count } minutes
    }
push-to-draft = Both languages
push-reopen = Make a draft of it
push-reopened = It is a draft again. Nothing has been sent.
push-not-lost = It is sent already, or on its way.
push-drafts = In preparation
push-sent-ones = Sent
push-column-languages = Languages
push-saved-by = Saved by

push-stage-draft = Being written
push-stage-asked = Waits for a second person
push-stage-confirmed = Confirmed
push-stage-over = Done
push-error-quiet = It could not be sent before the quiet hours. It goes out when they end.
push-test-job = Send a test

# Permanent alerts.
alert-section = Permanent alerts
alert-section-hint = A line inside the app for those who use certain versions of it, such as a request to update.
alert-new = New alert
alert-none = No alert yet
alert-none-hint = Add one when the users of certain versions should know something, such as that a new version is out.
alert-message = Message
alert-message-hint = One short sentence.
alert-versions = Versions
alert-versions-hint = Only phones with one of these versions of the app show the alert. Name each as the app does.
alert-version-group = Versions { $major }.0 to { $major }.9
alert-versions-ticked =
    { $count ->
        [one] { $count } chosen
       *[other] { $count } chosen
    }
alert-more = Further versions
alert-more-hint = With commas between them, such as 8.3.0, 11.2
alert-permanent = Stays on the screen
alert-permanent-hint = Otherwise readers can close it.
alert-live = Live
alert-live-hint = Phones show it as soon as it is saved.
alert-actions = Actions
alert-yes = Yes
alert-no = No
alert-no-versions = None: no phone shows it
alert-show = Go live
alert-hide = Hide
alert-edit = Edit alert
alert-edit-this = Edit: { $message }
alert-delete = Delete
alert-delete-this = Delete: { $message }
alert-delete-question = Delete this alert?
alert-delete-hint = Phones stop showing it. You can undo this for 30 days.
alert-history = History
alert-save = Save
alert-saved = The alert is saved.
alert-deleted = The alert is deleted.
alert-message-missing = Write a message.
alert-versions-missing = Choose at least one version, or no phone will show it.
alert-no-version = Versions are numbers with dots, such as 8.3.0. Put commas between them.
alert-too-many-versions = These are more than 200 versions. Choose fewer.
alert-conflict = Somebody else has changed this alert
alert-conflict-hint = Your text is still in the form below. Saving it replaces what stands there now:
alert-take-theirs = Keep theirs
