# Lo que se trae de otros formatos: cómo se llaman, y por qué algo no cabe.
format-iati = Actividades IATI (XML)
format-table = Tabla de proyectos
format-usaspending = Subvenciones de USAspending
format-foreign-assistance = Transacciones de ForeignAssistance.gov
format-own = Tabla de Atalaya

loss-no-place = un portafolio no tiene un campo para esto
loss-language = en un idioma que este portafolio no guarda
loss-unknown-code = no está en las listas que se conocen
loss-not-readable = no se pudo leer como su campo lo pide
loss-missing = falta o está vacío; se puso algo en su lugar
loss-same-id = el mismo identificador otra vez; el segundo recibió otro
loss-unknown-version = versión desconocida del formato; se leyó hasta donde se pudo
loss-broken-off = el archivo se interrumpe aquí
loss-counted-elsewhere = ya está contado en otra cifra del mismo proyecto

same-by-agreement = mismo número de convenio
same-by-id = misma clave
same-by-name = mismo nombre

verb-bring = Traer datos…
verb-paste-rows = Pegar filas…
verb-template = Guardar plantilla de Excel…
bring-title = Traer datos
bring-pasted = las filas pegadas
bring-intro = Lo que se entendió de { $name }. Nada se guarda hasta que usted lo traiga, y después se puede deshacer.
bring-working = Leyendo: { $n } registros, { $read } de { $whole } MB
bring-summary = { $format }: { $entries ->
    [one] una entrada
   *[other] { $entries } entradas
}, { $projects ->
    [one] un proyecto
   *[other] { $projects } proyectos
}{ $failed ->
    [0] {""}
    [one] ; una entrada no se pudo traer
   *[other] ; { $failed } entradas no se pudieron traer
}.
bring-into-new = A un portafolio nuevo
bring-into-open = Al portafolio abierto: { $title }
bring-keep = { $n ->
    [one] Traer el proyecto
   *[other] Traer los { $n } proyectos
}
bring-leave = No traer nada
bring-sheet = Hoja
bring-encoding = Codificación
bring-delimiter = Separador
bring-delimiter-comma = coma
bring-delimiter-semicolon = punto y coma
bring-delimiter-tab = tabulador
bring-delimiter-bar = barra
bring-decimal = Decimales
bring-date-order = Fechas
bring-currency = Moneda si no se dice
bring-columns = Qué columna es qué campo
bring-more-columns = Y { $n } columnas más.
bring-becomes = Columna { $column } se toma como: { $field }
bring-understood = { $n ->
    [one] en una entrada
   *[other] en { $n } entradas
}
bring-understood-title = Qué se entendió
bring-understood-line = { $what } = { $field } ({ $n }): { $example }
bring-lost = Qué se pierde o quedó en duda
bring-lost-nothing = Nada: todo lo que dice el archivo tiene un lugar.
bring-lost-line = { $what }: { $why } ({ $n ->
    [one] una vez
   *[other] { $n } veces
}{ $line ->
    [0] {""}
   *[other] , la primera en el renglón { $line }
}): { $example }
bring-failed = { $n ->
    [one] Una entrada no se pudo traer
   *[other] { $n } entradas no se pudieron traer
}
bring-failed-line = Renglón { $line }: { $what }: { $why }
bring-save-failed = Guardar estas filas para corregirlas…
bring-failed-file = { $name } por corregir
bring-joined = { $new ->
    [0] Ningún proyecto nuevo
    [one] Un proyecto nuevo
   *[other] { $new } proyectos nuevos
}; { $same ->
    [0] ninguno está ya en el portafolio abierto
    [one] uno ya está en el portafolio abierto
   *[other] { $same } ya están en el portafolio abierto
}
bring-same = { $here } = { $there } ({ $by }){ $differ ->
    [0] {""}
    [one] : un dato dice otra cosa
   *[other] : { $differ } datos dicen otra cosa
}
bring-settle-later = Donde dicen otra cosa vale lo que ya estaba; al traerlos podrá elegir dato por dato. Los montos de ambos se conservan, cada uno con su fuente.
bring-more = Y { $n } más.
brought-into-open = De { $name }: { $new ->
    [0] ningún proyecto nuevo
    [one] un proyecto nuevo
   *[other] { $new } proyectos nuevos
}, { $same ->
    [0] ninguno que ya estuviera
    [one] uno que ya estaba
   *[other] { $same } que ya estaban
}{ $differ ->
    [0] {""}
    [one] ; en uno dice otra cosa y vale lo que ya estaba
   *[other] ; en { $differ } dice otra cosa y vale lo que ya estaba
}{ $amounts ->
    [0] {""}
    [one] ; de uno da otro monto: se conservan ambos
   *[other] ; de { $amounts } da otro monto: se conservan ambos
}.
brought-nothing = { $name } no dice nada que no estuviera ya.
brought-as-new = Portafolio nuevo con { $n ->
    [one] un proyecto
   *[other] { $n } proyectos
} de { $name }. Todavía no está guardado.

date-order-dmy = día, mes, año
date-order-mdy = mes, día, año
date-order-ymd = año, mes, día
decimal-point = punto (1,234.56)
decimal-comma = coma (1.234,56)
unreadable-another-format = { $file } es de otro formato: tráigalo desde la ventana (Archivo, Traer datos) o con «atalaya convert { $file } SALIDA.ron».
unreadable-not-data = { $file } es una página o un documento que este programa no hizo; se traen tablas, IATI y portafolios.
dialog-data = Tablas, IATI y exportaciones
view-opened = Se abrió la vista de { $name }, exportada el { $date }.
view-of-another = { $name } se exportó del portafolio «{ $title }»: ábralo primero.
convert-no-projects = { $file }: no se encontró ningún proyecto; no se escribió nada.
convert-no-mapping = { $file }: no se entiende el renglón { $line }; guarde la correspondencia de nuevo desde la ventana.
loss-missing-all = falta o está vacío
bring-working-first = Leyendo { $name }…
bring-differs = { $name }, { $field }: aquí «{ $here }», ahí «{ $there }»
loss-came-in = es dinero que entró a quien reporta; no es lo que se otorgó al proyecto
unreadable-organizations = { $file } es un archivo IATI de organizaciones, no de actividades: no tiene proyectos. Busque el archivo de actividades («iati-activities») de la misma organización.
unreadable-own-report = { $file } es un informe hecho por Atalaya: no lleva los registros, así que no hay nada que convertir. Ábralo en la ventana para volver a la misma vista; para llevarse los registros, exporte en XLSX o JSON.
bring-understood-own = { $what }: { $n }, como «{ $example }»
bring-working-rows = Convirtiendo las filas: { $read } de { $whole }
bring-working-compare = Comparando con el portafolio abierto: { $read } de { $whole } proyectos
bring-working-keep = Agregando al portafolio abierto: { $read } de { $whole } registros
bring-save-mapping = Guardar esta asignación…
bring-open-mapping = Usar una guardada…
bring-mapping-file = { $name } columnas
bring-no-mapping = «{ $file }» no dice qué columna es qué campo. Elija un archivo guardado con «Guardar esta asignación…».
same-by-acronym = mismas siglas
bring-guess-again = Deducir de nuevo
bring-by-kept = Columnas según la asignación guardada{ $known ->
    [0] {""}
   *[other] {" "}«{ $name }»
}{ $n ->
    [0] .
   *[other] : con ella cambia cómo se toman estas columnas: { $columns }.
}
bring-drop-kept = No usarla
bring-summary-lost = { $n ->
    [one] Un dato se pierde o quedó en duda: está al final.
   *[other] { $n } datos se pierden o quedaron en duda: están al final.
}
bring-two-amounts = { $name }, monto: aquí { $here }, ahí { $there }. Se conservan los dos y cuenta { $side ->
    [here] el de aquí
    [there] el de ahí
   *[other] { $counts }
}: { $clause } ({ $publisher }).
bring-lost-other = ; renglón { $line }: { $example }
bring-lost-more = ; y { $n } más
bring-save-unread = Guardar los renglones con celdas que no se entienden…
