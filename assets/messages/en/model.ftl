### The names of what the records hold. Capitals for those that stand alone; small letters for those inside a sentence.

## How a project ended, and on what that rests.

ending-named = Named in a source
ending-implied = Inferred: no source names it
ending-before = Ended before
ending-unknown = Not known

## Status, as the source prints it.

status-planned = Planned
status-active = Active
status-suspended = Suspended
status-closed = Closed
status-cancelled = Cancelled

## What an organisation does in a project.

role-funding = funds it
role-accountable = answers for the project
role-extending = passes the funds on
role-implementing = run by
role-partner = partner

## What an organisation is.

org-government = Government
org-multilateral = Multilateral organisation
org-ngo = Civil society organisation
org-union = Trade union
org-business = Business organisation
org-company = Company
org-university = University
org-other = Other

## Who publishes the source, seen from the projects.

publisher-funder = The funder
publisher-implementer = The implementer
publisher-government = Government
publisher-press = Press
publisher-other = Another source

## What sort of thing an event is.

event-launch = Launch
event-exchange = Exchange
event-meeting = Meeting
event-training = Training
event-agreement = Agreement
event-award = Award
event-evaluation = Evaluation
event-cancellation = Cancellation
event-report = Report
event-legal = Rule or legal process

## What an amount is.

amount-award = awarded
amount-funding-line = funding line
amount-total = total
amount-reported = reported by others
amount-announced = announced (not an amount awarded)
amount-ceiling = ceiling of the call (not an amount awarded)
amount-disbursement = disbursed
amount-expenditure = spent
amount-budget = budgeted

## Which clause of the rule gave the headline amount.

clause-lines = sum of the source’s yearly lines
clause-award = amount awarded according to the source
clause-total = total at one date according to the source
clause-reported = amount awarded as a third party reports it
clause-currency = Among amounts in several currencies that are equal by the rule, the one in the portfolio's ({ $currency }) speaks: amounts in different currencies are not compared.

## What is known of who goes on.

continuity-unknown = Not known: no source tells
continuity-none = A source says that nobody continues it
continuity-new-in-area = Something new in the same area (no source says that it replaces a project)
continuity-partial = Taken up in part
continuity-continued = Continued

## One record of each list.

record-reported-total = reported total
record-theme = thematic area
record-topic = topic
record-sector = sector
record-support = supported group
record-place = place
record-organization = organisation
record-source = source
record-project = project
record-event = event
record-continuity = continuity record
