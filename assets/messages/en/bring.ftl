# What is brought in from other formats: what they are called, and why something has no place.
format-iati = IATI activities (XML)
format-table = Table of projects
format-usaspending = USAspending awards
format-foreign-assistance = ForeignAssistance.gov transactions
format-own = Table of Atalaya

loss-no-place = a portfolio has no field for this
loss-language = in a language that this portfolio does not keep
loss-unknown-code = it is not on the known lists
loss-not-readable = could not be read as its field wants it
loss-missing = missing or empty; a stand-in was put in its place
loss-same-id = the same identifier again; the second was given another
loss-unknown-version = unknown version of the format; read as far as it goes
loss-broken-off = the file breaks off here
loss-counted-elsewhere = already counted in another figure of the same project

same-by-agreement = same agreement number
same-by-id = same id
same-by-name = same name

verb-bring = Bring in data…
verb-paste-rows = Paste rows…
verb-template = Save Excel template…
bring-title = Bring in data
bring-pasted = the pasted rows
bring-intro = What was understood of { $name }. Nothing is kept until you bring it in, and that can be undone.
bring-working = Reading: { $n } records, { $read } of { $whole } MB
bring-summary = { $format }: { $entries ->
    [one] one entry
   *[other] { $entries } entries
}, { $projects ->
    [one] one project
   *[other] { $projects } projects
}{ $failed ->
    [0] {""}
    [one] ; one entry could not be brought in
   *[other] ; { $failed } entries could not be brought in
}.
bring-into-new = Into a new portfolio
bring-into-open = Into the open portfolio: { $title }
bring-keep = { $n ->
    [one] Bring in the project
   *[other] Bring in the { $n } projects
}
bring-leave = Bring in nothing
bring-sheet = Sheet
bring-encoding = Encoding
bring-delimiter = Separator
bring-delimiter-comma = comma
bring-delimiter-semicolon = semicolon
bring-delimiter-tab = tab
bring-delimiter-bar = bar
bring-decimal = Decimals
bring-date-order = Dates
bring-currency = Currency where none is told
bring-columns = Which column is which field
bring-more-columns = And { $n } columns more.
bring-becomes = Column { $column } is taken as: { $field }
bring-understood = { $n ->
    [one] in one entry
   *[other] in { $n } entries
}
bring-understood-title = What was understood
bring-understood-line = { $what } = { $field } ({ $n }): { $example }
bring-lost = What is lost or was left in doubt
bring-lost-nothing = Nothing: all that the file says has a place.
bring-lost-line = { $what }: { $why } ({ $n ->
    [one] once
   *[other] { $n } times
}{ $line ->
    [0] {""}
   *[other] , first in line { $line }
}): { $example }
bring-failed = { $n ->
    [one] One entry could not be brought in
   *[other] { $n } entries could not be brought in
}
bring-failed-line = Line { $line }: { $what }: { $why }
bring-save-failed = Save these rows for mending…
bring-failed-file = { $name } to be mended
bring-joined = { $new ->
    [0] No new project
    [one] One new project
   *[other] { $new } new projects
}; { $same ->
    [0] none is in the open portfolio already
    [one] one is in the open portfolio already
   *[other] { $same } are in the open portfolio already
}
bring-same = { $here } = { $there } ({ $by }){ $differ ->
    [0] {""}
    [one] : one detail says otherwise
   *[other] : { $differ } details say otherwise
}
bring-settle-later = Where they say otherwise, what was there stands; once brought in, you can choose detail by detail. Amounts of both are kept, each with its source.
bring-more = And { $n } more.
brought-into-open = From { $name }: { $new ->
    [0] no new project
    [one] one new project
   *[other] { $new } new projects
}, { $same ->
    [0] none that was there already
    [one] one that was there already
   *[other] { $same } that were there already
}{ $differ ->
    [0] {""}
    [one] ; of one it says otherwise and what was there stands
   *[other] ; of { $differ } it says otherwise and what was there stands
}{ $amounts ->
    [0] {""}
    [one] ; of one it gives another amount: both are kept
   *[other] ; of { $amounts } it gives another amount: both are kept
}.
brought-nothing = { $name } says nothing that was not there already.
brought-as-new = New portfolio with { $n ->
    [one] one project
   *[other] { $n } projects
} from { $name }. It is not saved yet.

date-order-dmy = day, month, year
date-order-mdy = month, day, year
date-order-ymd = year, month, day
decimal-point = point (1,234.56)
decimal-comma = comma (1.234,56)
unreadable-another-format = { $file } is of another format: bring it in with the window (File, Bring in data) or with “atalaya convert { $file } OUT.ron”.
unreadable-not-data = { $file } is a page or a document that this program did not make; tables, IATI and portfolios are brought in.
dialog-data = Tables, IATI and exports
view-opened = The view of { $name } was opened, exported on { $date }.
view-of-another = { $name } was exported from the portfolio “{ $title }”: open that first.
convert-no-projects = { $file }: no project was found; nothing was written.
convert-no-mapping = { $file }: line { $line } is not understood; save the mapping anew from the window.
loss-missing-all = missing or empty
bring-working-first = Reading { $name }…
bring-differs = { $name }, { $field }: here “{ $here }”, there “{ $there }”
loss-came-in = it is money that came in to the reporter; it is not what the project was awarded
unreadable-organizations = { $file } is an IATI file of organisations, not of activities: it has no projects. Look for the activity file (“iati-activities”) of the same organisation.
unreadable-own-report = { $file } is a report made by Atalaya: it holds no records, so there is nothing to convert. Open it in the window to return to the same view; to take the records away, export as XLSX or JSON.
bring-understood-own = { $what }: { $n }, such as “{ $example }”
bring-working-rows = Turning the rows into records: { $read } of { $whole }
bring-working-compare = Comparing with the open portfolio: { $read } of { $whole } projects
bring-working-keep = Adding to the open portfolio: { $read } of { $whole } records
bring-save-mapping = Save this mapping…
bring-open-mapping = Use a saved one…
bring-mapping-file = { $name } columns
bring-no-mapping = “{ $file }” does not say which column is which field. Choose a file saved with “Save this mapping…”.
same-by-acronym = same acronym
bring-guess-again = Work it out from the data again
bring-by-kept = Columns by the saved mapping{ $known ->
    [0] {""}
   *[other] {" "}“{ $name }”
}{ $n ->
    [0] .
   *[other] : these columns are taken differently because of it: { $columns }.
}
bring-drop-kept = Do not use it
bring-summary-lost = { $n ->
    [one] One thing is lost or doubtful: it is at the end.
   *[other] { $n } things are lost or doubtful: they are at the end.
}
bring-two-amounts = { $name }, amount: here { $here }, there { $there }. Both are kept and { $side ->
    [here] the one here
    [there] the one there
   *[other] { $counts }
} counts: { $clause } ({ $publisher }).
bring-lost-other = ; row { $line }: { $example }
bring-lost-more = ; and { $n } more
bring-save-unread = Save the rows with cells that cannot be read…
