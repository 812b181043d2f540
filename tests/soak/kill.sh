#!/bin/sh
# Kills runs at random moments and goes on, until a hundred kills have hit, and compares each end with an undisturbed run.
#
#     tests/soak/kill.sh PROGRAM PIPELINE INPUT… [OPTION…]      KILLS=100 by default
#
# A round is: start the run, kill -9 it after a random part of the time that a whole one takes, and do so until the
# run has come to its end. Its results must be those of the undisturbed run, byte for byte. A kill counts only if it is
# what ended the run: one that comes when the run is done already does not.
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

KILLED=137 # what a shell says of a program that kill -9 ended
kills=0 round=0 resumed=0
while [ "$kills" -lt "${KILLS:-100}" ]; do
    round=$((round + 1))
    rm -rf "$work/out"
    while [ ! -e "$work/out/manifest.json" ]; do
        "$program" run "$pipeline" "$@" -o "$work/out" 2>"$work/log" &
        run=$!
        nanoseconds=$(awk -v whole="$whole" -v seed="$(od -An -N4 -tu4 /dev/urandom)" \
            'BEGIN { srand(seed); printf "%.0f", rand() * whole * 0.9 }')
        sleep "$(awk -v n="$nanoseconds" 'BEGIN { printf "%.3f", n / 1e9 }')"
        kill -9 "$run" 2>/dev/null || true
        status=0
        wait "$run" 2>/dev/null || status=$?
        if [ "$status" -eq "$KILLED" ]; then kills=$((kills + 1)); fi
        if grep -q 'going on with an unfinished run' "$work/log"; then resumed=$((resumed + 1)); fi
    done
    digests "$work/out" >"$work/out.sums"
    if ! cmp -s "$work/whole.sums" "$work/out.sums"; then
        echo "round $round differs:" && diff "$work/whole.sums" "$work/out.sums"
        exit 1
    fi
    echo "round $round: $kills kills hit, $resumed runs went on inside; the results are those of an undisturbed run"
done
