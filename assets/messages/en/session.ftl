### Documents and notices of the session.

notice-problems = { $file } opened with { $n ->
    [one] one problem
   *[other] { $n } problems
 }; the rest is complete
dialog-open-title = Open a portfolio
dialog-portfolios = Atalaya portfolios
dialog-all-files = All files
lanes-by-theme = Thematic area
lanes-by-implementer = Implementer
lanes-by-start = Start
lanes-by-end = End
