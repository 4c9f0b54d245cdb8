# What an IATI file does not tell everybody.
iati-left-amounts = { $count ->
    [one] One amount stands only in Atalaya’s own fields: added to the others it would count twice, or it has no date.
   *[other] { $count } amounts stand only in Atalaya’s own fields: added to the others they would count twice, or they have no date.
}
iati-left-dates = { $count ->
    [one] One date is not known to the day, and the standard wants one: it has the first or last possible day, with the source’s date beside it.
   *[other] { $count } dates are not known to the day, and the standard wants one: they have the first or last possible day, with the source’s date beside it.
}
iati-left-absent = { $count ->
    [one] One thing that the standard requires is not published: it stands empty or, a date, as 9999-12-31.
   *[other] { $count } things that the standard requires are not published: they stand empty or, dates, as 9999-12-31.
}
iati-left-reported-totals = { $count ->
    [one] One reported total is not included.
   *[other] { $count } reported totals are not included.
}
iati-left-events = { $count ->
    [one] One event is not included.
   *[other] { $count } events are not included.
}
iati-left-continuity = { $count ->
    [one] One record of continuity is not included.
   *[other] { $count } records of continuity are not included.
}
iati-left-cutoff = The portfolio’s cut-off date is not included.
iati-left-synonyms = { $count ->
    [one] One group of search synonyms is not included.
   *[other] { $count } groups of search synonyms are not included.
}
iati-left-characters = { $count ->
    [one] One character that XML cannot hold was left out.
   *[other] { $count } characters that XML cannot hold were left out.
}
