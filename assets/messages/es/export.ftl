### Lo que se lleva: tablas para hojas de cálculo y para programas.

export-xlsx = Libro de Excel (XLSX)
export-csv-comma = CSV con comas (Excel de México)
export-csv-semicolon = CSV con punto y coma (Excel de España)
export-json = JSON (para programas)

export-sheet-projects = Proyectos
export-sheet-events = Hechos
export-sheet-sources = Fuentes
export-sheet-notes = Notas
export-sheet-records = Registros
export-records-note = Cada registro completo, para que Atalaya abra este archivo de nuevo. No hace falta leer esta hoja ni editarla.

# Columnas detrás de las que se muestran.
export-id = Clave
export-currency = Moneda
export-counted = Monto en el total ({ $currency })
export-assigned = Parte de las áreas elegidas ({ $currency })
export-split-by-us = dividida por nosotros
export-why-not = Por qué no está en el total
export-clause = Qué monto es
export-amount-sources = Fuente del monto
export-sources = Claves de las fuentes
export-projects = Claves de los proyectos
export-cell-notes = Aclaraciones
export-why-unpublished = nadie publicó el monto
export-why-currency = está en otra moneda
export-why-several = es de varios países
export-why-several-unpublished = es de varios países y nadie publicó el monto

# La hoja de fuentes.
export-source-number = Núm.
export-source-title = Título
export-source-publisher = Quién publica
export-source-kind = Qué es quien publica
export-source-address = Dirección
export-source-archived = Copia archivada
export-source-published = Publicada
export-source-consulted = Consultada
export-source-tells = Qué sostiene aquí
export-source-excerpt = Pasaje
export-tells-amounts = montos
export-tells-endings = finales
export-tells-records = proyectos
export-tells-events = hechos
export-tells-more = totales informados y continuidad
export-tells-and-more = { $list } y { $n ->
    [one] 1 más
   *[other] { $n } más
 }

# La hoja de notas y el texto junto al CSV.
export-about-title = Acerca de esta tabla, exportada de Atalaya
export-what = Qué muestra
export-money = Montos
export-filter = Filtro
export-no-filter = ninguno: todo el portafolio
export-order = Orden
export-order-shown = el de la pantalla
export-order-portfolio = el del portafolio
export-order-ascending = { $column }, ascendente
export-order-descending = { $column }, descendente
export-data = Datos
export-day = Exportado
export-missing = Qué falta
export-proves-not = Qué no demuestra
export-columns = Cómo leer la tabla
export-left = Qué no cupo
export-empty = Una celda vacía quiere decir que nadie lo publicó; nunca quiere decir cero.
export-sums = La columna «{ $column }» suma el total de arriba. Los montos que no entran en él dicen la razón en «{ $why }».
export-more-lines = y { $n } más; filtre para verlos.
export-csv-months = De algunas fechas solo se sabe el mes o el año (2025-03, 2025). Excel puede mostrar 2025-03 como el día 1; ese día no lo dijo nadie.
export-stamp = Para abrir esta misma vista en Atalaya

export-left-only-table = El CSV lleva solo la tabla: lo demás de cada registro está en los archivos XLSX y JSON.
export-left-rows = { $n ->
    [one] 1 fila no cupo
   *[other] { $n } filas no cupieron
 } en la hoja de Excel, que admite 1,048,576. Filtre, o exporte como CSV o JSON.
export-left-records = { $n ->
    [one] 1 registro no cupo
   *[other] { $n } registros no cupieron
 } en la hoja «Registros»: al abrir este archivo faltarán. Filtre, o exporte como JSON.
export-left-long = { $n ->
    [one] 1 texto se cortó
   *[other] { $n } textos se cortaron
 } en la tabla, porque una celda admite 32,767 caracteres. Completos están en la hoja «Registros».
export-left-characters = { $n ->
    [one] 1 texto tenía
   *[other] { $n } textos tenían
 } caracteres de control que Excel no admite; en la tabla se quitaron, en la hoja «Registros» están.
export-left-amounts = { $n ->
    [one] 1 monto está escrito
   *[other] { $n } montos están escritos
 } como texto, porque Excel redondea los números de más de quince cifras.
export-left-references = { $n ->
    [one] 1 mención
   *[other] { $n } menciones
 } de proyectos que el filtro deja fuera no se incluyeron.

# Sin ventana.
export-in-and-out = Faltan archivos: atalaya convert ENTRADA SALIDA.
export-unknown-form = No se sabe escribir { $file }: el nombre debe terminar en una de estas formas: { $known }.
export-changed = { $file } cambió desde que se exportó ({ $date }). Lo que sigue en él se leyó.
export-only-table-written = La tabla quedó guardada, pero no el texto que la explica, { $file }: { $why }
export-csv-numbers = Excel cambia al abrir lo que parece número o fecha (00012, 1E5, 3-2-1). En el CSV está como se publicó; para verlo igual, tráigalo con Datos > Desde texto/CSV y elija el tipo Texto en: { $columns }.
export-changed-cells = { $file } cambió desde que se exportó ({ $date }). De él solo se lee la hoja «{ $sheet }»; lo que se cambió en las demás no se tomó: { $cells }{ $more ->
    [0] {""}
   *[other] ; y { $more } más
}.{ $table ->
    [0] {""}
   *[other] {" "}Para que valga lo cambiado en la tabla, cámbielo en Atalaya, o guarde su hoja como CSV y tráigala.
}
export-changed-cell = { $place } ({ $title }) dice «{ $said }»
export-changed-emptied = { $place } ({ $title }) está vacía
export-changed-new-row = { $place }: renglón nuevo
export-changed-gone = en «{ $sheet }» falta el renglón de «{ $id }»
export-why-negative = es negativo, no se cuenta
export-told = Se exportó el { $date }; filtro: { $filter }. En un portafolio nuevo se abre con el mismo filtro, orden y columnas.
export-intact = Todo lo que dice el archivo está tal como se exportó.
export-changed-sheet = la hoja «{ $sheet }» dice otra cosa
export-changed-no-sheet = falta la hoja «{ $sheet }», o se llama de otro modo
export-changed-new-sheet = hay una hoja nueva, «{ $sheet }»
export-temporary-full = la carpeta de archivos temporales, { $folder }, está llena: una tabla tan larga se escribe primero ahí. Libere espacio en ese disco, o filtre la tabla.
export-no-temporary = no se puede escribir en la carpeta de archivos temporales, { $folder }: ahí se escriben primero las tablas de más de { $n } renglones. Cree esa carpeta o dé permiso de escribir en ella, o filtre la tabla.
export-about-elsewhere = Junto a la tabla ya había un { $file } que no es de Atalaya y no se tocó; la explicación de la tabla está en { $place }.
export-filter-said = { $words } (como se escribe en Atalaya: { $typed })
