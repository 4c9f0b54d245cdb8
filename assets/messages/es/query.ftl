### Filtros, campos, nombres de valores y la frase que dice el conjunto.

## Errores del texto del filtro
filter-unknown-field = No existe el campo «{ $field }». Los que hay: { $known }.
filter-unknown-value = «{ $value }» no es un valor de { $field }. Existen: { $known }.
filter-bad-date = «{ $value }» no es una fecha ni un intervalo de { $field }. Escriba 2022, 2022-03, 2022-03-20, 2021..2023, >=2022 o <=2022.
filter-bad-year = «{ $value }» no es un año ni un intervalo de años. Escriba 2022, 2021..2023, >=2022 o <=2022.
filter-bad-amount = «{ $value }» no es un monto ni un intervalo. Escriba 5000000, 5M, 1M..5M, >=5M o <=5M.
filter-unclosed-quote = Falta cerrar unas comillas.
filter-no-value = Falta un valor después de «{ $field }:». Para lo no publicado escriba «{ $field }:?».

## Campos
field-theme = Área temática
field-topic = Tema
field-status = Estatus publicado
field-ending = Cómo terminó
field-implementer = A cargo de
field-org = Organización
field-state = Entidad federativa
field-sector = Sector económico
field-supports = A quién apoyó
field-counterpart = Contraparte de gobierno
field-scope = Alcance
field-year = Año en que se otorgó
field-start = Iniciado en
field-end = Terminado en (real o previsto)
field-active = Activo en
field-amount = Monto otorgado
field-currency = Moneda
field-source = Fuente
field-doubt = Lo que está en duda
field-name = Nombre
field-id = Proyecto

## Lo que falta
missing-value = No publicado
missing-state = Entidad no publicada
missing-sector = Sector no publicado
missing-counterpart = Contraparte no publicada
missing-implementer = A cargo de quién: no publicado
missing-theme = Sin área temática
missing-date = Sin fecha
missing-amount = Monto no publicado

## Alcance y dudas
scope-country = El país del portafolio
scope-country-within = este país
scope-multi-country = Varios países
doubt-amount-unknown = Monto no publicado
doubt-amount-matched = Monto atribuido por coincidencia
doubt-sources-disagree = Las fuentes no coinciden
doubt-equal-split = Dividido en partes iguales
doubt-one-source = Una sola fuente del monto
doubt-no-source = El monto no tiene fuente
doubt-inexact-date = Fecha inexacta

## Intervalos
range-between = de { $from } a { $to }
range-from = desde { $from }
range-to = hasta { $to }
range-any = cualquiera publicado

## Dinero
money-millions-usd = { $n } mdd
money-millions-other = { $n } millones { $currency }
money-spoken-usd = { $n } millones de dólares
money-spoken-other = { $n } millones de { $currency }
source-undated = { $publisher }, sin fecha

## La frase
sentence-all = Todos los proyectos
sentence-all-where = { " " }en { $country }: { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 }
sentence-none = Ningún proyecto
sentence-projects = { $n ->
    [one] 1 proyecto
   *[other] { $n } proyectos
 }
sentence-colon = :{ " " }
sentence-awarded = { $money } otorgados
sentence-whole = { $money } completos
sentence-of-which = , de los que{ " " }
sentence-assigned = { $n } se asignan a esta área
sentence-split-by-us = { " " }({ $n ->
    [one] 1 dividido por nosotros
   *[other] { $n } divididos por nosotros
 })
sentence-no-amount = : ningún monto publicado
sentence-without = { $n ->
    [one] 1 sin monto publicado
   *[other] { $n } sin monto publicado
 }
sentence-multi = { $n ->
    [one] 1 de varios países, aparte
   *[other] { $n } de varios países, aparte
 }
sentence-only-multi = : nadie publicó la parte de { $country }, así que no se suma
sentence-other-currency = { $n ->
    [one] 1 en otra moneda
   *[other] { $n } en otra moneda
 }: { $money } { $currency }
sentence-perhaps = { " " }({ $n ->
    [one] 1 quizá: su fecha o su final no se conocen con exactitud
   *[other] { $n } quizá: su fecha o su final no se conocen con exactitud
 })
sentence-or = { $list }
list-or = { " " }o{ " " }
sentence-not = excepto { $term }
sentence-missing = con { $value }
sentence-word = { $n ->
    [one] que menciona «{ $value }»
   *[other] que mencionan «{ $value }»
 }
sentence-theme = de { $value }
sentence-topic = sobre { $value }
sentence-status = con estatus publicado «{ $value }»
sentence-ending = con final «{ $value }»
sentence-implementer = a cargo de { $value }
sentence-org = con participación de { $value }
sentence-state = en { $value }
sentence-sector = del sector { $value }
sentence-supports = { $n ->
    [one] que apoyó a { $value }
   *[other] que apoyaron a { $value }
 }
sentence-counterpart = con contraparte { $value }
sentence-scope = ({ $value })
sentence-year = { $n ->
    [one] otorgado
   *[other] otorgados
 } { $form ->
    [range] { $value }
   *[one] en { $value }
 }
sentence-start = { $n ->
    [one] iniciado
   *[other] iniciados
 } { $form ->
    [range] { $value }
   *[one] en { $value }
 }
sentence-end = { $form ->
    [range] con fin real o previsto { $value }
   *[one] con fin real o previsto en { $value }
 }
sentence-active = { $n ->
    [one] activo
   *[other] activos
 } { $form ->
    [range] { $value }
   *[one] en { $value }
 }
sentence-amount = con monto { $value }
sentence-currency = en { $value }
sentence-source = según { $value }
sentence-doubt = con duda: { $value }
sentence-name = con { $value } en el nombre
sentence-id = { $n ->
    [one] elegido: { $value }
   *[other] elegidos: { $value }
 }
line-no-amount = Ningún monto publicado
line-with-amount = { " " }· { $n } de { $of } con monto publicado
line-without = { $n } sin monto
amount-negative = Monto negativo, no se cuenta
amount-negative-short = negativo, no se cuenta
amount-other-currency = En otra moneda
amount-of-several-only = Solo de varios países, aparte
doubt-amount-negative = Monto negativo, no se cuenta
sentence-none-counted = : ningún monto que se sume
sentence-negative = ; { $n ->
    [one] 1 con monto negativo, que no se cuenta
   *[other] { $n } con monto negativo, que no se cuenta
 }
line-none-counted = Ningún monto que se sume
line-negative = { $n } con monto negativo
amount-other-currency-short = en otra moneda
line-other-currency = { $n ->
    [one] 1 en otra moneda, no se suma
   *[other] { $n } en otra moneda, no se suman
 }
sum-unsourced = { $n ->
    [one] { $money } de un proyecto, sin fuente
   *[other] { $money } de { $n } proyectos, sin fuente
 }
