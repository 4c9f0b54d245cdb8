### The start: what is said when the window does not open, or opens in another way.

start-no-display = There is no display that answers: open Atalaya from your desktop. Without a window, “atalaya query” and “atalaya check” answer the same on the terminal.
start-no-driver = The window could not be drawn because OpenGL does not work on this machine: install libgl1-mesa-dri, libgl1, libegl1, libxkbcommon-x11-0, libxcursor1 and libxi6 (Debian, Ubuntu) or mesa-dri-drivers, mesa-libGL, mesa-libEGL, libxkbcommon-x11, libXcursor and libXi (Fedora). Without a window, “atalaya query” and “atalaya check” already work.
start-no-driver-elsewhere = The window could not be drawn because OpenGL 2 does not work on this machine: install the driver of your graphics card or, if you work by remote desktop, open Atalaya on the machine itself. Without a window, “atalaya query” and “atalaya check” already work.
start-lost = The display stopped answering and the window closed; what was not saved is offered at the next start.
start-reopened = The display stopped answering for a moment and the window opened again. If there were unsaved changes, they are offered right here.
start-clean-asked = Opened without the former settings and without a file, as asked.
start-clean-failed = The last two times the program did not finish opening, so now it opened without the former settings and without a file.
start-settings-damaged = The kept settings could not be read; the original ones are used.
start-settings-later = The settings are of a later version; what this version knows is used.
start-settings-kept = The former ones are now in { $path }.
