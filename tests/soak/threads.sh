#!/bin/sh
# How much two threads do in the time of one, plain and compressed, without stages and with them.
#
#     tests/soak/threads.sh PROGRAM CORPUS.jsonl [PIPELINE]      RUNS=5 by default
#
# Everything lies in memory (/dev/shm, four times the corpus): on a disk the ratio is soon that of the disk to itself.
# For each kind of file: the best wall time of one thread, of two, and of two programs of one thread that run side by
# side on half of the corpus each. The last says what the machine's two cores give when nothing is shared.
# On a machine that does other work too the figures say nothing.
set -eu
program=$1 corpus=$2 pipeline=${3:-}
work=$(mktemp -d /dev/shm/threads.XXXXXX)
trap 'rm -rf "$work"' EXIT
[ -n "$pipeline" ] || { pipeline=$work/none.toml && : >"$pipeline"; }

cp "$corpus" "$work/plain.jsonl"
lines=$(($(wc -l <"$corpus") / 2))
head -n "$lines" "$corpus" >"$work/half-plain.jsonl"
zstd -q -3 "$work/plain.jsonl" -o "$work/zst.jsonl.zst"
zstd -q -3 "$work/half-plain.jsonl" -o "$work/half-zst.jsonl.zst"

run() { # FILE OUT THREADS
    rm -rf "$work/$2"
    "$program" run "$pipeline" "$work/$1" -o "$work/$2" --threads "$3" 2>/dev/null
}

pair() { # FILE
    run "$1" a 1 &
    run "$1" b 1
    wait
}

best() { # COMMAND…: the least milliseconds
    least=
    for _ in $(seq "${RUNS:-5}"); do
        begin=$(date +%s%N)
        "$@"
        taken=$((($(date +%s%N) - begin) / 1000000))
        if [ -z "$least" ] || [ "$taken" -lt "$least" ]; then least=$taken; fi
    done
    echo "$least"
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

for kind in plain.jsonl zst.jsonl.zst; do
    one=$(best run "$kind" out 1)
    two=$(best run "$kind" out 2)
    half=$(best run "half-$kind" out 1)
    pair=$(best pair "half-$kind")
    ceiling=$(awk -v a="$half" -v b="$pair" 'BEGIN { printf "%.2f", 2 * a / b }')
    echo "$kind: $one ms with one thread, $two ms with two: $(ratio "$one" "$two") x; two programs side by side: $ceiling x"
done
