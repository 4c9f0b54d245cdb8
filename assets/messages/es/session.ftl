### Documentos y avisos de la sesión.

notice-problems = { $file } se abrió con { $n ->
    [one] un problema
   *[other] { $n } problemas
 }; lo que se pudo leer está aquí, lo que no se pudo está en la lista
dialog-open-title = Abrir un portafolio
dialog-portfolios = Portafolios de Atalaya
dialog-all-files = Todos los archivos
lanes-by-theme = Área temática
lanes-by-implementer = A cargo de
lanes-by-start = Inicio
lanes-by-end = Fin
no-dialog = El sistema no mostró su ventana para elegir archivos. Arrastre el archivo a esta ventana; en Linux puede instalar zenity o xdg-desktop-portal.
view-terms-unknown = Del filtro de { $name } se dejó fuera «{ $terms }»: lo que nombra no está en estos registros.
dropped-several = Soltó { $n } archivos a la vez ({ $list }) y esta ventana muestra uno: no se abrió ninguno. Suelte el que quiera ver; otro se trae a él con «Traer datos…».
dropped-more = { $n } más
