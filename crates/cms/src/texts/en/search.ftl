# Search over all content.
search-title = Search
search-lead = Looks through all content, live or not, and through drafts.
search-words = Words
search-words-hint = All words must be there; the beginning of a word is enough. Put "a phrase" in quotation marks, and a minus before a word that must not be there. Nepali words are also found in Latin letters.
search-language = Language
search-both-languages = Both languages
search-only = Only what is
search-no-audio = Without audio
search-not-live = Not live
search-too-long = Too long
search-outdated = Translation outdated
search-with-draft = With a draft
search-in-draft = In the draft
search-has-draft = Has a draft
search-begin = What are you looking for?
search-begin-hint = Type some words, or tick what you want to see. From any page, the key / leads to the search box.
search-all-kinds = All
search-kinds = Kinds
search-similar = Nothing has exactly these words. These are similar:
search-count = { $count ->
    [one] { $count } result
   *[other] { $count } results
    }
search-none = Nothing found
search-none-hint = Try fewer words, or untick a box.
search-keep = Save this search
search-name = Name
search-saved = “{ $name }” is saved.
search-saved-title = Saved searches
search-forget = Forget “{ $name }”
search-forgotten = The saved search is gone.
search-name-wrong = A saved search needs a name of at most { $count } characters.
search-too-many = You can save { $count } searches. Delete one first.
search-everything = Search all content (press /)
