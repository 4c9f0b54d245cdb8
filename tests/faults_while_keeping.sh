#!/usr/bin/env bash
# What keeping unsaved work does when the system fails it: every single system call of the autosave's thread is made to fail
# in turn, by a tracer that takes hold of the running program once a first state is kept. The recovery is then the old one or
# the new one, a word is said, the work is still in memory, and what is edited later is kept. The program is taken from
# $ATALAYA; needs strace. The last line is `kept_injected=N broken=0`.
set -u
atalaya=$(realpath "${ATALAYA:-target/release/atalaya}") || exit 2
command -v strace >/dev/null || { echo "left out: strace is not here"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LANG=en_US.UTF-8
calls='openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,fchmod,ftruncate,statx,newfstatat,lseek,close,getrandom'
printf 'save %s\n' "$work/original.ron" | XDG_DATA_HOME=$work/none XDG_CONFIG_HOME=$work/none "$atalaya" edit >/dev/null || exit 2
edit() { printf 'set projects senderos acronym "%s"\n' "$1"; }

# One run: a state is kept, then the tracer takes hold, and the next is kept under it. Says what went wrong.
run() {
    local home=$work/$1 call=$2 nth=$3 error=$4 line kept tracer before at
    mkdir -p "$home/folder"; cp "$work/original.ron" "$home/folder/a.ron"
    export XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config
    mkfifo "$home/in"
    "$atalaya" edit "$home/folder/a.ron" <"$home/in" >"$home/out" 2>"$home/err" &
    local pid=$!
    exec {in}>"$home/in"
    until_kept() { for _ in $(seq 200); do grep -q "^kept $1" "$home/out" && return 0; sleep 0.1; done; return 1; }
    edit UNO >&"$in"
    until_kept 1 || { echo "$call $nth: nothing was kept at first"; kill "$pid"; return; }
    kept=$(find "$home/data" -name '*.ron' -path '*recovery*'); before=$(cat "$kept")
    if [ "$call" = count ]; then
        strace -f -qq -e trace="$calls" -o "$home/trace" -p "$pid" 2>/dev/null &
    else
        strace -f -qq -e trace="$call" -e inject="$call:error=$error:when=$nth" -o "$home/trace" -p "$pid" 2>/dev/null &
    fi
    tracer=$!
    sleep 0.5
    edit DOS >&"$in"
    for _ in $(seq 100); do { grep -q '^kept 2' "$home/out" || [ -s "$home/err" ]; } && break; sleep 0.1; done
    at=$(cat "$kept" 2>/dev/null)
    if ! grep -q '^kept 2' "$home/out"; then
        [ -s "$home/err" ] || echo "$call $nth $error: failed without a word"
        [ "$at" = "$before" ] || [[ $at == *'"DOS"'* ]] || echo "$call $nth $error: the recovery is neither the old nor the new one"
    else
        [[ $at == *'"DOS"'* ]] || echo "$call $nth $error: said to be kept and is not"
    fi
    kill "$tracer" 2>/dev/null
    # A tracer that waits for a thread that is gone would wait for ever.
    { sleep 5; kill -KILL "$tracer"; } 2>/dev/null & local guard=$!
    wait "$tracer" 2>/dev/null; kill "$guard" 2>/dev/null; wait "$guard" 2>/dev/null
    grep -q INJECTED "$home/trace" && echo "$call $nth $error" >>"$work/done"
    edit TRES >&"$in"
    until_kept 3 && grep -q '"TRES"' "$kept" || echo "$call $nth $error: what is edited later is not kept"
    echo save >&"$in"
    for _ in $(seq 100); do grep -qE '^(saved|failed)' "$home/out" && break; sleep 0.1; done
    grep -q '"TRES"' "$home/folder/a.ron" || echo "$call $nth $error: the work is gone"
    exec {in}>&-
    wait "$pid" 2>/dev/null
    rm -rf "$home"
}

# The calls of the thread that wrote the recovery.
mkdir "$work/counting"
(run counting count 0 none; ) >/dev/null &
for _ in $(seq 300); do [ -s "$work/counting/trace" ] && grep -q 'rename.*recovery' "$work/counting/trace" && break; sleep 0.1; done
sleep 1
thread=$(grep -m1 'rename.*recovery' "$work/counting/trace" | awk '{ print $1 }')
awk -v thread="$thread" '$1 == thread { sub(/\(.*/, "", $2); print $2 }' "$work/counting/trace" | sort | uniq -c >"$work/counts"
wait

injected=0
while read -r count call; do
    for ((nth = 1; nth <= count; nth++)); do
        for error in EIO ENOSPC; do
            case $error:$call in ENOSPC:write|ENOSPC:openat|EIO:*) ;; *) continue ;; esac
            run "$call-$nth-$error" "$call" "$nth" "$error" >>"$work/wrong" &
            # What takes long is the waiting.
            while (($(jobs -rp | wc -l) >= ${JOBS:-6})); do wait -n; done
        done
    done
done <"$work/counts"
wait
cat "$work/wrong"
injected=$(wc -l <"$work/done")
broken=$(wc -l <"$work/wrong")
echo "kept_injected=$injected broken=$broken"
((injected > 0 && broken == 0))
