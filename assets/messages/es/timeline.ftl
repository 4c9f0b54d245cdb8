### La línea de tiempo.

## Controles
timeline-lanes = Carriles por
timeline-by-theme = Área
timeline-by-implementer = A cargo de
timeline-by-start = Inicio
timeline-by-end = Fin
timeline-zoom-in = Acercar
timeline-zoom-out = Alejar
timeline-fit = Ver todo
timeline-fit-hint = Mostrar todas las fechas
timeline-as-table = Ver como tabla
timeline-as-drawing = Ver como dibujo
timeline-scroll = Desplazar los carriles

## Qué significa cada relleno: completo, corto y explicado
timeline-key-ran = en curso
timeline-key-ran-short = en curso
timeline-key-ran-hint = Barra llena: en curso según las fechas publicadas
timeline-key-named = previsto; una fuente nombra la cancelación
timeline-key-named-short = con nombre
timeline-key-named-hint = Rayado: tiempo previsto; una fuente nombra al proyecto entre los cancelados
timeline-key-implied = previsto; cancelación inferida
timeline-key-implied-short = inferida
timeline-key-implied-hint = Contorno: tiempo previsto; la cancelación es inferida: ninguna fuente nombra al proyecto
timeline-key-unknown = previsto; no se sabe cómo terminó
timeline-key-unknown-short = no se sabe
timeline-key-unknown-hint = Contorno con «?»: tiempo previsto; no se sabe cómo terminó
timeline-key-planned = plan que no se cumplió
timeline-key-planned-short = plan
timeline-key-planned-hint = Línea delgada: hasta aquí llegaba el plan; terminó antes por otra causa o no se dice cuál
timeline-key-stated = fin real según una fuente
timeline-key-stated-short = fin real
timeline-key-stated-hint = Tope: fin que dice una fuente; sin tope, el fin es el previsto
timeline-key-soft = fecha sin día
timeline-key-soft-short = sin día
timeline-key-soft-hint = Borde difuso: se conoce el mes o el año, no el día, o no se publicó la fecha
timeline-key-event = hecho
timeline-key-event-hint = Círculo: un hecho en su fecha; con número, varios juntos

## El dibujo en palabras
timeline-sum-projects = Línea de tiempo: { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 }
timeline-from-to = de { $from } a { $to }
timeline-sum-beyond = { $n ->
    [one] 1 con planes más allá de { $date }
   *[other] { $n } con planes más allá de { $date }
 }
timeline-sum-undated = { $n ->
    [one] 1 sin fechas
   *[other] { $n } sin fechas
 }
timeline-sum-events = { $n ->
    [one] 1 hecho
   *[other] { $n } hechos
 }
timeline-keys = Flechas a los lados: mover. Más y menos: acercar y alejar. Inicio: ver todo. Flechas arriba y abajo: de carril en carril; Fin: al último; Ctrl e Inicio: al primero. Entrar: abrir la ficha.
timeline-list = Proyectos: { $n }
timeline-group = { $name }: { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 }
timeline-cluster = { $n } hechos, de { $from } a { $to }
timeline-cluster-zoom = Acercar a estas fechas
timeline-undated = Sin fechas publicadas: { $n }
timeline-more = y { $n } más
timeline-none = Ningún proyecto con fechas en el conjunto

## Un carril
timeline-by = A cargo de { $who }
timeline-start = Inicio: { $date }
timeline-no-start = Inicio no publicado
timeline-planned-end = Fin previsto: { $date }
timeline-actual-end = Fin real, según una fuente: { $date }
timeline-no-end = Fin no publicado
timeline-month-only = { $date } (no se publicó el día)
timeline-year-only = { $date } (solo se publicó el año)
timeline-crossed = El fin que da el registro es anterior al inicio: se dibuja como un punto
timeline-crossed-short = fin anterior al inicio
timeline-ending-named = Una fuente lo nombra entre los cancelados
timeline-ending-implied = Cancelación inferida: ninguna fuente lo nombra
timeline-ending-before = Terminó antes
timeline-ending-unknown = No se sabe cómo terminó
timeline-amount = Monto: { $amount }
timeline-no-amount = monto no publicado
timeline-several = { $amount } · varios países
timeline-matched = { $amount }, atribuido por coincidencia
timeline-theme = Área: { $theme }
timeline-themes = Área: { $theme }; también { $others }

## La tabla
timeline-column-amount = Monto
timeline-not-published = no publicado

## El intervalo
timeline-active = Proyectos activos
timeline-by-quarter = por trimestre
timeline-by-year = por año
timeline-strip = Proyectos activos { $range }: hasta { $n } ({ $when }). Arrastre para elegir fechas
timeline-bin-span = { $from } a { $to }
timeline-bin = { $when }: { $n ->
    [one] 1 activo
   *[other] { $n } activos
 }
timeline-bin-perhaps = { $when }: { $n ->
    [one] 1 activo
   *[other] { $n } activos
 }; { $perhaps } quizá
timeline-end-from = Principio del intervalo
timeline-end-to = Final del intervalo
timeline-range = Activos
timeline-range-from = desde
timeline-range-to = hasta
timeline-range-form = p. ej. 2022-03
timeline-range-clear = Quitar
timeline-range-hint = Arrastre sobre las barras o escriba 2022, 2022-03 o 2022-03-20
timeline-fault-form = Esto no es una fecha: escriba 2022, 2022-03 o 2022-03-20
timeline-fault-month = No existe ese mes: van del 01 al 12
timeline-fault-day = Ese mes no tiene ese día
timeline-fault-crossed = «desde» es posterior a «hasta»

## Todos los carriles en una imagen
timeline-relief = Todos los carriles: { $n }
timeline-relief-at = { $group }: carriles { $from } a { $to }
timeline-no-amount-short = sin monto
