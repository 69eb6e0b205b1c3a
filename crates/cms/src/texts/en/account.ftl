# One's own account, and links that set a password.
account-title = My account
account-lead = Your password, codes for signing in, and the browsers you are signed in with.
account-password-title = Password
account-old-password = Present password
account-new-password = New password
account-password-hint = At least 12 characters. Several words are easy to remember and hard to guess. Pasting from a password manager works.
account-password-button = Change the password
account-password-changed = Your password is changed. You are signed out everywhere else.
account-password-too-short = It needs at least 12 characters.
account-password-too-long = It is too long: 72 bytes at most, which are 72 Latin or 24 Nepali letters.
account-password-too-common = It is made of words or rows of keys that are guessed first. Add some words of your own.
account-password-old-wrong = This is not your present password.
account-password-same = This is the password you already have.
account-two-step-title = Codes for signing in
account-two-step-on = Signing in asks for a code from your phone.
account-two-step-off = Signing in asks for your password alone. With codes, nobody who learns it gets in.
account-two-step-required = Your role has to sign in with codes. Set them up to go on.
account-two-step-set-up = Set up codes
account-two-step-begin = Begin
account-two-step-how = You need an app that makes codes, such as Aegis, Google Authenticator or FreeOTP, on your phone.
account-two-step-scan = Read this picture with the app.
account-two-step-type = If your phone cannot read it, type this key into the app:
account-two-step-code = Code that the app shows
account-two-step-confirm = Switch codes on
account-two-step-wrong = The code does not match. Check that the clock of your phone is right, and try the next code.
account-two-step-turn-off = Switch codes off
account-two-step-turned-off = Signing in does not ask for codes any more.
account-two-step-failed = The password or the code is wrong.
account-recovery-title = Your recovery codes
account-recovery-lead = Each of them signs you in once when your phone is lost. They are shown only now: print them or write them down, and keep them where nobody else looks.
account-recovery-done = I have kept them
account-recovery-left =
    { $count ->
        [one] One recovery code is left.
       *[other] { $count } recovery codes are left.
    }
account-recovery-new = Make new recovery codes
account-sessions-title = Where you are signed in
account-sessions-this = This browser
account-sessions-browser = Browser
account-sessions-since = Since
account-sessions-seen = Last used
account-sessions-end = Sign out there
account-sessions-end-others = Sign out everywhere else
account-sessions-ended = You are signed out there.
account-language-switched = You are working in { $name } now.

# A link that sets a password.
reset-title = Choose a password
reset-lead = For { $name }.
reset-button = Set the password
reset-done = Your password is set. Sign in with it.
reset-over = This link has been used already, or its time is over. Ask for a new one.
reset-to-sign-in = To the sign-in page
