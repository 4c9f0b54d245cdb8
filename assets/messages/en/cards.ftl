### The card of a figure: what it is, how it was made, what it lacks and what it does not prove.

card-how-title = How it was made
card-lacks-title = What it lacks
card-proves-not-title = What it does not prove
card-sources-title = Sources
card-tellings-title = What each source says
card-notes-title = Notes for people who check
card-copy = Copy with source
card-copied = Copied
card-copy-hint = The figure with what it is, its sources, what it lacks and the date of the data
card-close = Close the card
card-sum = Sum
card-record-name = { $name }: { $figure }
card-part-of = { $part } of { $whole }
card-unit = { $spoken } ({ $exact })

## What the figure is of
card-total = Amount awarded, all projects
card-total-set = Amount awarded, this set
card-set = Projects { $terms }
card-assigned = Amount assigned to { $theme }
card-assigned-whole = It is a part: the whole amounts of these projects sum to { $whole }.
card-multi = Projects of several countries, aside
card-multi-lead = Amount for several countries: nobody published the part of { $country }, so it is not added to its totals.
card-group = { $field }: { $value }
card-group-of = It is a part of the { $whole } of this set.
card-group-empty = No project of this set
card-headline = Amount awarded: { $name }
card-reported = A total reported by others
card-endings = By how the ending is known
card-which = Which are the { $n }?
card-records = { $n ->
    [one] 1 project
   *[other] { $n } projects
 }
card-projects = { $n ->
    [one] 1 project
   *[other] { $n } projects
 }
card-assistances = { $n ->
    [one] 1 assistance
   *[other] { $n } assistances
 }
card-grants = { $n ->
    [one] 1 grant or programme
   *[other] { $n } grants or programmes
 }
card-source-amounts = { $n ->
    [one] 1 amount
   *[other] { $n } amounts
 }
card-source-reported = reported total

## How it was made
card-how-sum = The headline amount of each project of the country alone, summed; what nobody published is not in it, not even as zero.
card-how-headline = The headline amount is that of the preferred source: funder, then implementer, government, press and others; among equals, the latest.
card-how-whole = Amounts are whole, not divided among areas, states or organisations.
card-how-matched = { $n ->
    [one] 1 amount was attributed by matching subject, date or organisation: its source does not name the project.
   *[other] { $n } amounts were attributed by matching subject, date or organisation: their sources do not name the project.
 }
card-how-matched-one = The figure was attributed by matching subject, date or organisation: its source does not name the project.
card-how-themes = A project of several areas is divided as published; where nobody publishes percentages, in equal parts (our decision). The areas sum to the total.
card-how-reading = The thematic areas are our reading of each project’s aim.
card-how-split = { $n ->
    [one] 1 project was divided in equal parts (our decision).
   *[other] { $n } projects were divided in equal parts (our decision).
 }
card-how-assumed = Of this figure, { $money } result from a division that no source publishes.
card-how-multi = The whole headline amounts, for all countries of each project, summed.
card-how-year-award = Each amount goes to the fiscal year of its line; without lines, to the year in which the project started.
card-how-year-even = An estimate: each amount is spread evenly over the planned months of the project (our decision).
card-how-state = A project in several states is divided in equal parts (our decision); nobody publishes amounts by state.
card-how-implementer = A project run by several organisations is divided in equal parts (our decision).
card-how-sector = A project in several sectors is divided in equal parts (our decision).
card-how-ending = Each project counts once, by how its ending is known: named by a source, inferred, earlier or not known.
card-how-status = Each project counts once, with the status that a source published.
card-how-lines = Lines of the source: { $parts } = { $sum }.
card-how-order = The funder’s source is preferred, then the implementer’s, government, press and others; within one source its lines summed, then the award, the total and what was reported; among equals, the latest; where a source gives several currencies, the portfolio's. Ceilings and announcements do not count.
card-how-reported = As the source said it; nothing was calculated here.

## What it lacks
card-lacks-amount = { $n ->
    [one] 1 project without a published amount
   *[other] { $n } projects without a published amount
 }
card-lacks-multi = { $n ->
    [one] 1 of several countries: not added, nobody published the part of { $country }
   *[other] { $n } of several countries: not added, nobody published the part of { $country }
 }
card-lacks-currency = { $n ->
    [one] 1 in another currency: { $money } { $currency }, not added
   *[other] { $n } in another currency: { $money } { $currency }, not added
 }
card-lacks-perhaps = { $n ->
    [one] 1 belongs perhaps: its date or its ending is not known exactly
   *[other] { $n } belong perhaps: their date or their ending is not known exactly
 }
card-lacks-second = A second source: only one gives what was awarded
card-lacks-source = A source
card-lacks-money = The amount was not published
card-lacks-not-awards = { $n ->
    [one] 1 more figure of the record is not an award (ceiling, announcement or spending)
   *[other] { $n } more figures of the record are not awards (ceilings, announcements or spending)
 }
card-no-amount = No source seen publishes an amount of this project.
card-no-award = Sources give ceilings or announcements, but none publishes what was awarded.

## What it does not prove
card-not-spent = It does not say how much was spent or paid out
card-not-list = It is not the list of the { $n } reported as cancelled
card-not-part = It is not a part of the reported total: these are two accounts
card-not-country = It does not say how much was for { $country }
card-not-state = It is not what reached { $state }: the division is ours
card-not-received = It is not what { $who } received: part may have gone to other organisations
card-not-year = It does not say how much was spent in each year
card-not-zero = That it was not published does not mean that it was zero
card-not-compared = It is held only against what measures the same, in the same country and period
card-not-itemised = It does not say which projects it covers

## Reported totals
card-who = Who reports
card-count = How many
card-covers = What it covers
card-country = Country
card-world = World
card-measures = What is measured
card-period-title = Period
card-period = { $from } to { $to }
card-period-none = period not published
card-period-from = from { $from }
card-period-to = until { $to }
card-as-of = Said on
measure-cancelled-assistance = cancelled assistance
measure-cancelled-grants = cancelled grants
measure-awards = awards
measure-appropriation = appropriation by law
measure-savings = claimed savings
measure-national-budget = national budget

## Endings, and those that nobody lists
card-ending-part = { $ending } · { $n ->
    [one] 1 project
   *[other] { $n } projects
 }
card-two-accounts = Two different accounts: { $who } reported { $what }; the records here were made project by project and are not a part of that figure.
card-which-nobody = Nobody has published the list.
card-which-reported = What is known: { $who } reported { $what }, { $period } ({ $source }).
card-which-other = This portfolio is another account, made from public sources: { $n ->
    [one] 1 project
   *[other] { $n } projects
 } in { $country } alone{ $multi ->
    [0] .
    [one] { " " }and 1 of several countries.
   *[other] { " " }and { $multi } of several countries.
 }
card-which-chance = That { $n } is near { $count } is chance: it does not mean that they are the same.
card-which-named = { $n ->
    [0] Named by a source among what was cancelled
    [one] 1 project that a source names among what was cancelled
   *[other] { $n } projects that a source names among what was cancelled
 }
card-which-parts = The { $n } records here, by how their ending is known
card-which-said = What sources do say
card-which-none-named = No source names a project of this portfolio among what was cancelled.
card-which-last-action = “{ $event }”, of { $project } ({ $date }), is among the last actions under the cancelled assistances. This implies that { $project } is one of them, but no source says so in those words.

## What is copied
card-copy-lacks = Lacking: { $what }
card-copy-not = Limits: { $what }
card-copy-sources-title = Sources:
card-copy-version = Atalaya, “{ $title }”, data as of { $date }

## The fact file
dossier-title = Fact file
dossier-intro = Each figure of this view with its sentence, the passage of its source where there is one, where to consult it, rival figures, what it lacks and what it does not prove.
dossier-copy = Copy the fact file
dossier-save = Save…
dossier-file = fact-file
source-excerpt = Passage: “{ $passage }”
source-archived = Archived copy: { $url }
source-consulted = Consulted: { $date }
card-event-projects = Projects that the source names
detail-archived = Archived copy
detail-excerpt = Passage of the source
verb-fact-file = Fact file
verb-copy-with-source = Copy with source
card-lacks-negative = { $n ->
    [one] 1 project with a negative amount, which is not counted
   *[other] { $n } projects with a negative amount, which is not counted
}
