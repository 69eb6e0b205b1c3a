sign-in-title = साइन इन
