### El recorrido por el portafolio incluido.

verb-tour = Recorrido
tour-offer = ¿Primera vez aquí? Un recorrido de dos minutos muestra el informe, el dinero y la pregunta que queda abierta.
tour-begin = Empezar el recorrido
tour-decline = No, gracias
tour-step = { $n } de { $of }
tour-previous = Anterior
tour-next = Siguiente
tour-end = Terminar
tour-leave = Salir del recorrido
tour-report = El informe
tour-report-text = { $who } informó { $what } y no nombró ninguna. Este portafolio reúne { $n } proyectos con fuente pública: es otra cuenta, no esa lista. Haga clic en cualquier cifra subrayada para ver de dónde sale.
tour-money = El dinero
tour-money-text = { $set } Lo que nadie publicó lo dice, y nunca se suma como cero. Un clic en una fila abre su ficha, con cada monto junto a su fuente.
tour-areas = Las áreas
tour-areas-text = Un filtro de verdad: { $set } La tabla, la línea de tiempo, las gráficas y los totales muestran siempre este mismo conjunto. Un proyecto de dos áreas se divide; lo punteado es división nuestra.
tour-timeline = La línea de tiempo
tour-timeline-text = La línea vertical es el corte: { $date }. Arrástrela, o muévala con las flechas, para ver qué corría y qué había terminado en otra fecha. Rayado: una fuente lo nombra; contorno: se infiere; «?»: no se sabe.
tour-cut = Lo que quedó trunco
tour-cut-text = Tiempo y dinero que faltaban según el plan, en dos lecturas: solo lo que las fuentes nombran, o todo lo que no consta que terminó. Es una estimación a ritmo parejo y así se llama en todas partes; donde una fuente publicó lo gastado, cuenta eso.
tour-question = La pregunta abierta
tour-question-text = ¿Quién sigue? Algo nuevo en la misma área no responde por ningún proyecto. En «Solicitar lo que falta» está lista la solicitud que pide justo lo que nadie ha publicado.
