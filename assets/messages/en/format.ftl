### What is wrong in a file, where, and what to do.

## Values
fault-date-form = “{ $text }” is not a date. Write 2025, 2025-03 or 2025-03-20; add ~ if it is approximate or ? if it is doubtful.
fault-date-month = the date “{ $text }” does not exist: there is no such month. Write year-month-day, as in 2025-03-20.
fault-date-day = the date “{ $text }” does not exist: that month has no such day. Correct it, or leave only year and month.
fault-amount-form = “{ $text }” is not an amount. Write a number without quotes or commas, such as 4400000 or 590128.50.
fault-amount-size = the amount “{ $text }” has more than two decimals or is too large to be kept to the cent.
fault-currency-form = “{ $text }” is not a currency. Write its three capital letters, such as "USD" or "MXN".
fault-share-form = “{ $text }” is not a percentage. Write a number from 0 to 100 with at most two decimals, such as 33.33.

## Form
problem-in-file = { $file }, line { $line }, column { $column }: { $text }
problem-at = { $where }: { $what }
problem-record = { $noun } “{ $id }”
problem-nth-record = { $noun } number { $n }
problem-field = field { $field }
problem-list = list { $list }
problem-header = head of the file
effect-left-out = The record is not shown.
effect-not-used = This field is not used.
effect-list-left-out = This list is not shown or is incomplete.
effect-not-counted = The record is shown, but this is not counted.
problem-unknown-field = this version does not know the field “{ $field }”. It stays in the file; check the spelling.
problem-missing-field = the field “{ $field }” is missing. Add it.
problem-double-field = the field “{ $field }” stands twice. Leave one.
problem-unknown-word = “{ $found }” is not allowed here. Write one of these words, without quotes: { $allowed }.
problem-expected-text = a text in quotes belongs here.
problem-expected-date = a date in quotes belongs here: "2025", "2025-03" or "2025-03-20".
problem-expected-whole = a whole number without quotes belongs here, neither negative nor too large.
problem-expected-year = a year of four digits without quotes belongs here, such as 2025.
problem-expected-number = a number without quotes belongs here.
problem-expected-yes-no = true or false belongs here.
problem-expected-list = a list in brackets belongs here: [ … ].
problem-expected-record = a record in parentheses belongs here: (field: value, …).
problem-expected-word = the name of a field or a word without quotes belongs here. If it stands in quotes, leave them off.
problem-syntax = the text does not follow the form of the file at this point. Check whether a comma, a quote or a parenthesis is missing.
problem-thousands = a number is written without commas: 4400000, not 4,400,000.
problem-unclosed = what opens here (a parenthesis, a bracket, a quote or a comment) is never closed. What stands before it was read.
problem-too-deep = there are too many parentheses within one another.
problem-not-utf8 = there are bytes that are not text in UTF-8. Save the file with the encoding UTF-8.

## Rules
rule-empty-id = the id is empty. Write one that no other record of the list has.
rule-double-id = an earlier record has the same id. Change one of the two.
rule-missing-reference = it refers to the { $noun } “{ $id }”, which is not in the file. Add that record or correct the id.
rule-end-before-start = it ends ({ $end }) before it starts ({ $start }). Correct one of the two dates.
rule-shares-over-100 = the percentages sum to { $sum }, more than 100. Its amount shows without an area until they are corrected.
rule-theme-twice = the area “{ $id }” stands twice. Leave one.
rule-negative-amount = the amount { $value } is negative. Write how much was awarded, or take it out if it is not known.
rule-no-name = it has no name in any language. Write one.

## Files that cannot be read
unreadable-not-found = There is no file “{ $file }”. Check the name and the folder.
unreadable-no-permission = The system does not allow “{ $file }” to be read. Check the permissions of the file.
unreadable-folder = “{ $file }” is a folder. Choose a file.
unreadable-io = “{ $file }” could not be read. Check the disk or the connection and try again. The system says: { $why }
unreadable-too-large = “{ $file }” has { $size } MB; with this machine’s free memory files of up to { $most } MB are read. Close other programs or divide the file into several portfolios.
unreadable-cancelled = “{ $file }” was not opened to its end: you cancelled it.
unreadable-empty = “{ $file }” is empty.
unreadable-not-text = “{ $file }” is not a text file in UTF-8. If it comes from an editor, save it with the encoding UTF-8.
unreadable-not-a-portfolio = “{ $file }” does not have the form of a portfolio (line { $line }). It must begin with a parenthesis and its fields; see docs/FORMAT.md.
unreadable-too-deep = “{ $file }” has too many parentheses within one another (line { $line }) and does not open.
unreadable-no-schema = “{ $file }” does not tell the version of its format. Add “schema: { $schema },” at its head.
unreadable-newer-schema = “{ $file }” has version { $found } of the format and this program knows { $known }. Open it with a newer version of Atalaya.
unreadable-unknown-schema = “{ $file }” asks for version “{ $found }” of the format, which does not exist; this program reads { $known }. Write “schema: { $known },”.
rule-unknown-measure = “{ $text }” is none of the known measures, so this total is not compared with the records. If it is one of these, choose it: { $known }.
