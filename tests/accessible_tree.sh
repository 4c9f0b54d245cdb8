#!/usr/bin/env bash
# Reads the tree that a screen reader gets of the real window (AT-SPI), view by view and panel by panel, and fails where a
# thing that can be reached or heard has no name, where a table has no rows or a row is beside its cells, where a panel is
# not left by Escape, or where a key leads the focus elsewhere than it should.
#   tests/accessible_tree.sh [PROGRAM] [es|en]      (target/debug/atalaya in Spanish where none is named)
# Needs, on Debian: xvfb xdotool dbus-x11 at-spi2-core python3-pyatspi. Where one is missing it says so and leaves out.
set -euo pipefail
program=$(readlink -f "${1:-target/debug/atalaya}")
language=${2:-es}
[[ $language = es || $language = en ]] || { echo "no language $language: es or en" >&2; exit 2; }
for tool in xvfb-run xdotool dbus-run-session /usr/libexec/at-spi-bus-launcher; do
  command -v "$tool" >/dev/null || { echo "left out: $tool is not installed"; exit 0; }
done
/usr/bin/python3 -c 'import pyatspi' 2>/dev/null || { echo "left out: python3-pyatspi is not installed"; exit 0; }
[[ -x $program ]] || { echo "no program at $program: cargo build first" >&2; exit 2; }

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/.config/atalaya" "$home/run"
chmod 700 "$home/run"
echo "(lang: Some($language), tour_seen: true)" >"$home/.config/atalaya/settings.ron"
export LANGUAGE_OF_WINDOW=$language HOME=$home XDG_CONFIG_HOME=$home/.config XDG_DATA_HOME=$home/.local XDG_RUNTIME_DIR=$home/run PROGRAM=$program
cat >"$home/walk.py" <<'PYTHON'
import collections, os, subprocess, sys, time
import gi, pyatspi

# A machine that is busy answers late.
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi
Atspi.set_timeout(10_000, 20_000)

# What groups things and is not heard by itself; egui's own scroll bars, which nobody can reach, and its hints.
SILENT = {"application", "panel", "filler", "menu", "menu bar", "scroll bar", "tool tip", "unknown container"}
faults = collections.Counter()


def sh(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout.split()


def nodes(node, path=()):
    yield node, path
    for at in range(node.childCount):
        child = node.getChildAtIndex(at)
        if child is not None:
            yield from nodes(child, (*path, f"{node.getRoleName()} {node.name!r}"))


def on_the_bus():
    # A machine that is busy answers late.
    for _ in range(20):
        if (code := started.poll()) is not None:
            sys.exit(f"the program ended: {code}")
        window = next((app for app in pyatspi.Registry.getDesktop(0) if app and "atalaya" in app.name.lower()), None)
        if window is not None:
            return window
        time.sleep(0.5)
    return None


def look(step):
    window = on_the_bus()
    if window is None:
        sys.exit("the window is not on the accessibility bus")
    seen = collections.Counter()
    for node, path in nodes(window):
        role = node.getRoleName()
        seen[role] += 1
        focusable = node.getState().contains(pyatspi.STATE_FOCUSABLE)
        if not node.name.strip() and (focusable or role not in SILENT) and role != "label":
            faults[f"{step}: {role} without a name, under {' > '.join(path[-2:])}"] += 1
    if seen["table"] and not seen["table row"]:
        faults[f"{step}: a table without rows"] += 1
    for node, path in nodes(window):
        role, above = node.getRoleName(), path[-1] if path else ""
        state = node.getState()
        if role == "table cell" and not above.startswith("table row"):
            faults[f"{step}: a cell beside its row, under {above}"] += 1
        if role == "page tab" and not above.startswith("page tab list"):
            faults[f"{step}: a tab outside its list, under {above}"] += 1
        if role == "dialog" and not state.contains(pyatspi.STATE_MODAL):
            faults[f"{step}: a dialog that is not modal"] += 1
        if node.description and node.description in node.name:
            faults[f"{step}: told twice, {role} {node.name!r}"] += 1
        if role == "label" and node.name and not any(letter.isalnum() for letter in node.name):
            faults[f"{step}: punctuation heard as a label, {node.name!r}"] += 1
    chosen = [node.name for node, _ in nodes(window)
              if node.getRoleName() == "page tab" and node.getState().contains(pyatspi.STATE_SELECTED)]
    if len(chosen) != 1:
        faults[f"{step}: {len(chosen)} tabs are selected"] += 1
    print(f"{step}: {sum(seen.values())} nodes")
    return seen


def focused():
    window = on_the_bus()
    has = [node for node, _ in nodes(window) if node.getState().contains(pyatspi.STATE_FOCUSED)] if window else []
    return f"{has[-1].getRoleName()} {has[-1].name}" if has else "nothing"


def expect(step, start):
    now = focused()
    print(f"{step}: {now}")
    if not now.startswith(start):
        faults[f"{step}: the focus is on {now!r}, not on {start!r}"] += 1


def key(keys, pause):
    sh("xdotool", "key", "--clearmodifiers", keys)
    time.sleep(pause)


started = subprocess.Popen([os.environ["PROGRAM"]])
try:
    window = []
    for _ in range(100):
        window = sh("xdotool", "search", "--onlyvisible", "--pid", str(started.pid))
        if window:
            break
        time.sleep(0.2)
    if not window:
        sys.exit("no window after 20 s")
    sh("xdotool", "windowsize", window[-1], "1280", "800", "windowfocus", window[-1], "mousemove", "1279", "799")
    time.sleep(4)
    for place in "1234567":
        key(f"ctrl+{place}", 1.2)
        look(f"view {place}")
    # Where the focus goes by keys.
    spanish = os.environ["LANGUAGE_OF_WINDOW"] == "es"
    projects, search = ("panel Proyectos", "entry Buscar en todo") if spanish else ("panel Projects", "entry Search everything")
    views = "panel Búsqueda y vistas" if spanish else "panel Search and views"
    file = "menu item Archivo" if spanish else "menu item File"
    for keys, start in [
        ("ctrl+2", projects),
        ("F6", views),
        ("F6", "panel Filtros" if spanish else "panel Filters"),
        ("shift+F6", views),
        ("ctrl+f", search),
        ("Return", search),
        ("F10", file),
        ("Right", "menu item Editar" if spanish else "menu item Edit"),
        ("Down", "menu item "),
        ("Right", "menu item Resumen" if spanish else "menu item Overview"),
        ("Escape", search),
        ("Alt_L", file),
        ("F10", search),
    ]:
        key(keys, 0.8)
        expect(f"after {keys}", start)
    for keys in ["ctrl+e", "F1", "ctrl+m", "ctrl+shift+o"]:
        key(keys, 1.2)
        if not look(f"panel {keys}")["dialog"]:
            faults[f"panel {keys}: no dialog"] += 1
        key("Escape", 0.8)
        if look(f"after {keys}")["dialog"]:
            faults[f"panel {keys}: Escape does not leave it"] += 1
finally:
    started.kill()
for fault in faults:
    print("FAULT", fault)
sys.exit(1 if faults else 0)
PYTHON
xvfb-run -a -s "-screen 0 1280x800x24" dbus-run-session -- bash -c '
  /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 & bus=$!
  sleep 1
  for on in IsEnabled ScreenReaderEnabled; do
    dbus-send --session --dest=org.a11y.Bus --print-reply /org/a11y/bus org.freedesktop.DBus.Properties.Set \
      string:org.a11y.Status string:$on variant:boolean:true >/dev/null
  done
  code=0
  /usr/bin/python3 "$1" || code=$?
  kill "$bus" 2>/dev/null
  exit "$code"
' _ "$home/walk.py"
