#!/bin/sh
# run.sh FOLDER NAME: the fuzzer NAME, built in FOLDER, from its seeds, for PALPERA_FUZZ_SECONDS (10). An input that
# breaks something is kept in FOLDER/NAME, and named at the end of what is printed.
set -eu
words=$(cd "$(dirname "$0")" && pwd)/words.dict
place=$1/$2
rm -rf "$place/seeds" "$place/found"
mkdir -p "$place/found"
"$1/seeds" "$2" "$place/seeds"
# No case may cost two seconds; the sanitizers make everything three to five times slower.
# A small quarantine keeps the sanitizer's own memory out of the limit.
export ASAN_OPTIONS=quarantine_size_mb=8:detect_leaks=1
export TEST_TMPDIR="$place/"
exec "$1/$2_fuzz" -max_total_time="${PALPERA_FUZZ_SECONDS:-10}" -max_len=65536 -timeout=8 -rss_limit_mb=512 -seed=1 \
    -dict="$words" -artifact_prefix="$place/" -print_final_stats=1 "$place/found" "$place/seeds"
