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
messages-select = Selection
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
