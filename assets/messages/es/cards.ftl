### Las tarjetas para compartir.
