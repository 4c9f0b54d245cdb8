### The report: PDF and accessible page.

## The form
report-kind = Report on the whole portfolio
report-kind-set = Report on a filtered set
report-untitled = Untitled portfolio
report-unnamed = Untitled
report-contents = Contents
report-skip = Skip to the content
report-page = Page
report-page-of = of
report-source = Source
report-continued = (continued)
report-part = part
report-no-picture = This plot could not be drawn; it says the following.
report-cites-more = and { $n ->
    [one] 1 more source
   *[other] { $n } more sources
 }
report-archived = Archived copy:
report-left-out = This table shows { $shown } of { $all } rows, in the order on screen. { $rest ->
    [one] The one left out is
   *[other] The { $rest } left out are
 } in the Excel export (XLSX) of the same set.

## The cover
report-filter = Filter
report-filter-is = Projects { $terms } ({ $filter })
report-no-filter = None: the whole portfolio
report-order = Order
report-descending = { $column }, largest first
report-lacks = What is missing
report-lacks-nothing = Nothing known to be missing from the sums
report-data = Data
report-made = Date of this report
report-language = Language
report-in-spanish = Spanish; what a source says in English is marked
report-in-english = English; what a source says in Spanish is marked
report-empty = No project meets the filter: there are no figures to give. That does not mean that they are zero.

## The sections
report-figures = Key figures
report-count = Projects in the set
report-count-country = { $n ->
    [one] 1 project of { $country } alone
   *[other] { $n } projects of { $country } alone
 }
report-count-multi = { $n ->
    [one] 1 of several countries, aside
   *[other] { $n } of several countries, aside
 }
report-reported-by = Another account: what was reported by { $who }
report-sources-are = Who gives the amounts:
report-cutoff = Funding was cut at this date, as sources tell it: { $date } ({ $label }).
report-timeline-table = Projects by their dates
report-projects = The projects
report-projects-caption = { $n ->
    [one] 1 project of the set
   *[other] { $n } projects of the set
 }, with the columns and the order on screen
report-table-sum = { $n ->
    [0] No project has an amount that is added up.
    [one] Sum of the one project with an amount that counts: { $money }.
   *[other] Sum of the { $n } projects with an amount that counts: { $money }.
 }
report-no-source = none
report-no-organization = none named
report-no-events = There are no events in this set.
report-events-caption = { $n ->
    [one] 1 event of the set
   *[other] { $n } events of the set
 }
report-reported = What was reported and what the records hold
report-bridge-table = From the records to the reported total, step by step
report-bridge-range = By source, and aside
report-marks = Marks by whoever made this report: they are not published data.
report-why-not = Why it is not compared
report-estimate = What is marked “est.” was published by nobody: { $what }.
report-cut-areas = Unspent, by thematic area
report-apart = What stands apart
report-more-projects = and { $n ->
    [one] 1 more
   *[other] { $n } more
 }
report-more-entries = and { $n ->
    [one] 1 more, for which there is no room here
   *[other] { $n } more, for which there is no room here
 }
report-how-much = Projects and amount
report-who-goes-on = Who goes on
report-missing = What is missing
report-doubles = What may be counted twice
report-sums-lack = What the sums leave out
report-lacking = Data that nobody published
report-lacking-means = No source consulted says it. That it was not published does not mean that it does not exist, or that it is zero.
report-nothing-lacks = Of this set, sources publish all the data that are looked for.
report-datum = Datum
report-which = Which
report-count-of = { $n } of { $of }
report-all-of-them = all of them
report-lack-which-award = Which of the published amounts is the one awarded
report-lack-country-part = The part of the amount that belongs to { $country }

## Notes on method
report-method = Notes on method
report-method-lead = This report says what the screen says: the same set, the same figures, the same order. Each figure carries the numbers of its sources in brackets; they are listed at the end.
report-terms = What each word means
report-term-award = Amount awarded
report-term-award-is = What the funder committed itself to give. It does not say how much was handed over or spent.
report-term-disbursed = Spent
report-term-disbursed-is = What a source publishes as disbursed or spent, up to the date that the source gives.
report-term-missing = Not published
report-term-missing-is = No source consulted says it. It is not zero, and it is part of no sum.
report-term-planned = Planned end
report-term-planned-is = The date on which the project was to end, as published. It does not prove that the project got that far.
report-term-named = Termination by name
report-term-named-is = A source names the project among those cancelled.
report-term-implied = Inferred termination
report-term-implied-is = The project was under way and a general statement covers it without naming it. The inference is ours.
report-term-unknown = Not known
report-term-unknown-is = Sources do not say how it ended, or contradict each other.
report-term-several = Several countries
report-term-several-is = The amount is for several countries and nobody published each one’s part: it stands aside and is not added.
report-term-perhaps = Perhaps
report-term-perhaps-is = A date or an ending is not known exactly: the project may belong to the set, and is counted with that said.
report-term-estimate = Estimate at an even pace
report-term-estimate-is = It supposes that the amount was spent evenly on each day of the planned time. Nobody published it.
report-term-reported = Reported total
report-term-reported-is = A figure that somebody gave without a list. It is another account: which projects it covers is not known.

## The sources
report-sources = Sources
report-sources-order = In the order in which they are first cited.
report-no-sources = This report gives no figure that has a source.

## What could not be done
report-too-long = The report would have more than { $n } pages. Filter the set, or save it as an HTML page.
report-refused = The PDF was not written, because it would not keep the rules of accessibility (PDF/UA-1): { $why }. Save the report as an HTML page.
report-no-out = The file to be written is missing: atalaya report report.pdf
report-which-form = The name “{ $file }” does not tell which report is wanted: end it in .pdf or .html.
report-lost = The tables of the report show at most { $most } rows; { $n ->
    [one] 1 is
   *[other] { $n } are
 } left out, and the report says so. The Excel export has them all.
report-groups-left-out = This table shows { $shown } of { $all } rows; the total counts all of them.
