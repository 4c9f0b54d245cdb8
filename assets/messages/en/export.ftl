### What is taken away: tables for spreadsheets and for programs.

export-xlsx = Excel workbook (XLSX)
export-csv-comma = CSV with commas (Excel in Mexico)
export-csv-semicolon = CSV with semicolons (Excel in Spain)
export-json = JSON (for programs)

export-sheet-projects = Projects
export-sheet-events = Events
export-sheet-sources = Sources
export-sheet-notes = Notes
export-sheet-records = Records
export-records-note = Each record whole, so that Atalaya opens this file again. Nobody needs to read or edit this sheet.

# Columns behind the shown ones.
export-id = Id
export-currency = Currency
export-counted = Amount in the total ({ $currency })
export-assigned = Part of the chosen areas ({ $currency })
export-split-by-us = divided by us
export-why-not = Why it is not in the total
export-clause = Which amount it is
export-amount-sources = Source of the amount
export-sources = Ids of the sources
export-projects = Ids of the projects
export-cell-notes = Remarks on the row
export-why-unpublished = nobody published the amount
export-why-currency = it is in another currency
export-why-several = it is of several countries
export-why-several-unpublished = it is of several countries, and nobody published the amount

# The sheet of sources.
export-source-number = No.
export-source-title = Title
export-source-publisher = Publisher
export-source-kind = What the publisher is
export-source-address = Address
export-source-archived = Archived copy
export-source-published = Published
export-source-consulted = Consulted
export-source-tells = What rests on it here
export-source-excerpt = Passage
export-tells-amounts = amounts
export-tells-endings = endings
export-tells-records = projects
export-tells-events = events
export-tells-more = reported totals and continuity
export-tells-and-more = { $list } and { $n ->
    [one] 1 more
   *[other] { $n } more
 }

# The sheet of notes, and the text beside a CSV.
export-about-title = About this table, exported from Atalaya
export-what = What it shows
export-money = Amounts
export-filter = Filter
export-no-filter = none: the whole portfolio
export-order = Order
export-order-shown = as on screen
export-order-portfolio = as in the portfolio
export-order-ascending = { $column }, ascending
export-order-descending = { $column }, descending
export-data = Data
export-day = Exported
export-missing = What is missing
export-proves-not = What it does not prove
export-columns = How to read the table
export-left = What did not fit
export-empty = An empty cell means that nobody published it; it never means zero.
export-sums = The column “{ $column }” sums to the total above. Amounts that are not in it say why in “{ $why }”.
export-more-lines = and { $n } more; filter to see them.
export-csv-months = Of some dates only the month or the year is known (2025-03, 2025). Excel may show 2025-03 as the first of the month; nobody told that day.
export-stamp = To open this same view in Atalaya

export-left-only-table = CSV holds the table alone: the rest of each record is in XLSX and JSON files.
export-left-rows = { $n ->
    [one] 1 row did
   *[other] { $n } rows did
 } not fit into the Excel sheet, which can have 1,048,576. Filter, or export as CSV or JSON.
export-left-records = { $n ->
    [one] 1 record did
   *[other] { $n } records did
 } not fit into the sheet “Records”: they will be missing where this file is opened. Filter, or export as JSON.
export-left-long = { $n ->
    [one] 1 text was
   *[other] { $n } texts were
 } cut in the table, because a cell can have 32,767 characters. They are whole in the sheet “Records”.
export-left-characters = { $n ->
    [one] 1 text had
   *[other] { $n } texts had
 } control characters that Excel does not allow; they were left out of the table and are in the sheet “Records”.
export-left-amounts = { $n ->
    [one] 1 amount is
   *[other] { $n } amounts are
 } written as text, because Excel rounds numbers of more than fifteen digits.
export-left-references = { $n ->
    [one] 1 mention
   *[other] { $n } mentions
 } of projects outside the filter { $n ->
    [one] was
   *[other] were
 } left out.

# Without a window.
export-in-and-out = Files are missing: atalaya convert IN OUT.
export-unknown-form = { $file } cannot be written: its name must end with one of these forms: { $known }.
export-changed = { $file } was changed since it was exported ({ $date }). What is still in it was read.
export-only-table-written = The table was saved, but not the text that explains it, { $file }: { $why }
export-csv-numbers = On opening, Excel changes what looks like a number or a date (00012, 1E5, 3-2-1). In the CSV it stands as published; to see it so, bring it in with Data > From Text/CSV and choose the type Text for: { $columns }.
export-changed-cells = { $file } changed since it was exported ({ $date }). Only its sheet “{ $sheet }” is read; what was changed in the others was not taken: { $cells }{ $more ->
    [0] {""}
   *[other] ; and { $more } more
}.{ $table ->
    [0] {""}
   *[other] {" "}To make what changed in the table count, change it in Atalaya, or save its sheet as CSV and bring it in.
}
export-changed-cell = { $place } ({ $title }) says “{ $said }”
export-changed-emptied = { $place } ({ $title }) is empty
export-changed-new-row = { $place }: a new row
export-changed-gone = the row of “{ $id }” is gone from “{ $sheet }”
export-why-negative = it is negative, not counted
export-told = Exported on { $date }; filter: { $filter }. In a new portfolio it opens with the same filter, order and columns.
export-intact = All that the file says is as it was exported.
export-changed-sheet = the sheet “{ $sheet }” says something else
export-changed-no-sheet = the sheet “{ $sheet }” is gone, or is called otherwise
export-changed-new-sheet = there is a new sheet, “{ $sheet }”
export-temporary-full = the folder for temporary files, { $folder }, is full: a table this long is written there first. Free some space on that disk, or filter the table.
export-no-temporary = the folder for temporary files, { $folder }, cannot be written to: tables of more than { $n } rows are written there first. Create that folder or allow writing in it, or filter the table.
export-about-elsewhere = Beside the table there was a { $file } already that is not Atalaya’s, and it was left as it is; what explains the table is in { $place }.
export-filter-said = { $words } (as typed in Atalaya: { $typed })
