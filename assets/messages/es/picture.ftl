### Gráficas, línea de tiempo y cuentas guardadas como imagen.

## Cómo se llaman en una lista
picture-name-bars = Barras: { $by }
picture-name-years = Barras: año
picture-name-tiles = Mapa de entidades federativas
picture-name-timeline = Línea de tiempo de los proyectos
picture-name-bridge = Total informado: { $who }
picture-name-cut = Lo que quedó trunco

## Títulos de una imagen que anda sola
picture-title-implementer = { $measure ->
    [projects] Proyectos
   *[money] Monto otorgado
 } según quién está a cargo
picture-title-state = { $measure ->
    [projects] Proyectos
   *[money] Monto otorgado
 } por entidad federativa
picture-title-ending = { $measure ->
    [projects] Proyectos
   *[money] Monto otorgado
 } según cómo se sabe que terminó
picture-title-status = { $measure ->
    [projects] Proyectos
   *[money] Monto otorgado
 } por estatus publicado
picture-title-sector = { $measure ->
    [projects] Proyectos
   *[money] Monto otorgado
 } por sector económico
picture-title-year-award = Monto otorgado, por año en que se otorgó o empezó
picture-title-year-even = Monto otorgado por año: estimación a ritmo parejo
picture-title-matrix = { $measure ->
    [projects] Proyectos
   *[money] Monto otorgado
 } por área temática y año
picture-unit-money = { $currency ->
    [USD] Millones de dólares (mdd)
   *[other] Millones { $currency }
 }
picture-unit-projects = Número de proyectos
picture-units-by = El área de cada marca es el monto otorgado · por { $by }
picture-lanes-by = Carriles por: { $by }

## Qué significa lo que se ve
picture-key-divided = dividido en partes iguales (decisión nuestra)
picture-key-unpublished = nadie lo publicó
picture-key-event = un hecho; con número, varios juntos
picture-active-perhaps = Proyectos activos: lo más claro son los que quizá lo estaban
picture-matrix-dash = «–»: proyectos con monto publicado que no se suma (varios países u otra moneda)
picture-matrix-darker = Cuanto más intenso, más
picture-matrix-undated = { $n ->
    [one] 1 proyecto sin año no aparece
   *[other] { $n } proyectos sin año no aparecen
 }
picture-note-without = { $n ->
    [one] 1 proyecto no tiene monto publicado
   *[other] { $n } proyectos no tienen monto publicado
 }
picture-tiles-darker = Cuanto más intenso, más proyectos mencionan la entidad
picture-tiles-unknown = «?»: ninguno de sus proyectos tiene un monto que se pueda contar
picture-units-unnamed = Son demasiadas marcas para escribir el nombre de cada una
picture-bridge-whisker = Raya bajo una barra: hasta dónde llega según la fuente que se tome
picture-part = No está todo: se dibuja del { $from } al { $to } de { $of }

## De dónde sale
picture-sources = { $n ->
    [one] Fuente: { $list }
   *[other] Fuentes: { $list }
 }
picture-sources-more = Fuentes: { $list } y { $more } más
picture-no-source = Sin fuente: ninguna cifra de esta imagen tiene una
picture-data = Datos al { $date }
picture-data-undated = Datos sin fecha
picture-filter = filtro: { $filter }
picture-no-filter = sin filtro
picture-made = «{ $title }» · hecho con Atalaya, { $date }

## Lo que no se pudo
picture-too-large = La imagen tendría { $width } × { $height } píxeles; se pueden { $side } por lado y 100 millones en total. Elija una escala menor.
picture-no-scale = A esa escala no se puede dibujar. Elija una mayor que cero.
picture-broken = No se pudo dibujar la imagen: { $why }
picture-which-form = El nombre «{ $file }» no dice qué imagen se quiere: termínelo en .svg o en .png.
picture-unknown = No hay ninguna imagen «{ $name }» de este conjunto. Hay: { $known }.
picture-no-out = Diga qué imagen y en qué archivo: atalaya picture IMAGEN [ARCHIVO] SALIDA.svg o SALIDA.png.
picture-amounts-left-off = «…» junto a una barra: monto publicado que aquí no cabe; «–»: monto no publicado
