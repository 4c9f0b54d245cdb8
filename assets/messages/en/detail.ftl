### The details pane: all that is known of a project, an event or a source; and the view of the sources.

## Nothing selected
detail-nothing = No record selected
detail-nothing-hint = Choose a project, an event or a source: all that is known of it appears here, every figure with its source.
detail-gone = This record is not in the open portfolio

## Head
detail-project = Project
detail-event = Event
detail-source = Source
detail-close = Close the details
detail-in-spanish = in Spanish
detail-in-english = in English
detail-name-ours = our translation
detail-official = Official title: { $title }
detail-split = Divided equally among its areas (our decision)
detail-open-card = How this amount was chosen, and its sources

## The two large figures
detail-agree = { $n ->
    [one] by one source only
   *[other] by { $n } sources
 }
detail-differ = { $n ->
    [one] one other gives a different figure
   *[other] { $n } others give different figures
 }
detail-unsourced = unsourced
detail-matched-short = attributed by matching
detail-other-money = in another currency, not added: { $amounts }
detail-several-short = amount for several countries
detail-no-award = not zero: nobody published what was awarded
detail-months = { $n ->
    [0] less than a month
    [one] 1 month
   *[other] { $n } months
 }
detail-months-range = { $from } to { $to } months
detail-about = about { $what }
detail-ahead = ahead by the plan, if it ended in { $cut }
detail-ahead-share = ahead by the plan ({ $share }), if it ended in { $cut }
detail-share-range = { $from } to { $to }
detail-actual-end-under = actual end, as a source tells it
detail-planned-end-under = planned end
detail-no-end = End not published
detail-whole-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }
detail-bar-start = Start { $date }
detail-bar-cut = terminations { $date }
detail-bar-actual = actual end { $date }
detail-bar-planned = planned end { $date }
detail-bar-name = Timeline of the project: { $what }
detail-no-bar = No timeline: nobody published both start and end

## What is known of the cancellation
detail-ending-title = What is known of the cancellation
detail-ending-named = { $n ->
    [one] By name: a source names this project among what was cancelled.
   *[other] By name: { $n } sources name this project among what was cancelled.
 }
detail-ending-implied = Inferred: no source names it among what was cancelled; a statement about all grants of the agency or of the organisation covers it.
detail-ending-before = Counted as ended before the cancellations.
detail-ending-before-cut = Counted as ended before { $cut }.
detail-ending-before-dates = Counted as ended before { $cut }, by the published end dates.
detail-ending-unknown = Not known whether it was cancelled or when it ended, or sources disagree.
detail-last-action = “{ $event }” ({ $date }) is among the last actions reported under the cancelled assistances; no source says in those words that this project is one of them.
detail-status = Published status: { $status }, undated.
detail-status-dated = Published status: { $status } (as of { $date }).
detail-no-status = Status: not published.
detail-actual-end = Actual end, as a source tells it: { $date }.
detail-no-actual-end = Actual end: not published.
detail-rests-on = Rests on
detail-record-sources = Rests on the sources of the record

## Amounts
detail-amounts-title = Amounts
detail-amounts-unit = all that the sources say, in { $currency }
detail-no-amounts = No source seen publishes an amount
detail-kind-announced = announced
detail-kind-ceiling = ceiling of the call
detail-mark-no-award = not an award
detail-mark-matched = attributed by matching: the source does not name the project
detail-mark-several = for several countries
detail-fiscal-year = fiscal year { $year }
detail-as-of = as of { $date }
detail-speaks = headline amount
detail-dollars = { $n } dollars
detail-rule = Headline amount: { $clause }, { $source } ({ $publisher }).
detail-nobody-named = unsourced
detail-disputed = Sources disagree on what was awarded
detail-telling = { $source } ({ $clause })

## Where, who, about what
detail-where-title = Where
detail-no-states = States not published
detail-countries = { $list }: amount for several countries; nobody published the part of { $country }
detail-who-title = Who
detail-as-named = { $name } (“{ $named }” in the source)
detail-about-title = About what and with whom
detail-none-plural = not published
detail-sectors = Sectors
detail-topics = Topics
detail-supports = Whom it supported
detail-counterpart = Government counterpart
detail-agreement = Agreement number
detail-dates-title = Dates
detail-start = Start
detail-planned-end = Planned end
detail-actual-end-title = Actual end
detail-year-only = { $date } (year only)
detail-month-only = { $date } (month only)

## After, events, sources
detail-after-title = What is known of after
detail-after-nothing = No source seen says what followed
detail-after-themes = In its areas, without naming the project
detail-by = Run by: { $by }
detail-by-since = Run by: { $by }, since { $since }
detail-since = Since { $since }
detail-events-title = Events
detail-no-events = No event of this portfolio names it
detail-event-name = { $date }: { $title }
detail-sources-title = Sources of the record
detail-sources-note = Only amounts and the ending carry their own source; everything else rests on the sources of the record.
detail-no-sources = No sources
detail-rest-amount = amount
detail-rest-ending = ending
detail-rest-record = record
detail-open-source = Open in the browser: { $source }
detail-source-without-address = { $source } (no address)
detail-see-source = See what rests on this source: { $source }
detail-notes-title = Notes for people who check

## An event
detail-event-last-action = { $who } counts it among the last actions under the cancelled assistances.
detail-projects-title = Projects that a source names
detail-no-project = No source names a project; it is therefore tied to none
detail-as-named-title = As the source names it
detail-event-organizations = Organisations
detail-event-sources = Sources

## A source
detail-publisher = Publisher
detail-publisher-kind = What it is
detail-published = Published
detail-consulted = Consulted
detail-visit = Open in the browser
detail-no-address = No address published
detail-filter-source = Filter by this source
detail-rests-title = What rests on it
detail-rests-nothing = Nothing in this portfolio rests on it
detail-rests-amounts = Amounts
detail-rests-endings = Endings
detail-rests-records = Project records
detail-rests-events = Events
detail-rests-totals = Reported totals
detail-rests-continuity = Continuity
detail-rests-cutoff = Cut-off date
detail-rests-more = and { $n } more

## The view of the sources
sources-all = { $n ->
    [one] 1 source
   *[other] { $n } sources
 }
sources-totals = { $n ->
    [one] 1 reported total
   *[other] { $n } reported totals
 }
sources-show = Show
sources-kinds-funder = { $n } of the funder
sources-kinds-implementer = { $n } of implementers
sources-kinds-government = { $n } of government
sources-kinds-press = { $n } of the press
sources-kinds-other = { $n } of others
sources-only-set = Only those of this set
sources-only-set-count = Only those of this set ({ $n })
sources-none = No source in this set
sources-none-hint = Take a filter off, or show the sources of the whole portfolio.
sources-none-at-all = This portfolio has no sources
sources-no-totals = This portfolio has no reported totals
sources-column-publisher = Publisher
sources-column-title = Title
sources-column-kind = What it is
sources-column-published = Published
sources-column-consulted = Consulted
sources-column-records = Projects
sources-column-events = Events
sources-column-amounts = Amounts
sources-column-endings = Endings
sources-column-who = Who reports
sources-column-count = How many
sources-column-money = Amount
sources-column-country = Country
sources-column-measures = What is measured
sources-column-period = Period
sources-column-as-of = Said on
sources-totals-note = Totals that others reported. They are added neither to each other nor to the projects: they measure different things. A click opens each.
detail-rule-unsourced = Headline amount: the record has it without a source.
