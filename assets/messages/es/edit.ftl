### Editar, guardar, recuperar.

edit-same = Nada cambió.
edit-no-record = No hay { $noun } con la clave «{ $id }».
edit-taken = Ya hay { $noun } con la clave «{ $id }»; elija otra.
edit-no-id = Todo registro necesita una clave.
deed-field = cambiar «{ $field }» de { $name }
deed-fields = cambiar { $n } campos de { $name }
deed-added = agregar { $name } ({ $noun })
deed-removed = quitar { $name } ({ $noun })
deed-renamed = cambiar la clave de { $name } ({ $noun })
deed-header-field = cambiar «{ $field }» del portafolio
deed-header = cambiar los datos del portafolio
deed-several = { $n ->
    [one] cambiar un registro
   *[other] cambiar { $n } registros
 }
set-no-field = Aquí no hay un campo «{ $field }».
set-no-field-but = Aquí no hay un campo «{ $field }». Los que hay: { $known }.
set-bad-field = Campo { $field }: { $what }
not-saved-portfolio = No se guardó { $file }: { $why } Su trabajo sigue aquí.
not-saved-changed = otro programa cambió el archivo desde que se abrió. Puede guardar con otro nombre, o revisar qué cambió.
not-saved-read-only = el archivo o el disco es de solo lectura. Guarde con otro nombre.
not-saved-denied = no tiene permiso de escribir ahí. Guarde en otra carpeta.
not-saved-no-folder = la carpeta no existe o ya no está (¿se desconectó el disco?). Guarde en otra carpeta, o vuelva a conectarlo.
not-saved-a-folder = hay una carpeta con ese nombre. Guarde con otro nombre.
not-saved-system = el sistema dice: { $why }
not-saved-full = el disco está lleno. Libere espacio, o guarde en otro disco.
not-saved-name = el nombre es demasiado largo para el sistema.
not-saved-busy = otra ventana lo está guardando y no termina. Inténtelo de nuevo.
not-saved-not-as-meant = el texto no se leería como debe. Es un error de Atalaya: guarde con otro nombre y avísenos.
not-saved-not-flushed = el texto nuevo está escrito, pero el disco no confirma que resista un corte de luz. El sistema dice: { $why }.
recovery-not-kept = Lo que edita no se pudo resguardar; guarde pronto. El sistema dice: { $why }
edit-no-file = El portafolio aún no tiene archivo: escriba «save RUTA».
edit-nothing-kept = No hay trabajo resguardado de este archivo.
edit-left = Hay trabajo sin guardar de este archivo ({ $at }): { $n ->
    [one] 1 registro
   *[other] { $n } registros
 }. Escriba «recover» para recuperarlo o «discard» para descartarlo.
edit-not-saved = Lo editado no se guardó; queda resguardado para la próxima vez.
edit-unknown-command = No hay una orden «{ $found }». Existen: { $known }. Cómo se escribe cada una: help.
edit-unknown-list = No hay una lista «{ $found }». Existen: { $known }.
edit-too-few = A «{ $command }» le falta algo. Se escribe así: { $usage }{ $command ->
    [set] . Por ejemplo: set projects senderos acronym "SEN". Para dejar el campo sin dato: unset LISTA CLAVE CAMPO.
    [head] . Por ejemplo: head currency "USD". Para dejar el campo sin dato: unhead CAMPO.
   *[other] .
 }
edit-too-many = A la línea le sobra algo. Se escribe así: { $usage }.

verb-new = Portafolio nuevo
verb-save = Guardar
verb-save-as = Guardar como…
verb-undo = Deshacer
verb-redo = Rehacer
verb-of = { $verb }: { $deed }
verb-history = Historial de cambios…
verb-edit-record = Editar el registro
verb-new-project = Proyecto nuevo
verb-copy-record = Duplicar el registro
verb-remove-record = Quitar el registro…
verb-records = Todos los registros…
verb-edit-portfolio = Datos del portafolio…
copy-name = Copia de { $title }
copy-begun = Está editando una copia: el portafolio publicado queda como estaba. Guárdela con un nombre suyo (Archivo, Guardar como).
new-portfolio-title = Portafolio nuevo
new-project-name = Proyecto sin nombre
new-record-name = Sin nombre
saved-portfolio = Se guardó { $file }.
saved-with-backup = Se guardó { $file }. La versión anterior quedó en { $backup }.
saved-rewritten = Estos registros se escribieron de nuevo completos, sin lo que esta versión no conoce: { $ids }.
recovered = { $n ->
    [one] Se recuperó 1 registro
   *[other] Se recuperaron { $n } registros
 } sin guardar. Revise y guarde, o deshaga.
recovered-nothing = El archivo ya tenía todo lo que se había resguardado.
recovery-found = Quedó trabajo sin guardar de «{ $name }» ({ $at }): { $n ->
    [one] 1 registro
   *[other] { $n } registros
 }: { $names }
recovery-removed = quitado: { $id }
recovery-take = Recuperar
recovery-give-up = Descartar
merged-outside = Se abrió el archivo como está ahora y se repitieron en él los cambios de usted. Revise y guarde, o deshaga.
outside-changed = Otro programa cambió «{ $file }» desde que se abrió.
outside-gone = «{ $file }» ya no está donde estaba. Su contenido sigue abierto aquí; guárdelo de nuevo o con otro nombre.
outside-reload = Abrirlo de nuevo
outside-reload-lose = Abrirlo de nuevo y perder mis cambios
outside-keep = Seguir con lo mío
outside-compare = Ver qué cambió
outside-merge = Abrirlo y repetir mis cambios
unsaved-title = ¿Guardar los cambios de { $name }?
unsaved-quit = Si no los guarda, se pierden al cerrar.
unsaved-other = Si no los guarda, se pierden al abrir otro portafolio.
unsaved-give-up = No guardar
status-saving = Guardando…
status-unsaved = Sin guardar
status-reindexing = Actualizando las vistas…
dialog-none = No hay dónde guardar: el sistema no mostró su ventana y no se encontró su carpeta de documentos.
edit-title = { $name } ({ $noun })
edit-done = Listo
edit-id = Clave
edit-id-taken = Esa clave ya es de otro registro.
edit-add = Agregar
edit-take-out = Quitar: { $name }
edit-look-for = Buscar por nombre o clave
edit-none-found = No hay ninguno.
edit-make = Crear «{ $name }»
edit-unsourced = sin fuente
edit-share-left = Falta { $left } % para 100 %
edit-not-possible = Así no puede quedar; se conserva lo anterior.
edit-hidden = Contiene letras que no se ven: { $list }
edit-scope-country = Solo el país
edit-scope-several = Varios países
edit-attribution-named = La fuente nombra el proyecto
edit-attribution-matched = Se asoció al proyecto aquí
lang-es = Español
lang-en = Inglés
history-start = Como se abrió
remove-text = ¿Quitar «{ $name }» ({ $noun })? { $n ->
    [0] Ningún otro registro se refiere a él.
    [one] Un registro se refiere a él:
   *[other] { $n } registros se refieren a él:
 }
remove-record = Quitar
remove-with-references = Quitar, y también las referencias
remove-only = Quitar, y dejar las referencias como problemas
records-list = { $list ->
    [reported_totals] Totales informados
    [themes] Áreas temáticas
    [topics] Subtemas
    [sectors] Sectores
    [supports] A quiénes apoyan
    [places] Lugares
    [organizations] Organizaciones
    [sources] Fuentes
    [projects] Proyectos
    [events] Hechos
   *[continuity] Qué siguió
 } ({ $n })
records-new = Agregar ({ $noun })
problem-edit = Editar
problem-edit-name = Editar { $name }
problem-repair = Reparar: quitar la referencia
problem-repair-twice = Reparar: quitar la repetición
rescue-title = Algo falló en Atalaya
rescue-kept = Lo que no había guardado quedó resguardado ({ $path }); si cierra, se le ofrece en el próximo arranque.
rescue-nothing-unsaved = No había nada sin guardar: sus archivos están como los dejó.
rescue-log = Qué parte falló quedó en un registro (log.txt, junto a lo resguardado), sin nada de sus datos: puede enviarlo con su reporte.
rescue-go-on = Seguir
rescue-close = Cerrar
merged-conflicts = { $n ->
    [one] Un registro cambió aquí y también en el archivo
   *[other] { $n } registros cambiaron aquí y también en el archivo
 }: { $names }. Donde era el mismo campo quedó lo de usted; elija en cada uno cuál debe quedar.
edit-whole = Editar todo el registro
edit-version = La versión del formato no se cambia a mano.
edit-exists = { $file } ya existe: elija otro nombre, o bórrelo antes.
edit-not-text = Un renglón no es texto en UTF-8; se pasó por alto.
edit-unread = El archivo ya tiene { $noun } con la clave «{ $id }», que no se pudo leer: corríjalo ahí antes (atalaya check dice en qué línea).

conflicts-title = Cambios de usted y de otros
conflicts-intro = Estos datos se cambiaron aquí y también en la otra versión. Por ahora vale lo que cambió usted; elija en cada dato cuál debe quedar. Cada elección se puede deshacer.
conflicts-none = No queda nada por decidir.
conflicts-gone = El registro { $id } ya no está.
conflicts-all-mine = Todo como lo cambié
conflicts-all-theirs = Todo como en la otra versión
conflicts-done = Listo
conflict-mine = Aquí: { $value }
conflict-theirs = En la otra versión: { $value }
edit-no-step = No hay nada que deshacer o rehacer.
edit-left-referring = { $n ->
    [one] Un registro todavía se refiere a { $id }
   *[other] { $n } registros todavía se refieren a { $id }
}: «check» dice cuáles; «remove … with-references» las quita también.

conflicts-title-brought = Datos que dicen otra cosa
conflicts-intro-brought = Estos datos son otros en { $name }. Por ahora vale lo que ya estaba; elija en cada uno cuál debe quedar. Cada elección se puede deshacer.
conflicts-all-was = Todo como estaba
conflicts-all-brought = Todo como en { $name }
conflict-was = Estaba: { $value }
conflict-brought = En { $name }: { $value }
not-saved-failed = no se pudo terminar: Atalaya falló al guardar. Guarde con otro nombre y avísenos.
opening-failed = No se pudo abrir { $file }: Atalaya falló en ello. Lo que tenía abierto sigue como estaba.
recovery-failed = Lo que edita no se pudo resguardar: Atalaya falló en ello; guarde pronto.
rescue-not-kept = Lo que no ha guardado no se pudo resguardar ({ $why }). Siga y guárdelo antes de cerrar.
name-intro = Su sistema no muestra su propio diálogo: diga aquí dónde guardar el archivo.
name-path = Archivo, con su carpeta
name-nothing = Ahí no hay nada todavía.
name-file = Ahí ya hay un archivo ({ $size } kB). Se le pregunta antes de reemplazarlo.
name-asks = ¿Reemplazar el archivo que está ahí ({ $size } kB)? Lo que tiene ahora queda como { $backup }.
name-open = Es el archivo que tiene abierto.
name-folder = Ahí hay una carpeta: falta el nombre del archivo.
name-save = Guardar aquí
name-replace = Reemplazar
name-none = Falta el nombre del archivo.
name-no-folder = Esa carpeta no existe.
name-asks-open = Es el archivo que tiene abierto. ¿Guardar en él?
name-asks-to-lose = ¿Reemplazar el archivo que está ahí ({ $size } kB)? Lo que tiene ahora se pierde.
name-open-other = Es el portafolio que tiene abierto: elija otro nombre.
edit-amount-form = «{ $text }» no es un monto. Escriba una cifra, como 4,400,000, 590128.50 o 4.4 millones.
edit-amount-size = «{ $text }» tiene más de dos decimales o es demasiado grande. Si son miles, escríbalos con coma o sin nada: 1,234 o 1234.
edit-currency-form = «{ $text }» no es una moneda. Escriba sus tres letras, como USD o MXN.
edit-currency-hint = { $currency }, la del portafolio
edit-date-hint = aaaa-mm-dd
edit-choose = Elegir…
edit-row-begun = Falta: { $field }. Sin eso, esta fila todavía no está en el registro.
edit-not-a-number = Escriba un número entero, como 2024.
edit-usage = { $command ->
    [set] set LISTA CLAVE CAMPO VALOR
    [unset] unset LISTA CLAVE CAMPO
    [add] add LISTA REGISTRO
    [copy] copy LISTA CLAVE CLAVE-NUEVA
    [rename] rename LISTA CLAVE CLAVE-NUEVA
    [remove] remove LISTA CLAVE [with-references]
    [head] head CAMPO VALOR
    [unhead] unhead CAMPO
    [undo] undo [N]
    [redo] redo [N]
    [save] save [RUTA]
    [show] show LISTA CLAVE
   *[other] { $command }
 }
deed-several-added = { $n ->
    [one] agregar un registro
   *[other] agregar { $n } registros
 }
opened-backup = Esta es la versión anterior de { $file }, como estaba antes de guardarse la última vez. Para volver a ella, guárdela: se pregunta con qué nombre, y este archivo queda como está.
merged-header = De los datos del portafolio, esto cambió aquí y también en el archivo: { $fields }. Se conserva lo que usted cambió; al guardar, lo del archivo queda en su versión anterior.
verb-open-former = Abrir la versión anterior guardada
opened-not-to-be-written = «{ $file }» no se puede escribir (es de solo lectura, o no tiene permiso). Puede editarlo aquí; lo que edite se guarda con otro nombre.
save-cancel = Dejar de guardar
status-saving-part = Guardando: { $percent } %
not-saved-given-up = se dejó de guardar. Nada cambió ahí.
recovery-look = Ver qué cambia
recovery-give-up-asked = Descartar…
recovery-look-title = Trabajo sin guardar
recovery-give-up-title = ¿Descartar el trabajo sin guardar?
recovery-look-text = Esto se cambió en «{ $name }» y no se guardó:
recovery-give-up-text = Esto se cambió en «{ $name }» y no se guardó. Si lo descarta, se borra y no se puede deshacer.
recovery-changed = { $name } ({ $noun })
recovery-new = Nuevo: { $name } ({ $noun })
recovery-gone = Quitado: { $name } ({ $noun })
recovery-field = { $field }: antes «{ $before }», después «{ $after }»
recovery-field-new = { $field }: { $after }
recovery-more = { $n ->
    [one] Y otro registro.
   *[other] Y otros { $n } registros.
 }
recovery-given-up = Se descartó el trabajo sin guardar de «{ $name }».
verb-settle = Elegir entre lo de aquí y lo de la otra versión…
edit-other-measure = otra cosa
edit-both = { $name }, { $field }: aquí «{ $here }», en el archivo «{ $there }». Queda lo de aquí; para dejar lo del archivo: { $line }
edit-not-taken = { $name }, { $field }: no se tomó «{ $typed }». { $why } Queda lo que había: { $stands }.
