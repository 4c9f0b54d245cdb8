### Sin ventana: la línea de comandos.

cli-help =
    Atalaya: proyectos de asistencia internacional, cada cifra con su fuente.
    
    atalaya [ARCHIVO]                abre la ventana
    atalaya --clean                  la abre sin los ajustes guardados y sin archivo
    atalaya check [ARCHIVO]          dice qué está mal en un archivo, un problema por línea
    atalaya query [ARCHIVO] …        responde lo mismo que la ventana
    atalaya reconcile [ARCHIVO] …    un total informado y lo que los registros tienen, por pasos
    atalaya cut-short [ARCHIVO] …    lo que quedó trunco: tiempo y dinero por delante
    atalaya continuity [ARCHIVO] …   qué siguió, y de cuánto no se sabe
    atalaya request [ARCHIVO] …      solicitudes de información: solo lo que falta
    atalaya diff ANTES DESPUÉS       qué se agregó, se quitó y cambió entre dos archivos
    atalaya facts [ARCHIVO] …        expediente: cada cifra con su fuente, sus rivales y sus límites
    atalaya report [ARCHIVO] … SALIDA  informe para entregar: SALIDA.pdf o SALIDA.html
    atalaya picture IMAGEN [ARCHIVO] … SALIDA  una gráfica o la línea de tiempo: SALIDA.svg o SALIDA.png
    atalaya edit [ARCHIVO]           edita por líneas de la entrada estándar (docs/COMMAND-LINE.md)
    atalaya convert ENTRADA SALIDA   trae un portafolio, una tabla o IATI y escribe .ron, .xlsx, .csv, .json o .xml (IATI)
    atalaya sample … SALIDA          portafolio sintético, para probar con muchos registros
    atalaya --help, atalaya --version
    
    Sin ARCHIVO se usa el portafolio incluido.
    
    Opciones de todas las preguntas:
      --where TEXTO     filtro, como «tema:osh estado:Chiapas activo:2022» (docs/FILTER.md)
      --format FORMA    table, csv o json
      --lang IDIOMA     es o en
    
    De query:
      --by CAMPO        agrupa por theme, year, implementer, state, status, ending o sector
      --spread MODO     años: award (año en que se otorgó) o even (parejo en los meses previstos)
      --count           cuántos registros; con --by, primero el grupo con más proyectos
      --time N          calcula la respuesta N veces y dice cuánto tarda, en la salida de errores
    De reconcile:
      --total CLAVE     cuál total informado; si falta, el primero
      --notes ARCHIVO   sus notas exportadas: lo que usted contó o dejó fuera, con su razón
    De request:
      --kind CUÁL       transparency (a quien informó el total, en español) o foia (a quien
                        financió, en inglés); si falta, todas
      --total CLAVE     de cuál total informado se pide la lista
    De cut-short y continuity:
      --by CAMPO        agrupa por theme, implementer o state; si falta, por proyecto
      --reading CUÁL    cut-short: named (solo lo que las fuentes nombran) o presumed (todo lo que
                        no consta que terminó se toma por detenido en la fecha de corte)
    De convert:
      --where TEXTO     solo estos registros y lo que mencionan
      --separator CUÁL  del CSV: comma (Excel de México) o semicolon (Excel de España)
      --sheet NOMBRE    qué hoja del libro; si falta, la que más parece una tabla de proyectos
      --mapping ARCHIVO qué columna de la tabla es qué campo, si no se ha de deducir
      --themes ARCHIVO  qué códigos de sector de IATI son de qué tema
      --failed ARCHIVO  adónde van los renglones que no se pudieron traer, con su razón (CSV)
    De report:
      --where TEXTO, --lang IDIOMA, como arriba
      --paper HOJA      del PDF: letter (carta; si falta, esta) o a4
    De picture (theme, years, matrix, tiles, state, implementer, ending, status, sector, units,
    timeline, cut-short, continuity, bridge-CLAVE):
      --where TEXTO, --lang IDIOMA, como arriba
      --dark            en oscuro
      --scale N         pixeles por punto de un PNG; si falta, 2
      --width N         ancho en puntos, de 480 a 2400; si falta, 820
    De sample:
      --projects N      cuántos proyectos; si falta, 1000
      --seed S          semilla: con la misma, el mismo archivo, byte por byte
    
    Código de salida: 0 bien; 1 el archivo tiene problemas (check) o hay diferencias (diff); 2 no se
    pudo leer o preguntar.
    
    Ejemplos:
      atalaya query --by theme
      atalaya query --where "estado:Chiapas" --format csv
      atalaya check mi-portafolio.ron
cli-see-help = Escriba «atalaya --help» para ver lo que se puede pedir.
cli-unknown-argument = No se entiende «{ $argument }».
cli-no-value = Falta un valor después de { $option }.
cli-bad-value = «{ $value }» no es un valor de { $option }. Existen: { $known }.
cli-checked = { $projects ->
    [one] Se leyó 1 proyecto
   *[other] Se leyeron { $projects } proyectos
 }, { $events ->
    [one] 1 hecho
   *[other] { $events } hechos
 } y { $sources ->
    [one] 1 fuente
   *[other] { $sources } fuentes
 }; { $n ->
    [0] ningún problema
    [one] 1 problema
   *[other] { $n } problemas
 }.
cli-has-problems = { $file } tiene { $n ->
    [one] 1 problema
   *[other] { $n } problemas
 }; «atalaya check» { $n ->
    [one] lo lista
   *[other] los lista
 }.
cli-cannot-write = No se pudo escribir el resultado: { $why }
cli-sources = Quién da los montos: { $list }
cli-projects = Proyectos
cli-split-by-us = Dividido por nosotros
cli-without = Sin monto
cli-year-even = Año, parejo en los meses previstos
cli-even-estimate = Estimación a ritmo parejo en los meses previstos; { $spent ->
    [0] de ninguno de los que se suman se conoce lo gastado en su misma moneda
    [one] de 1 se publicó lo gastado, que aquí no se usa
   *[other] de { $spent } se publicó lo gastado, que aquí no se usa
 }.
cli-no-total = No hay un total informado «{ $id }». Existen: { $known }.
cli-two-files = Para comparar se necesitan dos archivos: atalaya diff ANTES DESPUÉS.
cli-sample-no-out = Falta el archivo que se va a escribir: atalaya sample --projects 1000 prueba.ron
convert-same-file = { $file } es el mismo archivo que se lee, y al escribirlo se perdería parte de lo que dice. Ponga otro nombre de salida; no se escribió nada.
convert-same-failed = El archivo de --failed es el mismo que se lee o que se escribe ({ $file }). Ponga otro nombre; no se escribió nada.
convert-failed-kept = { $n ->
    [one] Un renglón que no se pudo traer quedó en { $file }, con su razón: corríjalo y tráigalo de nuevo.
   *[other] { $n } renglones que no se pudieron traer quedaron en { $file }, con su razón: corríjalos y tráigalos de nuevo.
}
convert-failed-hint = Con --failed ARCHIVO.csv, los renglones que no se pudieron traer, o que tienen celdas que no se entienden, se guardan para corregirlos.
convert-failed-no-table = --failed guarda renglones de tablas; este archivo no es una tabla, así que no se escribió.
convert-unread-kept = { $n ->
    [one] Un renglón con celdas que no se entienden también quedó en { $file }; lo demás que dice sí se trajo.
   *[other] { $n } renglones con celdas que no se entienden también quedaron en { $file }; lo demás que dicen sí se trajo.
}
sample-other-form = No se escribió { $file }: la muestra es un portafolio; dele un nombre que termine en .ron. Con «atalaya convert» se hace de ella una tabla u otra forma.
