### Lo que quedó trunco.

reading-named = Solo lo que las fuentes nombran
reading-presumed = Todo lo que no consta que haya terminado
reading-named-short = según lo que las fuentes nombran
reading-presumed-short = si todo lo vigente se detuvo
cut-reading = Lectura
cut-reading-is = Lectura: { $reading }
cut-said-tried = Con un corte que usted prueba ({ $date }):
cut-group-without = { $count }, { $n } sin monto que se cuente
cut-divided = { $n ->
    [one] 1 proyecto de varios grupos se reparte entre ellos en partes iguales: es reparto nuestro.
   *[other] { $n } proyectos de varios grupos se reparten entre ellos en partes iguales: es reparto nuestro.
 }
cut-cell-whole = terminó antes
cut-cell-not-read = ninguna fuente lo nombra
cut-cell-no-plan = sin plazo publicado
cut-cell-crossed = fechas que se contradicen
cut-cell-no-money = sin monto que se cuente
cut-said-named = Según lo que las fuentes nombran:
cut-said-presumed = Si se detuvo { $when } todo lo que no consta que haya terminado:
cut-no-cutoff = El portafolio no dice en qué fecha se cortaron los fondos, así que de «todo lo que no consta que haya terminado» solo cuenta lo que tiene un término publicado:
cut-none-named = de ningún proyecto de este conjunto consta que se detuviera antes de su fin previsto.
cut-none-presumed = ningún proyecto de este conjunto se habría detenido antes de su fin previsto.
cut-said-no-plan = { $n ->
    [one] De 1 que se detuvo no se publicó el inicio o el fin previsto: no se puede calcular.
   *[other] De { $n } que se detuvieron no se publicó el inicio o el fin previsto: no se puede calcular.
 }
cut-said-crossed = { $n ->
    [one] Las fechas de 1 se contradicen: no se calcula.
   *[other] Las fechas de { $n } se contradicen: no se calcula.
 }
cut-money-partly-published = { $n ->
    [one] De 1 sí se publicó lo gastado
   *[other] De { $n } sí se publicó lo gastado
 }: de lo que quedó sin ejercer, { $money } no son estimación.
cut-count = { $n ->
    [one] 1 proyecto se detuvo antes de su fin previsto.
   *[other] { $n } proyectos se detuvieron antes de su fin previsto.
 }
cut-count-presumed = { $n ->
    [one] 1 proyecto se habría detenido antes de su fin previsto.
   *[other] { $n } proyectos se habrían detenido antes de su fin previsto.
 }
cut-money-even = { $n ->
    [one] Al que tiene un monto que se puede sumar se le otorgaron { $award }; habrían quedado sin ejercer { $cut }
   *[other] A los { $n } cuyo monto se puede sumar se les otorgaron { $award }; habrían quedado sin ejercer { $cut }
 } (estimación a ritmo parejo; los registros no traen lo gastado en esa moneda).
cut-money-between = { $n ->
    [one] Al que tiene un monto que se puede sumar se le otorgaron { $award }; habrían quedado sin ejercer { $cut }
   *[other] A los { $n } cuyo monto se puede sumar se les otorgaron { $award }; habrían quedado sin ejercer { $cut }
 }, entre { $low } y { $high } según la exactitud de las fechas (estimación a ritmo parejo; los registros no traen lo gastado en esa moneda).
cut-money-published = { $n ->
    [one] Al que tiene un monto que se puede sumar se le otorgaron { $award }; quedaron sin ejercer { $cut }
   *[other] A los { $n } cuyo monto se puede sumar se les otorgaron { $award }; quedaron sin ejercer { $cut }
 }, según lo que se publicó como gastado.
cut-without-amount = { $n ->
    [one] 1 no tiene un monto que se pueda contar: nadie lo publicó, es de varios países o está en otra moneda.
   *[other] { $n } no tienen un monto que se pueda contar: nadie lo publicó, es de varios países o está en otra moneda.
 }
cut-estimate-partly-told = estimación a ritmo parejo; de una parte se publicó lo gastado hasta una fecha anterior
cut-estimate-spent = estimación a ritmo parejo, sin pasar de lo que quedaba: se publicó { $money } gastado hasta { $date }
cut-money-partly-told = { $n ->
    [one] Al que tiene un monto que se puede sumar se le otorgaron { $award }; habrían quedado sin ejercer { $cut }
   *[other] A los { $n } cuyo monto se puede sumar se les otorgaron { $award }; habrían quedado sin ejercer { $cut }
 }, entre { $low } y { $high } (estimación a ritmo parejo).
cut-partly-told = { $n ->
    [one] De 1 solo se publicó lo gastado hasta una fecha anterior: lo que quedaba entonces es lo más que pudo quedar.
   *[other] De { $n } solo se publicó lo gastado hasta una fecha anterior: lo que quedaba entonces es lo más que pudo quedar.
 }
cut-estimate = estimación a ritmo parejo; los registros no traen lo gastado en esa moneda
cut-estimate-short = estim.
cut-months-short = { $n ->
    [one] 1 mes
   *[other] { $n } meses
 }
cut-months = { $n ->
    [one] 1 mes por delante
   *[other] { $n } meses por delante
 } ({ $share } de su tiempo previsto)
cut-days = { $days ->
    [one] 1 día por delante
   *[other] { $days } días por delante
 } ({ $share } de su tiempo previsto)
cut-stated = · terminó { $stop }, según una fuente
cut-ceiling = Tope de la convocatoria
cut-award = Otorgado
cut-spent = Gastado
cut-spent-until = Gastado hasta { $date }
cut-rest = Sin ejercer
cut-apart-not-read = Ninguna fuente los nombra: esta lectura no dice nada de ellos
cut-apart-no-plan = Sin inicio o fin previsto publicado: no se puede saber cuánto les faltaba
cut-apart-crossed = Sus fechas se contradicen: no se calcula
cut-apart-whole = Habían terminado o su plazo había vencido
cut-groups = Sin ejercer
cut-by = Por
cut-by-theme = Área temática
cut-by-implementer = A cargo de
cut-by-state = Estado
cut-strips = Proyecto por proyecto
cut-copy = Copiar con fuente
cut-tried = Corte que usted prueba: { $date }. El del portafolio: { $own }.
cut-restore = Volver al corte del portafolio
cut-no-own = ninguno
column-months-ahead = Meses por delante
column-share-ahead = Parte de su tiempo
column-cut-money = Sin ejercer, estimado
standing-title = Corte
standing-field = Fecha del corte
standing-whole = Al { $date }, según lo previsto: { $ran } en curso, { $ended } terminados, { $later } por comenzar. De lo otorgado a los que estaban en curso quedaban { $money } (estimación a ritmo parejo; { $spent ->
    [0] de ninguno de los que se suman se conoce lo gastado en su misma moneda
    [one] de 1 se publicó lo gastado, que aquí no se usa
   *[other] de { $spent } se publicó lo gastado, que aquí no se usa
 }).
standing-without = { $n ->
    [one] 1 de ellos no tiene monto que se cuente.
   *[other] { $n } de ellos no tienen monto que se cuente.
 }
standing-theme = { $theme }: { $ran } en curso, { $ended } terminados, quedaban { $money }
standing-handle = Corte: { $date }. Flechas: un mes; con Mayús, un día
cut-column-time = Tiempo por delante
amount-not-added = { $money }, en otra moneda: no se suma
cut-rest-unknown = no se puede estimar sin un monto otorgado que se sume
