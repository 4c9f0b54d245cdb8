### Tablas que se traen: lo que se leyó con alguna duda.

bring-column-place = columna { $place }

sheet-formulas-without-value =
    { $count ->
        [one] Una fórmula no tiene valor guardado (fila { $line }) y se toma como vacía: abra el libro en Excel, guárdelo y tráigalo de nuevo.
       *[other] { $count } fórmulas no tienen valor guardado (la primera en la fila { $line }) y se toman como vacías: abra el libro en Excel, guárdelo y tráigalo de nuevo.
    }
sheet-sheets-not-read = También hay tablas en otras hojas, que no se leyeron: { $names }. Se lee una a la vez.

loss-currency-assumed = nadie dice la moneda de estos montos y se tomó esta; si es otra, elíjala o póngala en una columna «Moneda»
loss-currency-doubtful = la celda muestra una moneda y su encabezado o su fila otra; se tomó la de la celda
loss-separator = no es seguro si el punto o la coma separa miles o decimales; revise el monto
loss-rounded = tiene más de dos decimales; se redondeó al centavo
loss-approximate = la tabla lo da como aproximado; se tomó el monto tal como está
loss-rival-amount = otro monto del mismo tipo y de la misma fuente para el mismo proyecto; se conservan los dos y, si entran en el total, cuenta el mayor de los que están en la moneda del portafolio
loss-added-line = otro renglón del mismo año y de la misma fuente para el mismo proyecto; se conservan los dos y se suman
loss-other-currency = montos otorgados en otra moneda que la del portafolio; se conservan y no se suman
loss-other-country = es de otro país que el del portafolio; no entra en sus totales
convert-no-sheet = { $file } no tiene la hoja «{ $sheet }»; tiene { $known }.
