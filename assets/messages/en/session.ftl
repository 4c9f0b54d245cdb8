### Documents and notices of the session.

notice-problems = { $file } opened with { $n ->
    [one] one problem
   *[other] { $n } problems
 }; what could be read is here, what could not is in the list
dialog-open-title = Open a portfolio
dialog-portfolios = Atalaya portfolios
dialog-all-files = All files
lanes-by-theme = Thematic area
lanes-by-implementer = Implementer
lanes-by-start = Start
lanes-by-end = End
no-dialog = The system did not show its window to choose files. Drop the file on this window; on Linux you can install zenity or xdg-desktop-portal.
view-terms-unknown = “{ $terms }” was left out of the filter of { $name }: what it names is not in these records.
dropped-several = You dropped { $n } files at once ({ $list }), and this window shows one: none was opened. Drop the one you want to see; another comes into it by “Bring in data…”.
dropped-more = { $n } more
