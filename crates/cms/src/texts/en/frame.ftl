# The frame around every page.
app-name = PeriodTracker Nepal
sign-out = Sign out

# Failures.
error-bad-request = The request could not be read. Go back and try again.
error-forbidden = Your role does not allow this. Ask an administrator if you need it.
error-not-found = There is nothing at this address. It may have been deleted, or belong to another language.
error-conflict = Somebody else has changed this meanwhile.
error-too-many-requests = Too many tries. Wait a little, then try again.
error-unavailable = The database cannot be reached right now. Nothing was lost; try again in a moment.
error-internal = Something went wrong on our side. Try again; if it stays, tell the developers.

# The top bar.
skip-to-content = Skip to the content
menu = Menu
close-menu = Close the menu
working-language = Content language
working-language-hint = Which language's content you see and write.
appearance = Language and appearance
interface-language = Language of these pages
theme = Appearance
theme-auto = As on my device
theme-light = Light
theme-dark = Dark
my-account = My account
role-super-admin = Super admin
role-admin = Admin
role-content-manager = Content manager
free-software = Free software under the AGPL
source-code = Source code
revision = Revision

# The menu.
menu-content = Content
menu-encyclopedia = Encyclopedia
menu-categories = Categories
menu-videos = Videos
menu-quizzes = Quizzes
menu-facts = Did you know
menu-avatar-messages = Avatar messages
menu-surveys = Surveys
menu-help-centers = Help centers
menu-help-center-attributes = Attributes
menu-trash = Trash
menu-texts = Texts
menu-about = About
menu-privacy = Privacy policy
menu-terms = Terms and conditions
menu-app = App
menu-notifications = Notifications
menu-messages = User messages
menu-statistics = Statistics
menu-data = Data
menu-jobs = Background work
menu-admin = Administration
menu-editors = Editors
menu-audit = Audit log

# What pages are built of.
breadcrumbs = Where you are
optional = (optional)
form-errors =
    { $count ->
        [one] One field needs another look. Nothing has been saved yet.
       *[other] { $count } fields need another look. Nothing has been saved yet.
    }
at-most-characters = at most { $count } characters
live = Live
not-live = Not live
table = Table
search = Search
clear = Clear
pages = Pages of the list
previous-page = Previous page
next-page = Next page
request-failed = That did not reach the server, or it refused. Reload the page and try again.
session-ended = Your session has ended. What you have typed is still here: sign in again in another tab, then go on in this one.
session-sign-in-again = Sign in in a new tab
order-changed = The order has changed and is not saved yet.
save-order = Save the order
to-first-page = To the first page

# How long ago.
age-now = just now
age-minutes =
    { $count ->
        [one] a minute ago
       *[other] { $count } minutes ago
    }
age-hours =
    { $count ->
        [one] an hour ago
       *[other] { $count } hours ago
    }
age-days =
    { $count ->
        [one] a day ago
       *[other] { $count } days ago
    }
