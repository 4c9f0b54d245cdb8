# Lo que se lleva: tablas, informe, figuras, página.
verb-export = Exportar…
verb-open-page = Abrir esta vista como página accesible
verb-copy-picture = Copiar esta gráfica como imagen
take-title = Exportar lo que se ve
take-intro = Sale exactamente lo que está en pantalla: el mismo conjunto, el mismo orden, las mismas columnas y el mismo idioma, con sus fuentes.
take-table = Tabla
take-iati = IATI 2.03 (XML)
take-report = Informe
take-pdf = Informe en PDF
take-letter = carta
take-a4 = A4
take-html = Informe como página (HTML)
take-pictures = Figuras
take-light = fondo claro
take-dark = fondo oscuro
take-width = Ancho en puntos
take-scale = Pixeles por punto (PNG)
take-svg = SVG
take-png = PNG
take-copy = Copiar
take-picture-as = { $name }: { $form }
take-nothing-drawn = Este conjunto no tiene nada que dibujar.
take-report-name = informe
take-failed = No se pudo terminar: el programa falló en ello. Lo demás sigue como estaba.
taken-file = Guardado: { $file }. { $left }
taken-picture = Copiada como imagen: { $name }
take-template-name = plantilla-atalaya.xlsx
status-exporting = Preparando lo que pidió…
taken-page = Se abre en el navegador: { $file }
take-cancel = Detener
take-cancelled = Se detuvo: { $name }. No cambió ni el archivo ni el portapapeles.
status-export-writing = Escribiendo: { $percent } %
status-export-drawing = Dibujando la gráfica { $done } de { $whole }
status-export-paging = Componiendo la página { $done } de { $whole }
status-export-packing = { $megabytes ->
    [0] Guardando el archivo…
   *[other] Guardando el archivo: { $megabytes } MB
}
taken-busy = Todavía se prepara «{ $name }». Espere a que termine, o use «Detener», y pídalo otra vez.
