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
set-no-field-but = There is no field “{ $field }” here. There are: { $known }.
set-bad-field = Field { $field }: { $what }
not-saved-portfolio = { $file } was not saved: { $why } Your work is still here.
not-saved-changed = another program changed the file since it was opened. You can save under another name, or look at what changed.
not-saved-read-only = the file or the disk is read-only. Save under another name.
not-saved-denied = you have no permission to write there. Save in another folder.
not-saved-no-folder = the folder does not exist or is gone (was the disk taken out?). Save in another folder, or connect it again.
not-saved-a-folder = a folder has that name. Save under another name.
not-saved-system = the system says: { $why }
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
edit-unknown-command = There is no command “{ $found }”. There are: { $known }. How each is written: help.
edit-unknown-list = There is no list “{ $found }”. There are: { $known }.
edit-too-few = “{ $command }” lacks something. It is written like this: { $usage }{ $command ->
    [set] . For example: set projects senderos acronym "SEN". To leave the field without data: unset LIST ID FIELD.
    [head] . For example: head currency "USD". To leave the field without data: unhead FIELD.
   *[other] .
 }
edit-too-many = The line has one thing too many. It is written like this: { $usage }.

verb-new = New portfolio
verb-save = Save
verb-save-as = Save as…
verb-undo = Undo
verb-redo = Redo
verb-of = { $verb }: { $deed }
verb-history = History of changes…
verb-edit-record = Edit the record
verb-new-project = New project
verb-copy-record = Duplicate the record
verb-remove-record = Remove the record…
verb-records = All records…
verb-edit-portfolio = About this portfolio…
copy-name = Copy of { $title }
copy-begun = You are editing a copy: the published portfolio stays as it was. Save it under a name of your own (File, Save as).
new-portfolio-title = New portfolio
new-project-name = Project without a name
new-record-name = Without a name
saved-portfolio = { $file } was saved.
saved-with-backup = { $file } was saved. The former version is in { $backup }.
saved-rewritten = These records were written anew as a whole, without what this version does not know: { $ids }.
recovered = { $n ->
    [one] 1 unsaved record was
   *[other] { $n } unsaved records were
 } recovered. Look at it and save, or undo.
recovered-nothing = The file already had everything that was kept.
recovery-found = There is unsaved work of “{ $name }” ({ $at }): { $n ->
    [one] 1 record
   *[other] { $n } records
 }: { $names }
recovery-removed = removed: { $id }
recovery-take = Recover
recovery-give-up = Discard
merged-outside = The file was opened as it is now, and your changes were made in it again. Look at it and save, or undo.
outside-changed = Another program changed “{ $file }” since it was opened.
outside-gone = “{ $file }” is no longer where it was. Its contents are still open here; save it again or under another name.
outside-reload = Open it again
outside-reload-lose = Open it again and lose my changes
outside-keep = Go on with mine
outside-compare = See what changed
outside-merge = Open it and make my changes again
unsaved-title = Save the changes of { $name }?
unsaved-quit = If you do not, they are lost when the window closes.
unsaved-other = If you do not, they are lost when another portfolio opens.
unsaved-give-up = Do not save
status-saving = Saving…
status-unsaved = Not saved
status-reindexing = Updating the views…
dialog-none = There is no place to save: the system showed no dialog and your documents folder was not found.
edit-title = { $name } ({ $noun })
edit-done = Done
edit-id = Id
edit-id-taken = That id belongs to another record.
edit-add = Add
edit-take-out = Take out: { $name }
edit-look-for = Look for a name or id
edit-none-found = There is none.
edit-make = Make “{ $name }”
edit-unsourced = no source
edit-share-left = { $left }% left to 100%
edit-not-possible = It cannot stay like this; what was there is kept.
edit-hidden = Holds letters that cannot be seen: { $list }
edit-scope-country = The country alone
edit-scope-several = Several countries
edit-attribution-named = The source names the project
edit-attribution-matched = Joined to the project here
lang-es = Spanish
lang-en = English
history-start = As it was opened
remove-text = Remove “{ $name }” ({ $noun })? { $n ->
    [0] No other record refers to it.
    [one] One record refers to it:
   *[other] { $n } records refer to it:
 }
remove-record = Remove
remove-with-references = Remove it, and the references too
remove-only = Remove it, and leave the references as problems
records-list = { $list ->
    [reported_totals] Reported totals
    [themes] Thematic areas
    [topics] Topics
    [sectors] Sectors
    [supports] Groups supported
    [places] Places
    [organizations] Organisations
    [sources] Sources
    [projects] Projects
    [events] Events
   *[continuity] What came after
 } ({ $n })
records-new = Add ({ $noun })
problem-edit = Edit
problem-edit-name = Edit { $name }
problem-repair = Repair: take the reference out
problem-repair-twice = Repair: take the repetition out
rescue-title = Something failed in Atalaya
rescue-kept = What you had not saved is kept ({ $path }); if you close, it is offered at the next start.
rescue-nothing-unsaved = There was nothing unsaved: your files are as you left them.
rescue-log = Which part failed is in a log (log.txt, beside what is kept), without any of your data: you can send it with your report.
rescue-go-on = Go on
rescue-close = Close
merged-conflicts = { $n ->
    [one] One record changed here and in the file as well
   *[other] { $n } records changed here and in the file as well
 }: { $names }. Where it was the same field, yours stands; choose for each which shall stay.
edit-whole = Edit the whole record
edit-version = The version of the format is not changed by hand.
edit-exists = { $file } is already there: choose another name, or delete it first.
edit-not-text = A line is not text in UTF-8; it was passed over.
edit-unread = The file already has a { $noun } with the id “{ $id }” that could not be read: mend it there first (atalaya check says in which line).

conflicts-title = Your changes and those of others
conflicts-intro = These details were changed here and in the other version as well. For now what you changed stands; choose for each which shall stay. Every choice can be undone.
conflicts-none = Nothing is left to decide.
conflicts-gone = The record { $id } is no longer there.
conflicts-all-mine = All as I changed it
conflicts-all-theirs = All as in the other version
conflicts-done = Done
conflict-mine = Here: { $value }
conflict-theirs = In the other version: { $value }
edit-no-step = There is nothing to undo or redo.
edit-left-referring = { $n ->
    [one] One record still refers to { $id }
   *[other] { $n } records still refer to { $id }
}: “check” says which; “remove … with-references” takes those out as well.

conflicts-title-brought = Details that say otherwise
conflicts-intro-brought = These details are others in { $name }. For now what was there stands; choose for each which shall stay. Every choice can be undone.
conflicts-all-was = All as it was
conflicts-all-brought = All as in { $name }
conflict-was = It was: { $value }
conflict-brought = In { $name }: { $value }
not-saved-failed = it could not be finished: Atalaya failed while saving. Save under another name and tell us.
opening-failed = { $file } could not be opened: Atalaya failed at it. What you had open is as it was.
recovery-failed = What you edit could not be kept safe: Atalaya failed at it; save soon.
rescue-not-kept = What you have not saved could not be kept safe ({ $why }). Go on, and save it before you close.
name-intro = Your system shows no dialog of its own: say here where to save the file.
name-path = File, with its folder
name-nothing = There is nothing there yet.
name-file = There is a file there already ({ $size } kB). You are asked before it is replaced.
name-asks = Replace the file that is there ({ $size } kB)? What it holds now is kept as { $backup }.
name-open = It is the file that you have open.
name-folder = That is a folder: the name of the file is missing.
name-save = Save here
name-replace = Replace
name-none = The name of the file is missing.
name-no-folder = There is no such folder.
name-asks-open = It is the file that you have open. Save it there?
name-asks-to-lose = Replace the file that is there ({ $size } kB)? What it holds now is lost.
name-open-other = It is the portfolio that you have open: choose another name.
edit-amount-form = “{ $text }” is not an amount. Write a figure, such as 4,400,000, 590128.50 or 4.4 million.
edit-amount-size = “{ $text }” has more than two decimals or is too large. If it is thousands, write it with a comma or with nothing: 1,234 or 1234.
edit-currency-form = “{ $text }” is not a currency. Write its three letters, such as USD or MXN.
edit-currency-hint = { $currency }, the portfolio’s
edit-date-hint = yyyy-mm-dd
edit-choose = Choose…
edit-row-begun = Missing: { $field }. Without it this row is not in the record yet.
edit-not-a-number = Write a whole number, such as 2024.
edit-usage = { $command ->
    [set] set LIST ID FIELD VALUE
    [unset] unset LIST ID FIELD
    [add] add LIST RECORD
    [copy] copy LIST ID NEW-ID
    [rename] rename LIST ID NEW-ID
    [remove] remove LIST ID [with-references]
    [head] head FIELD VALUE
    [unhead] unhead FIELD
    [undo] undo [N]
    [redo] redo [N]
    [save] save [PATH]
    [show] show LIST ID
   *[other] { $command }
 }
deed-several-added = { $n ->
    [one] add one record
   *[other] add { $n } records
 }
opened-backup = This is the former version of { $file }, as it was before it was saved last. To go back to it, save it: you are asked under which name, and this file stays as it is.
merged-header = Of what the portfolio says of itself, this changed here and in the file as well: { $fields }. What you changed stands; once you save, what the file had stays in its former version.
verb-open-former = Open the former version that was saved
opened-not-to-be-written = “{ $file }” cannot be written (it is read-only, or you have no permission). You can edit it here; what you edit is saved under another name.
save-cancel = Stop saving
status-saving-part = Saving: { $percent }%
not-saved-given-up = saving was stopped. Nothing changed there.
recovery-look = See what changes
recovery-give-up-asked = Discard…
recovery-look-title = Unsaved work
recovery-give-up-title = Discard the unsaved work?
recovery-look-text = This was changed in “{ $name }” and not saved:
recovery-give-up-text = This was changed in “{ $name }” and not saved. If you discard it, it is deleted and cannot be brought back.
recovery-changed = { $name } ({ $noun })
recovery-new = New: { $name } ({ $noun })
recovery-gone = Removed: { $name } ({ $noun })
recovery-field = { $field }: before “{ $before }”, after “{ $after }”
recovery-field-new = { $field }: { $after }
recovery-more = { $n ->
    [one] And one more record.
   *[other] And { $n } more records.
 }
recovery-given-up = The unsaved work on “{ $name }” was discarded.
verb-settle = Choose between this and the other version…
edit-other-measure = something else
edit-both = { $name }, { $field }: here “{ $here }”, in the file “{ $there }”. What is here stays; to have what is in the file: { $line }
edit-not-taken = { $name }, { $field }: “{ $typed }” was not taken. { $why } What was there stays: { $stands }.
