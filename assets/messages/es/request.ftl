### Solicitudes de información: se pide solo lo que ninguna fuente dice.

question-request = Solicitar lo que falta
lack-cancelled = si está entre las asistencias canceladas y cuándo se notificó
lack-funder = agencia que lo financió
lack-implementer = organización a cargo
lack-agreement = número de convenio o subvención
lack-award = monto otorgado
lack-which-award = cuál de los montos publicados es el otorgado: { $figures }
lack-country-part = parte del monto que corresponde a { $country }, porque lo publicado abarca varios países
lack-spent = monto ejercido
lack-start = fecha de inicio
lack-planned-end = fecha de término prevista
lack-actual-end = fecha en que terminó
lack-states = entidades federativas donde se trabajó
lack-counterpart = dependencia o autoridad que fue su contraparte
request-project = { $project }: { $lacks }.
request-by = a cargo de { $who }
request-agreement = convenio { $number }
request-start = inicio: { $date }
request-to = Para: { $who }
request-reporter-title = Solicitud de acceso a la información pública
request-reporter-opening = Solicito, en archivo electrónico y de preferencia en formato abierto (hoja de cálculo o CSV), los documentos donde conste lo siguiente:
request-list = La lista de { $what }
request-list-both = { $n ->
    [one] la asistencia técnica y los { $money }
   *[other] las { $n } asistencias técnicas y los { $money }
 } que informó { $who }.
request-list-count = { $n ->
    [one] la asistencia técnica
   *[other] las { $n } asistencias técnicas
 } que informó { $who }.
request-list-money = los proyectos que suman { $money }, según informó { $who }.
request-list-date = El informe se publicó { $when } y abarca: { $covers }.
request-list-fields = De cada una: nombre, agencia que la financió, organización a cargo, número de convenio o subvención, monto otorgado, monto ejercido, fecha de inicio, fecha de término prevista, fecha en que terminó, y quién continúa el trabajo, si alguien lo hace.
request-to-whom = la autoridad laboral del país (escriba cuál)
request-official = título oficial: { $title }
request-no-list = No falta la lista de «{ $id }»: no es un total informado de este portafolio que se compare con los registros. Se puede pedir: { $known }.
request-projects = De los proyectos siguientes, solo lo que se indica en cada uno, porque no se encontró publicado:
request-reporter-close = Si parte de esta información ya es pública, pido la dirección electrónica exacta donde se consulta. Si corresponde a otra autoridad, pido que se me indique cuál. De lo que no exista, pido que se declare su inexistencia.
request-funder-title = Solicitud de acceso a la información
request-funder-opening = Conforme a la ley de acceso a la información que le es aplicable, solicito en archivo electrónico los documentos siguientes:
request-foia-title = Solicitud conforme a la Ley de Libertad de Información (FOIA)
request-foia-opening = Conforme a la Ley de Libertad de Información (5 U.S.C. § 552), solicito en archivo electrónico copia de los documentos siguientes:
request-funder-list = Los documentos que contengan la lista de { $what }
request-funder-projects = De las subvenciones y convenios de cooperación siguientes en { $country }, los documentos donde conste solo lo que se indica, porque no se encontró publicado:
request-funder-records = Bastan: la carta de otorgamiento con sus modificaciones, el último informe financiero y, si lo hubo, el aviso de terminación de cada una.
request-foia-close = Pido exención de pago, porque la información se usará para informar al público sobre actividades del gobierno y no con fines comerciales. Si se niega, aviso antes de generar cualquier costo. Si algo se retiene, pido el fundamento y la parte que pueda entregarse.
request-funder-close = Si algo se retiene, pido el fundamento y la parte que pueda entregarse.
request-intro = Un borrador que pide solo lo que falta en los registros de este conjunto. Está en el idioma de quien lo recibe. Revíselo, corríjalo y envíelo usted: Atalaya no envía nada.
request-counts = { $data ->
    [0] No falta ningún dato de los proyectos de este conjunto
    [one] 1 dato que falta
   *[other] { $data } datos que faltan
 }{ $projects ->
    [0] {""}
    [one] , de 1 proyecto
   *[other] , de { $projects } proyectos
 }
request-with-list = y la lista que nadie ha publicado
request-for = Para
request-text = Texto de la solicitud
request-copy = Copiar la solicitud
request-save = Guardar…
request-restore = Volver al texto propuesto
request-edited = Usted cambió este texto.
request-outdated = Usted cambió este texto y desde entonces cambió lo que falta en el conjunto: revíselo.
request-none = En este conjunto no falta nada que pedir.
request-length = { $n } caracteres
request-file = solicitud
request-proposed = Texto propuesto a partir de los registros.
request-no-funder = Ningún registro nombra a quien financia, así que no hay a quién preguntar.
