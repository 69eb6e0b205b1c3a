# The translation desk.
menu-start = Work list
menu-translation = Translation
translation-start = Work list
translation-start-lead = What there is to do in { $language }.
translation-all = All translations
translation-english = English
translation-nepali = Nepali
translation-unpaired-rows =
    { $count ->
        [one] One item is in both languages, but nobody has said yet that the two belong together. Until then it counts as missing.
       *[other] Up to { $count } items are in both languages, but nobody has said yet which belong together. Until then they count as missing.
    }
translation-pair-them = Pair them
translation-returned = Came back to you
translation-review = Waiting for your review
translation-review-hint = Somebody has written this and asks for a second pair of eyes.
translation-outdated = Outdated
translation-outdated-hint = The original has changed since it was translated.
translation-missing = Missing
translation-missing-hint = The app shows this in the other language only.
translation-in-progress = In progress
translation-in-progress-hint = Begun, hidden in the app, or not yet declared done.
translation-my-drafts = Your drafts
translation-in-review = in review
translation-not-live = Not in the app
translation-not-live-hint = Stored and hidden: phones do not show these.
translation-nothing-to-do = Nothing waits
translation-nothing-to-do-hint = Everything the app shows in the other language is here too, and up to date.
translation-all-of-them = Show all { $count }
translation-coverage = Coverage
translation-covered-all = Everything is translated and up to date.
translation-covered-nearly = Nearly everything is translated and up to date.
translation-covered-most = More than half is translated and up to date.
translation-covered-some = Less than half is translated and up to date.
translation-covered-none = Nothing is translated and up to date yet.
translation-covered-rows =
    { $count ->
        [one] Counted over one item
       *[other] Counted over { $count } items
    }
translation-covered-hint = that the app shows in the other language.
translation-by-kind = Coverage by kind
translation-kind = Kind
translation-done-of-all = Done
translation-open = Covered
translation-state = State
translation-state-outdated = Outdated
translation-state-missing = Missing
translation-state-in-progress = In progress
translation-state-done = Done
translation-title = Translation
translation-lead = Every item of the other language, and how far it is in { $language }.
translation-every-kind = Every kind
translation-every-state = Every state
translation-no-source = There is nothing to translate
translation-no-source-hint = Items of the other language show up here as soon as there are any.
translation-source-not-live = Original is hidden
translation-untitled = Without a title
translation-pairing = Pair items
translation-pairing-lead = Find the two halves of an item: the same thing in English and in Nepali. The program proposes, you decide.
translation-pair-first = Items that stand under others can be proposed once those are paired. Begin with: { $kind }.
translation-proposals = Proposals
translation-proposals-hint = The sure ones are ticked already. Look at the two titles, then confirm them all at once.
translation-why = Why
translation-sure = Sure
translation-likely = Likely
translation-guess = A guess
translation-reason-emoji = same emoji
translation-reason-mark = same video, number, address or audio
translation-reason-place-in-parent = same place under the same heading
translation-reason-place = same place in the order
translation-reason-numbers = same numbers in the text
translation-reason-words = same words in Latin letters
translation-reason-traits = same answer, age or settings
translation-more-proposals =
    { $count ->
        [one] One more proposal follows when you have confirmed these.
       *[other] { $count } more proposals follow when you have confirmed these.
    }
translation-equal = The two say the same
translation-equal-hint = They count as done until one of them changes. Switch it off if the texts still have to be compared.
translation-pair-chosen = Pair the chosen ones
translation-all-paired = Nothing is left to pair
translation-all-paired-hint = Whatever is in both languages has its other half.
translation-no-proposals = Nothing to propose
translation-no-proposals-hint = None of these resemble each other enough. You can pair them by hand below.
translation-by-hand = Pair by hand
translation-pair-these = Pair these
translation-only-source =
    { $count ->
        [one] One item of the other language without a proposal
       *[other] { $count } items of the other language without a proposal
    }
translation-only-own =
    { $count ->
        [one] One item of your language without a proposal
       *[other] { $count } items of your language without a proposal
    }
translation-paired =
    { $count ->
        [one] One pair is made.
       *[other] { $count } pairs are made.
    }
translation-taken = One of these already has another half. Nothing was changed: load the page again.
translation-unpaired = The two are no longer a pair. Both are still there.
translation-other-half = Its other half
translation-no-partner = Nobody has said yet which item says the same in the other language.
translation-no-other-half = No item of the other language is without a partner.
translation-side-by-side = Side by side
translation-open-form = Open in its form
translation-unlink = These two do not belong together
translation-still-correct = Still correct
translation-confirmed = Noted: the translation still holds.
translation-done-by = Last declared done by { $editor }
translation-note = The reviewer asks:
translation-source-changed = The original has changed since it was translated. What was taken out is struck through, what is new is underlined.
translation-changed = changed
translation-differs = Not the same in the translation. If that is meant, leave it.
translation-parent-first = This stands under something that has no translation yet. Translate or pair that first: { $kind }.
translation-done-hint = "Done" means that it now says what the original says.
translation-publish = Done: publish
translation-send = Done: send for review
translation-save = Save draft
translation-exists-already = Is there a translation already?
translation-saved = The draft is saved. Phones still show what they showed before.
translation-saved-done = The draft is saved, and the translation is done. Publish it, or send it for review.
translation-unchanged = Nothing was changed.
translation-saved-unfinished = The draft is saved. It is not done yet: look at the marked fields.
translation-source-changed-meanwhile = The original was changed while you were writing. Your text is saved; look at what is marked before you call it done.
translation-sent-for-review = The draft is saved and waits for a second pair of eyes.
translation-published = The translation is in the app.
translation-four-eyes = The draft is saved. Somebody else has to publish what you wrote: send it for review.
translation-not-published = The draft is saved, but something was changed meanwhile. Open its form to publish it.
