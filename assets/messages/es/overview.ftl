### El resumen.

account-reported = Lo que informó { $who }: { $count } asistencias ({ $measure }, { $period }) · nadie ha publicado cuáles son
account-reported-uncounted = Lo que informó { $who } ({ $measure }, { $period })
account-records = Otra cuenta, con fuentes públicas (no es parte de la de arriba): { $money } =
account-named = { $n } con nombre
account-implied = { $n } inferida
account-before = { $n } terminó antes
account-unknown = { $n } no se sabe
account-which = ¿Cuáles son las { $count }?
overview-which-answer = Nadie lo ha publicado; los registros de aquí son otra cuenta
overview-open-card = Ver cómo se hizo esta cifra y sus fuentes
overview-more = Ver { $view }
overview-more-short = Ver todo
overview-last-actions = Lo último que la STPS reporta bajo estos proyectos
overview-latest-events = Hechos más recientes
overview-after = ¿Y después?
overview-after-text = De { $n } asuntos revisados, { $new ->
    [0] ninguno tiene
    [one] 1 tiene
   *[other] { $new } tienen
 } algo nuevo en la misma área y { $continued ->
    [0] ninguno, una continuación conocida
    [one] 1, una continuación conocida
   *[other] { $continued }, una continuación conocida
 }.
overview-timeline-key = rayado: cancelado con nombre · contorno: inferido · «?»: no se sabe
account-records-bare = Otra cuenta, con fuentes públicas (no es parte de la de arriba): { $money }
account-records-unsourced = Otra cuenta (no es parte de la de arriba; { $part }): { $money } =
