### What is only heard, with a screen reader.

edge-filters = Width of the filters
edge-details = Width of the details
verb-previous-pane = Previous pane
verb-menus = Go to the menus
menu-bar = Menus
pane-tabs = Views
edge-width = { $width } points, from { $least } to { $most }
table-titles = Column titles
told-opening = Opening { $file }: { $percent }%
told-opened = { $file } is open: { $n ->
    [one] 1 project
   *[other] { $n } projects
 }
