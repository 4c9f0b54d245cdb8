### La ficha: todo lo que se sabe de un proyecto, un hecho o una fuente; y la vista de las fuentes.

## Nada elegido
detail-nothing = Ningún registro elegido
detail-nothing-hint = Elija un proyecto, un hecho o una fuente: aquí aparece todo lo que se sabe, con la fuente de cada cifra.
detail-gone = Este registro no está en el portafolio abierto

## Cabeza
detail-project = Proyecto
detail-event = Hecho
detail-source = Fuente
detail-close = Cerrar la ficha
detail-in-spanish = en español
detail-in-english = en inglés
detail-name-ours = traducción nuestra
detail-official = Título oficial: { $title }
detail-split = Dividido en partes iguales entre sus áreas (decisión nuestra)
detail-open-card = Cómo se eligió este monto y sus fuentes

## Las dos cifras grandes
detail-agree = { $n ->
    [one] según una sola fuente
   *[other] según { $n } fuentes
 }
detail-differ = { $n ->
    [one] otra da una cifra distinta
   *[other] otras { $n } dan cifras distintas
 }
detail-unsourced = sin fuente
detail-matched-short = atribuido por coincidencia
detail-other-money = en otra moneda, no se suma: { $amounts }
detail-several-short = monto de varios países
detail-no-award = no es cero: nadie publicó lo otorgado
detail-months = { $n ->
    [0] menos de un mes
    [one] 1 mes
   *[other] { $n } meses
 }
detail-months-range = { $from } a { $to } meses
detail-about = cerca de { $what }
detail-ahead = por delante según el plan, si terminó en { $cut }
detail-ahead-share = por delante según el plan ({ $share }), si terminó en { $cut }
detail-share-range = { $from } a { $to }
detail-actual-end-under = fin real según una fuente
detail-planned-end-under = fin previsto
detail-no-end = Fin no publicado
detail-whole-month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
 } de { $year }
detail-bar-start = Inicio { $date }
detail-bar-cut = terminaciones { $date }
detail-bar-actual = fin real { $date }
detail-bar-planned = fin previsto { $date }
detail-bar-name = Línea de tiempo del proyecto: { $what }
detail-no-bar = Sin línea de tiempo: nadie publicó inicio y fin

## Qué se sabe de la cancelación
detail-ending-title = Qué se sabe de la cancelación
detail-ending-named = { $n ->
    [one] Con nombre: una fuente nombra este proyecto entre lo cancelado.
   *[other] Con nombre: { $n } fuentes nombran este proyecto entre lo cancelado.
 }
detail-ending-implied = Inferida: ninguna fuente lo nombra entre lo cancelado; una declaración sobre todas las subvenciones de la dependencia o de la organización lo abarca.
detail-ending-before = Se cuenta como terminado antes de las cancelaciones.
detail-ending-before-cut = Se cuenta como terminado antes de { $cut }.
detail-ending-before-dates = Se cuenta como terminado antes de { $cut }, por las fechas de término publicadas.
detail-ending-unknown = No se sabe si se canceló ni cuándo terminó, o las fuentes no coinciden.
detail-last-action = «{ $event }» ({ $date }) está entre las últimas acciones que se reportan bajo las asistencias canceladas; ninguna fuente dice con esas palabras que este proyecto sea una de ellas.
detail-status = Estatus publicado: { $status }, sin fecha.
detail-status-dated = Estatus publicado: { $status } (al { $date }).
detail-no-status = Estatus: no publicado.
detail-actual-end = Fin real según una fuente: { $date }.
detail-no-actual-end = Fin real: no publicado.
detail-rests-on = Se apoya en
detail-record-sources = Se apoya en las fuentes del registro

## Montos
detail-amounts-title = Montos
detail-amounts-unit = todo lo que dicen las fuentes, en { $currency }
detail-no-amounts = Ninguna fuente consultada publica un monto
detail-kind-announced = anunciado
detail-kind-ceiling = tope de la convocatoria
detail-mark-no-award = no es un monto otorgado
detail-mark-matched = atribuido por coincidencia: la fuente no nombra el proyecto
detail-mark-several = de varios países
detail-fiscal-year = año fiscal { $year }
detail-as-of = al { $date }
detail-speaks = monto principal
detail-dollars = { $n } dólares
detail-rule = Monto principal: { $clause }, { $source } ({ $publisher }).
detail-nobody-named = sin fuente
detail-disputed = Las fuentes no coinciden en lo otorgado
detail-telling = { $source } ({ $clause })

## Dónde, quién, sobre qué
detail-where-title = Dónde
detail-no-states = Entidades no publicadas
detail-countries = { $list }: monto de varios países; nadie publicó la parte de { $country }
detail-who-title = Quién
detail-as-named = { $name } («{ $named }» en la fuente)
detail-about-title = Sobre qué y con quién
detail-none-plural = no publicados
detail-sectors = Sectores
detail-topics = Temas
detail-supports = A quién apoyó
detail-counterpart = Contraparte de gobierno
detail-agreement = Número de acuerdo
detail-dates-title = Fechas
detail-start = Inicio
detail-planned-end = Fin previsto
detail-actual-end-title = Fin real
detail-year-only = { $date } (solo el año)
detail-month-only = { $date } (solo el mes)

## Después, hechos, fuentes
detail-after-title = Qué se sabe de después
detail-after-nothing = Ninguna fuente consultada dice qué siguió
detail-after-themes = En sus áreas, sin nombrar el proyecto
detail-by = A cargo de: { $by }
detail-by-since = A cargo de: { $by }, desde { $since }
detail-since = Desde { $since }
detail-events-title = Hechos
detail-no-events = Ningún hecho de este portafolio lo nombra
detail-event-name = { $date }: { $title }
detail-sources-title = Fuentes del registro
detail-sources-note = Solo los montos y el final tienen fuente propia; lo demás se apoya en las fuentes del registro.
detail-no-sources = Sin fuentes
detail-rest-amount = monto
detail-rest-ending = final
detail-rest-record = registro
detail-open-source = Abrir en el navegador: { $source }
detail-source-without-address = { $source } (sin dirección)
detail-see-source = Ver qué se apoya en esta fuente: { $source }
detail-notes-title = Notas para quien verifica

## Un hecho
detail-event-last-action = { $who } lo cuenta entre las últimas acciones bajo las asistencias canceladas.
detail-projects-title = Proyectos que nombra una fuente
detail-no-project = Ninguna fuente nombra un proyecto; por eso no se liga a ninguno
detail-as-named-title = Como lo nombra la fuente
detail-event-organizations = Organizaciones
detail-event-sources = Fuentes

## Una fuente
detail-publisher = Publica
detail-publisher-kind = Qué es
detail-published = Publicada
detail-consulted = Consultada
detail-visit = Abrir en el navegador
detail-no-address = Sin dirección publicada
detail-filter-source = Filtrar por esta fuente
detail-rests-title = Lo que se apoya en ella
detail-rests-nothing = Nada de este portafolio se apoya en ella
detail-rests-amounts = Montos
detail-rests-endings = Finales
detail-rests-records = Registros de proyectos
detail-rests-events = Hechos
detail-rests-totals = Totales informados
detail-rests-continuity = Continuidad
detail-rests-cutoff = Fecha de corte
detail-rests-more = y { $n } más

## La vista de las fuentes
sources-all = { $n ->
    [one] 1 fuente
   *[other] { $n } fuentes
 }
sources-totals = { $n ->
    [one] 1 total informado
   *[other] { $n } totales informados
 }
sources-show = Ver
sources-kinds-funder = { $n } de quien financia
sources-kinds-implementer = { $n } de quien los tiene a cargo
sources-kinds-government = { $n } de gobierno
sources-kinds-press = { $n } de prensa
sources-kinds-other = { $n } de otras
sources-only-set = Solo las de este conjunto
sources-only-set-count = Solo las de este conjunto ({ $n })
sources-none = Ninguna fuente en este conjunto
sources-none-hint = Quite un filtro o vea las fuentes de todo el portafolio.
sources-none-at-all = Este portafolio no tiene fuentes
sources-no-totals = Este portafolio no tiene totales informados
sources-column-publisher = Publica
sources-column-title = Título
sources-column-kind = Qué es
sources-column-published = Publicada
sources-column-consulted = Consultada
sources-column-records = Proyectos
sources-column-events = Hechos
sources-column-amounts = Montos
sources-column-endings = Finales
sources-column-who = Quién informa
sources-column-count = Cuántas
sources-column-money = Monto
sources-column-country = País
sources-column-measures = Qué mide
sources-column-period = Periodo
sources-column-as-of = Dicho el
sources-totals-note = Totales que otros informaron. No se suman entre sí ni con los proyectos: miden cosas distintas. Un clic abre cada uno.
detail-rule-unsourced = Monto principal: el registro lo trae sin fuente.
