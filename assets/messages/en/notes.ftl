### My notes: what the person finds out, always apart from what is published.

verb-notes = My notes
verb-save-notes = Export my notes…
verb-merge-notes = Import somebody’s notes…
notes-title = My notes
notes-own = My notes (not published)
notes-intro = What you find out and decide is kept in a file of yours, apart from the published data, and never changes them.
notes-add = Add a note
notes-general = On the portfolio
notes-projects = By project
notes-filter = See these projects
notes-project-gone = “{ $id }” (no longer in this portfolio)
notes-decisions = What was decided in these notes
notes-mark-in = { $project }: counted in beside “{ $total }”. Reason: { $reason }
notes-mark-out = { $project }: left out of “{ $total }”. Reason: { $reason }
notes-distinct = { $a } and { $b } are different: { $reason }
notes-sign = Signature
notes-sign-hint = your name, if you like
notes-pending = { $n ->
    [one] 1 pending
   *[other] { $n } pending
 }
notes-file = my notes
notes-file-name = my-notes
notes-aside = { $why } Nothing was lost: the file is now { $aside }.
notes-not-aside = in its place and could not be moved
notes-not-kept = Your notes could not be kept on the disk; export them (File, Export my notes). The system says: { $why }
notes-beside = { $why } Those notes are not touched; what you note here is kept apart, beside them.
notes-other-portfolio = They are of another portfolio: “{ $title }”.
notes-contrary = { $n ->
    [one] On 1 project the file decides otherwise than you; what was here stays: { $list }.
   *[other] On { $n } projects the file decides otherwise than you; what was here stays: { $list }.
 }
notes-merge-back = It can be undone in “My notes”.
notes-merged = { $n ->
    [0] { $file } brings nothing that you did not have.
    [one] 1 note or decision was taken in from { $file }.
   *[other] { $n } notes or decisions were taken in from { $file }.
 }
notes-unreadable = “{ $file }” is not of the form of a file of notes of Atalaya (line { $line }: { $why }).
notes-newer = “{ $file }” is of a newer version of Atalaya (notes, version { $found }).
note-text = Note
note-text-hint = What you found out
note-date = Date
note-date-hint = 2026-11-24
note-today = Today
note-bad-date = “{ $date }” is no date. Write 2026, 2026-11, 2026-11-24 or 24/11/2026.
note-source-field = Source
note-source-hint = who says so: document, address, person
note-source = Source: { $source }
note-by = by { $by }
note-pending = Pending
note-pending-why = Pending: { $why }
note-why = Why it is pending
note-why-hint = what is still to be found out
note-checked-field = Checked
note-checked = checked { $date }
note-checked-today = Checked today
note-done = No longer pending
note-edit = Edit
note-remove = Remove
note-taken-out = “{ $note }” was removed.
mark-taken-out = The mark on { $project } was removed.
distinct-taken-out = That { $a } and { $b } are different was removed.
draft-taken-out = Your wording of “{ $text }” was removed.
merge-taken-in = { $file } was imported.
note-take-back = Undo
saved = { $file } was saved.
not-saved = { $file } could not be saved: { $why }
dialog-save-title = Save
dialog-notes-title = Take notes in
dialog-notes = Notes of Atalaya

## What might be counted twice
double-notice = “{ $first }” and “{ $second }” may be the same money: { $why }. The total counts both: { $money }.
double-agreement = they have one agreement number
double-name = they have one name and one implementer
double-part = one bears the name of the other and they have one implementer; it may be a part
double-leave-out = Leave out { $name }
double-different = They are different, because…
double-reason = Why they are different
double-more = { $n ->
    [one] and one more pair that may be the same money
   *[other] and { $n } more pairs that may be the same money
}
double-unfold = Review
double-fold = Fold
