### Tablas que se traen: qué campo es cada columna, qué se notó al leerlas, y la plantilla de Excel.

## Campos que una columna puede ser; son también los encabezados de la plantilla.

target-id = Identificador
target-name-es = Nombre en español
target-name-en = Nombre en inglés
target-acronym = Siglas
target-summary-es = Resumen en español
target-summary-en = Resumen en inglés
target-agreement = Número de acuerdo
target-implementer = A cargo de
target-funder = Quien financia
target-partner = Socios
target-accountable = Organización responsable
target-start = Inicio
target-planned-end = Fin previsto
target-actual-end = Fin real
target-status = Estatus publicado
target-status-as-of = Fecha del estatus
target-ending = Cómo terminó
target-award = Monto otorgado
target-funding-line = Renglón de financiamiento
target-total = Total a la fecha
target-reported = Monto reportado
target-announced = Monto anunciado
target-ceiling = Tope de la convocatoria
target-disbursement = Desembolsado
target-expenditure = Gastado
target-budget = Presupuesto
target-currency = Moneda
target-fiscal-year = Año fiscal
target-amount-as-of = Fecha del monto
target-theme = Área temática
target-theme-share = Porcentaje del área
target-state = Entidades
target-sector = Sectores
target-supports = A quién apoyó
target-counterpart-es = Contraparte en español
target-counterpart-en = Contraparte en inglés
target-country = País
target-source = Fuente
target-notes-es = Notas en español
target-notes-en = Notas en inglés
target-transaction = Monto de la transacción
target-transaction-type = Tipo de transacción
target-transaction-key = Clave de la transacción
target-ignore = No se toma

## Lo que se notó al leer la tabla.

sheet-formula-errors =
    { $count ->
        [one] Una fórmula da error (fila { $line }); esa celda se toma como vacía.
       *[other] { $count } fórmulas dan error (la primera en la fila { $line }); esas celdas se toman como vacías.
    }
sheet-merged =
    { $count ->
        [one] Una celda combinada recibió lo que dice la primera; los montos no se repiten.
       *[other] { $count } celdas combinadas recibieron lo que dice la primera de su grupo; los montos no se repiten.
    }
sheet-breaks-off = El archivo se interrumpe en la fila { $line }. Se leyó lo que está antes; pida el archivo completo.
sheet-columns-left-out = Se leen hasta { $most } columnas; quedaron fuera celdas con datos en { $count } más. Borre las columnas que sobran.
sheet-rows-left-out = La tabla es demasiado grande: de la fila { $line } en adelante no se leyó. Divídala en varios archivos.
sheet-from-1904 = El libro cuenta los días desde 1904; así se leyeron sus fechas.
sheet-not-text = Hay bytes que no son texto en { $encoding }; en su lugar aparece «�». Elija otra codificación.
sheet-open-quote = En la línea { $line } se abren unas comillas que nunca se cierran; desde ahí se leyó sin tomarlas en cuenta.
sheet-failed-line = Fila de origen
sheet-failed-why = Qué falta

## Por qué algo no cabe, en una tabla.

loss-contradicts = otra fila u otra columna del mismo proyecto dice algo distinto; vale lo que está primero
loss-totals-row = fila de totales; no es un proyecto
loss-shares-sum = los porcentajes no suman 100; las áreas quedan sin porcentaje y el monto se reparte entre ellas en partes iguales, marcado como reparto nuestro

## Libros que no se pueden leer.

unreadable-bomb = «{ $file }» ocuparía más de { $most } MB al descomprimirse y no se abre. Guarde en un libro nuevo solo la hoja que necesita.
unreadable-damaged = «{ $file }» está dañado o incompleto. Ábralo en Excel o LibreOffice, guárdelo de nuevo y vuelva a intentarlo.
unreadable-locked = «{ $file }» tiene contraseña. Guarde una copia sin contraseña.
unreadable-not-a-table = «{ $file }» no es una tabla que se pueda leer. Guárdelo como libro de Excel (.xlsx), hoja de OpenDocument (.ods) o CSV.

## La plantilla de Excel.

template-projects = Proyectos
template-explanation = Explicación
template-examples = Ejemplos
template-lists = Listas
template-column = Columna
template-what = Qué va en ella
template-intro-fill = Llene la hoja «Proyectos», una fila por proyecto. Solo hace falta el nombre; deje vacío lo que no sepa.
template-intro-unknown = Una celda vacía significa «no se sabe» y nunca se cuenta como cero. Si una fuente no publica un dato, no lo deduzca.
template-intro-rows = Si un proyecto tiene varios montos, áreas o fuentes, puede repetir la fila con el mismo identificador o número de acuerdo.
template-intro-back = Guarde el libro y ábralo en Atalaya, o suéltelo en la ventana: antes de guardar nada verá qué se entendió y qué no.
explain-id = Una clave corta que no se repita, como «senderos». Si la deja vacía, se forma con las siglas o el nombre.
explain-name = El nombre oficial del proyecto en ese idioma. Basta con uno de los dos.
explain-acronym = Las siglas o el nombre corto con que se conoce.
explain-summary = Para qué era, en dos o tres frases, en ese idioma.
explain-agreement = El número que quien financia dio al acuerdo. Por él se reconoce el mismo proyecto en otra lista.
explain-organizations = Nombre de la organización; si son varias, separe con punto y coma. Las siglas pueden ir entre paréntesis: «Organización Internacional del Trabajo (OIT)».
explain-date = Una fecha tan exacta como la diga la fuente: 2025, 2025-03 o 2025-03-20. Agregue ~ si es aproximada o ? si es dudosa.
explain-actual-end = Solo si una fuente dice cuándo terminó de verdad. No lo deduzca de la fecha prevista.
explain-status = El estatus que imprime la fuente. Elija de la lista.
explain-ending = Cómo se sabe que terminó: si una fuente lo nombra entre los cancelados, si se infiere, si terminó antes, o si no se sabe.
explain-award = Cuánto otorgó quien financia, según la fuente de la fila: un número, o también «4.4 millones».
explain-disbursed = Cuánto se pagó a quien lo tiene a cargo, según la fuente de la fila.
explain-currency = Las tres letras de la moneda de los montos de la fila: USD, MXN.
explain-theme = El área temática; si son varias, separe con punto y coma. Si una fuente dice qué parte toca a cada una: «Trabajo infantil 60%; Inspección 40%».
explain-state = Los estados que nombra la fuente, separados por punto y coma. Vacío significa que no se publicó.
explain-list = Uno o varios, separados por punto y coma.
explain-counterpart = La autoridad de gobierno con que trabajó, en ese idioma.
explain-source = La dirección de la página que lo dice, o su título. Si son varias, una por línea.
explain-notes = Lo que deba saber quien revise estos datos.
sheet-no-formats = De un libro .xls no se lee con qué moneda se muestran los números: revise «Moneda si no se dice», o guárdelo como .xlsx, donde sí se lee.
sheet-cut-short = El archivo parece cortado: termina a media fila, en el renglón { $line }, que tiene menos celdas que los demás. Lo que alcanza a decir se trajo; revíselo, y pida el archivo completo.
