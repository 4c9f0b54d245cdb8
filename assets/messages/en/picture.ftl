### Plots, timeline and accounts saved as pictures.

## What they are called in a list
picture-name-bars = Bars: { $by }
picture-name-years = Bars: year
picture-name-tiles = Map of states
picture-name-timeline = Timeline of the projects
picture-name-bridge = Reported total: { $who }
picture-name-cut = What was cut short

## Titles of a picture that stands alone
picture-title-implementer = { $measure ->
    [projects] Projects
   *[money] Amount awarded
 } by who carries them out
picture-title-state = { $measure ->
    [projects] Projects
   *[money] Amount awarded
 } by state
picture-title-ending = { $measure ->
    [projects] Projects
   *[money] Amount awarded
 } by how their ending is known
picture-title-status = { $measure ->
    [projects] Projects
   *[money] Amount awarded
 } by published status
picture-title-sector = { $measure ->
    [projects] Projects
   *[money] Amount awarded
 } by economic sector
picture-title-year-award = Amount awarded, by year of award or start
picture-title-year-even = Amount awarded by year: an estimate at an even pace
picture-title-matrix = { $measure ->
    [projects] Projects
   *[money] Amount awarded
 } by thematic area and year
picture-unit-money = { $currency ->
    [USD] Millions of US dollars
   *[other] Millions of { $currency }
 }
picture-unit-projects = Number of projects
picture-units-by = The area of each mark is the amount awarded · by { $by }
picture-lanes-by = Lanes by: { $by }

## What is seen means
picture-key-divided = split in equal parts (our decision)
picture-key-unpublished = nobody published it
picture-key-event = an event; with a number, several together
picture-active-perhaps = Active projects: the paler part perhaps were
picture-matrix-dash = “–”: projects with a published amount that is not added (several countries or another currency)
picture-matrix-darker = The stronger the colour, the more
picture-matrix-undated = { $n ->
    [one] 1 project without a year is not shown
   *[other] { $n } projects without a year are not shown
 }
picture-note-without = { $n ->
    [one] 1 project has no published amount
   *[other] { $n } projects have no published amount
 }
picture-tiles-darker = The stronger the colour, the more projects name the state
picture-tiles-unknown = “?”: none of its projects has an amount that can be counted
picture-units-unnamed = There are too many marks to write the name of each
picture-bridge-whisker = A line under a bar: how far it reaches, depending on the source
picture-part = Not all is here: { $from } to { $to } of { $of } are drawn

## Where it comes from
picture-sources = { $n ->
    [one] Source: { $list }
   *[other] Sources: { $list }
 }
picture-sources-more = Sources: { $list } and { $more } more
picture-no-source = No source: no figure of this picture has one
picture-data = Data as of { $date }
picture-data-undated = Undated data
picture-filter = filter: { $filter }
picture-no-filter = no filter
picture-made = “{ $title }” · made with Atalaya, { $date }

## What could not be done
picture-too-large = The picture would have { $width } × { $height } pixels; { $side } a side and 100 million in all are possible. Choose a smaller scale.
picture-no-scale = It cannot be drawn at that scale. Choose one above zero.
picture-broken = The picture could not be drawn: { $why }
picture-which-form = The name “{ $file }” does not tell which picture is wanted: end it in .svg or .png.
picture-unknown = There is no picture “{ $name }” of this set. There are: { $known }.
picture-no-out = Say which picture and into which file: atalaya picture PICTURE [FILE] OUT.svg or OUT.png.
picture-amounts-left-off = “…” beside a bar: a published amount that has no room here; “–”: amount not published
