### La ficha de un registro.
