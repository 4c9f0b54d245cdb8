### Words that everything else uses: dates, numbers, lists and buttons.

percent-value = { $number }%

date-about = about { $date }
date-on-day = on { $date }
date-within = in { $date }
date-uncertain = { $date } (uncertain)

# Before the last of a list: "a, b and c". English does not care about the sound that follows.
list-and = and
list-and-before-i = and

common-close = Close

quote-open = “
quote-close = ”
