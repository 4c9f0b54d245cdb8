#!/usr/bin/env bash
# Kills `atalaya edit` at random moments of editing, saving and autosaving, N times (1000 where nothing is said), and looks
# each time whether the file and the recovery load and hold everything that was acknowledged. The program is taken from
# $ATALAYA. The last line is `kills=N lost=0 unreadable=0`; the exit code is 1 where anything was lost or unreadable.
set -u
kills=${1:-1000}
atalaya=${ATALAYA:-target/release/atalaya}
atalaya=$(realpath "$atalaya") || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config LANG=C
file=$work/portafolio.ron
lost=0 unreadable=0 number=0

# A portfolio of its own: a copy of the embedded one.
printf 'save %s\n' "$file" | "$atalaya" edit >/dev/null || exit 2

# The number that the file holds; nothing where it cannot be read.
held() { "$atalaya" query "$1" --where 'id:senderos' --format json 2>/dev/null | sed -n 's/.*"acronym": *"N\([0-9]*\)".*/\1/p'; }

lose() {
    lost=$((lost + 1))
    echo "# kill $kill: $1"
}

for ((kill = 1; kill <= kills; kill++)); do
    said=$work/said
    : >"$said"
    first=$((number + 1))
    # Edits and saves follow one another as fast as they are carried out; every tenth time the autosave gets to work.
    "$atalaya" edit "$file" >"$said" 2>/dev/null < <(
        for ((step = first; step < first + 4000; step++)); do
            printf 'set projects senderos acronym "N%d"\n' "$step"
            if ((kill % 10 == 0)); then
                if ((step % 40 == 0)); then sleep 2.1; fi
                if ((step % 97 == 0)); then printf 'save\n'; fi
            elif ((RANDOM % 4 == 0)); then
                printf 'save\n'
            fi
        done
    ) &
    job=$!
    for ((wait = 0; wait < 400; wait++)); do
        [ -s "$said" ] && break
        sleep 0.005
    done
    if ((kill % 10 == 0)); then
        sleep "$((RANDOM % 5)).$((RANDOM % 10))"
    else
        sleep "0.$((RANDOM % 2))$((RANDOM % 10))$((RANDOM % 10))"
    fi
    kill -KILL "$job" 2>/dev/null
    wait "$job" 2>/dev/null

    # What was acknowledged: saved, and kept by the autosave. A line of this run stands for one number more.
    saved=$(sed -n 's/^saved //p' "$said" | tail -1)
    kept=$(sed -n 's/^kept //p' "$said" | tail -1)
    now=$(held "$file")
    if [ -z "$now" ] && [ -n "${number:-}" ] && ((number > 0)); then
        unreadable=$((unreadable + 1))
        now=0
    fi
    now=${now:-0}
    promised=$number
    [ -n "$saved" ] && promised=$((first - 1 + saved))
    if ((now < promised)); then lose "the file has $now, saved was $promised"; fi

    # The recovery: it loads, and holds what was kept where that is more than the file has.
    left=("$work"/data/atalaya/recovery/*.ron)
    if [ -e "${left[0]}" ]; then
        printf 'recover\nsave\n' | "$atalaya" edit "$file" >"$work/recovered" 2>&1
        # What was saved after all is not there to be recovered: then there is nothing to save either.
        if ! grep -q '^saved' "$work/recovered"; then unreadable=$((unreadable + 1)); fi
        rm -f "$work"/data/atalaya/recovery/*
        recovered=$(held "$file")
        recovered=${recovered:-0}
        if [ -n "$kept" ] && ((recovered < first - 1 + kept && now < first - 1 + kept)); then
            lose "recovered was $recovered, the file has $now, kept was $((first - 1 + kept))"
        fi
        # A recovery that is older than the last save must not have taken anything back.
        if ((recovered < now)); then lose "the file had $now, recovering made it $recovered"; fi
        now=$recovered
    elif [ -n "$kept" ] && ((now < first - 1 + kept)); then
        lose "the file has $now, nothing is left to recover, kept was $((first - 1 + kept))"
    fi
    number=$now
done
echo "kills=$kills lost=$lost unreadable=$unreadable"
((lost == 0 && unreadable == 0))
