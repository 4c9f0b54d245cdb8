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
diff-unread = «{ $file }» tiene problemas: lo que no se pudo leer de él aparece como si faltara.
diff-nothing = sin dato
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
erratum-now-told = «{ $name }», { $field }: no lo decía; ahora dice { $after }.
erratum-no-longer-told = «{ $name }», { $field }: decía { $before }; ahora no lo dice.
erratum-moved = Los registros de este tipo están en otro orden: { $record }.
datum-in-spanish = { $field } (en español)
datum-in-english = { $field } (en inglés)
datum-as-named = Como lo nombra la fuente
datum-label = Rótulo
datum-organization = Organización
datum-role = Papel
datum-row = Renglón
datum-column = Columna
datum-share = Porcentaje
datum-source = Fuente
datum-theme = Área temática
datum-about = De qué trata
datum-acronym = Siglas
datum-actual-end = Término
datum-agreement-number = Número de convenio
datum-amounts = Montos
datum-archived-url = Copia archivada
datum-as-of = Fecha de la cifra
datum-by = Quién
datum-consulted = Consultada
datum-continuity = Continuidad
datum-count = Cuántas
datum-counterpart = Contraparte
datum-country = País
datum-covers = Qué abarca
datum-currency = Moneda
datum-cutoff = Fecha de corte
datum-date = Fecha
datum-ending = Cómo terminó
datum-events = Hechos
datum-excerpt = Pasaje
datum-kind = Tipo
datum-language = Idioma
datum-last-action = Entre las últimas acciones
datum-measures = Qué mide
datum-name = Nombre
datum-name-ours = Traducción nuestra
datum-named-by-report = Nombrada en el informe
datum-notes = Notas
datum-organizations = Organizaciones
datum-period-end = Fin del periodo
datum-period-start = Inicio del periodo
datum-planned-end = Término previsto
datum-projects = Proyectos
datum-projects-as-named = Proyectos, como los nombra la fuente
datum-published = Publicada
datum-publisher = Quién publica
datum-reported-by = Quién informa
datum-schema = Versión del formato
datum-scope = Alcance
datum-sectors = Sectores
datum-short = Abreviatura
datum-since = Desde
datum-sources = Fuentes
datum-start = Inicio
datum-state = Situación
datum-states = Entidades federativas
datum-status = Estatus publicado
datum-status-as-of = Fecha del estatus
datum-summary = Resumen
datum-supports = A quiénes apoyó
datum-synonyms = Sinónimos de búsqueda
datum-themes = Áreas temáticas
datum-tile = Lugar en el mapa
datum-title = Título
datum-topics = Subtemas
datum-updated = Fecha de los datos
datum-url = Dirección
datum-value = Monto
diff-column-change = Cambio
diff-column-record = Registro
diff-column-field = Campo
diff-column-before = Antes
diff-column-after = Después

## En la ventana
verb-compare = Comparar con otro portafolio…
dialog-compare-title = Comparar con otro portafolio
compare-intro = Elija otro portafolio, u otra versión de este, para ver qué se agregó, qué se quitó y qué cambió, campo por campo.
compare-file = Elegir un archivo…
compare-embedded = El portafolio incluido
compare-swap = Invertir antes y después
compare-search = Buscar en las diferencias
compare-all = Todo
compare-shown = { $n } de { $of }
compare-copy = Copiar como fe de erratas
compare-save = Guardar…
compare-file-name = fe-de-erratas
comparing = Comparando con { $name }…
compare-title = Comparar portafolios
datum-attribution = Atribución
datum-fiscal-year = Año fiscal
compare-side-here = { $file }, como está aquí
compare-side-disk = { $file }, como está en el disco
erratum-amount = «{ $name }», monto ({ $about }): decía { $before }; ahora dice { $after }.
