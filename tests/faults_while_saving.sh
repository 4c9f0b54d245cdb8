#!/usr/bin/env bash
# What saving does when the system fails it: every single system call of a save is made to fail in turn, the order of the
# calls is looked at, and a disk is filled. The program is taken from $ATALAYA; needs strace, and for the full disk the right
# to mount a small one (what cannot be tried is said). The last line is `injected=N broken=0 order=ok full_disk=ok`.
set -u
atalaya=$(realpath "${ATALAYA:-target/release/atalaya}") || exit 2
command -v strace >/dev/null || { echo "left out: strace is not here"; exit 0; }
work=$(mktemp -d)
trap 'umount "$work/small" 2>/dev/null; rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config LANG=en_US.UTF-8
original=$work/original.ron
printf 'save %s\n' "$original" | "$atalaya" edit >/dev/null || exit 2
mkdir "$work/folder"
file=$work/folder/portafolio.ron
edit='set projects senderos acronym "CAMBIADO"'
calls='openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,fchmod,chmod,flock,ftruncate,statx,newfstatat,lseek,close,copy_file_range,sendfile'

fresh() { rm -rf "$work/folder" "$work/data"; mkdir "$work/folder"; cp "$original" "$file"; }

# How often each call is made in a run without faults; and the text that it should give.
fresh
printf '%s\nsave\n' "$edit" | strace -f -c -U name,calls -e trace="$calls" -o "$work/counts" "$atalaya" edit "$file" >/dev/null
cp "$file" "$work/new.ron"

injected=0 broken=0
complain() { broken=$((broken + 1)); echo "$1: $2"; }

# One run in which the Nth of a call fails: the file is the old or the new one, and says which; saving again succeeds.
run() {
    local call=$1 nth=$2 error=$3 answer='' code
    fresh
    coproc EDIT { exec strace -f -qq -e trace="$call" -e inject="$call:error=$error:when=$nth" -o /dev/null "$atalaya" edit "$file" 2>"$work/err"; }
    local pid=$EDIT_PID in=${EDIT[1]} out=${EDIT[0]}
    printf '%s\nsave\n' "$edit" >&"$in" 2>/dev/null
    while read -r -t 20 line <&"$out"; do
        case $line in saved*|failed) answer=$line; break ;; esac
    done 2>/dev/null
    injected=$((injected + 1))
    if cmp -s "$file" "$original"; then now=old; elif cmp -s "$file" "$work/new.ron"; then now=new; else now=torn; fi
    [ "$now" = torn ] && complain "$call $nth $error" "the file is neither the old nor the new one"
    case $answer in
        saved*) [ "$now" = new ] || complain "$call $nth $error" "said to be saved and is not" ;;
        failed)
            # Written and not confirmed by the disk is said as such; every other failure leaves the old file.
            [ "$now" = old ] || grep -q 'not confirm' "$work/err" || complain "$call $nth $error" "failed, and the file is new"
            [ -s "$work/err" ] || complain "$call $nth $error" "failed without a word"
            printf 'save\n' >&"$in" 2>/dev/null
            read -r -t 20 line <&"$out"
            case $line in saved*) cmp -s "$file" "$work/new.ron" || complain "$call $nth $error" "the second save is not what was meant" ;;
                *) complain "$call $nth $error" "the work is gone: $line" ;;
            esac ;;
    esac
    eval "exec $in>&-"
    wait "$pid" 2>/dev/null
    code=$?
    ((code < 100 || code == 127)) || complain "$call $nth $error" "ended with $code"
}

while read -r call count; do
    for ((nth = 1; nth <= count; nth++)); do
        run "$call" "$nth" EIO
        case $call in write|openat) run "$call" "$nth" ENOSPC ;; esac
    done
done < <(awk '$1 ~ /^[a-z]/ && $2 ~ /^[0-9]+$/ && $1 != "total" { print $1, $2 }' "$work/counts")

# The order: the text, to the disk, under its name, the folder to the disk.
fresh
printf '%s\nsave\n' "$edit" | strace -f -y -e trace=write,fsync,rename,renameat,renameat2,linkat,link -o "$work/order" "$atalaya" edit "$file" >/dev/null
order=$(grep -nE 'portafolio\.ron|folder(/\.[^>"]*)?>' "$work/order" | grep -vE '= -1' | awk '
    /write\(.*folder\/\./ { if (!wrote) { wrote = 1; printf "write " } }
    /fsync\(.*folder\/\./ { printf "flush " }
    /(rename|renameat|renameat2)\(.*portafolio\.ron"(, [A-Z_0|]+)?\)/ { printf "rename " }
    /fsync\([0-9]+<[^>]*folder>\)/ { printf "folder " }')
case $order in
    *'write flush '*'rename folder '*) said=ok ;;
    *) said="wrong: $order"; broken=$((broken + 1)) ;;
esac

# A full disk: the old file stays, the word is clear, and with room again the same work is saved.
full='left out'
mkdir "$work/small"
if mount -t tmpfs -o size=700k tmpfs "$work/small" 2>/dev/null; then
    small=$work/small/portafolio.ron
    cp "$original" "$small"
    dd if=/dev/zero of="$work/small/rest" bs=1k 2>/dev/null
    coproc EDIT { exec "$atalaya" edit "$small" 2>"$work/err"; }
    in=${EDIT[1]} out=${EDIT[0]}
    printf '%s\nsave\n' "$edit" >&"$in"
    read -r -t 20 line <&"$out"; read -r -t 20 line <&"$out"
    full=ok
    [ "$line" = failed ] && grep -q 'full' "$work/err" && cmp -s "$small" "$original" || full="wrong: $line"
    rm "$work/small/rest"
    printf 'save\n' >&"$in"
    read -r -t 20 line <&"$out"
    case $line in saved*) cmp -s "$small" "$work/new.ron" || full='wrong: other text' ;; *) full="wrong: $line" ;; esac
    eval "exec $in>&-"
    wait
    [ "$full" = ok ] || broken=$((broken + 1))
else
    echo "left out: the full disk, because nothing can be mounted here"
fi
echo "injected=$injected broken=$broken order=$said full_disk=$full"
((broken == 0))
