### La ventana: menús, verbos, vistas, avisos.

## Menús
menu-file = Archivo
menu-edit = Editar
menu-view = Ver
menu-filter = Filtro
menu-go = Ir
menu-help = Ayuda
menu-recent = Abiertos antes
menu-theme = Colores
menu-language = Idioma
theme-system = Como el sistema
theme-light = Claro
theme-dark = Oscuro
theme-strong-light = Alto contraste, negro sobre blanco
theme-strong-dark = Alto contraste, blanco sobre negro

## Verbos
verb-open-file = Abrir un archivo…
verb-open-embedded = Volver al portafolio incluido
verb-show-problems = Problemas del archivo
verb-quit = Salir
verb-copy-rows = Copiar las filas como tabla
verb-copy-filter = Copiar el filtro
verb-copy-sentence = Copiar la frase
verb-select-all = Marcar todas las filas
verb-toggle-facets = Filtros a la izquierda
verb-toggle-details = Ficha a la derecha
verb-toggle-table = Ver las cifras como tabla
verb-zoom-in = Texto más grande
verb-zoom-out = Texto más chico
verb-zoom-reset = Texto de tamaño normal
verb-try-cutoff = Probar otra fecha de corte
verb-fit-timeline = Ver toda la línea de tiempo
verb-search = Buscar
verb-clear-filter = Quitar filtros
verb-only-without-amount = Solo los que no tienen monto publicado
verb-only-several-countries = Solo los de varios países
verb-back = Atrás
verb-forward = Adelante
verb-previous-record = Registro anterior
verb-next-record = Registro siguiente
verb-next-pane = Panel siguiente
verb-shortcuts = Atajos de teclado
verb-about = Acerca de Atalaya

## Vistas y paneles
tab-overview = Resumen
tab-projects = Proyectos
tab-events = Hechos
tab-timeline = Línea de tiempo
tab-plots = Gráficas
tab-questions = Preguntas
tab-sources = Fuentes
question-reported = Total informado
question-cut-short = Lo que quedó trunco
question-continuity = Continuidad
pane-views = Búsqueda y vistas
pane-filters = Filtros
pane-details = Ficha
data-as-of = datos al { $date }

## Búsqueda y filtros
search-hint = Buscar en todo
search-name = Buscar en todo: nombres, organizaciones, lugares, notas
search-help = Palabras o campos, como estado:Chiapas o activo:2022. Entrar los fija como filtro
typed-as-words = { $why } Se busca como palabras.
chip-remove = Quitar: { $term }
facet-dates = Fechas
facet-choice = { $field }: { $value }, { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 }
facet-more = { $n } más…
facet-fewer = Menos
facet-nothing = Nada en este conjunto
range-hint-date = p. ej. 2022, 2021..2023, >=2022-03
range-hint-amount = p. ej. 5M..10M, >=5M, ?
no-match = Nada coincide con todos los filtros
no-match-hint = Quite una condición para ver más:
no-match-without = Quitar: { $term }
no-records = Este portafolio no tiene proyectos

## Estado y avisos
status-sources = { $n ->
    [one] 1 fuente
   *[other] { $n } fuentes
 }
status-unit = mdd: millones de dólares
status-problems = { $n ->
    [one] 1 problema en el archivo
   *[other] { $n } problemas en el archivo
 }
opening = Abriendo { $file }…
notice-dismiss = Cerrar el aviso: { $notice }
problems-intro = { $n ->
    [one] Un problema. Lo demás se abrió bien.
   *[other] { $n } problemas. Lo demás se abrió bien.
 }
problem-line = línea { $line }
problems-more = y { $n } más; «atalaya check» los lista todos
shortcuts-table = En una tabla
shortcuts-table-text = Flechas, Re Pág, Av Pág, Inicio y Fin recorren las filas; Entrar abre la ficha; la barra espaciadora marca una fila; Mayús con flechas marca varias; Mayús y clic en un título ordena por una segunda columna.
about-text = Una ventana sobre portafolios de asistencia técnica internacional: cada cifra con su fuente. Funciona sin cuenta y sin red.
about-licences = Licencias de lo que lleva dentro
copied = Copiado
no-records-title = No hay proyectos
opening-at = Abriendo { $file }: { $percent } % · { $read } de { $of } MB · { $records } proyectos
opening-cancel = Cancelar
opening-read-only = Mientras el archivo se abre solo se puede leer: anote cuando esté completo.
figure-working = Se está calculando…
so-far = Hasta ahora (los primeros { $n }):{" "}
facet-rest = y { $n } más: escríbalos en la búsqueda ({ $example })
tabs-more = { $n } más
tabs-more-name = { $text }: { $views }
key-shift = Mayús
key-left = Izquierda
key-right = Derecha
key-up = Arriba
key-down = Abajo
key-plus = Más
key-minus = Menos
copied-rows = { $n ->
    [one] 1 fila copiada
   *[other] { $n } filas copiadas
 }
held-over = Suelte para abrir { $file }.
held-over-unnamed = Suelte para abrir el archivo.
held-over-several = Son { $n } archivos: esta ventana muestra uno. Suelte solo el que quiera ver.
status-sources-later = las fuentes se están leyendo
no-match-yet = Nada todavía entre lo que se ha leído
still-read = Se está leyendo el resto del archivo.
overview-no-events = Ningún hecho en lo que se muestra.
