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
diff-nothing = nothing
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
erratum-now-told = “{ $name }”, { $field }: it said nothing; it now says { $after }.
erratum-no-longer-told = “{ $name }”, { $field }: it said { $before }; it now says nothing.
erratum-moved = The records of this kind stand in another order: { $record }.
field-in-spanish = { $field } (in Spanish)
field-in-english = { $field } (in English)
field-about = What it is about
field-acronym = Acronym
field-actual-end = End
field-agreement-number = Agreement number
field-amounts = Amounts
field-archived-url = Archived copy
field-as-of = Date of the figure
field-by = By whom
field-consulted = Consulted
field-continuity = Continuity
field-count = How many
field-counterpart = Counterpart
field-country = Country
field-covers = What it covers
field-currency = Currency
field-cutoff = Cut-off
field-date = Date
field-ending = How it ended
field-events = Events
field-excerpt = Passage
field-kind = Kind
field-language = Language
field-last-action = Among the last actions
field-measures = What it measures
field-name = Name
field-name-ours = Our translation
field-named-by-report = Named by the report
field-notes = Notes
field-organizations = Organizations
field-period-end = End of the period
field-period-start = Start of the period
field-planned-end = Planned end
field-projects = Projects
field-projects-as-named = Projects, as the source names them
field-published = Published
field-publisher = Publisher
field-reported-by = Who reports
field-schema = Version of the format
field-scope = Scope
field-sectors = Sectors
field-short = Abbreviation
field-since = Since
field-sources = Sources
field-start = Start
field-state = State of things
field-states = States
field-status = Published status
field-status-as-of = Date of the status
field-summary = Summary
field-supports = Whom it supported
field-synonyms = Search synonyms
field-themes = Thematic areas
field-tile = Place in the map
field-title = Title
field-topics = Topics
field-updated = Date of the data
field-url = Address
field-value = Amount
diff-column-change = Change
diff-column-record = Record
diff-column-field = Field
diff-column-before = Before
diff-column-after = After
