### Tables coming in: what was read with a doubt.

bring-column-place = column { $place }

sheet-formulas-without-value =
    { $count ->
        [one] One formula holds no saved value (row { $line }) and is taken as empty: open the workbook in Excel, save it and bring it in again.
       *[other] { $count } formulas hold no saved value (the first in row { $line }) and are taken as empty: open the workbook in Excel, save it and bring it in again.
    }
sheet-sheets-not-read = Other sheets hold tables too, and were not read: { $names }. One is read at a time.

loss-currency-assumed = nobody says in which currency these amounts are, and this one was taken; if it is another, choose it or put it into a column “Currency”
loss-currency-doubtful = the cell shows one currency and its header or its row another; that of the cell was taken
loss-separator = it is not certain whether the point or comma separates thousands or decimals; check the amount
loss-rounded = it has more than two decimals; it was rounded to the cent
loss-approximate = the table gives it as approximate; the amount was taken as it stands
loss-rival-amount = another amount of the same sort and the same source for the same project; both are kept, and if they enter the total, the larger of those in the portfolio's currency counts
loss-added-line = another line of the same year and the same source for the same project; both are kept and summed
loss-other-currency = amounts awarded in another currency than the portfolio's; they are kept and not added
loss-other-country = it is of another country than the portfolio; it does not enter its totals
convert-no-sheet = { $file } has no sheet “{ $sheet }”; it has { $known }.
