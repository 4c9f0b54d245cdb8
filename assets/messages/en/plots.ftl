### Plots.

plot-measure = Show
plot-money = Amount awarded
plot-count-measure = Number of projects
plot-spread = By year
plot-spread-award = Of award or start
plot-spread-even = Estimate, evenly
plot-as-table = Show as a table
plot-as-drawing = Show as plots
plot-unknown = amount not published
plot-only-multi = published, but not added: several countries, another currency or negative
amount-of-several = { $money } of several countries, not added
plot-count = { $n } proj.
plot-projects = { $n ->
    [one] 1 project
   *[other] { $n } projects
 }
plot-spoken = { $label }: { $money }, { $projects }
plot-spoken-split = ; { $money } split in equal parts by us
plot-spoken-without = ; { $n } without a published amount
plot-spoken-multi = ; { $n } of several countries, aside
plot-theme-money = Amount awarded by thematic area
plot-theme-projects = Projects by thematic area
plot-year-award = By year of award or start
plot-year-even = By year: an even estimate
plot-year-projects = Projects by year of award or start
plot-year-projects-even = Projects by year in which they were planned
plot-ending = By how the ending is known
plot-unit-money = { $currency } M
plot-unit-projects = number of projects
plot-dotted = dotted: split in equal parts (our decision)
plot-dotted-short = dotted: split by us
plot-note-without = { $n ->
    [one] 1 project without a published amount is not in the bars
   *[other] { $n } projects without a published amount are not in the bars
 }
plot-note-rest = { $n } more groups are not drawn; together they hold { $money }.
plot-note-multi = { $n ->
    [one] 1 project of several countries: its amount is not added
   *[other] { $n } projects of several countries: their amounts are not added
 }
plot-note-even = Spread evenly over the planned months; { $spent ->
    [0] of none of those added is the spending known in the same currency
    [one] of 1 what was spent was published, and is not used here
   *[other] of { $spent } what was spent was published, and is not used here
 }
plot-note-years-repeat = A project with money of several years counts in each
plot-open-card = How this figure was made
plot-filter = Filter by this
plot-unfilter = Take this filter off
plot-states-projects = Projects by state
plot-states-money = Whole amount of the projects that mention each state
plot-states-money-unit = USD M
plot-states-not-there = Not what reached each state: a project counts in whole in all that it mentions
plot-states-summary = Map of states: { $n } with projects
plot-states-without = { $n ->
    [one] 1 project publishes no states
   *[other] { $n } projects publish no states
 }
plot-states-several = A project may be in several states
plot-tile-spoken = { $name }: { $projects }; whole amount of the projects that mention it, { $money }; not what reached { $name }
plot-matrix = Thematic area by year
plot-matrix-note = Empty cell: no project; “?”: projects without a published amount
plot-total = Total of the set
plot-table-split = What is in several is split in equal parts (our decision)
plot-table-repeat = The column of projects counts each project in all of its rows
plot-whole = Amount, projects whole
plot-theme-whole = Amount awarded by thematic area, projects whole
plot-note-whole = Each project appears whole in each group that it belongs to: the groups add up to { $percent } % of the total

## One mark for each project
plot-form-bars = Bars
plot-form-units = One mark for each project
units-title = Each project a mark
units-size = its size is the amount awarded
units-by = By
units-theme = thematic area
units-year = year of start
units-state = state
units-ending = how it ended
units-after = what came after
units-several-themes = In several areas
units-several-states = In several states
units-hollow = Hollow: no amount that can be counted. In equal slices: its areas, not how much of each.
verb-less-motion = Less motion
units-too-many = { $n } projects are too many to draw one by one. Narrow the set to { $most } or fewer.
plot-note-negative = { $n ->
    [one] One project has a negative amount, which is not counted.
   *[other] { $n } projects have a negative amount, which is not counted.
}
plot-matrix-summary = { $years ->
    [0] { $title }: no project has a year.
    [one] { $title }: { $areas ->
        [one] one area
       *[other] { $areas } areas
    } in { $first }.
   *[other] { $title }: { $areas ->
        [one] one area
       *[other] { $areas } areas
    } in { $years } years, from { $first } to { $last }.
 }
plot-matrix-largest = The largest figure: { $cell }.
plot-matrix-undated = { $n ->
    [one] One project has no year and is not here.
   *[other] { $n } projects have no year and are not here.
 }
plot-matrix-years = Years
units-summary = Each project one mark, by { $by }. { $groups }.
plot-note-other-currency = { $n ->
    [one] 1 project with an amount in another currency: not added
   *[other] { $n } projects with an amount in another currency: not added
 }
plot-only-several = of several countries
plot-only-other-currency = in another currency
plot-only-negative = negative
plot-note-unsourced = They include { $part }
