# Lo que se trae de otros formatos: cómo se llaman, y por qué algo no cabe.
format-iati = Actividades IATI (XML)
format-table = Tabla de proyectos
format-usaspending = Subvenciones de USAspending
format-foreign-assistance = Transacciones de ForeignAssistance.gov
format-own = Tabla exportada de Atalaya

loss-no-place = un portafolio no tiene un campo para esto
loss-language = en un idioma que este portafolio no guarda
loss-unknown-code = el código no está en las listas publicadas
loss-not-readable = no se pudo leer como su campo lo pide
loss-missing = falta o está vacío; se puso algo en su lugar
loss-same-id = el mismo identificador otra vez; el segundo recibió otro
loss-unknown-version = versión desconocida del formato; se leyó hasta donde se pudo
loss-broken-off = el archivo se interrumpe aquí
loss-counted-elsewhere = ya está contado en otra cifra del mismo proyecto

same-by-agreement = mismo número de convenio
same-by-id = misma clave
same-by-name = mismo nombre
