# Draft, review, publish.
drafts-save = Save draft
drafts-save-close = Save draft and close
drafts-save-another = Save draft and write another
drafts-submit = Send for review
drafts-publish = Publish
drafts-store-hidden = Store without showing it
drafts-side = Beside the text
drafts-saved = Draft saved: { $heading }. Phones still show what was published.
drafts-published = Published: { $heading }
drafts-submitted = Waits for a second pair of eyes: { $heading }
drafts-given-back = Given back. Whoever opens it next reads your note.
drafts-discarded = The draft was thrown away. Its text is kept in the history.
drafts-unchanged = Nothing was changed.
drafts-unchanged-hidden = Nothing was changed. It is not live so far.
drafts-show-now = Make it live
drafts-changed = Somebody else has saved this draft meanwhile. Read it again first.
drafts-behind-flash = What the app shows was changed since this draft was begun. Look at the change, then save the draft and publish.
drafts-needs-another = Saved. Somebody else has to publish what you wrote: send it for review.
drafts-waits-for-another = Somebody else has to look at it and publish it, since you wrote it.
drafts-not-in-app = Not in the app yet
drafts-draft = Draft
drafts-in-review = In review
drafts-new = New
drafts-saved-by = saved by { $editor }
drafts-note = The reviewer asks:
drafts-note-label = What is to be done
drafts-give-back = Give back
drafts-review-title = Review
drafts-review-hint = Read what changes, then publish it, or give it back with a note.
drafts-discard = Throw the draft away
drafts-discard-hint = What is published stays. The draft is kept in the history.
drafts-in-app = In the app
drafts-hide-hint = Gone from every phone at its next look, and kept here.
drafts-behind = The published text was changed since this draft was begun
drafts-behind-hint = Struck out is what was published then, underlined is what is published now. Take over what you need; saving the draft says that you have seen it.
drafts-changes =
    { $count ->
        [one] One field of what phones show changes
       *[other] { $count } fields of what phones show change
    }
drafts-queue = Drafts and reviews
drafts-queue-lead = What is written and not yet in the app.
drafts-state = State
drafts-filter = Show
drafts-by = Saved
drafts-none = Nothing is under way
drafts-none-hint = Every text is published as it is.
drafts-waiting =
    { $count ->
        [one] One is written and not in the app yet:
       *[other] { $count } are written and not in the app yet:
    }
drafts-history = Drafts
drafts-take-back = Take this text back as a draft
drafts-taken-back = The earlier text is a draft again.
drafts-action-save = Saved
drafts-action-submit = Sent for review
drafts-action-give-back = Given back
drafts-action-discard = Thrown away
drafts-action-publish = Published
menu-drafts = Drafts and reviews
