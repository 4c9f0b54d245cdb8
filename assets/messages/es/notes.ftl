### Mis notas: lo que la persona averigua, siempre aparte de lo publicado.

verb-notes = Mis notas
verb-save-notes = Exportar mis notas…
verb-merge-notes = Incorporar las notas de otra persona…
notes-title = Mis notas
notes-own = Mis notas (no publicado)
notes-intro = Lo que usted averigua y decide queda en un archivo suyo, aparte de los datos publicados, y nunca los cambia.
notes-add = Agregar una nota
notes-general = Sobre el portafolio
notes-projects = Por proyecto
notes-filter = Ver estos proyectos
notes-project-gone = «{ $id }» (ya no está en este portafolio)
notes-decisions = Lo que se decidió en estas notas
notes-mark-in = { $project }: contado en «{ $total }». Razón: { $reason }
notes-mark-out = { $project }: dejado fuera de «{ $total }». Razón: { $reason }
notes-distinct = { $a } y { $b } son distintos: { $reason }
notes-sign = Firma
notes-sign-hint = su nombre, si quiere
notes-pending = { $n ->
    [one] 1 pendiente
   *[other] { $n } pendientes
 }
notes-file = mis notas
notes-file-name = mis-notas
notes-aside = { $why } No se perdió nada: el archivo quedó en { $aside }.
notes-not-aside = su lugar y no se pudo mover
notes-not-kept = No se pudieron guardar sus notas en el disco; expórtelas (Archivo, Exportar mis notas). El sistema dice: { $why }
notes-beside = { $why } Esas notas no se tocan; lo que usted anote aquí se guarda aparte, junto a ellas.
notes-other-portfolio = Son de otro portafolio: «{ $title }».
notes-contrary = { $n ->
    [one] De 1 proyecto el archivo decide otra cosa que usted; quedó lo que había aquí: { $list }.
   *[other] De { $n } proyectos el archivo decide otra cosa que usted; quedó lo que había aquí: { $list }.
 }
notes-merge-back = En «Mis notas» se puede deshacer.
notes-merged = { $n ->
    [0] { $file } no trae nada que usted no tuviera.
    [one] Se incorporó 1 nota o decisión de { $file }.
   *[other] Se incorporaron { $n } notas o decisiones de { $file }.
 }
notes-unreadable = «{ $file }» no tiene la forma de un archivo de notas de Atalaya (línea { $line }: { $why }).
notes-newer = «{ $file }» es de una versión más nueva de Atalaya (notas, versión { $found }).
note-text = Nota
note-text-hint = Qué averiguó
note-date = Fecha
note-date-hint = 2026-11-24
note-today = Hoy
note-bad-date = «{ $date }» no es una fecha. Escriba 2026, 2026-11, 2026-11-24 o 24/11/2026.
note-source-field = Fuente
note-source-hint = quién lo dice: documento, dirección, persona
note-source = Fuente: { $source }
note-by = de { $by }
note-pending = Pendiente
note-pending-why = Pendiente: { $why }
note-why = Por qué está pendiente
note-why-hint = qué falta por averiguar
note-checked-field = Revisado
note-checked = revisado { $date }
note-checked-today = Revisado hoy
note-done = Ya no está pendiente
note-edit = Corregir
note-remove = Quitar
note-taken-out = Se quitó «{ $note }».
mark-taken-out = Se quitó la marca de { $project }.
distinct-taken-out = Se quitó que { $a } y { $b } sean distintos.
draft-taken-out = Se quitó su redacción de «{ $text }».
merge-taken-in = Se incorporó { $file }.
note-take-back = Deshacer
saved = Se guardó { $file }.
not-saved = No se pudo guardar { $file }: { $why }
dialog-save-title = Guardar
dialog-notes-title = Incorporar notas
dialog-notes = Notas de Atalaya

## Lo que podría contarse dos veces
double-notice = «{ $first }» y «{ $second }» podrían ser el mismo dinero: { $why }. El total cuenta los dos: { $money }.
double-agreement = tienen el mismo número de convenio
double-name = tienen el mismo nombre y el mismo ejecutor
double-part = uno lleva el nombre del otro y tienen el mismo ejecutor; podría ser una parte
double-leave-out = Dejar fuera { $name }
double-different = Son distintos, porque…
double-reason = Por qué son distintos
double-more = { $n ->
    [one] y un par más que podría ser el mismo dinero
   *[other] y { $n } pares más que podrían ser el mismo dinero
}
double-unfold = Revisar
double-fold = Plegar
