### La línea de tiempo.
