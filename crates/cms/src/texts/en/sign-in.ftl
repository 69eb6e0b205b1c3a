sign-in-title = Sign in
sign-in-username = Name
sign-in-password = Password
sign-in-button = Sign in
sign-in-wrong = The name or the password is wrong.
sign-in-too-often = Too many tries. Wait a while, then try again.
