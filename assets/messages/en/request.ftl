### Requests for information: only what no source tells is asked for.

question-request = Ask for what is missing
lack-cancelled = whether it is among the cancelled awards, and when notice was given
lack-funder = the agency that funded it
lack-implementer = the organization that carried it out
lack-agreement = the grant or cooperative agreement number
lack-award = the amount awarded
lack-which-award = which of the published amounts was awarded: { $figures }
lack-country-part = the part of the amount that is for { $country }, as what was published covers several countries
lack-spent = the amount spent
lack-start = the start date
lack-planned-end = the planned end date
lack-actual-end = the date on which it ended
lack-states = the states in which the work was done
lack-counterpart = the government body that was its counterpart
request-project = { $project }: { $lacks }.
request-by = carried out by { $who }
request-agreement = agreement { $number }
request-start = start: { $date }
request-to = To: { $who }
request-reporter-title = Request for access to public information
request-reporter-opening = I request, as electronic files and preferably in an open format (spreadsheet or CSV), the documents that state the following:
request-list = The list of { $what }
request-list-both = { $n ->
    [one] the technical assistance and the { $money }
   *[other] the { $n } technical assistances and the { $money }
 } that were reported by { $who }.
request-list-count = { $n ->
    [one] the technical assistance
   *[other] the { $n } technical assistances
 } that were reported by { $who }.
request-list-money = the projects that add up to { $money }, as reported by { $who }.
request-list-date = The report was published { $when } and covers: { $covers }.
request-list-fields = For each of them: name, funding agency, implementing organization, grant or cooperative agreement number, amount awarded, amount spent, start date, planned end date, actual end date, and who continues the work, if anybody does.
request-to-whom = the labour authority of the country (write which)
request-official = official title: { $title }
request-no-list = The list of “{ $id }” is not missing: it is no reported total of this portfolio that is held against the records. One can ask for: { $known }.
request-projects = For the following projects, only what is named beside each, which was not found published:
request-reporter-close = If part of this is already public, please give the exact address where it can be consulted. If it belongs to another authority, please say which. For whatever does not exist, please state so.
request-funder-title = Request for access to information
request-funder-opening = Under the law on access to information that applies to you, I request electronic copies of the following records:
request-foia-title = Freedom of Information Act request
request-foia-opening = Under the Freedom of Information Act, 5 U.S.C. § 552, I request electronic copies of the following records:
request-funder-list = Records that contain the list of { $what }
request-funder-projects = For the following grants and cooperative agreements in { $country }, records that show what is named beside each, which was not found published:
request-funder-records = These records would suffice for each: the award document with its modifications, the last financial report, and the notice of termination, where there was one.
request-foia-close = I request a fee waiver: the information will be used to inform the public about the operations of the government and not for commercial purposes. If it is denied, please tell me before any cost is incurred. If anything is withheld, please state the exemption and release what can be segregated.
request-funder-close = If anything is withheld, please state the grounds and release the rest.
request-intro = A draft that asks only for what the records of this set lack. It is in the language of whoever receives it. Check it, correct it and send it yourself: Atalaya sends nothing.
request-counts = { $data ->
    [0] No datum of the projects of this set is missing
    [one] 1 missing datum
   *[other] { $data } missing data
 }{ $projects ->
    [0] {""}
    [one] , of 1 project
   *[other] , of { $projects } projects
 }
request-with-list = and the list that nobody has published
request-for = To
request-text = Text of the request
request-copy = Copy the request
request-save = Save…
request-restore = Back to the proposed text
request-edited = You changed this text.
request-outdated = You changed this text, and since then what is missing in the set has changed: check it.
request-none = Nothing is missing in this set that could be asked for.
request-length = { $n } characters
request-file = request
request-proposed = Text proposed from the records.
request-no-funder = No record names a funder, so there is nobody to ask.
