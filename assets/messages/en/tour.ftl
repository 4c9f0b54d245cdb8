### The walk through the embedded portfolio.

verb-tour = Guided walk
tour-offer = First time here? A walk of two minutes shows the report, the money and the question that stays open.
tour-begin = Begin the walk
tour-decline = No, thanks
tour-step = { $n } of { $of }
tour-previous = Previous
tour-next = Next
tour-end = Finish
tour-leave = Leave the walk
tour-report = The report
tour-report-text = { $who } reported { $what } and named none of them. This portfolio gathers { $n } projects with a public source: it is another count, not that list. Click any underlined figure to see where it comes from.
tour-money = The money
tour-money-text = { $set } What nobody published says so, and is never added as zero. A click on a row opens its details, each amount beside its source.
tour-areas = The areas
tour-areas-text = A real filter: { $set } Table, timeline, plots and totals always show this same set. A project of two areas is split; what is dotted is a split of ours.
tour-timeline = The timeline
tour-timeline-text = The vertical line is the cut-off: { $date }. Drag it, or move it by arrow keys, to see what ran and what had ended on another date. Hatched: a source names it; outline: inferred; “?”: not known.
tour-cut = Cut short
tour-cut-text = Time and money that lay ahead by the plan, in two readings: only what sources name, or all that is not known to have ended. It is an estimate at an even pace, and called one everywhere; where a source published what was spent, that counts.
tour-question = The open question
tour-question-text = Who goes on? Something new in the same area answers for no project. Under “Ask for what is missing” the request that asks for exactly what nobody published is ready.
