#!/usr/bin/env bash
# Watches every socket that the window and a question on the terminal open, while the window is used for some seconds. On
# this machine alone there is what they need: sockets of Unix (the display, the desktop's bus) and the kernel's own
# (netlink). The last line is `no_network=ok`; anything else is named, and the exit code is 1. The program is taken from
# $ATALAYA. Needs Debian's strace, xvfb and xdotool.
set -u
atalaya=$(realpath "${ATALAYA:-target/debug/atalaya}") || exit 2
work=$(mktemp -d) server=
trap '[[ -n $server ]] && kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
export HOME=$work XDG_RUNTIME_DIR=$work
# Whoever looks for a bus where there is none starts one that outlives the window.
export DBUS_SESSION_BUS_ADDRESS=unix:path=$work/no-bus
unset WAYLAND_DISPLAY WAYLAND_SOCKET XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$work/display" 2>/dev/null & server=$!
for _ in $(seq 100); do [[ -s $work/display ]] && break; sleep 0.1; done
DISPLAY=:$(<"$work/display") && export DISPLAY

watched=(strace -f --seccomp-bpf -qq -e trace=socket,socketpair,connect,bind,sendto,sendmsg,listen -e signal=none)
"${watched[@]}" -o "$work/question" "$atalaya" query --by theme >/dev/null || { echo "no_network=FAILED: no answer"; exit 1; }
"${watched[@]}" -o "$work/window" "$atalaya" 2>"$work/said" & tracer=$!
window=
for _ in $(seq 200); do
    window=$(xdotool search --onlyvisible --name Atalaya 2>/dev/null | tail -n 1)
    [[ -n $window ]] && break
    sleep 0.2
done
[[ -n $window ]] || { echo "no_network=FAILED: no window"; kill "$tracer"; exit 1; }
sleep 3
# Through the views and the search, and out again.
xdotool windowfocus "$window"
for key in F1 Escape ctrl+f o s h Escape Tab Return Tab Tab Return Escape; do xdotool key "$key"; sleep 0.3; done
sleep 2
xdotool key ctrl+q
for _ in $(seq 50); do kill -0 "$tracer" 2>/dev/null || break; sleep 0.2; done
if kill -0 "$tracer" 2>/dev/null; then
    echo "the window did not close in order"
    pkill -KILL -P "$tracer" 2>/dev/null
    kill -KILL "$tracer" 2>/dev/null
fi
wait "$tracer" 2>/dev/null

grep -q 'connect(.*AF_UNIX' "$work/window" || { echo "no_network=FAILED: nothing was watched"; exit 1; }
opened=$(cat "$work/question" "$work/window" | grep -oE 'AF_[A-Z0-9]+' | sort | uniq -c | sort -rn)
echo "sockets of the window, and of a question ($(grep -c 'socket(' "$work/question")):" $opened
if grep -hE 'AF_[A-Z0-9]+' "$work/question" "$work/window" | grep -vE 'AF_(UNIX|NETLINK)'; then
    echo "no_network=FAILED: the calls above"
    exit 1
fi
echo "no_network=ok"
