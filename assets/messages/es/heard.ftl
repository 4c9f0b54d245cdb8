### Lo que solo se oye, con un lector de pantalla.

edge-filters = Ancho de los filtros
edge-details = Ancho de la ficha
