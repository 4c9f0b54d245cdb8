### Ir a cualquier cosa o hacerla, por su nombre; y por qué algo no se puede hacer ahora.

verb-palette = Buscar una orden o un registro…
palette-name = Órdenes, filtros, registros y ayuda, en español o en inglés
palette-hint = Escriba qué quiere hacer o ver
palette-list = Lo encontrado
palette-found = { $n ->
    [0] Nada se llama así
    [one] 1 resultado
   *[other] { $n } resultados
 }
palette-search-for = Buscar «{ $words }» en todos los registros
palette-verb = Orden
palette-setting = Ajuste
palette-help = Ayuda
palette-filter = Filtro
palette-project = Proyecto
palette-event = Hecho
palette-source = Fuente
palette-search = Búsqueda
not-now = Ahora no se puede
not-now-is-embedded = El portafolio incluido ya está abierto
not-now-only-embedded = El recorrido es del portafolio incluido
not-now-opening = El archivo todavía se está abriendo
not-now-saved = No hay cambios por guardar
not-now-saving = Se está guardando
not-now-nothing-edited = No se ha editado nada
not-now-nothing-undone = No se ha deshecho nada
not-now-no-record = Primero elija un registro
not-now-no-problems = El archivo no tiene problemas
not-now-no-filter = No hay ningún filtro puesto
not-now-no-way-back = No hay nada antes
not-now-no-way-forward = No hay nada después
not-now-timeline-whole = Solo en la línea de tiempo, cuando muestra una parte
not-now-no-drawing = Solo en la línea de tiempo y las gráficas
not-now-no-notes = Todavía no hay notas
not-now-no-rows = Ningún proyecto en este conjunto
not-now-no-picture = Esta vista no tiene una gráfica que copiar
not-now-no-former = No hay una versión anterior: el archivo no se ha guardado desde aquí
palette-copy-picture = Copiar la gráfica como imagen: { $name }
