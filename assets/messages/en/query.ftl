### Filters, fields, names of values and the sentence that says the set.

## Errors of the filter's text
filter-unknown-field = There is no field “{ $field }”. There are: { $known }.
filter-unknown-value = “{ $value }” is no value of { $field }. There are: { $known }.
filter-bad-date = “{ $value }” is neither a date nor a range for { $field }. Write 2022, 2022-03, 2022-03-20, 2021..2023, >=2022 or <=2022.
filter-bad-year = “{ $value }” is neither a year nor a range of years. Write 2022, 2021..2023, >=2022 or <=2022.
filter-bad-amount = “{ $value }” is neither an amount nor a range. Write 5000000, 5M, 1M..5M, >=5M or <=5M.
filter-unclosed-quote = A quote is not closed.
filter-no-value = A value is missing after “{ $field }:”. For what nobody published write “{ $field }:?”.

## Fields
field-theme = Thematic area
field-topic = Topic
field-status = Published status
field-ending = How it ended
field-implementer = Implementer
field-org = Organisation
field-state = State
field-sector = Economic sector
field-supports = Whom it supported
field-counterpart = Government counterpart
field-scope = Scope
field-year = Year of award
field-start = Started in
field-end = Ended in (actual or planned)
field-active = Active in
field-amount = Amount awarded
field-currency = Currency
field-source = Source
field-doubt = What is in doubt
field-name = Name
field-id = Project

## What is missing
missing-value = Not published
missing-state = State not published
missing-sector = Sector not published
missing-counterpart = Counterpart not published
missing-implementer = Implementer not published
missing-theme = No thematic area
missing-date = No date
missing-amount = Amount not published

## Scope and doubts
scope-country = The portfolio’s country
scope-country-within = this country
scope-multi-country = Several countries
doubt-amount-unknown = Amount not published
doubt-amount-matched = Amount attributed by matching
doubt-sources-disagree = Sources disagree
doubt-equal-split = Split in equal parts
doubt-one-source = Only one source of the amount
doubt-no-source = The amount has no source
doubt-inexact-date = Inexact date

## Ranges
range-between = { $from } to { $to }
range-from = from { $from } on
range-to = up to { $to }
range-any = any published

## Money
money-millions-usd = USD { $n } M
money-millions-other = { $currency } { $n } M
money-spoken-usd = { $n } million US dollars
money-spoken-other = { $n } million { $currency }
source-undated = { $publisher }, undated

## The sentence
sentence-all = All projects
sentence-all-where = { " " }in { $country }: { $n ->
    [one] 1 project
   *[other] { $n } projects
 }
sentence-none = No project
sentence-projects = { $n ->
    [one] 1 project
   *[other] { $n } projects
 }
sentence-colon = :{ " " }
sentence-awarded = { $money } awarded
sentence-whole = { $money } in whole
sentence-of-which = , of which{ " " }
sentence-assigned = { $n } are assigned to this area
sentence-split-by-us = { " " }({ $n ->
    [one] 1 split by us
   *[other] { $n } split by us
 })
sentence-no-amount = : no amount published
sentence-without = { $n ->
    [one] 1 without a published amount
   *[other] { $n } without a published amount
 }
sentence-multi = { $n ->
    [one] 1 of several countries, aside
   *[other] { $n } of several countries, aside
 }
sentence-only-multi = : nobody published the part of { $country }, so nothing is added
sentence-other-currency = { $n ->
    [one] 1 in another currency
   *[other] { $n } in another currency
 }: { $money } { $currency }
sentence-perhaps = { " " }({ $n ->
    [one] 1 perhaps: its date or its end is not known exactly
   *[other] { $n } perhaps: their dates or ends are not known exactly
 })
sentence-or = { $list }
list-or = { " " }or{ " " }
sentence-not = except { $term }
sentence-missing = with { $value }
sentence-word = { $n ->
    [one] that mentions “{ $value }”
   *[other] that mention “{ $value }”
 }
sentence-theme = on { $value }
sentence-topic = about { $value }
sentence-status = with published status “{ $value }”
sentence-ending = with ending “{ $value }”
sentence-implementer = run by { $value }
sentence-org = with { $value } taking part
sentence-state = in { $value }
sentence-sector = in the sector { $value }
sentence-supports = that supported { $value }
sentence-counterpart = with the counterpart { $value }
sentence-scope = ({ $value })
sentence-year = { $form ->
    [range] awarded { $value }
   *[one] awarded in { $value }
 }
sentence-start = { $form ->
    [range] started { $value }
   *[one] started in { $value }
 }
sentence-end = { $form ->
    [range] with actual or planned end { $value }
   *[one] with actual or planned end in { $value }
 }
sentence-active = { $form ->
    [range] active { $value }
   *[one] active in { $value }
 }
sentence-amount = with an amount of { $value }
sentence-currency = in { $value }
sentence-source = according to { $value }
sentence-doubt = in doubt: { $value }
sentence-name = with { $value } in the name
sentence-id = chosen: { $value }
line-no-amount = No amount published
line-with-amount = { " " }· { $n } of { $of } with a published amount
line-without = { $n } without
amount-negative = Negative amount, not counted
amount-negative-short = negative, not counted
amount-other-currency = In another currency
amount-of-several-only = Only of several countries, apart
doubt-amount-negative = Negative amount, not counted
sentence-none-counted = : no amount that can be added
sentence-negative = ; { $n ->
    [one] 1 with a negative amount, which is not counted
   *[other] { $n } with a negative amount, which is not counted
 }
line-none-counted = No amount that can be added
line-negative = { $n } with a negative amount
amount-other-currency-short = in another currency
line-other-currency = { $n ->
    [one] 1 in another currency, not added
   *[other] { $n } in another currency, not added
 }
sum-unsourced = { $n ->
    [one] { $money } of one project, without a source
   *[other] { $money } of { $n } projects, without a source
 }
