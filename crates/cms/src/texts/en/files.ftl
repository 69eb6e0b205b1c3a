# Why an uploaded file is not taken.
files-refused-empty = Choose a file first.
files-refused-too-large = The file is too large. It may have at most 20 MB.
files-refused-not-an-image = This is not an image that can be used. Choose a JPEG, PNG, WebP or GIF file.
files-refused-too-many-pixels = The image has too many pixels. Make it smaller and try again.
files-refused-broken = The file is damaged or incomplete. Save it again and try once more.
