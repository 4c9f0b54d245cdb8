### Lo que solo se oye, con un lector de pantalla.

edge-filters = Ancho de los filtros
edge-details = Ancho de la ficha
verb-previous-pane = Panel anterior
verb-menus = Ir a los menús
menu-bar = Menús
pane-tabs = Vistas
edge-width = { $width } puntos, de { $least } a { $most }
table-titles = Títulos de las columnas
told-opening = Abriendo { $file }: { $percent } %
told-opened = { $file } está abierto: { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 }
