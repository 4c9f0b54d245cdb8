### La línea de comandos.
