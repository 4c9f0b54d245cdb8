### Tables that are brought in: which field each column is, what was noticed on the way, and the Excel template.

## Fields that a column can be; they are also the headers of the template.

target-id = Identifier
target-name-es = Name in Spanish
target-name-en = Name in English
target-acronym = Acronym
target-summary-es = Summary in Spanish
target-summary-en = Summary in English
target-agreement = Agreement number
target-implementer = Implementer
target-funder = Funder
target-partner = Partners
target-accountable = Accountable organization
target-start = Start
target-planned-end = Planned end
target-actual-end = Actual end
target-status = Published status
target-status-as-of = Status as of
target-ending = How it ended
target-award = Amount awarded
target-funding-line = Funding line
target-total = Total to date
target-reported = Reported amount
target-announced = Announced amount
target-ceiling = Award ceiling
target-disbursement = Disbursed
target-expenditure = Spent
target-budget = Budget
target-currency = Currency
target-fiscal-year = Fiscal year
target-amount-as-of = Amount as of
target-theme = Thematic area
target-theme-share = Share of the area
target-state = States
target-sector = Sectors
target-supports = Whom it supported
target-counterpart-es = Counterpart in Spanish
target-counterpart-en = Counterpart in English
target-country = Country
target-source = Source
target-notes-es = Notes in Spanish
target-notes-en = Notes in English
target-transaction = Transaction amount
target-transaction-type = Transaction type
target-transaction-key = Transaction key
target-ignore = Not taken

## What was noticed while reading the table.

sheet-formula-errors =
    { $count ->
        [one] One formula gives an error (row { $line }); that cell is taken as empty.
       *[other] { $count } formulas give an error (the first in row { $line }); those cells are taken as empty.
    }
sheet-merged =
    { $count ->
        [one] One merged cell got what the first one says; amounts are not repeated.
       *[other] { $count } merged cells got what the first one of their group says; amounts are not repeated.
    }
sheet-breaks-off = The file breaks off in row { $line }. What stands before was read; ask for the whole file.
sheet-columns-left-out = Up to { $most } columns are read; cells with data in { $count } more were left out. Delete the columns that are not needed.
sheet-rows-left-out = The table is too large: from row { $line } on it was not read. Split it into several files.
sheet-from-1904 = The workbook counts days from 1904; its dates were read so.
sheet-not-text = Some bytes are no text in { $encoding }; “�” stands in their place. Choose another encoding.
sheet-open-quote = A quotation mark opened in line { $line } is never closed; from there on, marks were not taken into account.
sheet-failed-line = Row of origin
sheet-failed-why = What is missing

## Why something has no place, in a table.

loss-contradicts = another row or column of the same project says something else; what comes first stands
loss-totals-row = a row of totals; not a project
loss-shares-sum = the percentages do not sum to 100; the areas are left without one, and the amount is divided among them in equal parts, marked as our division

## Workbooks that cannot be read.

unreadable-bomb = “{ $file }” would take more than { $most } MB once unpacked and is not opened. Save only the sheet that you need in a new workbook.
unreadable-damaged = “{ $file }” is damaged or incomplete. Open it in Excel or LibreOffice, save it again and try once more.
unreadable-locked = “{ $file }” has a password. Save a copy without it.
unreadable-not-a-table = “{ $file }” is not a table that can be read. Save it as an Excel workbook (.xlsx), an OpenDocument sheet (.ods) or CSV.

## The Excel template.

template-projects = Projects
template-explanation = Explanation
template-examples = Examples
template-lists = Lists
template-column = Column
template-what = What goes into it
template-intro-fill = Fill in the sheet “Projects”, one row for each project. Only the name is needed; leave empty what you do not know.
template-intro-unknown = An empty cell means “not known” and is never counted as zero. Where a source does not publish something, do not work it out.
template-intro-rows = Where a project has several amounts, areas or sources, you may repeat the row with the same identifier or agreement number.
template-intro-back = Save the workbook and open it in Atalaya, or drop it on the window: before anything is kept you will see what was understood and what was not.
explain-id = A short key of its own, such as “senderos”. Left empty, it is made of the acronym or the name.
explain-name = The official name of the project in that language. One of the two is enough.
explain-acronym = What it is called for short.
explain-summary = What it was for, in two or three sentences, in that language.
explain-agreement = The number that the funder gave to the agreement. By it the same project is known in another list.
explain-organizations = Name of the organization; separate several by semicolons. The acronym may stand in brackets: “International Labour Organization (ILO)”.
explain-date = A date as exact as the source tells it: 2025, 2025-03 or 2025-03-20. Add ~ if it is approximate or ? if it is doubtful.
explain-actual-end = Only where a source says when it really ended. Do not infer it from the planned date.
explain-status = The status that the source prints. Choose from the list.
explain-ending = How the ending is known: a source names it among the cancelled, it is inferred, it ended before, or it is not known.
explain-award = How much the funder granted, by the source of the row: a number, or “4.4 million”.
explain-disbursed = How much was paid to the implementer, by the source of the row.
explain-currency = The three letters of the currency of the row’s amounts: USD, MXN.
explain-theme = The thematic area; separate several by semicolons. Where a source says which part each has: “Child labour 60%; Inspection 40%”.
explain-state = The states that the source names, separated by semicolons. Empty means that it was not published.
explain-list = One or several, separated by semicolons.
explain-counterpart = The authority that it worked with, in that language.
explain-source = The address of the page that says it, or its title. Several go on lines of their own.
explain-notes = What those who check these data should know.
sheet-no-formats = Of an .xls workbook it is not read in which currency numbers are shown: check “Currency where none is told”, or save it as .xlsx, where it is read.
sheet-cut-short = The file seems to be cut short: it ends in the middle of row { $line }, which has fewer cells than the others. What it says so far came in; check it, and ask for the whole file.
