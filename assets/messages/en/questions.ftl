### The questions that the records leave open.

# Why a reported total is not held against the records.
refusal-no-country = Not compared: the portfolio does not say of which country it is (field “country”).
refusal-world = Not compared: it covers the whole world, and the records are of one country.
refusal-other-country = Not compared: it is of another country than the records.
refusal-savings = Not compared: it measures a claimed saving, not assistance awarded.
refusal-appropriation = Not compared: it measures what a law made available, not what was awarded to each project.
refusal-own-budget = Not compared: it is the country’s own budget, not assistance.
refusal-awards = Not compared: it adds up awards, ended or not; here the records are held against cancelled assistance.
refusal-other-measure = Not compared: it measures something else.
refusal-one-grant = Not compared: it is about a single assistance, not a set.
refusal-other-currency = Not compared: it is in another currency, and currencies are not added.

# The steps of the bridge.
step-comparable-named = Comparable: a source names them among the cancelled
step-comparable-implied = Comparable: ending inferred, no source names them
step-comparable-unknown = Comparable: not known how they ended, or sources disagree
step-marked-in = Counted in by you
step-without-amount = Comparable without a published amount
step-began-before = Began before the period
step-start-unknown = Not known whether they began in the period
step-began-after = Began after the period
step-ended-before = Had ended before the cancellation
step-several-countries = Several countries
step-other-currency = With an amount in another currency
step-marked-out = Left out by you
step-outside-filter = Comparable, left out by the filter
step-remainder = What nobody has itemised
step-over = The records hold more than was reported
step-why-named = They have a published amount and a source names them among the cancelled. That does not prove that they are part of the reported total.
step-why-implied = They have a published amount and were running; a statement about all grants covers them without naming them.
step-why-unknown = They have a published amount, but it is not known how they ended, or sources contradict each other.
step-why-marked-in = The rule does not count them; you did, for the reason you noted.
step-why-without-amount = They may be part of the total; as nobody published their amount, they add nothing. That is not the same as zero.
step-why-began-before = Part of their money may belong to the period, but nobody published how much: it is not added.
step-why-start-unknown = Their start is not known, or not exactly enough: it is not added.
step-why-began-after = They began when the period was over: not added.
step-why-ended-before = They had ended before the cancellation. Shown aside, adding nothing.
step-why-several-countries = Nobody published which part is this country’s: not added.
step-why-other-currency = Currencies are not added.
step-why-marked-out = You left them out, for the reason you noted.
step-why-outside-filter = They are in the portfolio, but not in the set you see now.
step-why-remainder = Other agencies, other projects or another way of counting: not known. It is not spread over the records.

# The bridge in words.
bridge-choose = Reported total
bridge-form = Show as
bridge-bars = Bars
bridge-waterfall = Waterfall
bridge-table = Table
bridge-copy = Copy with source
bridge-reported-bar = What was reported
bridge-records-bar = What the records hold that is comparable
bridge-summary = { $n ->
    [one] 1 comparable record
   *[other] { $n } comparable records
 }, { $with ->
    [one] 1 with a published amount, hold
   *[other] { $with } with a published amount, hold
 } { $records }; { $reported } were reported. Nobody has itemised { $rest }.
bridge-summary-equal = { $n ->
    [one] 1 comparable record
   *[other] { $n } comparable records
 }, { $with ->
    [one] 1 with a published amount, hold
   *[other] { $with } with a published amount, hold
 } { $records }, as much as was reported. That the sums agree does not prove that the projects are the same.
bridge-summary-over = { $n ->
    [one] 1 comparable record
   *[other] { $n } comparable records
 }, { $with ->
    [one] 1 with a published amount, hold
   *[other] { $with } with a published amount, hold
 } { $records }; { $reported } were reported: the records hold { $rest } more.
bridge-summary-unknown = { $n ->
    [one] Of 1 comparable record nobody published the amount
   *[other] Of none of the { $n } comparable records the amount was published
 }; { $reported } were reported. Nobody has itemised { $rest }.
bridge-summary-nothing-told = { $n ->
    [one] Of 1 comparable record nobody published the amount
   *[other] Of none of the { $n } comparable records the amount was published
 }; whoever reported gave no amount.
bridge-summary-none = No record of this set can be held against this total.
bridge-summary-no-amount = { $n ->
    [one] 1 comparable record
   *[other] { $n } comparable records
 }, { $with ->
    [one] 1 with a published amount, hold
   *[other] { $with } with a published amount, hold
 } { $records }; whoever reported gave no amount.
bridge-summary-outside = The filter leaves out comparable records of { $money }.
bridge-range = Depending on the source, the records hold between { $low } and { $high }.
bridge-range-rest = What nobody has itemised is then between { $low } and { $high }.
bridge-range-step = depending on the source, between { $low } and { $high }
bridge-aside = aside: { $money }
bridge-adds-nothing = adds nothing
bridge-cannot-tell = cannot be told
bridge-not-the-list = No source publishes which { $n ->
    [one] one was reported
   *[other] { $n } were reported
 }; the records are another account. { $named ->
    [0] No source names any of the comparable records among the cancelled
    [one] Of the comparable records, sources name 1 among the cancelled
   *[other] Of the comparable records, sources name { $named } among the cancelled
 }.
bridge-no-period = Whoever reported did not say which period: no record is set apart by its start.
bridge-no-period-start = Whoever reported did not say since when: records that began earlier are not set apart.
bridge-no-period-end = Whoever reported did not say until when.
bridge-no-amount = Without a reported amount it cannot be told what remains to be itemised.
bridge-filtered = A filter is set: what it leaves out has a step of its own.
bridge-remainder-is = What nobody has itemised may be other agencies, other projects or another way of counting: not known.
bridge-mark-in = Counted in by the person using the program: { $project } ({ $reason })
bridge-mark-out = Left out by the person using the program: { $project } ({ $reason })
bridge-mark-gone = There is a mark on “{ $project }”, which is not in this portfolio: it is kept and changes nothing.
bridge-mark-idle = The mark that counts “{ $project }” in does not change the sum: it is of several countries or in another currency.
bridge-unlike = Totals that are not compared, and why
bridge-none = This portfolio has no reported totals.
bridge-none-like = None of this portfolio’s reported totals can be held against its records.
bridge-column-step = Step
bridge-column-adds = Adds
bridge-column-range = Depending on the source
bridge-column-aside = Aside
bridge-total-row = Reported total
bridge-not-shared = These marks are yours: they are kept apart from the published data and go along in what you copy.
copy-filter = Filter: { $filter }
mark-out = Leave out…
mark-in = Count in…
mark-remove = Remove mark
mark-reason = Why?
mark-reason-of = Reason for { $project }
mark-save = Save
mark-cancel = Cancel
mark-saved-out = Left out: { $reason }
mark-saved-in = Counted in: { $reason }
