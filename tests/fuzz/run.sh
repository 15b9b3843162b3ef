#!/bin/sh
# Fuzzes for as long as one likes: what is learned stays in build/fuzz/corpus and is gone on from;
# an input that ends the fuzzer is left in build/fuzz/found.
#   sh tests/fuzz/run.sh TARGET [SECONDS [options of libFuzzer]]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/reader/prepare.sh"

target=${1:?name a target: config, dictionary, dispatcher, document, encoding, keys, normalize, open, places, screen, selection, table or wire}
seconds=${2:-3600}
shift "$(($# < 2 ? $# : 2))"

install $program_packages clang libclang-rt-dev
build fuzz fuzzers

folder=$root/build/fuzz
seeds=$folder/seeds-of-$target
rm -rf -- "$seeds"
mkdir -p "$folder/corpus/$target" "$folder/found"
"$folder/bin/make_seeds" "$root/tests/cases" "$root/voices/kk" "$seeds"
exec "$folder/bin/fuzz_$target" -max_total_time="$seconds" -timeout=60 -print_final_stats=1 \
  -dict="$seeds/words.dict" -artifact_prefix="$folder/found/$target-" "$@" \
  "$folder/corpus/$target" "$seeds/$target"
