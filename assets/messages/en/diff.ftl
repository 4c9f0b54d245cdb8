### To compare two portfolios: what was added, what is gone, what changed.

diff-before = Before: { $version }
diff-after = After: { $version }
diff-same = There is no difference.
diff-summary = { $added ->
    [0] No record added
    [one] 1 record added
   *[other] { $added } records added
 }, { $gone ->
    [0] none gone
    [one] 1 gone
   *[other] { $gone } gone
 }, { $changed ->
    [0] none changed
    [one] 1 changed
   *[other] { $changed } changed
 }.
diff-other-currencies = The totals are not compared: one is in { $first } and the other in { $second }.
diff-total-before = Total before
diff-total-after = Total after
diff-the-file = File
diff-unread = “{ $file }” has problems: what could not be read of it shows as if it were missing.
diff-nothing = no data
diff-yes = yes
diff-no = no
diff-order = one order
diff-other-order = another order
money-added = Projects added
money-gone = Projects gone
money-raised = Amounts that rose
money-lowered = Amounts that fell
money-now-counted = Amounts that count now
money-no-longer-counted = Amounts that no longer count
change-added = Added
change-gone = Gone
change-changed = Changed
change-moved = In another order
erratum-added = “{ $name }” ({ $record }) was added.
erratum-gone = “{ $name }” ({ $record }) was removed.
erratum-changed = “{ $name }”, { $field }: it said { $before }; it now says { $after }.
erratum-items = “{ $name }”, { $field }: removed { $before }; added { $after }.
erratum-now-told = “{ $name }”, { $field }: it did not say; it now says { $after }.
erratum-no-longer-told = “{ $name }”, { $field }: it said { $before }; it no longer says.
erratum-moved = The records of this kind stand in another order: { $record }.
datum-in-spanish = { $field } (in Spanish)
datum-in-english = { $field } (in English)
datum-as-named = As the source names it
datum-label = Label
datum-organization = Organisation
datum-role = Role
datum-row = Row
datum-column = Column
datum-share = Percentage
datum-source = Source
datum-theme = Thematic area
datum-about = What it is about
datum-acronym = Acronym
datum-actual-end = End
datum-agreement-number = Agreement number
datum-amounts = Amounts
datum-archived-url = Archived copy
datum-as-of = Date of the figure
datum-by = By whom
datum-consulted = Consulted
datum-continuity = Continuity
datum-count = How many
datum-counterpart = Counterpart
datum-country = Country
datum-covers = What it covers
datum-currency = Currency
datum-cutoff = Cut-off
datum-date = Date
datum-ending = How it ended
datum-events = Events
datum-excerpt = Passage
datum-kind = Kind
datum-language = Language
datum-last-action = Among the last actions
datum-measures = What it measures
datum-name = Name
datum-name-ours = Our translation
datum-named-by-report = Named by the report
datum-notes = Notes
datum-organizations = Organizations
datum-period-end = End of the period
datum-period-start = Start of the period
datum-planned-end = Planned end
datum-projects = Projects
datum-projects-as-named = Projects, as the source names them
datum-published = Published
datum-publisher = Publisher
datum-reported-by = Who reports
datum-schema = Version of the format
datum-scope = Scope
datum-sectors = Sectors
datum-short = Abbreviation
datum-since = Since
datum-sources = Sources
datum-start = Start
datum-state = State of things
datum-states = States
datum-status = Published status
datum-status-as-of = Date of the status
datum-summary = Summary
datum-supports = Whom it supported
datum-synonyms = Search synonyms
datum-themes = Thematic areas
datum-tile = Place in the map
datum-title = Title
datum-topics = Topics
datum-updated = Date of the data
datum-url = Address
datum-value = Amount
diff-column-change = Change
diff-column-record = Record
diff-column-field = Field
diff-column-before = Before
diff-column-after = After

## In the window
verb-compare = Compare with another portfolio…
dialog-compare-title = Compare with another portfolio
compare-intro = Choose another portfolio, or another version of this one, to see what was added, what is gone and what changed, field by field.
compare-file = Choose a file…
compare-embedded = The embedded portfolio
compare-swap = Swap before and after
compare-search = Search the differences
compare-all = All
compare-shown = { $n } of { $of }
compare-copy = Copy as an erratum
compare-save = Save…
compare-file-name = erratum
comparing = Comparing with { $name }…
compare-title = Compare portfolios
datum-attribution = Attribution
datum-fiscal-year = Fiscal year
compare-side-here = { $file } as it is here
compare-side-disk = { $file } as it is on the disk
erratum-amount = “{ $name }”, amount ({ $about }): it said { $before }; it now says { $after }.
