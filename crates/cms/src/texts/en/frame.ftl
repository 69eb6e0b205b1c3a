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
