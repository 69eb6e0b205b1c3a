# What to look at before publishing.
checklist = Before publishing
checklist-good = Good:
checklist-look = To look at:
checklist-wrong = Wrong:
checklist-fields = Every field is filled in and fits.
checklist-picture = The picture is one that phones can show.
checklist-behind = The published text was changed since this draft was begun.
checklist-translation-done = The other language says the same.
checklist-translation-outdated = The translation is outdated: its source was published anew since.
checklist-translation-in-progress = The translation is in progress.
checklist-translation-missing = There is no translation yet.
checklist-audio = There is a recording.
checklist-no-audio = There is no recording yet.
checklist-audio-of-another-text = The text changes, and its recording says the old one.
checklist-right-answer = The right answer is “{ $answer }”.
checklist-unreachable = Nobody is ever asked question { $numbers }.
checklist-answered = Girls have answered questions that change or go. Their answers would stand beside the new words; a new survey is better.
checklist-stuck =
    { $count ->
        [one] A mark sticks to an address, and the app takes it for a part of it.
       *[other] { $count } marks stick to addresses, and the app takes them for parts of them.
    }
checklist-ask-links =
    { $count ->
        [one] Check the link
       *[other] Check { $count } links
    }
checklist-link-alive = There is a page.
checklist-link-moved = It leads on to another address.
checklist-link-dead = There is nothing any more.
checklist-link-unclear = No clear answer. Try it yourself.
checklist-link-not-public = This is no address on the open internet.
