# Who else is on an item.
presence-here = { $name } has this open too
presence-on-list = { $name } has this open

# What is typed is kept.
autosave-saving = Saving…
autosave-saved = Saved as a draft at { $time }
autosave-kept = Not saved yet. What you type is kept in this browser until it is saved or you sign out.
autosave-offline = No connection: not saved. What you type is kept in this browser, and saved when the connection is back.
autosave-signed-out = Your session has ended: not saved. What you type is kept in this browser and offered again after you have signed in.
autosave-conflict = { $name } saved another version at { $time }. Saving by itself has stopped, and what you type is kept in this browser.
autosave-conflict-outside = This was published or changed meanwhile. Saving by itself has stopped, and what you type is kept in this browser.
autosave-compare = Compare and decide
autosave-refused = Not saved: the server does not take it. What you type is kept in this browser.
autosave-differs = It differs in: { $fields }
autosave-offer = You typed something here on { $time } that was not saved. Do you want it back?
autosave-offer-fields = It differs in: { $fields }
autosave-offer-old = Somebody has saved another version since. If you take yours, both are shown side by side before anything is overwritten.
autosave-take = Take mine back
autosave-drop = Throw it away
autosave-taken = What you typed is back. It is not saved yet.
