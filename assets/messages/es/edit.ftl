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
set-bad-field = Campo { $field }: { $what }
not-saved-portfolio = No se guardó { $file }: { $why } Su trabajo sigue aquí.
not-saved-changed = otro programa cambió el archivo desde que se abrió. Puede guardar con otro nombre, o revisar qué cambió.
not-saved-read-only = el archivo o el disco es de solo lectura. Guarde con otro nombre.
not-saved-denied = no tiene permiso de escribir ahí. Guarde en otra carpeta.
not-saved-no-folder = la carpeta ya no está (¿se desconectó el disco?). Guarde en otra carpeta, o vuelva a conectarlo.
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
edit-unknown-command = No hay una orden «{ $found }»; vea docs/COMMAND-LINE.md.
edit-unknown-list = No hay una lista «{ $found }». Existen: { $known }.
edit-too-few = A «{ $command }» le faltan palabras.
edit-too-many = A «{ $command }» le sobran palabras.
