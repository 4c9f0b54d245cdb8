### El informe: PDF y página accesible.

## La forma
report-kind = Informe del portafolio completo
report-kind-set = Informe de un conjunto filtrado
report-untitled = Portafolio sin título
report-unnamed = Sin título
report-contents = Contenido
report-skip = Ir al contenido
report-page = Página
report-page-of = de
report-source = Fuente
report-continued = (continúa)
report-part = parte
report-no-picture = Esta gráfica no se pudo dibujar; dice lo siguiente.
report-cites-more = y { $n ->
    [one] 1 fuente más
   *[other] { $n } fuentes más
 }
report-archived = Copia archivada:
report-left-out = Esta tabla muestra { $shown } de { $all } renglones, en el orden de la pantalla. { $rest ->
    [one] El que falta está
   *[other] Los { $rest } que faltan están
 } en la exportación a Excel (XLSX) del mismo conjunto.

## La portada
report-filter = Filtro
report-filter-is = Proyectos { $terms } ({ $filter })
report-no-filter = Ninguno: el portafolio completo
report-order = Orden
report-descending = { $column }, de mayor a menor
report-lacks = Qué falta
report-lacks-nothing = Nada que conste en las sumas
report-data = Datos
report-made = Fecha del informe
report-language = Idioma
report-in-spanish = Español; lo que una fuente dice en inglés se marca
report-in-english = Inglés; lo que una fuente dice en español se marca
report-empty = Ningún proyecto cumple el filtro: no hay cifras que dar. Eso no quiere decir que sean cero.

## Las secciones
report-figures = Cifras clave
report-count = Proyectos del conjunto
report-count-country = { $n ->
    [one] 1 proyecto solo de { $country }
   *[other] { $n } proyectos solo de { $country }
 }
report-count-multi = { $n ->
    [one] 1 de varios países, aparte
   *[other] { $n } de varios países, aparte
 }
report-reported-by = Otra cuenta: lo que informó { $who }
report-sources-are = Quién da los montos:
report-cutoff = Los fondos se cortaron en esta fecha según las fuentes: { $date } ({ $label }).
report-timeline-table = Proyectos por sus fechas
report-projects = Los proyectos
report-projects-caption = { $n ->
    [one] 1 proyecto del conjunto
   *[other] { $n } proyectos del conjunto
 }, con las columnas y el orden de la pantalla
report-table-sum = { $n ->
    [0] Ningún proyecto tiene un monto que se sume.
    [one] Suma del único proyecto con monto que se cuenta: { $money }.
   *[other] Suma de los { $n } proyectos con monto que se cuenta: { $money }.
 }
report-no-source = ninguna
report-no-organization = ninguna nombrada
report-no-events = En este conjunto no hay hechos.
report-events-caption = { $n ->
    [one] 1 hecho del conjunto
   *[other] { $n } hechos del conjunto
 }
report-reported = Lo informado y lo que los registros tienen
report-bridge-table = De los registros al total informado, paso por paso
report-bridge-range = Según la fuente, y aparte
report-marks = Marcas de quien hizo este informe: no son datos publicados.
report-why-not = Por qué no se compara
report-estimate = Lo que se marca «estim.» no lo publicó nadie: { $what }.
report-cut-areas = Sin ejercer, por área temática
report-apart = Lo que queda aparte
report-more-projects = y { $n ->
    [one] 1 más
   *[other] { $n } más
 }
report-more-entries = y { $n ->
    [one] 1 más, que no cabe aquí
   *[other] { $n } más, que no caben aquí
 }
report-how-much = Proyectos y monto
report-who-goes-on = Quién sigue
report-missing = Lo que falta
report-doubles = Lo que quizá se cuenta dos veces
report-sums-lack = Lo que las sumas no incluyen
report-lacking = Datos que nadie publicó
report-lacking-means = Ninguna fuente consultada lo dice. Que no se haya publicado no quiere decir que no exista ni que sea cero.
report-nothing-lacks = De este conjunto, las fuentes publican todos los datos que se buscan.
report-datum = Dato
report-which = Cuáles
report-count-of = { $n } de { $of }
report-all-of-them = todos
report-lack-which-award = Cuál de los montos publicados es el otorgado
report-lack-country-part = Parte del monto que corresponde a { $country }

## Notas de método
report-method = Notas de método
report-method-lead = Este informe dice lo mismo que la pantalla: el mismo conjunto, las mismas cifras, el mismo orden. Cada cifra lleva entre corchetes el número de sus fuentes, que están al final.
report-terms = Qué quiere decir cada palabra
report-term-award = Monto otorgado
report-term-award-is = Lo que quien financia se comprometió a dar. No dice cuánto se entregó ni cuánto se gastó.
report-term-disbursed = Gastado
report-term-disbursed-is = Lo que una fuente publica como desembolsado o ejercido, hasta la fecha que esa fuente diga.
report-term-missing = No publicado
report-term-missing-is = Ninguna fuente consultada lo dice. No es cero, y no entra en ninguna suma.
report-term-planned = Fin previsto
report-term-planned-is = La fecha en que el proyecto debía terminar según lo publicado. No prueba que haya llegado hasta ella.
report-term-named = Terminación con nombre
report-term-named-is = Una fuente nombra el proyecto entre los cancelados.
report-term-implied = Terminación inferida
report-term-implied-is = El proyecto estaba en curso y una declaración general lo abarca, sin nombrarlo. Es inferencia nuestra.
report-term-unknown = No se sabe
report-term-unknown-is = Las fuentes no dicen cómo terminó, o se contradicen.
report-term-several = Varios países
report-term-several-is = El monto es para varios países y nadie publicó qué parte toca a cada uno: se muestra aparte y no se suma.
report-term-perhaps = Quizá
report-term-perhaps-is = Una fecha o un final no se conoce con exactitud: el proyecto puede pertenecer al conjunto, y se cuenta diciéndolo.
report-term-estimate = Estimación a ritmo parejo
report-term-estimate-is = Se supone que el monto se gastaba por igual cada día del plazo previsto. Nadie lo publicó.
report-term-reported = Total informado
report-term-reported-is = Una cifra que alguien dio sin lista. Es otra cuenta: no se sabe qué proyectos abarca.

## Las fuentes
report-sources = Fuentes
report-sources-order = En el orden en que se citan por primera vez.
report-no-sources = Este informe no da ninguna cifra que tenga una fuente.

## Lo que no se pudo
report-too-long = El informe tendría más de { $n } páginas. Filtre el conjunto, o guárdelo como página HTML.
report-refused = El PDF no se escribió, porque no cumpliría las reglas de accesibilidad (PDF/UA-1): { $why }. Guarde el informe como página HTML.
report-no-out = Falta el archivo que se va a escribir: atalaya report informe.pdf
report-which-form = El nombre «{ $file }» no dice qué informe se quiere: termínelo en .pdf o en .html.
report-lost = Las tablas del informe muestran a lo más { $most } renglones; { $n ->
    [one] 1 queda
   *[other] { $n } quedan
 } fuera, y el informe lo dice. La exportación a Excel los lleva todos.
report-groups-left-out = Esta tabla muestra { $shown } de { $all } renglones; el total los cuenta todos.
