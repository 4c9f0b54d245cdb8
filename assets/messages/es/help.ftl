### La ayuda dentro del programa, y lo que el programa dice de sí mismo.

verb-help = Ayuda
help-about = Ayuda: { $title }
help-back = Volver a lo leído antes
help-contents = Contenido
help-search = Buscar en la ayuda
help-found = { $n ->
    [0] Nada en la ayuda dice eso
    [one] 1 lugar de la ayuda
   *[other] { $n } lugares de la ayuda
 }
about-licence = El programa se puede usar, copiar y modificar con la licencia MIT.
about-portfolio = Lo que está abierto
about-places = Dónde se guarda cada cosa
about-places-text = Todo queda en esta computadora. El programa no se conecta a ninguna parte.
about-settings = Ajustes
about-notes = Notas
about-recovery = Trabajo sin guardar
about-log = Bitácora de fallas
about-no-place = no hay dónde guardarlo
about-copy = Copiar la ruta
about-copy-place = Copiar la ruta: { $place }
about-report = Informe del sistema
about-report-text = Para quien avisa de una falla. No contiene nada de los registros, solo cuántos son.
about-copy-report = Copiar el informe del sistema
about-version = Versión
about-system = Sistema
about-renderer = Se dibuja con
about-window = Ventana en puntos y pixeles por punto
about-text-size = Tamaño del texto
about-colours = Colores
about-language = Idioma
about-records = Proyectos / hechos / fuentes
about-problems = Problemas del archivo
about-not-known = no se sabe

## Con qué se dibuja, y las licencias de todas las partes
about-by-processor = { $name } (lo dibuja el procesador, sin tarjeta gráfica)
about-way = Modo de dibujo hallado al abrir
about-all-licences = Licencias de las { $n } partes de otros
verb-licences = Licencias de las partes
licences-search = Buscar parte, licencia o dirección
licences-list = Partes del programa hechas por otros
licences-found = { $n ->
    [0] Ninguna parte se llama así
    [one] 1 parte
   *[other] { $n } partes
 }
licences-copy = Copiar esta licencia
