### Continuidad: qué siguió.

after-continued = Continúa
after-partial = Se retomó en parte
after-nobody = Una fuente dice que nadie sigue
after-new-in-area = Algo nuevo en la misma área
after-unknown = No se sabe
after-ended-before = Había terminado antes
after-continued-why = Una fuente dice quién continúa el proyecto.
after-partial-why = Una fuente dice que alguien retomó una parte.
after-nobody-why = Una fuente lo dice del proyecto mismo.
after-new-in-area-why = Hay recursos o trabajo nuevos en su área; ninguna fuente dice que sustituyan al proyecto.
after-unknown-why = Ninguna fuente dice quién sigue, ni nombra algo nuevo en su área.
after-ended-before-why = Terminó antes del corte: no quedó trunco.
after-none-here = ninguno
after-nothing-asked = En este conjunto, todos los proyectos habían terminado antes.
after-none-answered = { $asked ->
    [one] Ninguna fuente dice quién sigue con el único proyecto que no había terminado antes
   *[other] Ninguna fuente dice quién sigue con alguno de los { $asked } proyectos que no habían terminado antes
 }{ $of }.
after-none-of-money = : se sabe de 0.00 de { $of } otorgados (0 %)
after-of-money = : { $money } de { $of } otorgados
after-no-projects = En este conjunto no hay proyectos.
after-some-answered = { $asked ->
    [one] Una fuente dice qué siguió del único proyecto que no había terminado antes
   *[other] Las fuentes dicen qué siguió de { $answered } de los { $asked } proyectos que no habían terminado antes
 }{ $money }.
after-new-answers-none = { $n ->
    [one] En el área de 1 proyecto hay algo nuevo.
   *[other] En el área de { $n } proyectos hay algo nuevo.
 } No cuenta como respuesta: ninguna fuente dice que sustituya a un proyecto.
after-before-apart = { $n ->
    [one] 1 había terminado antes y queda aparte.
   *[other] { $n } habían terminado antes y quedan aparte.
 }
after-coverage = ¿De cuánto dinero se sabe qué siguió?
after-board = Qué siguió
after-by = Ver por
after-by-project = proyecto
after-by-theme = tema
after-by-state = estado
gap-nobody = Nadie que conste
gap-only-new-elsewhere = Nadie que conste aquí; en su área temática hay algo nuevo
gap-only-new = Solo algo nuevo en el área
gap-somebody = Alguien sigue, al menos en parte
gap-nothing-left = Todo había terminado antes
after-entries = Lo que dicen las fuentes
after-page-title = ¿Cómo seguirán estas iniciativas? Lo que se sabe y lo que no
after-known = Lo que dicen las fuentes
after-unknown-title = No se sabe
after-ask = A quién se puede preguntar
after-nothing-known = Ninguna fuente dice nada de esta área.
after-not-known = Ninguna fuente dice quién sigue con { $list } ({ $counted }).
after-all-answered = De todos sus proyectos una fuente dice qué siguió.
after-ask-implementers = A quienes hicieron el trabajo: { $list }.
after-ask-counterparts = A la contraparte en el gobierno: { $list }.
after-ask-nobody = Ninguna fuente dice quién hizo el trabajo ni con qué contraparte.
after-copy = Copiar la respuesta
after-column-key = Situación
after-by-areas = Por área temática
after-all-areas = De todas las áreas
