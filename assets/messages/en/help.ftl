### Help within the program, and what the program says of itself.

verb-help = Help
help-about = Help: { $title }
help-back = Back to what was read before
help-contents = Contents
help-search = Search the help
help-found = { $n ->
    [0] Nothing in the help says that
    [one] 1 place in the help
   *[other] { $n } places in the help
 }
about-licence = The program may be used, copied and changed under the MIT licence.
about-portfolio = What is open
about-places = Where things are kept
about-places-text = All of it stays on this computer. The program connects to nothing.
about-settings = Settings
about-notes = Notes
about-recovery = Unsaved work
about-log = Log of faults
about-no-place = there is no place for it
about-copy = Copy the path
about-copy-place = Copy the path: { $place }
about-report = Report of the system
about-report-text = For whoever reports a fault. It holds nothing of the records, only how many they are.
about-copy-report = Copy the report of the system
about-version = Version
about-system = System
about-renderer = Drawn with
about-window = Window in points, and pixels per point
about-text-size = Size of text
about-colours = Colours
about-language = Language
about-records = Projects / events / sources
about-problems = Problems of the file
about-not-known = not known

## What draws, and the licences of all parts
about-by-processor = { $name } (drawn by the processor, without a graphics card)
about-way = Way of drawing found at the start
about-all-licences = Licences of the { $n } parts by others
verb-licences = Licences of the parts
licences-search = Search part, licence or address
licences-list = Parts of the program made by others
licences-found = { $n ->
    [0] No part is called that
    [one] 1 part
   *[other] { $n } parts
 }
licences-copy = Copy this licence
