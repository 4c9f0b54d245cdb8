### Los nombres de lo que hay en los registros. Con mayúscula los que van solos; con minúscula los que van en una frase.

## Cómo terminó un proyecto, y en qué se apoya eso.

ending-named = Con nombre en una fuente
ending-implied = Inferida: ninguna fuente lo nombra
ending-before = Terminó antes
ending-unknown = No se sabe

## Estado, como lo imprime la fuente.

status-planned = Planeado
status-active = Activo
status-suspended = Suspendido
status-closed = Cerrado
status-cancelled = Cancelado

## Qué hace una organización en un proyecto.

role-funding = financia
role-accountable = responde por el proyecto
role-extending = canaliza los fondos
role-implementing = a cargo de
role-partner = socio

## Qué es una organización.

org-government = Gobierno
org-multilateral = Organismo multilateral
org-ngo = Organización de la sociedad civil
org-union = Sindicato
org-business = Organización empresarial
org-company = Empresa
org-university = Universidad
org-other = Otra

## Quién publica la fuente, visto desde los proyectos.

publisher-funder = Quien financia
publisher-implementer = Quien lo tiene a cargo
publisher-government = Gobierno
publisher-press = Prensa
publisher-other = Otra fuente

## Qué clase de hecho es.

event-launch = Lanzamiento
event-exchange = Intercambio
event-meeting = Reunión
event-training = Capacitación
event-agreement = Acuerdo
event-award = Otorgamiento
event-evaluation = Evaluación
event-cancellation = Cancelación
event-report = Informe
event-legal = Norma o proceso legal

## Qué es un monto.

amount-award = otorgado
amount-funding-line = renglón de financiamiento
amount-total = total
amount-reported = reportado por otros
amount-announced = anunciado (no es un monto otorgado)
amount-ceiling = tope de la convocatoria (no es un monto otorgado)
amount-disbursement = desembolsado
amount-expenditure = gastado
amount-budget = presupuestado

## Qué parte de la regla dio el monto principal.

clause-lines = suma de los renglones anuales de la fuente
clause-award = monto otorgado según la fuente
clause-total = total a una fecha según la fuente
clause-reported = monto otorgado según lo reporta un tercero
clause-currency = Entre montos en varias monedas que la regla tiene por iguales, habla el que está en la del portafolio ({ $currency }): montos en monedas distintas no se comparan.

## Qué se sabe de quién continúa.

continuity-unknown = No se sabe: ninguna fuente lo dice
continuity-none = Una fuente dice que nadie lo continúa
continuity-new-in-area = Algo nuevo en la misma área (ninguna fuente dice que sustituya a un proyecto)
continuity-partial = Se retomó en parte
continuity-continued = Continúa

## Un registro de cada lista.

record-reported-total = total informado
record-theme = área temática
record-topic = tema
record-sector = sector
record-support = grupo apoyado
record-place = lugar
record-organization = organización
record-source = fuente
record-project = proyecto
record-event = hecho
record-continuity = registro de continuidad
