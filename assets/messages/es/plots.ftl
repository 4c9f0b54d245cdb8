### Gráficas.

plot-measure = Ver
plot-money = Monto otorgado
plot-count-measure = Número de proyectos
plot-spread = Por año
plot-spread-award = En que se otorgó o empezó
plot-spread-even = Estimación a ritmo parejo
plot-as-table = Ver como tabla
plot-as-drawing = Ver como gráfica
plot-unknown = monto no publicado
plot-only-multi = publicado, pero no se suma: varios países, otra moneda o negativo
amount-of-several = { $money } de varios países, no se suma
plot-count = { $n } proy.
plot-projects = { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 }
plot-spoken = { $label }: { $money }, { $projects }
plot-spoken-split = ; { $money } divididos en partes iguales por nosotros
plot-spoken-without = ; { $n } sin monto publicado
plot-spoken-multi = ; { $n } de varios países, aparte
plot-theme-money = Monto otorgado por área temática
plot-theme-projects = Proyectos por área temática
plot-year-award = Por año en que se otorgó o empezó
plot-year-even = Por año: estimación a ritmo parejo
plot-year-projects = Proyectos por año en que se otorgaron o empezaron
plot-year-projects-even = Proyectos por año en que estaban previstos
plot-ending = Por cómo se sabe que terminó
plot-unit-money = { $currency ->
    [USD] mdd
   *[other] millones { $currency }
 }
plot-unit-projects = número de proyectos
plot-dotted = punteado: dividido en partes iguales (decisión nuestra)
plot-dotted-short = punteado: dividido por nosotros
plot-note-without = { $n ->
    [one] 1 proyecto sin monto publicado no aparece en las barras
   *[other] { $n } proyectos sin monto publicado no aparecen en las barras
 }
plot-note-rest = No se dibujan { $n } grupos más; juntos suman { $money }.
plot-note-multi = { $n ->
    [one] 1 proyecto de varios países: su monto no se suma
   *[other] { $n } proyectos de varios países: su monto no se suma
 }
plot-note-even = Reparto parejo en los meses previstos; { $spent ->
    [0] de ninguno de los que se suman se conoce lo gastado en su misma moneda
    [one] de 1 se publicó lo gastado, que aquí no se usa
   *[other] de { $spent } se publicó lo gastado, que aquí no se usa
 }
plot-note-years-repeat = Un proyecto con dinero de varios años cuenta en cada uno
plot-open-card = Cómo se hizo esta cifra
plot-filter = Filtrar por esto
plot-unfilter = Quitar este filtro
plot-states-projects = Proyectos por entidad federativa
plot-states-money = Monto total de los proyectos que mencionan cada entidad
plot-states-money-unit = mdd
plot-states-not-there = No es lo que llegó a cada entidad: un proyecto cuenta entero en todas las que menciona
plot-states-summary = Mapa de entidades: { $n } con proyectos
plot-states-without = { $n ->
    [one] 1 proyecto no publica entidades
   *[other] { $n } proyectos no publican entidades
 }
plot-states-several = Un proyecto puede estar en varias entidades
plot-tile-spoken = { $name }: { $projects }; monto total de los proyectos que la mencionan, { $money }; no es lo que llegó a { $name }
plot-matrix = Área temática por año
plot-matrix-note = Celda vacía: ningún proyecto; «?»: proyectos sin monto publicado
plot-total = Total del conjunto
plot-table-split = Lo que está en varias se divide en partes iguales (decisión nuestra)
plot-table-repeat = La columna de proyectos cuenta cada proyecto en todos sus renglones
plot-whole = Monto, proyectos enteros
plot-theme-whole = Monto otorgado por área temática, proyectos enteros
plot-note-whole = Cada proyecto aparece entero en cada grupo al que pertenece: los grupos suman { $percent } % del total

## Una marca por proyecto
plot-form-bars = Barras
plot-form-units = Una marca por proyecto
units-title = Cada proyecto, una marca
units-size = su tamaño es el monto otorgado
units-by = Por
units-theme = área temática
units-year = año de inicio
units-state = estado
units-ending = cómo terminó
units-after = qué siguió
units-several-themes = En varias áreas
units-several-states = En varias entidades
units-hollow = Hueca: sin un monto que se pueda contar. En rebanadas iguales: sus áreas, no cuánto de cada una.
verb-less-motion = Menos movimiento
units-too-many = { $n } proyectos son demasiados para dibujarlos uno por uno. Acote el conjunto a { $most } o menos.
plot-note-negative = { $n ->
    [one] Un proyecto tiene un monto negativo, que no se cuenta.
   *[other] { $n } proyectos tienen un monto negativo, que no se cuenta.
}
plot-matrix-summary = { $years ->
    [0] { $title }: ningún proyecto tiene año.
    [one] { $title }: { $areas ->
        [one] un área
       *[other] { $areas } áreas
    } en { $first }.
   *[other] { $title }: { $areas ->
        [one] un área
       *[other] { $areas } áreas
    } en { $years } años, de { $first } a { $last }.
 }
plot-matrix-largest = La mayor cifra: { $cell }.
plot-matrix-undated = { $n ->
    [one] Un proyecto no tiene año y no está aquí.
   *[other] { $n } proyectos no tienen año y no están aquí.
 }
plot-matrix-years = Años
units-summary = Cada proyecto, una marca, por { $by }. { $groups }.
plot-note-other-currency = { $n ->
    [one] 1 proyecto con monto en otra moneda: no se suma
   *[other] { $n } proyectos con monto en otra moneda: no se suman
 }
plot-only-several = de varios países
plot-only-other-currency = en otra moneda
plot-only-negative = negativo
plot-note-unsourced = Incluyen { $part }
