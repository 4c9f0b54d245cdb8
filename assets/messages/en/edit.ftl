### Editing, saving, recovering.

edit-same = Nothing changed.
edit-no-record = There is no { $noun } with the id “{ $id }”.
edit-taken = There is already a { $noun } with the id “{ $id }”; choose another.
edit-no-id = Every record needs an id.
deed-field = change “{ $field }” of { $name }
deed-fields = change { $n } fields of { $name }
deed-added = add { $name } ({ $noun })
deed-removed = remove { $name } ({ $noun })
deed-renamed = change the id of { $name } ({ $noun })
deed-header-field = change “{ $field }” of the portfolio
deed-header = change what the portfolio says of itself
deed-several = { $n ->
    [one] change one record
   *[other] change { $n } records
 }
set-no-field = There is no field “{ $field }” here.
set-bad-field = Field { $field }: { $what }
not-saved-portfolio = { $file } was not saved: { $why } Your work is still here.
not-saved-changed = another program changed the file since it was opened. You can save under another name, or look at what changed.
not-saved-read-only = the file or the disk is read-only. Save under another name.
not-saved-denied = you have no permission to write there. Save in another folder.
not-saved-no-folder = the folder is no longer there (was the disk unplugged?). Save in another folder, or plug it in again.
not-saved-full = the disk is full. Make room, or save on another disk.
not-saved-name = the name is too long for the system.
not-saved-busy = another window is saving it and does not finish. Try again.
not-saved-not-as-meant = the text would not be read as it is meant. That is a fault of Atalaya: save under another name and tell us.
not-saved-not-flushed = the new text is written, but the disk does not confirm that it would survive a power cut. The system says: { $why }.
recovery-not-kept = What you edit could not be kept safe; save soon. The system says: { $why }
edit-no-file = The portfolio has no file yet: type “save PATH”.
edit-nothing-kept = There is no kept work of this file.
edit-left = There is unsaved work of this file ({ $at }): { $n ->
    [one] 1 record
   *[other] { $n } records
 }. Type “recover” to take it or “discard” to give it up.
edit-not-saved = What was edited was not saved; it is kept for the next time.
edit-unknown-command = There is no command “{ $found }”; see docs/COMMAND-LINE.md.
edit-unknown-list = There is no list “{ $found }”. There are: { $known }.
edit-too-few = “{ $command }” needs more words.
edit-too-many = “{ $command }” does not take so many words.
