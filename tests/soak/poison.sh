#!/bin/sh
# A record of a gigabyte, and disks that are full: what is too large or too slow for `cargo test`.
#
#     tests/soak/poison.sh PROGRAM
#
# Needs 4 GB in $TMPDIR. The full disks are small file systems in memory, which only root may mount; without that they are left out.
set -eu
program=$(realpath "$1")
work=$(mktemp -d)
disk=$work/disk
trap 'umount "$disk" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
: >none.toml

fail() { echo "FAILED: $1" && cat log && exit 1; }

peak() { # MB of memory that the command took at most
    if [ -x /usr/bin/time ]; then
        /usr/bin/time -o peak -f '%M' "$@" 2>log && awk '{ printf "%.0f MB at the peak", $1 / 1000 }' peak
    else
        "$@" 2>log
    fi
}

good='{"text":"Good."}'
long() { printf '{"text":"' && head -c 1000000000 /dev/zero | tr '\0' x && printf '"}\n'; }
{ echo "$good" && long && echo "$good"; } >long.jsonl
zstd -q -1 long.jsonl -o long.jsonl.zst
gzip -1 -c long.jsonl >long.jsonl.gz
head -c 1000000000 long.jsonl >long.txt
echo Good. >good.txt
for input in long.jsonl long.jsonl.zst long.jsonl.gz long.txt; do
    rm -rf out
    told=$(peak "$program" run none.toml "$input" good.txt -o out --format jsonl) || fail "$input"
    [ "$input" = long.txt ] || [ "$(wc -l <out/long.jsonl)" -eq 2 ] || fail "$input: good records are lost"
    [ -s out/good.jsonl ] || fail "$input: the file after it is lost"
    grep -q 'it has 1000000[0-9]* bytes' out/rejected.jsonl || fail "$input: the record is not accounted for"
    echo "$input: a record of a gigabyte is rejected, the others are written; $told"
done
printf '[run]\nmax_document_bytes = "2GiB"\n' >large.toml
rm -rf out
told=$(peak "$program" run large.toml long.jsonl -o out) || fail 'a record of a gigabyte that is allowed'
"$program" restore out/long.jsonl | cmp - long.jsonl || fail 'a record of a gigabyte is not restored'
echo "long.jsonl, with max_document_bytes = \"2GiB\": it is written; $told"
rm -rf out long.*

seq 60000 | awk '{ printf "{\"id\":%d,\"text\":\"Story %d, %s\"}\n", $1, $1, ($1 % 100 ? "of very many that are much the same." : "") }
    $1 % 1000 == 0 { print "not JSON" }' >in.jsonl
mkdir disk
mount -t tmpfs -o size=64k copydesk-poison disk 2>log || { echo 'no full disk: a file system cannot be mounted here' && exit 0; }
for format in jsonl jsonl.zst parquet; do
    rm -rf whole disk/out
    "$program" run none.toml in.jsonl -o whole --format "$format" 2>log || fail "$format"
    for size in 64k 128k 256k 512k 1m 2m 4m; do
        mount -o "remount,size=$size" disk
        status=0
        "$program" run none.toml in.jsonl -o disk/out --format "$format" 2>log || status=$?
        [ "$status" -ne 0 ] || break
        [ ! -e "disk/out/in.$format" ] || [ ! -e disk/out/manifest.json ] || fail "$format, $size: it looks done"
    done
    full=$size
    [ "$full" != 64k ] || fail "$format: the disk was never full"
    mount -o remount,size=64m disk
    [ "$status" -eq 0 ] || "$program" run none.toml in.jsonl -o disk/out --format "$format" 2>log || fail "$format: it does not go on"
    cmp "whole/in.$format" "disk/out/in.$format" && cmp whole/rejected.jsonl disk/out/rejected.jsonl || fail "$format"
    echo "$format: runs on a full disk fail, and the same command ends with the bytes of an undisturbed run"
done
