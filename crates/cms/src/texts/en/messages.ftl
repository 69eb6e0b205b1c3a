# Messages of users.
messages-title = User messages
messages-open-count =
    { $count ->
        [0] Nothing is waiting for an answer.
        [one] One message is open.
       *[other] { $count } messages are open.
    }
messages-search = Search in messages, names and addresses
messages-status = State
messages-status-open = Open
messages-status-closed = Closed
messages-status-all = All
messages-status-deleted = Deleted
messages-reason = Reason
messages-all-reasons = All reasons
messages-platform = From
messages-all-platforms = Everywhere
messages-platform-app = App
messages-platform-web = Web
messages-message = Message
messages-name = Name
messages-received = Received
messages-email = E-mail
messages-actions = Actions
messages-organization = Organisation
messages-no-text = No text
messages-nameless = Without a name
messages-no-email = None given
messages-count =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
messages-bulk = With the selected ones:
messages-select-all = Select all on this page
messages-select-one = Select the message of { $name }
messages-close = Close
messages-open = Open again
messages-delete = Delete
messages-close-one = Close the message of { $name }
messages-open-one = Open the message of { $name } again
messages-delete-one = Delete the message of { $name }
messages-restore-one = Bring back the message of { $name }
messages-export = Download as CSV
messages-show-all = Show all messages
messages-show-open = Back to the open messages
messages-none = Nothing here
messages-none-text = When somebody writes through the contact form of the app, her message appears here.
messages-none-found = No message fits
messages-none-found-text = Change the search or the filters.
messages-none-deleted = Nothing has been deleted
messages-none-deleted-text = Deleted messages can be brought back for 30 days.
messages-trash-note = Deleted messages are kept for 30 days and then gone for good.
messages-delete-ask = Delete this message?
messages-delete-text = It can be brought back for 30 days.

# Reasons, as the app offers them.
messages-reason-report-bug = Something does not work
messages-reason-request-topic = Wish for a topic
messages-reason-problem-app = Problem with the app
messages-reason-suggestion = Suggestion
messages-reason-report-an-issue = Report of an issue
messages-reason-need-help = Needs help
messages-reason-more-information = Wants to know more
messages-reason-source-code = Wants the source code
messages-reason-other = Something else
messages-reason-unknown = None of these

# Who looks after a message, notes, answers, and how long it is kept.
messages-status-new = New
messages-status-mine = Mine
messages-language = Language
messages-all-languages = All languages
messages-from = Received from
messages-until = Received until
messages-assignee = Looked after by
messages-nobody = Nobody
messages-give = Hand over
messages-take = I take them
messages-take-it = I take it
messages-given = { $name } looks after the message.
messages-given-back = Nobody looks after the message.
messages-taken-many =
    { $count ->
        [one] You look after the message.
       *[other] You look after { $count } messages.
    }
messages-notes = Notes
messages-notes-hint = Only editors see these. Write no more about a girl than is needed; they go when the message goes.
messages-note = New note
messages-note-add = Add note
messages-note-count =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
messages-note-delete = Delete the note of { $name }
messages-noted = The note is there.
messages-note-deleted = The note is deleted.
messages-note-wrong = A note has 1 to 2,000 characters.
messages-kept = Kept
messages-kept-until = until
messages-kept-days =
    { $count ->
       *[other] Messages are kept for { $count } days and then deleted, with their notes.
    }
messages-kept-always = Messages are kept until somebody deletes them.
messages-answers = Answer
messages-answers-mail = Choose a text; it opens in your mail program, where you can change it.
messages-answers-none = No address was given, and the app cannot show answers. A text can be copied for another way to reach her, if she named one herself.
messages-answers-empty = There is no text for this language yet.
messages-answer-mail = Open as e-mail
messages-copy = Copy
messages-copied = Copied
messages-templates = Answers
messages-templates-lead = Texts that come up again and again, in both languages.
messages-templates-none = No answers yet
messages-templates-none-text = Write one for the question that comes most often.
messages-template = Answer
messages-template-new = New answer
messages-template-hint = { "{name}" } becomes the name that a message bears. One language is enough to begin with.
messages-template-title = Title
messages-template-text = Text
messages-template-save = Save
messages-template-back = Back to the answers
messages-template-changed = Changed
messages-template-saved = The answer is saved.
messages-template-deleted = The answer is deleted.
messages-template-restored = The answer is back.
messages-template-delete-ask = Delete this answer?
messages-template-no-title = Write a title.
messages-template-no-text = Write the text.
messages-template-long = This is too long. Shorten it.
messages-template-conflict = { $name } has changed this answer meanwhile. Your text is still in the form; saving it replaces hers.

# What has happened.
messages-closed = The message is closed.
messages-opened = The message is open again.
messages-closed-many =
    { $count ->
        [one] One message is closed.
       *[other] { $count } messages are closed.
    }
messages-opened-many =
    { $count ->
        [one] One message is open again.
       *[other] { $count } messages are open again.
    }
messages-deleted-many =
    { $count ->
        [one] The message is deleted.
       *[other] { $count } messages are deleted.
    }
messages-restored-many =
    { $count ->
        [one] The message is back.
       *[other] { $count } messages are back.
    }
