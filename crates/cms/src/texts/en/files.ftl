# Why an uploaded file is not taken.
files-refused-empty = Choose a file first.
files-refused-too-large = The file is too large. It may have at most 20 MB.
files-refused-not-an-image = This is not an image that can be used. Choose a JPEG, PNG, WebP or GIF file.
files-refused-too-many-pixels = The image has too many pixels. Make it smaller and try again.
files-refused-broken = The file is damaged or incomplete. Save it again and try once more.
files-refused-not-audio = This is not a recording that phones can play. Choose an MP3, M4A, AAC, Ogg, Opus or WAV file.
files-refused-too-short = The recording is shorter than one second. Choose another one.
files-refused-too-long = The recording is longer than 30 minutes. Make it shorter and try again.

# When files cannot be reached at the moment. Nothing was changed then.
files-storage-away = Files cannot be stored at the moment. Nothing was changed. Please try again in a minute.

# The panel with the audio of an article.
files-voice-over = Audio
files-voice-over-player = Audio of { $title }
files-voice-over-address = The file that phones play
files-voice-over-none = This article has no audio yet.
files-voice-over-choose = Add a recording
files-voice-over-replace = Replace the recording
files-voice-over-hint = MP3, M4A, AAC, Ogg, Opus or WAV; one second to 30 minutes; at most 20 MB. M4A and MP3 play on every phone.
files-voice-over-kept = The present recording can be brought back from the history for 30 days.
files-voice-over-upload = Upload
files-voice-over-sending = Sending the recording
files-voice-over-remove = Remove the audio
files-voice-over-remove-question = Remove the audio of this article?
files-voice-over-stored = The audio is stored.
files-voice-over-removed = The audio is removed.

# Articles that have no audio.
files-encyclopedia = Encyclopedia
files-without-audio = Articles without audio
files-without-audio-lead = Girls who read little depend on recordings. What the app shows comes first.
files-without-audio-search = Search in titles
files-without-audio-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
files-all-spoken = Every article has audio
files-all-spoken-text = There is nothing to record. New articles will appear here.
files-nothing-found = Nothing found
files-nothing-found-text = No article without audio has this in its title.
files-show-all = Show all
files-article = Article
files-category = Category
files-state = State
files-actions = Actions
files-add-audio = Add audio
