### Lo que está mal en un archivo, dónde y qué hacer.

## Valores
fault-date-form = «{ $text }» no es una fecha. Escriba 2025, 2025-03 o 2025-03-20; agregue ~ si es aproximada o ? si es dudosa.
fault-date-month = la fecha «{ $text }» no existe: no hay tal mes. Escriba año-mes-día, como 2025-03-20.
fault-date-day = la fecha «{ $text }» no existe: ese mes no tiene tal día. Corríjala o deje solo año y mes.
fault-amount-form = «{ $text }» no es un monto. Escriba un número sin comillas ni comas, como 4400000 o 590128.50.
fault-amount-size = el monto «{ $text }» tiene más de dos decimales o es demasiado grande para conservarlo al centavo.
fault-currency-form = «{ $text }» no es una moneda. Escriba sus tres letras mayúsculas, como "USD" o "MXN".
fault-share-form = «{ $text }» no es un porcentaje. Escriba un número de 0 a 100 con dos decimales a lo más, como 33.33.

## Forma
problem-in-file = { $file }, línea { $line }, columna { $column }: { $text }
problem-at = { $where }: { $what }
problem-record = { $noun } «{ $id }»
problem-nth-record = { $noun } número { $n }
problem-field = campo { $field }
problem-list = lista { $list }
problem-header = encabezado del archivo
effect-left-out = El registro no se muestra.
effect-not-used = Este campo no se usa.
effect-list-left-out = Esta lista no se muestra o está incompleta.
effect-not-counted = El registro se muestra, pero esto no se cuenta.
problem-unknown-field = esta versión no conoce el campo «{ $field }». Se conserva en el archivo; revise si está bien escrito.
problem-missing-field = falta el campo «{ $field }». Agréguelo.
problem-double-field = el campo «{ $field }» aparece dos veces. Deje uno.
problem-unknown-word = «{ $found }» no se admite aquí. Escriba una de estas palabras, sin comillas: { $allowed }.
problem-expected-text = aquí va un texto entre comillas.
problem-expected-date = aquí va una fecha entre comillas: "2025", "2025-03" o "2025-03-20".
problem-expected-whole = aquí va un número entero sin comillas, no negativo ni demasiado grande.
problem-expected-year = aquí va un año de cuatro cifras sin comillas, como 2025.
problem-expected-number = aquí va un número sin comillas.
problem-expected-yes-no = aquí va true o false.
problem-expected-list = aquí va una lista entre corchetes: [ … ].
problem-expected-record = aquí va un registro entre paréntesis: (campo: valor, …).
problem-expected-word = aquí va un nombre de campo o una palabra sin comillas. Si está entre comillas, quíteselas.
problem-syntax = el texto no sigue la forma del archivo en este punto. Revise si falta una coma, unas comillas o un paréntesis.
problem-thousands = un número se escribe sin comas: 4400000, no 4,400,000.
problem-unclosed = lo que se abre aquí (paréntesis, corchete, comillas o comentario) nunca se cierra. Se leyó lo que está antes.
problem-too-deep = hay demasiados paréntesis unos dentro de otros.
problem-not-utf8 = hay bytes que no son texto en UTF-8. Guarde el archivo con codificación UTF-8.

## Reglas
rule-empty-id = el id está vacío. Escriba uno que no tenga ningún otro registro de la lista.
rule-double-id = otro registro anterior tiene el mismo id. Cambie uno de los dos.
rule-missing-reference = se refiere a { $noun } «{ $id }», que no está en el archivo. Agregue ese registro o corrija el id.
rule-end-before-start = termina ({ $end }) antes de empezar ({ $start }). Corrija una de las dos fechas.
rule-shares-over-100 = los porcentajes suman { $sum }, más de 100. Su monto se muestra sin área hasta corregirlos.
rule-theme-twice = el área «{ $id }» aparece dos veces. Deje una.
rule-negative-amount = el monto { $value } es negativo. Escriba cuánto se otorgó, o quítelo si no se sabe.
rule-no-name = no tiene nombre en ningún idioma. Escriba uno.

## Archivos que no se pueden leer
unreadable-not-found = No existe el archivo «{ $file }». Revise el nombre y la carpeta.
unreadable-no-permission = El sistema no permite leer «{ $file }». Revise los permisos del archivo.
unreadable-folder = «{ $file }» es una carpeta. Elija un archivo.
unreadable-io = No se pudo leer «{ $file }». Revise el disco o la conexión y vuelva a intentarlo. El sistema dice: { $why }
unreadable-too-large = «{ $file }» pesa { $size } MB; con la memoria libre de este equipo se leen archivos de hasta { $most } MB. Cierre otros programas o divida el archivo en varios portafolios.
unreadable-cancelled = No se terminó de abrir «{ $file }»: usted lo canceló.
unreadable-empty = «{ $file }» está vacío.
unreadable-not-text = «{ $file }» no es un archivo de texto en UTF-8. Si viene de un editor, guárdelo con codificación UTF-8.
unreadable-not-a-portfolio = «{ $file }» no tiene la forma de un portafolio (línea { $line }). Debe empezar con un paréntesis y sus campos; vea docs/FORMAT.md.
unreadable-too-deep = «{ $file }» tiene demasiados paréntesis unos dentro de otros (línea { $line }) y no se abre.
unreadable-no-schema = «{ $file }» no dice la versión de su formato. Agregue «schema: { $schema },» al principio.
unreadable-newer-schema = «{ $file }» tiene la versión { $found } del formato y este programa conoce la { $known }. Ábralo con una versión más nueva de Atalaya.
unreadable-unknown-schema = «{ $file }» pide la versión «{ $found }» del formato, que no existe; este programa lee la { $known }. Escriba «schema: { $known },».
rule-unknown-measure = «{ $text }» no es ninguna de las medidas que se conocen, y por eso este total no se compara con los registros. Si es una de estas, elíjala: { $known }.
