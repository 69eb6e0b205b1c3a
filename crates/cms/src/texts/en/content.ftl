# The kinds of content.
kind-article-many = Encyclopedia
kind-article-lead = The articles that girls read in the app.
kind-article-new = New article
kind-article-none = No articles yet
kind-article-none-hint = An article belongs to a subcategory. Make categories and subcategories first, then write.
kind-category-many = Categories
kind-category-lead = The topics of the encyclopedia. Each has an emoji and a short tag.
kind-category-new = New category
kind-category-none = No categories yet
kind-category-none-hint = Articles are sorted into categories and subcategories. Begin with a category.
kind-subcategory-many = Subcategories
kind-subcategory-lead = The second level of the encyclopedia: articles belong to one of these.
kind-subcategory-new = New subcategory
kind-subcategory-none = No subcategories yet
kind-subcategory-none-hint = Each category needs at least one before articles can be written for it.
kind-video-many = Videos
kind-video-lead = Videos on YouTube or built into the app.
kind-video-new = New video
kind-video-none = No videos yet
kind-video-none-hint = Add one by its address on YouTube, or by the name of a file inside the app.
kind-quiz-many = Quizzes
kind-quiz-lead = A question with three options, one of them right.
kind-quiz-new = New quiz
kind-quiz-none = No quizzes yet
kind-quiz-none-hint = Write a question, three options, and what the app says to a right and a wrong answer.
kind-did-you-know-many = Did you know
kind-did-you-know-lead = Short facts that the app shows one at a time.
kind-did-you-know-new = New fact
kind-did-you-know-none = No facts yet
kind-did-you-know-none-hint = Write a title and one or two sentences.
kind-avatar-message-many = Avatar messages
kind-avatar-message-lead = What the girl's own figure says to her.
kind-avatar-message-new = New message
kind-avatar-message-none = No messages yet
kind-avatar-message-none-hint = One friendly sentence is enough.
kind-help-center-many = Help centers
kind-help-center-lead = Places and numbers that help, in the order in which the app shows them.
kind-help-center-new = New help center
kind-help-center-none = No help centers yet
kind-help-center-none-hint = Add a helpline or a clinic with a number that somebody answers.
kind-help-center-attribute-many = Attributes of help centers
kind-help-center-attribute-lead = What a help center offers, such as counselling, with an emoji.
kind-help-center-attribute-new = New attribute
kind-help-center-attribute-none = No attributes yet
kind-help-center-attribute-none-hint = Every help center needs one as its main attribute.

# Fields.
field-article_heading = Title
field-category = Category
field-subcategory = Subcategory
field-article_text = Text
field-ageRestrictionLevel = Age
field-contentFilter = Content filter
field-live = Live
field-isActive = Live
field-shown = Offered
field-title = Title
field-primary_emoji = Emoji
field-primary_emoji_name = Tag
field-parent_category = Category
field-youtubeId = YouTube
field-assetName = File in the app
field-topic = Topic
field-question = Question
field-option1 = Option 1
field-option2 = Option 2
field-option3 = Option 3
field-right_answer = Right answer
field-right_answer_response = Reply to the right answer
field-wrong_answer_response = Reply to a wrong answer
field-content = Text
field-message = Message
field-caption = Description
field-contactOne = Phone
field-contactTwo = Second phone
field-address = Address
field-website = Websites
field-isAvailableNationwide = For all of Nepal
field-region = Country
field-subRegion = Provinces
field-primaryAttributeId = Main attribute
field-otherAttributes = Further attributes
field-name = Name
field-emoji = Emoji
field-voiceOverKey = Audio

# Hints below fields.
hint-emoji = One emoji.
hint-tag = The short word that the app shows beside the emoji.
hint-article-text = Plain text. An empty line begins a new paragraph.
hint-youtube = The address of the video, or its id. Leave it empty for a video inside the app.
hint-asset = The name of a video file that is built into the app.
hint-age = The app hides the article from younger readers, and from those without a profile.
hint-age-hidden = Today's app hides whatever has an age here from everybody.
hint-website = One address a line, beginning with https://.
hint-nationwide = Then it belongs to no province.
hint-provinces = None chosen means all of the country.
hint-live = Phones show it within seconds.

# What is wrong.
problem-required = Fill this in.
problem-too-long = { $length } characters; at most { $limit } fit.
problem-not-a-choice = Choose one of the list.
problem-not-one-emoji = Put exactly one emoji here.
problem-other-category = This subcategory belongs to another category.
problem-one-is-needed = Fill in one of YouTube and the file in the app.
problem-not-youtube = This is neither the address nor the id of a video on YouTube.
problem-not-web-address = Each line must be an address that begins with https:// or http://.
problem-same-option = This reads like another option.
problem-taken = Another one in this language has it already.

# Lists.
content-all = All
content-count =
    { $count ->
        [one] 1 item
       *[other] { $count } items
    }
content-none-found = Nothing found
content-none-found-hint = Search for something shorter, or take the filters away.
content-with-chosen = chosen:
content-all-found = all { $count } of this list
content-make-live = Make live
content-make-not-live = Hide from the app
content-choose-all = Choose all on this page
content-choose-this = Choose { $heading }
content-actions = Actions
content-edit-this = Edit { $heading }
content-hide-this = Hide { $heading } from the app
content-show-this = Make { $heading } live
content-delete-this = Delete { $heading }
content-has-audio = Has audio
content-has-no-audio = No audio
content-for-everybody = Everybody
content-from-age = { $count } and older
content-filter-number = Filter { $count }
content-option-number = Option { $count }

# Forms.
content-choose = Choose…
content-edit = Edit
content-cancel = Cancel
content-history = History
content-delete = Delete
content-saved = Saved: { $heading }
content-conflict = Somebody else has changed this while you were writing
content-conflict-hint = Your text is in the form below and is not saved. Struck out is what is stored now, underlined is yours. Take over what you need, then save to write over the stored text.
content-take-theirs = Drop mine and take the stored text
content-now-live = Live in the app: { $heading }
content-not-live-now = Hidden from the app: { $heading }

# Deleting.
content-delete-question = Delete “{ $heading }”?
content-delete-hint = It goes to the trash and can be brought back for 30 days.
content-subcategories-go =
    { $count ->
        [one] 1 subcategory goes with it.
       *[other] { $count } subcategories go with it.
    }
content-articles-go =
    { $count ->
        [one] 1 article goes with it.
       *[other] { $count } articles go with it.
    }
content-deleted = Deleted: { $heading }
content-deleted-with-others = { $count } items deleted together
content-deleted-many =
    { $count ->
        [one] 1 item deleted
       *[other] { $count } items deleted
    }
content-undo = Undo
content-changed-before-delete = Somebody has changed this meanwhile. Look at it again before you delete it.
content-last-live-title = This leaves nothing live
content-last-live = It is the last one of its kind that the app shows in this language. Without any, the app falls back to the texts that are built into it.
content-go-on = Go on all the same

# Many at once.
content-nothing-chosen = Choose some rows first.
content-live-many =
    { $count ->
        [one] 1 item is live
       *[other] { $count } items are live
    }
content-hidden-many =
    { $count ->
        [one] 1 item is hidden from the app
       *[other] { $count } items are hidden from the app
    }

# Order.
content-order = Order
content-order-hint = Drag the rows, or use the arrows. The app shows them in this order.
content-order-saved = The new order is saved.
content-order-history = History of the order
content-order-history-hint = Who has moved what. Any order can be brought back.
content-no-order-history = Nobody has changed the order yet
content-no-order-history-hint = From the next change on, you find here what moved.
content-order-moved =
    { $count ->
        [one] 1 row moved
       *[other] { $count } rows moved
    }
content-order-move = from place { $from } to place { $to }
content-order-gone = (deleted since)
content-restore-order = Bring this order back
content-order-restored = The order is as it was then.
content-back-to-list = Back to the list
content-drag-this = Drag { $heading }
content-up = Move { $heading } up
content-down = Move { $heading } down

# History.
content-as-now = as it is now
content-restore = Set back to this
content-restored = Set back.
content-changed-before-restore = Somebody has changed this meanwhile. Look again before you set it back.
content-somebody-outside = Outside the cms
content-no-history = No changes yet
content-no-history-hint = From the next change on, you find here what was before.
content-older = Older
action-create = Written
action-update = Changed
action-delete = Deleted
action-restore = Set back
action-reorder = Put in order
action-outside = Changed outside the cms

# Trash.
content-trash = Trash
content-trash-hint = What was deleted stays here for { $count } days.
content-trash-empty = The trash is empty
content-trash-empty-hint = Whatever is deleted can be brought back from here.
content-item = Item
content-kind = Kind
content-deleted-by = Deleted
content-and-others =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
content-bring-back = Bring back
content-undone =
    { $count ->
        [one] It is back.
       *[other] { $count } items are back.
    }
table-article = Article
table-category = Category
table-subcategory = Subcategory
table-video = Video
table-quiz = Quiz
table-did_you_know = Fact
table-avatar_messages = Avatar message
table-help_center = Help center
table-help_center_attribute = Attribute
table-survey = Survey
table-about = About
table-privacy_policy = Privacy policy
table-terms_and_conditions = Terms and conditions
table-about_banner = About banner
table-notification = Push notification
table-permanent_notification = Permanent alert
table-suggestion = User message
