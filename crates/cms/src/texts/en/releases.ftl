# Releases.
menu-releases = Releases
release-many = Releases
release-lead = Texts that appear in the app at one moment, and can be taken back together.
release-name = Name
release-new = New release
release-new-name = Name of a new release
release-one = Release
release-add = Add to the release
release-together = Publish together with others
release-when = When
release-at = Date and time in Nepal
release-schedule = Publish at this time
release-items = Items
release-by = Made by
release-language = Language
release-next = What next
release-none = No releases yet
release-none-hint = Put several drafts together and publish them at one moment.
release-empty = Nothing is in it yet
release-empty-hint = Open a draft and choose “Publish together with others”.
release-item-changed = Draft was saved again
release-remove = Take { $heading } out of the release
release-publish-all = Publish all of it now
release-pinned = The drafts are published as they were when the time was chosen. If one of them is saved again before, nothing is published and you are told.
release-cancel = Cancel the appointed time
release-roll-back = Take it all back
release-roll-back-hint = Phones then show what they showed before, and these texts are drafts again.
release-was-rolled-back = It was taken back. Its texts are drafts again.
release-delete = Delete the release
release-obstacles = Nothing was published, because:
release-obstacle-gone = there is no draft of it any more
release-obstacle-changed = its draft was saved again since
release-obstacle-behind = the published text was changed since the draft was begun
release-obstacle-four-eyes = who wrote it cannot publish it
release-obstacle-wrong = something in it is wrong
release-state-open = Being put together
release-state-scheduled = Scheduled
release-state-published = Published
release-state-rolled-back = Taken back
release-state-failed = Not published
release-created = The release is there. Open drafts and add them to it.
release-added = Added to the release.
release-removed = Taken out of the release. Its draft stays.
release-scheduled = It will be published on { $when }.
release-no-time = Choose a time that lies in the next year.
release-cancelled = The time was taken back. Nothing will be published by itself.
release-deleted = The release was deleted. Its drafts stay.
release-not-ready = That cannot be done with this release now.
release-published-now =
    { $count ->
        [one] One text is published.
       *[other] { $count } texts are published together.
    }
release-rolled-back =
    { $count ->
        [one] One text was taken back.
       *[other] { $count } texts were taken back.
    }
release-changed-since =
    { $count ->
        [one] One of its texts was changed since, or others belong to it. Nothing was taken back.
       *[other] { $count } of its texts were changed since, or others belong to them. Nothing was taken back.
    }
release-refused =
    { $count ->
        [one] One text cannot be published as it is, so none was.
       *[other] { $count } texts cannot be published as they are, so none was.
    }
release-job = Publish a release
release-done =
    { $count ->
        [one] One text was published.
       *[other] { $count } texts were published.
    }
release-not = The time was taken back or changed, so nothing was to be done.
release-failed =
    { $count ->
        [one] Nothing was published: one text could not be.
       *[other] Nothing was published: { $count } texts could not be.
    }
release-to-page = To the release
