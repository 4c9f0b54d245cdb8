### Without a window: the command line.

cli-help =
    Atalaya: projects of international assistance, every figure with its source.
    
    atalaya [FILE]                   opens the window
    atalaya --clean                  opens it without the kept settings and without a file
    atalaya check [FILE]             says what is wrong with a file, a problem a line
    atalaya query [FILE] …           answers what the window answers
    atalaya reconcile [FILE] …       a reported total and what the records hold, step by step
    atalaya cut-short [FILE] …       what was cut short: time and money that lay ahead
    atalaya continuity [FILE] …      what came after, and for how much that is not known
    atalaya request [FILE] …         requests for information: only what is missing
    atalaya diff BEFORE AFTER        what was added, is gone and changed between two files
    atalaya facts [FILE] …           fact file: every figure with its source, its rivals and its limits
    atalaya report [FILE] … OUT      a report to hand over: OUT.pdf or OUT.html
    atalaya picture PICTURE [FILE] … OUT  a plot or the timeline: OUT.svg or OUT.png
    atalaya edit [FILE]              edits by lines on standard input (docs/COMMAND-LINE.md)
    atalaya convert IN OUT           reads a portfolio, a table or IATI, writes .ron, .xlsx, .csv, .json or .xml (IATI)
    atalaya sample … OUT             synthetic portfolio, to try with many records
    atalaya --help, atalaya --version
    
    Without FILE the embedded portfolio is used.
    
    Options of every question:
      --where TEXT      filter, such as “theme:osh state:Chiapas active:2022” (docs/FILTER.md)
      --format FORM     table, csv or json
      --lang LANGUAGE   es or en
    
    Of query:
      --by FIELD        groups by theme, year, implementer, state, status, ending or sector
      --spread MODE     years: award (year of award) or even (evenly over the planned months)
      --count           how many records; with --by, the group with most projects first
      --time N          computes the answer N times and says how long it takes, on standard error
    Of reconcile:
      --total ID        which reported total; the first where absent
      --notes FILE      your exported notes: what you counted in or left out, with your reason
    Of request:
      --kind WHICH      transparency (to whoever reported the total, in Spanish) or foia (to the
                        funder, in English); all where absent
      --total ID        the reported total whose list is asked for
    Of cut-short and continuity:
      --by FIELD        groups by theme, implementer or state; by project where absent
      --reading WHICH   cut-short: named (only what sources name) or presumed (all that is not
                        known to have ended is taken to have stopped at the cut-off)
    Of convert:
      --where TEXT      only these records and what they refer to
      --separator WHICH of the CSV: comma (Excel of Mexico) or semicolon (Excel of Spain)
      --sheet NAME      which sheet of a workbook; that most like a table of projects if left out
      --mapping FILE    which column of the table is which field, where that is not to be told from it
      --themes FILE     which sector codes of IATI belong to which theme
      --failed FILE     where rows go that could not be brought in, with the reason (CSV)
    Of report:
      --where TEXT, --lang LANGUAGE, as above
      --paper SHEET     of the PDF: letter (if left out) or a4
    Of picture (theme, years, matrix, tiles, state, implementer, ending, status, sector, units,
    timeline, cut-short, continuity, bridge-ID):
      --where TEXT, --lang LANGUAGE, as above
      --dark            in the dark mode
      --scale N         pixels a point of a PNG; 2 if left out
      --width N         how wide, in points, from 480 to 2400; 820 if left out
    Of sample:
      --projects N      how many projects; 1000 where absent
      --seed S          seed: with the same one the same file, byte for byte
    
    Exit code: 0 good; 1 the file has problems (check) or there are differences (diff); 2 it could not
    be read or asked.
    
    Examples:
      atalaya query --by theme
      atalaya query --where "state:Chiapas" --format csv
      atalaya check my-portfolio.ron
cli-see-help = Write “atalaya --help” to see what can be asked.
cli-unknown-argument = “{ $argument }” is not understood.
cli-no-value = A value is missing after { $option }.
cli-bad-value = “{ $value }” is no value of { $option }. There are: { $known }.
cli-checked = Read { $projects ->
    [one] 1 project
   *[other] { $projects } projects
 }, { $events ->
    [one] 1 event
   *[other] { $events } events
 } and { $sources ->
    [one] 1 source
   *[other] { $sources } sources
 }; { $n ->
    [0] no problem
    [one] 1 problem
   *[other] { $n } problems
 }.
cli-has-problems = { $file } has { $n ->
    [one] 1 problem
   *[other] { $n } problems
 }; “atalaya check” lists { $n ->
    [one] it
   *[other] them
 }.
cli-cannot-write = The answer could not be written: { $why }
cli-sources = Who gives the amounts: { $list }
cli-projects = Projects
cli-split-by-us = Split by us
cli-without = Without amount
cli-year-even = Year, evenly over the planned months
cli-even-estimate = An estimate, evenly over the planned months; { $spent ->
    [0] of none of those added is the spending known in the same currency
    [one] of 1 what was spent was published, and is not used here
   *[other] of { $spent } what was spent was published, and is not used here
 }.
cli-no-total = There is no reported total “{ $id }”. Known: { $known }.
cli-two-files = To compare takes two files: atalaya diff BEFORE AFTER.
cli-sample-no-out = The file to be written is missing: atalaya sample --projects 1000 trial.ron
convert-same-file = { $file } is the very file that is read, and writing it would lose part of what it says. Give another name for the output; nothing was written.
convert-same-failed = The file of --failed is the one that is read or written ({ $file }). Give another name; nothing was written.
convert-failed-kept = { $n ->
    [one] A row that could not be brought in is in { $file }, with the reason: mend it and bring it in again.
   *[other] { $n } rows that could not be brought in are in { $file }, with their reasons: mend them and bring them in again.
}
convert-failed-hint = With --failed FILE.csv the rows that could not be brought in, or that have cells that cannot be read, are saved for mending.
convert-failed-no-table = --failed saves rows of tables; this file is no table, so it was not written.
convert-unread-kept = { $n ->
    [one] One row with cells that cannot be read is in { $file } as well; what else it says came in.
   *[other] { $n } rows with cells that cannot be read are in { $file } as well; what else they say came in.
}
sample-other-form = { $file } was not written: the sample is a portfolio; give it a name that ends in .ron. “atalaya convert” makes a table or another form of it.
