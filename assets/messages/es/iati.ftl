# Lo que un archivo IATI no le dice a todo el mundo.
iati-left-amounts = { $count ->
    [one] Un monto queda solo en los campos propios de Atalaya: sumarlo con los demás contaría dos veces, o no tiene fecha.
   *[other] { $count } montos quedan solo en los campos propios de Atalaya: sumarlos con los demás contaría dos veces, o no tienen fecha.
}
iati-left-dates = { $count ->
    [one] Una fecha no se conoce al día, y el estándar pide uno: lleva el primero o el último posible, con la fecha de la fuente al lado.
   *[other] { $count } fechas no se conocen al día, y el estándar pide uno: llevan el primero o el último posible, con la fecha de la fuente al lado.
}
iati-left-absent = { $count ->
    [one] Un dato que el estándar exige no está publicado: va vacío o, si es una fecha, como 9999-12-31.
   *[other] { $count } datos que el estándar exige no están publicados: van vacíos o, si son fechas, como 9999-12-31.
}
iati-left-reported-totals = { $count ->
    [one] Un total informado no se incluye.
   *[other] { $count } totales informados no se incluyen.
}
iati-left-events = { $count ->
    [one] Un hecho no se incluye.
   *[other] { $count } hechos no se incluyen.
}
iati-left-continuity = { $count ->
    [one] Un registro de continuidad no se incluye.
   *[other] { $count } registros de continuidad no se incluyen.
}
iati-left-cutoff = La fecha de corte del portafolio no se incluye.
iati-left-synonyms = { $count ->
    [one] Un grupo de sinónimos para buscar no se incluye.
   *[other] { $count } grupos de sinónimos para buscar no se incluyen.
}
iati-left-characters = { $count ->
    [one] Un carácter que XML no admite se omitió.
   *[other] { $count } caracteres que XML no admite se omitieron.
}
