### La tarjeta de una cifra: qué es, cómo se hizo, qué le falta y qué no prueba.

card-how-title = Cómo se hizo
card-lacks-title = Qué le falta
card-proves-not-title = Qué no prueba
card-sources-title = Fuentes
card-tellings-title = Lo que dice cada fuente
card-notes-title = Notas para quien verifica
card-copy = Copiar con fuente
card-copied = Copiado
card-copy-hint = La cifra con qué es, sus fuentes, lo que le falta y la fecha de los datos
card-close = Cerrar la tarjeta
card-sum = Suma
card-record-name = { $name }: { $figure }
card-part-of = { $part } de { $whole }
card-unit = { $spoken } ({ $exact })

## De qué es la cifra
card-total = Monto otorgado, todos los proyectos
card-total-set = Monto otorgado, este conjunto
card-set = Proyectos { $terms }
card-assigned = Monto que se asigna a { $theme }
card-assigned-whole = Es una parte: los montos completos de estos proyectos suman { $whole }.
card-multi = Proyectos de varios países, aparte
card-multi-lead = Monto de varios países: nadie publicó la parte de { $country }, así que no se suma a sus totales.
card-group = { $field }: { $value }
card-group-of = Es una parte de los { $whole } de este conjunto.
card-group-empty = Ningún proyecto de este conjunto
card-headline = Monto otorgado: { $name }
card-reported = Total informado por otros
card-endings = Según cómo se conoce el final
card-which = ¿Cuáles son las { $n }?
card-records = { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 }
card-projects = { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 }
card-assistances = { $n ->
    [one] 1 asistencia
   *[other] { $n } asistencias
 }
card-grants = { $n ->
    [one] 1 subvención o programa
   *[other] { $n } subvenciones o programas
 }
card-source-amounts = { $n ->
    [one] 1 monto
   *[other] { $n } montos
 }
card-source-reported = total informado

## Cómo se hizo
card-how-sum = Suma del monto principal de cada proyecto que es solo del país; lo que nadie publicó no entra, tampoco como cero.
card-how-headline = El monto principal es el de la fuente preferida: quien financia, luego quien tiene a cargo, gobierno, prensa y otras; entre iguales, la fecha más reciente.
card-how-whole = Los montos van completos, sin repartir entre áreas, entidades u organizaciones.
card-how-matched = { $n ->
    [one] 1 monto se atribuyó por coincidencia de tema, fecha u organización: su fuente no nombra el proyecto.
   *[other] { $n } montos se atribuyeron por coincidencia de tema, fecha u organización: su fuente no nombra el proyecto.
 }
card-how-matched-one = La cifra se atribuyó por coincidencia de tema, fecha u organización: su fuente no nombra el proyecto.
card-how-themes = Un proyecto de varias áreas se divide según lo publicado; donde nadie publica porcentajes, en partes iguales (decisión nuestra). Las áreas suman el total.
card-how-reading = Las áreas temáticas son nuestra lectura del propósito de cada proyecto.
card-how-split = { $n ->
    [one] 1 proyecto se dividió en partes iguales (decisión nuestra).
   *[other] { $n } proyectos se dividieron en partes iguales (decisión nuestra).
 }
card-how-assumed = De esta cifra, { $money } resultan de un reparto que ninguna fuente publica.
card-how-multi = Suma de los montos principales completos, para todos los países de cada proyecto.
card-how-year-award = Cada monto va al año fiscal de su renglón; sin renglones, al año de inicio del proyecto.
card-how-year-even = Estimación: cada monto se reparte por igual entre los meses previstos del proyecto (decisión nuestra).
card-how-state = Un proyecto en varias entidades se divide en partes iguales (decisión nuestra); nadie publica el monto por entidad.
card-how-implementer = Un proyecto con varias organizaciones a cargo se divide en partes iguales (decisión nuestra).
card-how-sector = Un proyecto en varios sectores se divide en partes iguales (decisión nuestra).
card-how-ending = Cada proyecto cuenta una vez, según cómo se conoce su final: con nombre en una fuente, inferido, anterior o no sabido.
card-how-status = Cada proyecto cuenta una vez, con el estatus que una fuente publicó.
card-how-lines = Renglones de la fuente: { $parts } = { $sum }.
card-how-order = Se prefiere la fuente de quien financia, luego quien tiene a cargo, gobierno, prensa y otras; dentro de una fuente, la suma de sus renglones, luego lo otorgado, el total y lo reportado; entre iguales, la fecha más reciente; si una fuente da varias monedas, la del portafolio. Topes y anuncios no cuentan.
card-how-reported = Así lo dijo la fuente; aquí no se calculó nada.

## Qué le falta
card-lacks-amount = { $n ->
    [one] 1 proyecto sin monto publicado
   *[other] { $n } proyectos sin monto publicado
 }
card-lacks-multi = { $n ->
    [one] 1 de varios países: no se suma, nadie publicó la parte de { $country }
   *[other] { $n } de varios países: no se suman, nadie publicó la parte de { $country }
 }
card-lacks-currency = { $n ->
    [one] 1 en otra moneda: { $money } { $currency }, no se suma
   *[other] { $n } en otra moneda: { $money } { $currency }, no se suman
 }
card-lacks-perhaps = { $n ->
    [one] 1 está quizá: su fecha o su final no se conocen con exactitud
   *[other] { $n } están quizá: su fecha o su final no se conocen con exactitud
 }
card-lacks-second = Una segunda fuente: solo una da lo otorgado
card-lacks-source = Una fuente
card-lacks-money = El monto no se publicó
card-lacks-not-awards = { $n ->
    [one] 1 cifra más del registro no es un monto otorgado (tope, anuncio o gasto)
   *[other] { $n } cifras más del registro no son montos otorgados (topes, anuncios o gasto)
 }
card-no-amount = Ninguna fuente consultada publica un monto de este proyecto.
card-no-award = Las fuentes dan topes o anuncios, pero ninguna publica lo otorgado.

## Qué no prueba
card-not-spent = No dice cuánto se gastó ni cuánto se entregó
card-not-list = No es la lista de las { $n } que se informaron como canceladas
card-not-part = No es parte del total informado: son dos cuentas
card-not-country = No dice cuánto correspondía a { $country }
card-not-state = No es lo que llegó a { $state }: es un reparto nuestro
card-not-received = No es lo que recibió { $who }: parte pudo ir a otras organizaciones
card-not-year = No dice cuánto se gastó cada año
card-not-zero = Que no se haya publicado no quiere decir que fuera cero
card-not-compared = Solo se compara con lo que mide lo mismo, en el mismo país y periodo
card-not-itemised = No dice qué proyectos abarca

## Totales informados
card-who = Quién informa
card-count = Cuántas
card-covers = Qué abarca
card-country = País
card-world = Mundo
card-measures = Qué mide
card-period-title = Periodo
card-period = { $from } a { $to }
card-period-none = periodo no publicado
card-period-from = desde { $from }
card-period-to = hasta { $to }
card-as-of = Dicho el
measure-cancelled-assistance = asistencia cancelada
measure-cancelled-grants = subvenciones canceladas
measure-awards = montos otorgados
measure-appropriation = presupuesto asignado por ley
measure-savings = ahorro declarado
measure-national-budget = presupuesto nacional

## Finales y las que nadie lista
card-ending-part = { $ending } · { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 }
card-two-accounts = Dos cuentas distintas: { $who } informó { $what }; los registros de aquí se hicieron proyecto por proyecto y no son parte de esa cifra.
card-which-nobody = Nadie ha publicado la lista.
card-which-reported = Lo que se sabe: { $who } informó { $what }, { $period } ({ $source }).
card-which-other = Este portafolio es otra cuenta, hecha con fuentes públicas: { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 } solo en { $country }{ $multi ->
    [0] .
    [one] { " " }y 1 de varios países.
   *[other] { " " }y { $multi } de varios países.
 }
card-which-chance = Que { $n } se acerque a { $count } es casualidad: no quiere decir que sean los mismos.
card-which-named = { $n ->
    [0] Nombrados por una fuente entre lo cancelado
    [one] 1 proyecto que una fuente nombra entre lo cancelado
   *[other] { $n } proyectos que una fuente nombra entre lo cancelado
 }
card-which-parts = Los { $n } registros de aquí, según cómo se conoce su final
card-which-said = Lo que sí dicen las fuentes
card-which-none-named = Ninguna fuente nombra entre lo cancelado a un proyecto de este portafolio.
card-which-last-action = «{ $event }», de { $project } ({ $date }), figura entre las últimas acciones bajo las asistencias canceladas. Eso implica que { $project } es una de ellas, pero ninguna fuente lo dice con esas palabras.

## Lo que se copia
card-copy-lacks = Le falta: { $what }
card-copy-not = Límites: { $what }
card-copy-sources-title = Fuentes:
card-copy-version = Atalaya, «{ $title }», datos al { $date }

## Expediente del editor
dossier-title = Expediente del editor
dossier-intro = Cada cifra de esta vista con su frase, el pasaje de su fuente si lo hay, dónde consultarla, cifras rivales, qué le falta y qué no prueba.
dossier-copy = Copiar el expediente
dossier-save = Guardar…
dossier-file = expediente
source-excerpt = Pasaje: «{ $passage }»
source-archived = Copia archivada: { $url }
source-consulted = Consultada: { $date }
card-event-projects = Proyectos que la fuente nombra
detail-archived = Copia archivada
detail-excerpt = Pasaje de la fuente
verb-fact-file = Expediente del editor
verb-copy-with-source = Copiar con fuente
card-lacks-negative = { $n ->
    [one] 1 proyecto con monto negativo, que no se cuenta
   *[other] { $n } proyectos con monto negativo, que no se cuenta
}
