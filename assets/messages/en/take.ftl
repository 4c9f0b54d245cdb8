# What is taken away: tables, report, pictures, page.
verb-export = Export…
verb-open-page = Open this view as an accessible page
verb-copy-picture = Copy this plot as an image
take-title = Export what is shown
take-intro = Exactly what is on screen goes out: the same set, order, columns and language, with its sources.
take-table = Table
take-iati = IATI 2.03 (XML)
take-report = Report
take-pdf = Report as PDF
take-letter = letter
take-a4 = A4
take-html = Report as a page (HTML)
take-pictures = Figures
take-light = light
take-dark = dark
take-width = Width in points
take-scale = Pixels for a point (PNG)
take-svg = SVG
take-png = PNG
take-copy = Copy
take-picture-as = { $name }: { $form }
take-nothing-drawn = There is nothing to draw of this set.
take-report-name = report
take-failed = It could not be finished: the program failed at it. Everything else is as it was.
taken-file = Saved: { $file }. { $left }
taken-picture = Copied as an image: { $name }
take-template-name = atalaya-template.xlsx
status-exporting = Preparing what you asked for…
taken-page = Opened in the browser: { $file }
take-cancel = Stop
take-cancelled = Stopped: { $name }. Neither the file nor the clipboard changed.
status-export-writing = Writing: { $percent }%
status-export-drawing = Drawing picture { $done } of { $whole }
status-export-paging = Setting page { $done } of { $whole }
status-export-packing = { $megabytes ->
    [0] Saving the file…
   *[other] Saving the file: { $megabytes } MB
}
taken-busy = “{ $name }” is still being made. Wait until it is done, or use “Stop”, and ask again.
