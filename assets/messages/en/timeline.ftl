### The timeline.

## Controls
timeline-lanes = Lanes by
timeline-by-theme = Area
timeline-by-implementer = Run by
timeline-by-start = Start
timeline-by-end = End
timeline-zoom-in = Zoom in
timeline-zoom-out = Zoom out
timeline-fit = Show all
timeline-fit-hint = Show all dates
timeline-as-table = Show as table
timeline-as-drawing = Show as drawing
timeline-scroll = Scroll the lanes

## What each fill means: whole, short and explained
timeline-key-ran = under way
timeline-key-ran-short = under way
timeline-key-ran-hint = Filled bar: under way by the published dates
timeline-key-named = planned; a source names the cancellation
timeline-key-named-short = named
timeline-key-named-hint = Hatched: planned time; a source names the project among the cancelled
timeline-key-implied = planned; cancellation inferred
timeline-key-implied-short = inferred
timeline-key-implied-hint = Outline: planned time; the cancellation is inferred: no source names the project
timeline-key-unknown = planned; not known how it ended
timeline-key-unknown-short = not known
timeline-key-unknown-hint = Outline with “?”: planned time; it is not known how it ended
timeline-key-planned = plan that was not carried out
timeline-key-planned-short = plan
timeline-key-planned-hint = Thin line: the plan went up to here; it ended before, for another reason or for none that is told
timeline-key-stated = actual end told by a source
timeline-key-stated-short = actual end
timeline-key-stated-hint = Cap: an end that a source tells; without a cap, the end is the planned one
timeline-key-soft = date without a day
timeline-key-soft-short = no day
timeline-key-soft-hint = Soft edge: the month or the year is known, not the day, or the date was not published
timeline-key-event = event
timeline-key-event-hint = Circle: an event on its date; with a number, several together

## The drawing in words
timeline-sum-projects = Timeline: { $n ->
    [one] 1 project
   *[other] { $n } projects
 }
timeline-from-to = from { $from } to { $to }
timeline-sum-beyond = { $n ->
    [one] 1 with plans beyond { $date }
   *[other] { $n } with plans beyond { $date }
 }
timeline-sum-undated = { $n ->
    [one] 1 without dates
   *[other] { $n } without dates
 }
timeline-sum-events = { $n ->
    [one] 1 event
   *[other] { $n } events
 }
timeline-keys = Arrows left and right: move. Plus and minus: zoom. Home: show all. Arrows up and down: from lane to lane; End: to the last; Ctrl and Home: to the first. Enter: open the details.
timeline-list = Projects: { $n }
timeline-group = { $name }: { $n ->
    [one] 1 project
   *[other] { $n } projects
 }
timeline-cluster = { $n } events, from { $from } to { $to }
timeline-cluster-zoom = Zoom to these dates
timeline-undated = No published dates: { $n }
timeline-more = and { $n } more
timeline-none = No project with dates in the set

## A lane
timeline-by = Run by { $who }
timeline-start = Start: { $date }
timeline-no-start = Start not published
timeline-planned-end = Planned end: { $date }
timeline-actual-end = Actual end, told by a source: { $date }
timeline-no-end = End not published
timeline-month-only = { $date } (day not published)
timeline-year-only = { $date } (only the year was published)
timeline-crossed = The end in the record is before its start: drawn as a point
timeline-crossed-short = end before start
timeline-ending-named = A source names it among the cancelled
timeline-ending-implied = Cancellation inferred: no source names it
timeline-ending-before = It had ended before
timeline-ending-unknown = Not known how it ended
timeline-amount = Amount: { $amount }
timeline-no-amount = amount not published
timeline-several = { $amount } · several countries
timeline-matched = { $amount }, attributed by matching
timeline-theme = Area: { $theme }
timeline-themes = Area: { $theme }; also { $others }

## The table
timeline-column-amount = Amount
timeline-not-published = not published

## The range
timeline-active = Active projects
timeline-by-quarter = by quarter
timeline-by-year = by year
timeline-strip = Active projects { $range }: up to { $n } ({ $when }). Drag to choose dates
timeline-bin-span = { $from } to { $to }
timeline-bin = { $when }: { $n ->
    [one] 1 active
   *[other] { $n } active
 }
timeline-bin-perhaps = { $when }: { $n ->
    [one] 1 active
   *[other] { $n } active
 }; { $perhaps } perhaps
timeline-end-from = Start of the range
timeline-end-to = End of the range
timeline-range = Active
timeline-range-from = from
timeline-range-to = to
timeline-range-form = e.g. 2022-03
timeline-range-clear = Remove
timeline-range-hint = Drag over the bars, or type 2022, 2022-03 or 2022-03-20
timeline-fault-form = This is no date: type 2022, 2022-03 or 2022-03-20
timeline-fault-month = There is no such month: they go from 01 to 12
timeline-fault-day = That month has no such day
timeline-fault-crossed = “from” is later than “to”

## All lanes in one picture
timeline-relief = All lanes: { $n }
timeline-relief-at = { $group }: lanes { $from } to { $to }
timeline-no-amount-short = no amount
