#!/bin/sh
# Instala Atalaya para usted, sin ser administrador.   ./install.sh [--uninstall]
# Installs Atalaya for you; no administrator needed.   PREFIX says where; ~/.local where it is not set.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${PREFIX:-$HOME/.local}
id=org.atalaya.Atalaya

say() { # Spanish, English
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-es}}} in en*) echo "$2" ;; *) echo "$1" ;; esac
}

# Every file of this folder that has a place in the system.
files() { (cd "$here" && find bin share -type f); }

# What desktops keep of all programs is made anew where they have it.
refresh() {
  if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$prefix/share/applications" || true; fi
  if command -v update-mime-database >/dev/null; then update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true; fi
  if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -qtf "$prefix/share/icons/hicolor" || true; fi
}

if [ "${1:-}" = --uninstall ]; then
  files | while IFS= read -r file; do rm -f "$prefix/$file"; done
  rmdir "$prefix/share/doc/atalaya" 2>/dev/null || true
  refresh
  say "Se quitó Atalaya de $prefix. Sus portafolios, ajustes y notas siguen donde estaban." \
    "Atalaya is gone from $prefix. Your portfolios, settings and notes are where they were."
  exit 0
fi

if ! "$here/bin/atalaya" --version >/dev/null 2>&1; then
  say "Atalaya no puede correr en este sistema: es para Linux de 64 bits (x86_64) con glibc 2.31 o posterior." \
    "Atalaya cannot run on this system: it is for 64-bit Linux (x86_64) with glibc 2.31 or later."
  exit 1
fi
files | while IFS= read -r file; do
  mkdir -p "$prefix/$(dirname "$file")"
  # A program that runs is replaced, not written into.
  cp "$here/$file" "$prefix/$file.new" && mv -f "$prefix/$file.new" "$prefix/$file"
done
# Not every desktop looks for programs in this folder.
entry=$prefix/share/applications/$id.desktop
sed "s|^TryExec=.*|TryExec=$prefix/bin/atalaya|; s|^Exec=.*|Exec=\"$prefix/bin/atalaya\" %f|" "$entry" >"$entry.new"
mv -f "$entry.new" "$entry"
refresh
say "Atalaya está en el menú de aplicaciones. En una terminal: $prefix/bin/atalaya" \
  "Atalaya is in the menu of programs. In a terminal: $prefix/bin/atalaya"
