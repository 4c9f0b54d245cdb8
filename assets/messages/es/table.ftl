### Las tablas: títulos de columnas, grupos, teclas.

column-name = Proyecto
column-acronym = Siglas
column-theme = Área temática
column-implementer = A cargo de
column-start = Inicio
column-planned-end = Fin previsto
column-actual-end = Fin real
column-amount = Monto otorgado
column-amount-in = Monto otorgado ({ $currency })
column-ending = Cómo terminó
column-status = Estatus publicado
column-states = Entidades
column-sectors = Sectores
column-supports = A quién apoyó
column-counterpart = Contraparte
column-scope = Alcance
column-agreement = Número de acuerdo
column-sources = Fuentes
event-column-date = Fecha
event-column-kind = Tipo
event-column-title = Hecho
event-column-organizations = Organizaciones
event-column-projects = Proyecto
event-column-sources = Fuentes
event-no-project = ninguno nombrado
events-count = { $n ->
    [one] 1 hecho
   *[other] { $n } hechos
 } de { $of }
name-ours-short = (trad.)
scope-multi-short = varios países
missing-short = no publicado
missing-short-f = no publicada
group-by = Agrupar por
group-none = Sin grupos
group-head = { $name }  ·  { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 }
group-assumed = { $money } divididos por nosotros
copy-all = Copiar tabla
copy-picked = { $n ->
    [one] Copiar 1 fila
   *[other] Copiar { $n } filas
 }
copy-hint = Se pega en Excel como celdas
table-columns = Columnas
table-columns-reset = Como al principio
table-column-wider = Ensanchar: { $column }
table-column-narrower = Angostar: { $column }
table-column-earlier = Mover antes: { $column }
table-column-later = Mover después: { $column }
table-scroll = Desplazar la tabla
table-keys = { $table }: { $n ->
    [one] 1 fila
   *[other] { $n } filas
 }. Flechas para recorrer, Entrar para abrir la fila o editar la celda
table-row = Fila { $row } de { $of }: { $name }
table-cell = { $column }, fila { $row } de { $of }: { $value }
table-title = { $column }, sin ordenar
table-title-ascending = { $column }, orden ascendente
table-title-descending = { $column }, orden descendente
table-title-hint = Clic o Entrar para ordenar, con Mayús como segundo orden; arrastre para mover, o use Columnas
ending-named-short = Con nombre
ending-implied-short = Inferida
ending-before-short = Antes
ending-unknown-short = No se sabe
hint-unsourced = Este monto se escribió sin decir de qué fuente viene. Con «El monto no tiene fuente», entre los filtros de lo que está en duda, se ven todos los que están así.
