### Palabras que todo lo demás usa: fechas, números, listas y botones.

# Antes de %: espacio que no se corta.
percent-value = { $number }{"\u00A0"}%

date-about = hacia { $date }
date-on-day = el { $date }
date-within = en { $date }
date-uncertain = { $date } (dudoso)

# Lo último de una lista: «a, b y c»; «e» ante el sonido i.
list-and = y
list-and-before-i = e

common-close = Cerrar

quote-open = «
quote-close = »
