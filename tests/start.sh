#!/usr/bin/env bash
# Starts the window where something is broken on purpose, each in a home of its own: a line `name=ok` each, and exit code 1
# where anything failed. What this machine cannot try is said as `name=left out`. The program is taken from $ATALAYA.
# Needs Debian's xvfb, xdotool and imagemagick; with weston, a C compiler and root it tries more.
set -u
atalaya=$(realpath "${ATALAYA:-target/debug/atalaya}") || exit 2
work=$(mktemp -d) && chmod 755 "$work"
failed=0 count=0 servers=()
trap 'kill "${servers[@]}" 2>/dev/null; rm -rf "$work"' EXIT
unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET XAUTHORITY LC_ALL XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME
export LANG=C.UTF-8 XDG_RUNTIME_DIR=$work/run RUST_BACKTRACE=1
mkdir -m 700 "$XDG_RUNTIME_DIR"
# A program that another user may run, too; the build may lie where only its builder gets to.
cp "$atalaya" "$work/atalaya" && atalaya=$work/atalaya

# An X server of its own with a screen of this size and these options; its display is in $shown.
serve() {
    local screen=$1
    shift
    Xvfb -displayfd 3 -screen 0 "${screen}x24" -nolisten tcp "$@" 3>"$work/display" 2>/dev/null &
    servers+=($!)
    for _ in $(seq 100); do [[ -s $work/display ]] && break; sleep 0.1; done
    shown=:$(<"$work/display")
    rm "$work/display"
}

fresh() { count=$((count + 1)); home=$work/home$count; mkdir -p "$home/.config/atalaya"; config=$home/.config/atalaya; }
ok() { echo "$1=ok"; }
no() { echo "$1=FAILED: $2"; failed=1; tail -n 4 "$home/.local/share/atalaya/log.txt" "$home/said" 2>/dev/null; }

# Starts the program with these variables and arguments (env's own), waits for its window and leaves both running.
begin() {
    pid= window=
    DISPLAY=$shown HOME=$home env "$@" 2>"$home/said" &
    pid=$!
    for _ in $(seq 200); do
        window=$(DISPLAY=$shown xdotool search --onlyvisible --pid "$pid" 2>/dev/null | tail -n 1)
        [[ -n $window ]] && return 0
        kill -0 "$pid" 2>/dev/null || return 1
        sleep 0.2
    done
    return 1
}
finish() { kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; }
# Whether the window shows something: one that drew nothing has one colour.
drawn() {
    for _ in $(seq 40); do
        (($(DISPLAY=$shown import -window root png:- 2>/dev/null | identify -format %k - 2>/dev/null || echo 0) > 50)) && return 0
        sleep 0.25
    done
    return 1
}
# opens NAME WAY [env …]: a window is drawn, by this way where one is said.
opens() {
    local name=$1 way=$2 how=drawn
    shift 2
    if ! begin "$@" "$atalaya"; then no "$name" "no window"; finish; return 1; fi
    drawn || how="nothing is drawn"
    # It remembers the way with its second frame.
    for _ in $(seq 40); do grep -q 'worked:Some' "$config/start.ron" 2>/dev/null && break; [[ -n $way ]] && sleep 0.1; done
    [[ -z $way ]] || grep -q "worked:Some($way)" "$config/start.ron" || how="by $(cat "$config/start.ron" 2>&1)"
    grep -q panicked "$home/said" && how="a panic is told"
    finish
    [[ $how = drawn ]] && ok "$name" || no "$name" "$how"
}
# tells NAME WORD [env …]: no window but one sentence with this word, and exit code 2.
tells() {
    local name=$1 word=$2 code
    shift 2
    HOME=$home timeout 120 env "$@" "$atalaya" 2>"$home/said"
    code=$?
    if ((code == 2)) && grep -q "$word" "$home/said" && (($(wc -l <"$home/said") == 1)); then ok "$name"; else no "$name" "code $code"; fi
}

serve 1366x690 -ac
fresh; opens as_it_is X11
opens remembered X11

# Renderers broken on purpose.
broken=(LIBGL_DRIVERS_PATH=/nonexistent MESA_LOADER_DRIVER_OVERRIDE=nonsense)
fresh; opens no_drivers X11Software "${broken[@]}"
opens what_worked_is_taken_first X11Software "${broken[@]}"
grep -c 'x11 draws no window' "$home/.local/share/atalaya/log.txt" | grep -qx 1 && ok tried_once || no tried_once "tried again"
fresh; opens unknown_loader "" MESA_LOADER_DRIVER_OVERRIDE=nonsense
fresh; opens unknown_gallium X11Software GALLIUM_DRIVER=nonsense "${broken[@]}"
fresh; opens unknown_vendors "" __GLX_VENDOR_LIBRARY_NAME=nonsense __EGL_VENDOR_LIBRARY_FILENAMES=/dev/null
fresh; opens before_it_breaks X11; opens broke_since X11Software "${broken[@]}"
mkdir "$work/empty" && touch "$work/empty/libGL.so.1" "$work/empty/libGL.so" "$work/empty/libEGL.so.1" "$work/empty/libEGL.so"
# Whoever reads no terminal reads the desktop's dialog: here a program that notes what it was to show.
mkdir "$work/desktop" && printf '#!/bin/sh\necho "$@" >>"$HOME/dialog"\n' >"$work/desktop/zenity" && chmod 755 "$work/desktop/zenity"
fresh; tells no_opengl libgl1-mesa-dri "DISPLAY=$shown" "LD_LIBRARY_PATH=$work/empty" "PATH=$work/desktop:/usr/bin:/bin"
grep -q libgl1-mesa-dri "$home/dialog" && ok no_opengl_dialog || no no_opengl_dialog "nothing shown"
[[ ! -e $config/start.ron ]] || grep -q 'unfinished:0' "$config/start.ron" && ok no_opengl_is_not_the_settings || no no_opengl_is_not_the_settings counted
# A driver that takes its process down, and one that never answers, but for the software rasteriser.
if command -v cc >/dev/null; then
    for fault in '__builtin_trap()' 'pause()'; do
        cat >"$work/driver.c" <<C
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
void *dlopen(const char *name, int how) {
    if (name && (strstr(name, "libGL.") || strstr(name, "libEGL.")) && !getenv("LIBGL_ALWAYS_SOFTWARE")) $fault;
    return ((void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen"))(name, how);
}
C
        name=driver_hangs; [[ $fault = *trap* ]] && name=driver_crashes
        cc -shared -fPIC -o "$work/driver.so" "$work/driver.c" -ldl || { no $name "cc"; continue; }
        fresh; opens $name X11Software "LD_PRELOAD=$work/driver.so"
    done
else
    echo "driver_crashes=left out"
fi

# Displays.
fresh; tells no_display 'atalaya query'
fresh; tells display_that_is_gone 'atalaya query' DISPLAY=:987 WAYLAND_DISPLAY=wayland-987
fresh; tells no_display_spanish 'abra Atalaya' LANG=es_MX.UTF-8
open=$shown
if xauth -f "$work/cookies" add :0 . "$(mcookie)" 2>/dev/null; then
    serve 1366x690 -auth "$work/cookies"
    fresh; tells display_that_refuses 'atalaya query' "DISPLAY=$shown" XAUTHORITY=/dev/null
else
    echo "display_that_refuses=left out (xauth)"
fi
shown=$open
fresh; opens wayland_named_but_gone X11 WAYLAND_DISPLAY=wayland-987
if command -v weston >/dev/null; then
    weston --backend=headless-backend.so --socket=wayland-7 --width=1366 --height=690 --idle-time=0 >"$work/weston" 2>&1 &
    servers+=($!)
    for _ in $(seq 50); do [[ -S $XDG_RUNTIME_DIR/wayland-7 ]] && break; sleep 0.1; done
    fresh; opens wayland_without_egl X11 WAYLAND_DISPLAY=wayland-7 __EGL_VENDOR_LIBRARY_FILENAMES=/dev/null
    # Nobody lists Wayland's windows: what the program remembers of its first frame tells.
    for case in wayland:Wayland: wayland_software:WaylandSoftware:__EGL_VENDOR_LIBRARY_FILENAMES=/dev/null; do
        IFS=: read -r name way variable <<<"$case"
        fresh
        HOME=$home WAYLAND_DISPLAY=wayland-7 env ${variable:+"$variable"} "$atalaya" 2>"$home/said" & pid=$!
        for _ in $(seq 100); do grep -q 'unfinished:0' "$config/start.ron" 2>/dev/null && break; sleep 0.2; done
        finish
        grep -q "worked:Some($way).*unfinished:0" "$config/start.ron" && ok "$name" || no "$name" "$(cat "$config/start.ron" 2>&1)"
    done
else
    echo "wayland=left out (weston)"
fi
# The window is taken away while it stands and holds an edit of this moment: the work is kept and the window opens again.
edit() { DISPLAY=$shown xdotool windowfocus "$window" key ctrl+n; sleep 3; DISPLAY=$shown xdotool type --delay 60 "$1"; }
kept() { grep -qs "$1" "$home"/.local/share/atalaya/recovery/*.ron; }
fresh
if begin "$atalaya"; then
    sleep 12
    lost=$window
    edit Ahuehuete
    # Less than the two seconds after which it would be kept anyway, enough for what was typed to arrive.
    sleep 1
    DISPLAY=$shown xdotool windowclose "$lost"
    again=
    for _ in $(seq 60); do
        again=$(DISPLAY=$shown xdotool search --onlyvisible --pid "$pid" 2>/dev/null | tail -n 1)
        [[ -n $again ]] && (($(grep -c 'window on' "$home/.local/share/atalaya/log.txt") == 2)) && break
        sleep 0.2
    done
    [[ -n $again ]] && drawn && ok window_lost || no window_lost "not opened again"
    kept Ahuehuete && ok window_lost_work || no window_lost_work "$(ls "$home/.local/share/atalaya/recovery" 2>&1)"
fi
finish
# The display ends with unsaved work on it. X11 takes its programs along, so what was kept before is all there is.
serve 1366x690 -ac
display=$!
fresh
if begin "$atalaya" && drawn; then
    edit Oyamel
    for _ in $(seq 40); do kept Oyamel && break; sleep 0.2; done
    kill -9 "$display"
    for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.2; done
    kill -0 "$pid" 2>/dev/null && no display_lost_ends "it stays without a display" || ok display_lost_ends
    kept Oyamel && ok display_lost_work || no display_lost_work "$(ls "$home/.local/share/atalaya/recovery" 2>&1)"
fi
finish
shown=$open

# Homes.
nobody=(setpriv --reuid=12345 --regid=12345 --clear-groups)
if [[ $(id -u) = 0 ]] && command -v setpriv >/dev/null; then
    fresh; chmod 777 "$home"
    # A user that the system does not know has no home at all.
    opens no_home "" -u HOME "${nobody[@]}"
    fresh; echo nonsense >"$config/settings.ron"; opens home_read_only "" "${nobody[@]}"
    [[ -e $config/start.ron ]] && no home_read_only_kept "written" || ok home_read_only_kept
else
    echo "no_home=left out (root)"; echo "home_read_only=left out (root)"
fi
fresh; opens home_that_is_not "" "HOME=/nonexistent/home"
fresh; opens no_runtime_folder X11 -u XDG_RUNTIME_DIR

# What was kept.
fresh; printf 'nothing \377 that can be read' >"$config/settings.ron"; cp "$config/settings.ron" "$home/before"
opens settings_damaged X11
cmp -s "$home/before" "$config/settings.1.ron" && ok settings_damaged_kept || no settings_damaged_kept "not aside"
opens settings_sound_again X11
[[ -e $config/settings.2.ron ]] && no told_once "aside again" || ok told_once
fresh; printf '(text_percent: 120, of_tomorrow: 7)' >"$config/settings.ron"; opens settings_of_tomorrow X11
grep -q of_tomorrow "$config/settings.1.ron" && grep -q 'text_percent: 120' "$config/settings.ron" \
    && ok settings_of_tomorrow_kept || no settings_of_tomorrow_kept "$(ls "$config")"
for text in '' 'nonsense' '(worked: Some(Vulkan))' '(version: "0.0.1", worked: Some(WaylandSoftware))'; do
    fresh; printf '%s' "$text" >"$config/start.ron"; opens start_memory_damaged X11 || break
done
fresh; printf '(size: (inf, -3), corner: Some((1e30, nan)))' >"$config/window.ron"; opens window_memory_damaged X11

# Two starts that were not finished, then a clean one.
fresh; printf '(text_percent: 130)' >"$config/settings.ron"
for _ in 1 2; do begin "$atalaya" && kill -9 "$pid"; wait "$pid" 2>/dev/null; done
[[ -e $config/settings.1.ron ]] && no unfinished_twice "clean too soon"
opens unfinished_twice X11
grep -q 130 "$config/settings.1.ron" 2>/dev/null && ok settings_put_aside || no settings_put_aside "$(ls "$config")"
# Five files opened at once are no failures.
fresh; printf '(text_percent: 130)' >"$config/settings.ron"
several=()
for _ in 1 2 3 4 5; do DISPLAY=$shown HOME=$home "$atalaya" 2>>"$home/said" & several+=($!); sleep 0.3; done
for _ in $(seq 50); do (($(cat "$home/.local/share/atalaya/log.txt" 2>/dev/null | grep -c 'window on') >= 5)) && break; sleep 0.2; done
sleep 4
kill "${several[@]}"; wait "${several[@]}" 2>/dev/null
[[ -e $config/settings.1.ron ]] && no several_at_once "clean" || ok several_at_once
fresh; printf '(text_percent: 130)' >"$config/settings.ron"
begin "$atalaya" --clean && drawn && grep -q 130 "$config/settings.1.ron" && ok clean_asked || no clean_asked "$(ls "$config")"
finish

# No fonts but the program's own.
fresh; opens no_fonts X11 FONTCONFIG_FILE=/dev/null FONTCONFIG_PATH=/nonexistent XDG_DATA_DIRS=/nonexistent

# Places, times and sizes.
for zone in Nowhere/Never : :/etc/shadow America/Mexico_City Pacific/Kiritimati UTC-14; do fresh; opens "zone_${zone//[^A-Za-z0-9]/_}" X11 "TZ=$zone"; done
for tongue in C xx xx_YY.KOI8-R ar_EG.UTF-8 tr_TR.UTF-8 es_MX.UTF-8; do fresh; opens "locale_${tongue//[^A-Za-z0-9]/_}" X11 "LC_ALL=$tongue" "LANG=$tongue"; done
# name X Y WIDTH HEIGHT of the window.
stands() { eval "$(DISPLAY=$shown xdotool getwindowgeometry --shell "$window")"; }
for scale in 1 1.25 1.5 2 3; do
    fresh
    begin "WINIT_X11_SCALE_FACTOR=$scale" "$atalaya" && drawn && sleep 1 && stands
    ((WIDTH <= 1366 && HEIGHT <= 690 && WIDTH >= 640)) && ok "scale_$scale" || no "scale_$scale" "${WIDTH}x$HEIGHT"
    finish
done
fresh; printf '(size: (900, 600), corner: Some((5000, 4000)))' >"$config/window.ron"
begin "$atalaya" && drawn && sleep 1 && stands
((X < 1366 && Y < 690 && WIDTH == 900)) && ok off_screen || no off_screen "$X $Y $WIDTH"
DISPLAY=$shown xdotool windowmove --sync "$window" 120 40 windowsize --sync "$window" 1000 610
sleep 1; DISPLAY=$shown xdotool windowfocus "$window" key ctrl+q; sleep 2
kill -0 "$pid" 2>/dev/null && no closed_in_order "still there"; finish
begin "$atalaya" && drawn && sleep 1 && stands
((X == 120 && Y == 40 && WIDTH == 1000 && HEIGHT == 610)) && ok stands_where_it_stood || no stands_where_it_stood "$X $Y $WIDTH $HEIGHT $(cat "$config/window.ron")"
finish
for screen in 1024x640 3840x2160; do
    serve "$screen" -ac
    fresh
    begin "$atalaya" && drawn && sleep 1 && stands
    ((WIDTH <= ${screen%x*} && HEIGHT <= ${screen#*x} && WIDTH >= 800)) && ok "screen_$screen" || no "screen_$screen" "${WIDTH}x$HEIGHT"
    finish
done
# The large screen as large letters have it, too.
fresh
begin WINIT_X11_SCALE_FACTOR=3 "$atalaya" && drawn && sleep 1 && stands
((WIDTH <= 3840 && HEIGHT <= 2160 && WIDTH >= 1920)) && ok screen_3840x2160_scale_3 || no screen_3840x2160_scale_3 "${WIDTH}x$HEIGHT"
finish
exit $failed
