# The three texts.
documents-about = About
documents-about-lead = What the app tells about itself, with the picture above it.
documents-privacy = Privacy policy
documents-privacy-lead = What girls and their guardians read about what happens to their data.
documents-terms = Terms and conditions
documents-terms-lead = The rules for using the app.
documents-edit = Edit
documents-go-on = Go on writing
documents-write = Write the text
documents-export = Download as JSON
documents-now = In the app now
documents-none = Nothing is written yet
documents-none-text = The app shows the text that is built into it until you publish one.
documents-odd = What is stored is not made of headings and texts, so the app may not show it. It is kept as it is.
documents-odd-edit = What is stored is not made of headings and texts. It is in the box below, so that you can make a proper text of it. The stored version is kept.
documents-empty = This version is empty. The app shows the text that is built into it.

# The banner.
documents-banner = Banner
documents-banner-alt = The present banner
documents-banner-address = The banner is at this address:
documents-banner-since = Since { $time }
documents-banner-none = There is no banner. The app shows the picture that is built into it.
documents-banner-choose = Choose a picture
documents-banner-replace = Choose another picture
documents-banner-hint = JPEG, PNG, WebP or GIF, at most 20 MB. It is made small for phones.
documents-banner-upload = Upload
documents-banner-keep = Keep as a draft
documents-banner-waits = A new banner waits
documents-banner-waits-alt = The banner that waits to be published
documents-banner-behind = Another banner was published since this one was chosen. Choose it again if it is still the right one.
documents-banner-stored = The banner is in the app now.
documents-banner-delete = Delete the banner
documents-banner-delete-ask = Delete the banner?
documents-banner-delete-text = The app falls back to the picture that is built into it. The banner can be brought back for 30 days.
documents-banner-deleted = The banner is in the trash.
documents-banner-size =
    { $count ->
       *[other] Picture of { $count } KB
    }
documents-history = History

# Versions.
documents-versions = Versions
documents-version = Version
documents-newest = In the app
documents-elsewhere = Not saved through this service
documents-by = Saved by { $editor }
documents-text = Text
documents-restore = Bring this version back
documents-restore-as-draft = Bring this version back as a draft
documents-edit-from = Edit from here
documents-compare = What differs
documents-compare-with = Compared with
documents-compare-show = Compare
documents-legend = Struck out: gone. Underlined: new.
documents-delete = Delete this version
documents-delete-ask = Delete this version?
documents-delete-only = It is the only one. The app falls back to the text that is built into it. The version can be brought back for 30 days.
documents-delete-newest = The app shows the version before it at once. It can be brought back for 30 days.
documents-delete-older = What the app shows does not change. It can be brought back for 30 days.
documents-deleted = The version is in the trash.

# The editor.
documents-edit-lead = Headings and texts, one below the other. Line breaks are kept.
documents-heading = Heading
documents-content = Text
documents-block-number = Block { $number }
documents-type-number = Kind of block { $number }
documents-text-number = Text of block { $number }
documents-up = Move up
documents-down = Move down
documents-remove = Remove
documents-up-number = Move block { $number } up
documents-down-number = Move block { $number } down
documents-remove-number = Remove block { $number }
documents-add-content = Text below
documents-add-heading = Heading below
documents-below-number = (block { $number })
documents-cancel = Cancel
documents-keys = Enter in a heading, or Ctrl and Enter in a text, adds a block. Backspace in an empty block removes it. The arrow keys go on into the next block.
documents-empty-error = Write something first. With an empty text the app would fall back to its built-in one.
documents-too-many-error = A text has at most 500 blocks.

# Before it goes out.
documents-confirm = Publish this?
documents-confirm-text = Everybody who opens the app gets the new version at once. Earlier versions are kept.
documents-changes = What changes
documents-publish = Publish now
documents-back = Go on editing
documents-unchanged = Nothing has changed, so nothing was published.
documents-saved = The new version is in the app.
documents-conflict = Somebody else has published meanwhile
documents-conflict-text = Nothing of yours is lost. Compare both texts; then publish yours, go on editing it, or leave theirs.
documents-theirs = In the app now
documents-mine = Yours
documents-publish-mine = Publish mine instead
documents-take-theirs = Leave theirs and throw mine away
