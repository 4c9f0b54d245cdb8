### The window: menus, verbs, views, notices.

## Menus
menu-file = File
menu-edit = Edit
menu-view = View
menu-filter = Filter
menu-go = Go
menu-help = Help
menu-recent = Opened before
menu-theme = Colours
menu-language = Language
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-strong-light = High contrast, black on white
theme-strong-dark = High contrast, white on black

## Verbs
verb-open-file = Open a file…
verb-open-embedded = Back to the embedded portfolio
verb-show-problems = Problems of the file
verb-quit = Quit
verb-copy-rows = Copy the rows as a table
verb-copy-filter = Copy the filter
verb-copy-sentence = Copy the sentence
verb-select-all = Mark all rows
verb-toggle-facets = Filters to the left
verb-toggle-details = Details to the right
verb-toggle-table = Show figures as a table
verb-zoom-in = Larger text
verb-zoom-out = Smaller text
verb-zoom-reset = Text of normal size
verb-try-cutoff = Try another cut-off date
verb-fit-timeline = Show the whole timeline
verb-search = Search
verb-clear-filter = Clear filters
verb-only-without-amount = Only those without a published amount
verb-only-several-countries = Only those of several countries
verb-back = Back
verb-forward = Forward
verb-previous-record = Previous record
verb-next-record = Next record
verb-next-pane = Next pane
verb-shortcuts = Keyboard shortcuts
verb-about = About Atalaya

## Views and panes
tab-overview = Overview
tab-projects = Projects
tab-events = Events
tab-timeline = Timeline
tab-plots = Plots
tab-questions = Questions
tab-sources = Sources
question-reported = Reported total
question-cut-short = Cut short
question-continuity = Continuity
pane-views = Search and views
pane-filters = Filters
pane-details = Details
data-as-of = data as of { $date }

## Search and filters
search-hint = Search everything
search-name = Search everything: names, organisations, places, notes
search-help = Words or fields, such as state:Chiapas or active:2022. Enter keeps them as a filter
typed-as-words = { $why } It is searched for as words.
chip-remove = Take off: { $term }
facet-dates = Dates
facet-choice = { $field }: { $value }, { $n ->
    [one] 1 project
   *[other] { $n } projects
 }
facet-more = { $n } more…
facet-fewer = Fewer
facet-nothing = Nothing in this set
range-hint-date = e.g. 2022, 2021..2023, >=2022-03
range-hint-amount = e.g. 5M..10M, >=5M, ?
no-match = Nothing matches all filters
no-match-hint = Take a condition off to see more:
no-match-without = Take off: { $term }
no-records = This portfolio has no projects

## Status and notices
status-sources = { $n ->
    [one] 1 source
   *[other] { $n } sources
 }
status-unit = USD M: million US dollars
status-problems = { $n ->
    [one] 1 problem in the file
   *[other] { $n } problems in the file
 }
opening = Opening { $file }…
notice-dismiss = Close the notice: { $notice }
problems-intro = { $n ->
    [one] One problem. The rest opened well.
   *[other] { $n } problems. The rest opened well.
 }
problem-line = line { $line }
problems-more = and { $n } more; “atalaya check” lists them all
shortcuts-table = In a table
shortcuts-table-text = Arrows, Page Up, Page Down, Home and End go through the rows; Enter opens the details; the space bar marks a row; Shift with arrows marks several; Shift and a click on a title orders by a second column.
about-text = A window over portfolios of international technical assistance: every figure with its source. It works without an account and without a network.
about-licences = Licences of what is in it
copied = Copied
no-records-title = There are no projects
opening-at = Opening { $file }: { $percent } % · { $read } of { $of } MB · { $records } projects
opening-cancel = Cancel
opening-read-only = While the file opens it can only be read: take notes when it is complete.
figure-working = Being worked out…
so-far = So far (the first { $n }):{" "}
facet-rest = and { $n } more: write them in the search ({ $example })
tabs-more = { $n } more
tabs-more-name = { $text }: { $views }
key-shift = Shift
key-left = Left
key-right = Right
key-up = Up
key-down = Down
key-plus = Plus
key-minus = Minus
copied-rows = { $n ->
    [one] 1 row copied
   *[other] { $n } rows copied
 }
held-over = Let go to open { $file }.
held-over-unnamed = Let go to open the file.
held-over-several = These are { $n } files: this window shows one. Let go of just the one you want to see.
status-sources-later = the sources are being read
no-match-yet = Nothing yet among what was read
still-read = The rest of the file is being read.
overview-no-events = No event in what is shown.
