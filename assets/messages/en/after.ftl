### Continuity: what came after.

after-continued = Continued
after-partial = Taken up in part
after-nobody = A source says that nobody goes on
after-new-in-area = Something new in the same area
after-unknown = Not known
after-ended-before = Had ended before
after-continued-why = A source says who continues the project.
after-partial-why = A source says that somebody took up a part.
after-nobody-why = A source says so of the project itself.
after-new-in-area-why = There is new money or work in its area; no source says that it replaces the project.
after-unknown-why = No source says who goes on, or names anything new in its area.
after-ended-before-why = It ended before the cut-off: it was not cut short.
after-none-here = none
after-nothing-asked = In this set, all projects had ended before.
after-none-answered = { $asked ->
    [one] No source says who goes on with the only project that had not ended before
   *[other] No source says who goes on with any of the { $asked } projects that had not ended before
 }{ $of }.
after-none-of-money = : known of 0.00 out of { $of } awarded (0 %)
after-of-money = : { $money } of { $of } awarded
after-no-projects = There are no projects in this set.
after-some-answered = { $asked ->
    [one] A source says what came after the only project that had not ended before
   *[other] Sources say what came after { $answered } of the { $asked } projects that had not ended before
 }{ $money }.
after-new-answers-none = { $n ->
    [one] There is something new in the area of 1 project.
   *[other] There is something new in the area of { $n } projects.
 } It does not count as an answer: no source says that it replaces a project.
after-before-apart = { $n ->
    [one] 1 had ended before and stands apart.
   *[other] { $n } had ended before and stand apart.
 }
after-coverage = Of how much money is it known what came after?
after-board = What came after
after-by = See by
after-by-project = project
after-by-theme = theme
after-by-state = state
gap-nobody = Nobody on record
gap-only-new-elsewhere = Nobody on record here; there is something new in its thematic area
gap-only-new = Only something new in the area
gap-somebody = Somebody goes on, at least in part
gap-nothing-left = All had ended before
after-entries = What sources say
after-page-title = How will these initiatives go on? What is known and what is not
after-known = What sources say
after-unknown-title = Not known
after-ask = Whom one could ask
after-nothing-known = No source says anything of this area.
after-not-known = No source says who goes on with { $list } ({ $counted }).
after-all-answered = Of all its projects a source says what came after.
after-ask-implementers = Those who did the work: { $list }.
after-ask-counterparts = The counterpart in government: { $list }.
after-ask-nobody = No source says who did the work, or with which counterpart.
after-copy = Copy the answer
after-column-key = State of things
after-by-areas = By thematic area
after-all-areas = Of all areas
