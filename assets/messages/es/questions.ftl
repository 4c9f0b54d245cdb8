### Las preguntas que los registros dejan abiertas.

# Por qué un total informado no se compara con los registros.
refusal-no-country = No se compara: el portafolio no dice de qué país es (campo «country»).
refusal-world = No se compara: abarca el mundo entero, y los registros son de un país.
refusal-other-country = No se compara: es de otro país que los registros.
refusal-savings = No se compara: mide un ahorro declarado, no asistencia otorgada.
refusal-appropriation = No se compara: mide lo que una ley puso a disposición, no lo que se otorgó a cada proyecto.
refusal-own-budget = No se compara: es presupuesto del propio país, no asistencia.
refusal-awards = No se compara: suma montos otorgados, terminados o no; los registros se comparan aquí con asistencia cancelada.
refusal-other-measure = No se compara: mide otra cosa.
refusal-one-grant = No se compara: habla de una sola asistencia, no de un conjunto.
refusal-other-currency = No se compara: está en otra moneda, y las monedas no se suman.

# Los pasos del puente.
step-comparable-named = Comparables: una fuente las nombra entre las canceladas
step-comparable-implied = Comparables: terminación inferida, ninguna fuente las nombra
step-comparable-unknown = Comparables: no se sabe cómo terminaron, o las fuentes discrepan
step-marked-in = Contados por usted
step-without-amount = Comparables sin monto publicado
step-began-before = Comenzaron antes del periodo
step-start-unknown = No se sabe si comenzaron en el periodo
step-began-after = Comenzaron después del periodo
step-ended-before = Habían terminado antes de la cancelación
step-several-countries = De varios países
step-other-currency = Con monto en otra moneda
step-marked-out = Dejados fuera por usted
step-outside-filter = Comparables que el filtro deja fuera
step-remainder = Lo que nadie ha desglosado
step-over = Los registros suman más que lo informado
step-why-named = Tienen monto publicado y una fuente las nombra entre las canceladas. Eso no prueba que sean parte del total informado.
step-why-implied = Tienen monto publicado y estaban en curso; una declaración sobre todas las subvenciones las abarca, sin nombrarlas.
step-why-unknown = Tienen monto publicado, pero no se sabe cómo terminaron o las fuentes se contradicen.
step-why-marked-in = La regla no los cuenta; usted los contó, por la razón que anotó.
step-why-without-amount = Podrían ser parte del total; como nadie publicó su monto, no suman nada. No es lo mismo que cero.
step-why-began-before = Una parte de su dinero puede ser del periodo, pero nadie publicó cuánto: no suma.
step-why-start-unknown = Su inicio no se conoce, o no con la exactitud que hace falta: no suma.
step-why-began-after = Comenzaron cuando el periodo había pasado: no suma.
step-why-ended-before = Habían terminado antes de la cancelación. Se muestran aparte y no suman.
step-why-several-countries = Nadie publicó qué parte es de este país: no suma.
step-why-other-currency = Las monedas no se suman.
step-why-marked-out = Usted los dejó fuera, por la razón que anotó.
step-why-outside-filter = Están en el portafolio, pero no en el conjunto que ve ahora.
step-why-remainder = Otras dependencias, otros proyectos u otra manera de contar: no se sabe. No se reparte entre los registros.

# El puente en palabras.
bridge-choose = Total informado
bridge-form = Ver como
bridge-bars = Barras
bridge-waterfall = Cascada
bridge-table = Tabla
bridge-copy = Copiar con fuente
bridge-reported-bar = Lo informado
bridge-records-bar = Lo que los registros tienen de comparable
bridge-summary = { $n ->
    [one] 1 registro comparable
   *[other] { $n } registros comparables
 }, { $with ->
    [one] 1 con monto publicado, suman
   *[other] { $with } con monto publicado, suman
 } { $records }; se informaron { $reported }. Nadie ha desglosado { $rest }.
bridge-summary-equal = { $n ->
    [one] 1 registro comparable
   *[other] { $n } registros comparables
 }, { $with ->
    [one] 1 con monto publicado, suman
   *[other] { $with } con monto publicado, suman
 } { $records }, lo mismo que se informó. Que las sumas coincidan no prueba que sean los mismos proyectos.
bridge-summary-over = { $n ->
    [one] 1 registro comparable
   *[other] { $n } registros comparables
 }, { $with ->
    [one] 1 con monto publicado, suman
   *[other] { $with } con monto publicado, suman
 } { $records }; se informaron { $reported }: los registros suman { $rest } más.
bridge-summary-unknown = { $n ->
    [one] De 1 registro comparable nadie publicó el monto
   *[other] De ninguno de los { $n } registros comparables se publicó el monto
 }; se informaron { $reported }. Nadie ha desglosado { $rest }.
bridge-summary-nothing-told = { $n ->
    [one] De 1 registro comparable nadie publicó el monto
   *[other] De ninguno de los { $n } registros comparables se publicó el monto
 }; quien informó no dio un monto.
bridge-summary-none = Ningún registro de este conjunto es comparable con este total.
bridge-summary-no-amount = { $n ->
    [one] 1 registro comparable
   *[other] { $n } registros comparables
 }, { $with ->
    [one] 1 con monto publicado, suman
   *[other] { $with } con monto publicado, suman
 } { $records }; quien informó no dio un monto.
bridge-summary-outside = El filtro deja fuera registros comparables por { $money }.
bridge-range = Según la fuente que se tome, los registros suman entre { $low } y { $high }.
bridge-range-rest = Lo que nadie ha desglosado queda entonces entre { $low } y { $high }.
bridge-range-step = según la fuente que se tome, entre { $low } y { $high }
bridge-aside = aparte: { $money }
bridge-adds-nothing = no suma
bridge-cannot-tell = no se puede saber
bridge-not-the-list = Ninguna fuente publica cuáles son { $n ->
    [one] la que se informó
   *[other] las { $n } que se informaron
 }; los registros son otra cuenta. { $named ->
    [0] Ninguna fuente nombra entre las canceladas a alguno de los registros comparables
    [one] De los registros comparables, las fuentes nombran entre las canceladas a 1
   *[other] De los registros comparables, las fuentes nombran entre las canceladas a { $named }
 }.
bridge-no-period = Quien informó no dijo de qué periodo: no se apartan los registros por su fecha de inicio.
bridge-no-period-start = Quien informó no dijo desde cuándo cuenta: no se apartan los registros que comenzaron antes.
bridge-no-period-end = Quien informó no dijo hasta cuándo cuenta.
bridge-no-amount = Sin un monto informado no se puede saber qué falta por desglosar.
bridge-filtered = El filtro está puesto: lo que deja fuera tiene su propio paso.
bridge-remainder-is = Lo que nadie ha desglosado puede ser de otras dependencias, de otros proyectos o de otra manera de contar: no se sabe.
bridge-mark-in = Contado por quien usa el programa: { $project } ({ $reason })
bridge-mark-out = Dejado fuera por quien usa el programa: { $project } ({ $reason })
bridge-mark-gone = Hay una marca sobre «{ $project }», que no está en este portafolio: se conserva y no cambia nada.
bridge-mark-idle = La marca que cuenta a «{ $project }» no cambia la suma: es de varios países o está en otra moneda.
bridge-unlike = Totales que no se comparan, y por qué
bridge-none = Este portafolio no tiene totales informados.
bridge-none-like = Ninguno de los totales informados de este portafolio se puede comparar con sus registros.
bridge-column-step = Paso
bridge-column-adds = Suma
bridge-column-range = Según la fuente
bridge-column-aside = Aparte
bridge-total-row = Total informado
bridge-not-shared = Estas marcas son de usted: se guardan aparte de los datos publicados y salen en lo que copia.
copy-filter = Filtro: { $filter }
mark-out = Dejar fuera…
mark-in = Contar…
mark-remove = Quitar marca
mark-reason = ¿Por qué?
mark-reason-of = Razón para { $project }
mark-save = Guardar
mark-cancel = Cancelar
mark-saved-out = Fuera: { $reason }
mark-saved-in = Contado: { $reason }
