### The overview.

account-reported = What { $who } reported: { $count } assistances ({ $measure }, { $period }) · nobody has published which
account-reported-uncounted = What { $who } reported ({ $measure }, { $period })
account-records = Another account, from public sources (not a part of the one above): { $money } =
account-named = { $n } by name
account-implied = { $n } inferred
account-before = { $n } ended before
account-unknown = { $n } not known
account-which = Which are the { $count }?
overview-which-answer = Nobody has published it; the records here are another account
overview-open-card = See how this figure was made and its sources
overview-more = See { $view }
overview-more-short = See all
overview-last-actions = Last actions the ministry reports here
overview-latest-events = Latest events
overview-after = And after?
overview-after-text = Of { $n } matters looked at, { $new ->
    [0] none has
    [one] 1 has
   *[other] { $new } have
 } something new in the same area and { $continued ->
    [0] none a known continuation
    [one] 1 a known continuation
   *[other] { $continued } a known continuation
 }.
overview-timeline-key = hatched: cancelled by name · outline: inferred · “?”: not known
account-records-bare = Another account, from public sources (not a part of the one above): { $money }
account-records-unsourced = Another account (not a part of the one above; { $part }): { $money } =
