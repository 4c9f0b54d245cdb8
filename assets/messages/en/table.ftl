### The tables: titles of columns, groups, keys.

column-name = Project
column-acronym = Acronym
column-theme = Thematic area
column-implementer = Implementer
column-start = Start
column-planned-end = Planned end
column-actual-end = Actual end
column-amount = Amount awarded
column-amount-in = Amount awarded ({ $currency })
column-ending = How it ended
column-status = Published status
column-states = States
column-sectors = Sectors
column-supports = Whom it supported
column-counterpart = Counterpart
column-scope = Scope
column-agreement = Agreement number
column-sources = Sources
event-column-date = Date
event-column-kind = Kind
event-column-title = Event
event-column-organizations = Organisations
event-column-projects = Project
event-column-sources = Sources
event-no-project = none named
events-count = { $n ->
    [one] 1 event
   *[other] { $n } events
 } of { $of }
name-ours-short = (our translation)
scope-multi-short = several countries
missing-short = not published
missing-short-f = not published
group-by = Group by
group-none = No groups
group-head = { $name }  ·  { $n ->
    [one] 1 project
   *[other] { $n } projects
 }
group-assumed = { $money } split by us
copy-all = Copy table
copy-picked = { $n ->
    [one] Copy 1 row
   *[other] Copy { $n } rows
 }
copy-hint = Pastes into Excel as cells
table-columns = Columns
table-columns-reset = As at the beginning
table-column-wider = Widen: { $column }
table-column-narrower = Narrow: { $column }
table-column-earlier = Move earlier: { $column }
table-column-later = Move later: { $column }
table-scroll = Scroll the table
table-keys = { $table }: { $n ->
    [one] 1 row
   *[other] { $n } rows
 }. Arrows to go through them, Enter to open the row or edit the cell
table-row = Row { $row } of { $of }: { $name }
table-cell = { $column }, row { $row } of { $of }: { $value }
table-title = { $column }, not ordered
table-title-ascending = { $column }, ascending
table-title-descending = { $column }, descending
table-title-hint = Click or Enter to order, with Shift for a second order; drag to move, or use Columns
ending-named-short = By name
ending-implied-short = Inferred
ending-before-short = Before
ending-unknown-short = Not known
hint-unsourced = This amount was written without saying which source it comes from. “The amount has no source”, among the filters of what is in doubt, shows all that are like this.
