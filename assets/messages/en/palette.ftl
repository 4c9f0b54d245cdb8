### Going to anything or doing it by its name; and why something cannot be done now.

verb-palette = Find a command or a record…
palette-name = Commands, filters, records and help, in English or Spanish
palette-hint = Write what you want to do or see
palette-list = What was found
palette-found = { $n ->
    [0] Nothing is called that
    [one] 1 result
   *[other] { $n } results
 }
palette-search-for = Search all records for “{ $words }”
palette-verb = Command
palette-setting = Setting
palette-help = Help
palette-filter = Filter
palette-project = Project
palette-event = Event
palette-source = Source
palette-search = Search
not-now = Not possible now
not-now-is-embedded = The embedded portfolio is open already
not-now-only-embedded = The walk is through the embedded portfolio
not-now-opening = The file is still being opened
not-now-saved = There are no changes to save
not-now-saving = It is being saved
not-now-nothing-edited = Nothing has been edited
not-now-nothing-undone = Nothing has been undone
not-now-no-record = First choose a record
not-now-no-problems = The file has no problems
not-now-no-filter = No filter is on
not-now-no-way-back = There is nothing before
not-now-no-way-forward = There is nothing after
not-now-timeline-whole = Only in the timeline, when it shows a part
not-now-no-drawing = Only in the timeline and the plots
not-now-no-notes = There are no notes yet
not-now-no-rows = No project in this set
not-now-no-picture = This view has no plot to copy
not-now-no-former = There is no former version: the file was not saved from here
palette-copy-picture = Copy the plot as an image: { $name }
