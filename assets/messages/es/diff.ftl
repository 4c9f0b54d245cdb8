### Comparar dos portafolios: qué se agregó, qué se quitó, qué cambió.

diff-before = Antes: { $version }
diff-after = Después: { $version }
diff-same = No hay ninguna diferencia.
diff-summary = { $added ->
    [0] Ningún registro agregado
    [one] 1 registro agregado
   *[other] { $added } registros agregados
 }, { $gone ->
    [0] ninguno quitado
    [one] 1 quitado
   *[other] { $gone } quitados
 }, { $changed ->
    [0] ninguno cambiado
    [one] 1 cambiado
   *[other] { $changed } cambiados
 }.
diff-other-currencies = Los totales no se comparan: uno está en { $first } y el otro en { $second }.
diff-total-before = Total antes
diff-total-after = Total después
diff-the-file = Archivo
diff-nothing = nada
diff-yes = sí
diff-no = no
diff-order = un orden
diff-other-order = otro orden
money-added = Proyectos agregados
money-gone = Proyectos quitados
money-raised = Montos que subieron
money-lowered = Montos que bajaron
money-now-counted = Montos que ahora se cuentan
money-no-longer-counted = Montos que ya no se cuentan
change-added = Agregado
change-gone = Quitado
change-changed = Cambiado
change-moved = En otro orden
erratum-added = Se agregó «{ $name }» ({ $record }).
erratum-gone = Se quitó «{ $name }» ({ $record }).
erratum-changed = «{ $name }», { $field }: decía { $before }; ahora dice { $after }.
erratum-items = «{ $name }», { $field }: se quitó { $before }; se agregó { $after }.
erratum-now-told = «{ $name }», { $field }: no decía nada; ahora dice { $after }.
erratum-no-longer-told = «{ $name }», { $field }: decía { $before }; ahora no dice nada.
erratum-moved = Los registros de este tipo están en otro orden: { $record }.
field-in-spanish = { $field } (en español)
field-in-english = { $field } (en inglés)
field-about = De qué trata
field-acronym = Siglas
field-actual-end = Término
field-agreement-number = Número de convenio
field-amounts = Montos
field-archived-url = Copia archivada
field-as-of = Fecha de la cifra
field-by = Quién
field-consulted = Consultada
field-continuity = Continuidad
field-count = Cuántas
field-counterpart = Contraparte
field-country = País
field-covers = Qué abarca
field-currency = Moneda
field-cutoff = Fecha de corte
field-date = Fecha
field-ending = Cómo terminó
field-events = Hechos
field-excerpt = Pasaje
field-kind = Tipo
field-language = Idioma
field-last-action = Entre las últimas acciones
field-measures = Qué mide
field-name = Nombre
field-name-ours = Traducción nuestra
field-named-by-report = Nombrada en el informe
field-notes = Notas
field-organizations = Organizaciones
field-period-end = Fin del periodo
field-period-start = Inicio del periodo
field-planned-end = Término previsto
field-projects = Proyectos
field-projects-as-named = Proyectos, como los nombra la fuente
field-published = Publicada
field-publisher = Quién publica
field-reported-by = Quién informa
field-schema = Versión del formato
field-scope = Alcance
field-sectors = Sectores
field-short = Abreviatura
field-since = Desde
field-sources = Fuentes
field-start = Inicio
field-state = Situación
field-states = Entidades federativas
field-status = Estatus publicado
field-status-as-of = Fecha del estatus
field-summary = Resumen
field-supports = A quiénes apoyó
field-synonyms = Sinónimos de búsqueda
field-themes = Áreas temáticas
field-tile = Lugar en el mapa
field-title = Título
field-topics = Subtemas
field-updated = Fecha de los datos
field-url = Dirección
field-value = Monto
diff-column-change = Cambio
diff-column-record = Registro
diff-column-field = Campo
diff-column-before = Antes
diff-column-after = Después
