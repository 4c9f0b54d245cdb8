### What was cut short.

reading-named = Only what sources name
reading-presumed = All that is not known to have ended
reading-named-short = as sources name it
reading-presumed-short = if all that was running stopped
cut-reading = Reading
cut-reading-is = Reading: { $reading }
cut-said-tried = With a cut-off that you are trying ({ $date }):
cut-group-without = { $count }, { $n } without an amount that counts
cut-divided = { $n ->
    [one] 1 project of several groups is divided among them in equal parts: that is our doing.
   *[other] { $n } projects of several groups are divided among them in equal parts: that is our doing.
 }
cut-cell-whole = had ended
cut-cell-not-read = no source names it
cut-cell-no-plan = no published plan
cut-cell-crossed = dates that contradict
cut-cell-no-money = no amount that counts
cut-said-named = Going by what sources name:
cut-said-presumed = If all that is not known to have ended stopped { $when }:
cut-no-cutoff = The portfolio does not say on which date funding was cut, so that of “all that is not known to have ended” only what has a published end counts:
cut-none-named = no project of this set is known to have stopped before its planned end.
cut-none-presumed = no project of this set would have stopped before its planned end.
cut-said-no-plan = { $n ->
    [one] Of 1 that stopped no start or planned end was published: it cannot be reckoned.
   *[other] Of { $n } that stopped no start or planned end was published: it cannot be reckoned.
 }
cut-said-crossed = { $n ->
    [one] The dates of 1 contradict each other: it is not reckoned.
   *[other] The dates of { $n } contradict each other: they are not reckoned.
 }
cut-money-partly-published = { $n ->
    [one] Of 1 the spending was published
   *[other] Of { $n } the spending was published
 }: of what was left unspent, { $money } are no estimate.
cut-count = { $n ->
    [one] 1 project stopped before its planned end.
   *[other] { $n } projects stopped before their planned end.
 }
cut-count-presumed = { $n ->
    [one] 1 project would have stopped before its planned end.
   *[other] { $n } projects would have stopped before their planned end.
 }
cut-money-even = { $n ->
    [one] The one whose amount can be added was awarded { $award }; { $cut } would have been left unspent
   *[other] The { $n } whose amount can be added were awarded { $award }; { $cut } would have been left unspent
 } (estimate at an even pace; the records do not say what was spent in that currency).
cut-money-between = { $n ->
    [one] The one whose amount can be added was awarded { $award }; { $cut } would have been left unspent
   *[other] The { $n } whose amount can be added were awarded { $award }; { $cut } would have been left unspent
 }, between { $low } and { $high }, since the dates are not exact (estimate at an even pace; the records do not say what was spent in that currency).
cut-money-published = { $n ->
    [one] The one whose amount can be added was awarded { $award }; { $cut } were left unspent
   *[other] The { $n } whose amount can be added were awarded { $award }; { $cut } were left unspent
 }, by what was published as spent.
cut-without-amount = { $n ->
    [one] 1 has no amount that can be counted: nobody published it, it is of several countries or in another currency.
   *[other] { $n } have no amount that can be counted: nobody published it, it is of several countries or in another currency.
 }
cut-estimate-partly-told = estimate at an even pace; of a part the spending was published up to an earlier date
cut-estimate-spent = estimate at an even pace, at most what was left: { $money } were published as spent up to { $date }
cut-money-partly-told = { $n ->
    [one] The one whose amount can be added was awarded { $award }; { $cut } would have been left unspent
   *[other] The { $n } whose amount can be added were awarded { $award }; { $cut } would have been left unspent
 }, between { $low } and { $high } (estimate at an even pace).
cut-partly-told = { $n ->
    [one] Of 1 the spending was published up to an earlier date only: what was left then is the most that can have been left.
   *[other] Of { $n } the spending was published up to an earlier date only: what was left then is the most that can have been left.
 }
cut-estimate = estimate at an even pace; the records do not say what was spent in that currency
cut-estimate-short = est.
cut-months-short = { $n ->
    [one] 1 month
   *[other] { $n } months
 }
cut-months = { $n ->
    [one] 1 month ahead
   *[other] { $n } months ahead
 } ({ $share } of its planned time)
cut-days = { $days ->
    [one] 1 day ahead
   *[other] { $days } days ahead
 } ({ $share } of its planned time)
cut-stated = · ended { $stop }, as a source says
cut-ceiling = Ceiling of the call
cut-award = Awarded
cut-spent = Spent
cut-spent-until = Spent up to { $date }
cut-rest = Unspent
cut-apart-not-read = No source names them: this reading says nothing of them
cut-apart-no-plan = No published start or planned end: what lay ahead cannot be told
cut-apart-crossed = Their dates contradict each other: not reckoned
cut-apart-whole = Had ended, or their time had run out
cut-groups = Unspent
cut-by = By
cut-by-theme = Thematic area
cut-by-implementer = Run by
cut-by-state = State
cut-strips = Project by project
cut-copy = Copy with source
cut-tried = Cut-off that you are trying: { $date }. The portfolio’s: { $own }.
cut-restore = Back to the portfolio’s cut-off
cut-no-own = none
column-months-ahead = Months ahead
column-share-ahead = Share of its time
column-cut-money = Unspent, estimated
standing-title = Cut-off
standing-field = Date of the cut-off
standing-whole = On { $date }, by the plans: { $ran } under way, { $ended } ended, { $later } to come. Of what was awarded to those under way, { $money } lay ahead (estimate at an even pace; { $spent ->
    [0] of none of those added is the spending known in the same currency
    [one] of 1 what was spent was published, and is not used here
   *[other] of { $spent } what was spent was published, and is not used here
 }).
standing-without = { $n ->
    [one] 1 of them has no amount that counts.
   *[other] { $n } of them have no amount that counts.
 }
standing-theme = { $theme }: { $ran } under way, { $ended } ended, { $money } ahead
standing-handle = Cut-off: { $date }. Arrows: a month; with Shift, a day
cut-column-time = Time ahead
amount-not-added = { $money }, in another currency: not added
cut-rest-unknown = cannot be estimated without an award that can be added
