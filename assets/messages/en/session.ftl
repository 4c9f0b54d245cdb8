### Documents and notices of the session.

notice-problems = { $file } opened with { $n ->
    [one] one problem
   *[other] { $n } problems
 }; the rest is complete
dialog-open-title = Open a portfolio
dialog-portfolios = Atalaya portfolios
dialog-all-files = All files
