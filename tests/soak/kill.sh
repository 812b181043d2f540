#!/bin/sh
# Kills runs at random moments and goes on, a hundred times, and compares the end with an undisturbed run.
#
#     tests/soak/kill.sh PROGRAM PIPELINE INPUT… [-- OPTIONS…]      ROUNDS=100 by default
#
# A round is: start the run, kill -9 it after a random part of the time that a whole one takes, and do so until the
# run has come to its end. Its results must be those of the undisturbed run, byte for byte.
set -eu
program=$1 pipeline=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

digests() {
    (cd "$1" && find . -type f ! -name manifest.json ! -path './.copydesk*' -exec sha256sum {} + | sort -k 2)
}

begin=$(date +%s%N)
"$program" run "$pipeline" "$@" -o "$work/whole" 2>"$work/log" || true
whole=$(($(date +%s%N) - begin))
digests "$work/whole" >"$work/whole.sums"

kills=0 round=0
while [ "$round" -lt "${ROUNDS:-100}" ]; do
    round=$((round + 1))
    rm -rf "$work/out"
    while [ ! -e "$work/out/manifest.json" ]; do
        "$program" run "$pipeline" "$@" -o "$work/out" 2>"$work/log" &
        run=$!
        nanoseconds=$(awk -v whole="$whole" -v seed="$(od -An -N4 -tu4 /dev/urandom)" \
            'BEGIN { srand(seed); printf "%.0f", rand() * whole * 0.9 }')
        sleep "$(awk -v n="$nanoseconds" 'BEGIN { printf "%.3f", n / 1e9 }')"
        kill -9 "$run" 2>/dev/null && kills=$((kills + 1))
        wait "$run" 2>/dev/null || true
    done
    digests "$work/out" >"$work/out.sums"
    if ! cmp -s "$work/whole.sums" "$work/out.sums"; then
        echo "round $round differs:" && diff "$work/whole.sums" "$work/out.sums"
        exit 1
    fi
    echo "round $round, $kills kills so far: the results are those of an undisturbed run"
done
