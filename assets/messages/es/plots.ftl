### Las gráficas.
