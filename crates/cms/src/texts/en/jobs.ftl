# Long work and its progress.
job-list-title = Background work
job-list-lead = Work that takes a while and goes on by itself.
job-list-none = Nothing has been started yet
job-list-empty = Imports, exports and notifications that take a while appear here.
job-column-what = Work
job-column-state = State
job-column-who = Started by
job-column-when = Started
job-finished = Ended

job-state-queued = Waiting to start
job-state-waiting = Waiting for the next try
job-state-running = In progress
job-state-stopping = Stopping
job-state-done = Done
job-state-failed = Failed
job-state-cancelled = Called off

job-progress = Progress
job-may-leave = You can leave this page or close the browser. The work goes on, and this address shows where it stands.
job-download = Download the file
job-cancel = Call it off
job-retry = Start again

job-database-away = The database could not be reached. It is tried again in a moment.
job-broken = Something went wrong on our side. Start it again; if it stays, tell the developers.
job-abandoned = The service was stopped several times while this was in progress, so it was given up. You can start it again.
job-of-another-version = Work of another version of this service
