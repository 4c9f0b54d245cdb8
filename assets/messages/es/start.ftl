### El inicio: qué se dice cuando la ventana no se abre, o se abre de otro modo.

start-no-display = No hay una pantalla que responda: abra Atalaya desde su escritorio. Sin ventana, «atalaya query» y «atalaya check» responden lo mismo en la terminal.
start-no-driver = La ventana no se pudo dibujar porque en este equipo no funciona OpenGL: instale libgl1-mesa-dri, libgl1, libegl1, libxkbcommon-x11-0, libxcursor1 y libxi6 (Debian, Ubuntu) o mesa-dri-drivers, mesa-libGL, mesa-libEGL, libxkbcommon-x11, libXcursor y libXi (Fedora). Sin ventana, «atalaya query» y «atalaya check» funcionan ya.
start-no-driver-elsewhere = La ventana no se pudo dibujar porque en este equipo no funciona OpenGL 2: instale el controlador de su tarjeta gráfica o, si trabaja por escritorio remoto, abra Atalaya en el equipo mismo. Sin ventana, «atalaya query» y «atalaya check» funcionan ya.
start-lost = La pantalla dejó de responder y la ventana se cerró; lo que no estaba guardado se ofrece al abrir de nuevo.
start-reopened = La pantalla dejó de responder un momento y la ventana se abrió de nuevo. Si había cambios sin guardar, se ofrecen aquí mismo.
start-clean-asked = Se abrió sin los ajustes anteriores y sin archivo, como se pidió.
start-clean-failed = Las dos últimas veces el programa no terminó de abrirse, así que ahora se abrió sin los ajustes anteriores y sin archivo.
start-settings-damaged = Los ajustes guardados no se pudieron leer; se usan los de origen.
start-settings-later = Los ajustes son de una versión posterior; se usa lo que esta versión conoce.
start-settings-kept = Los anteriores quedaron en { $path }.
