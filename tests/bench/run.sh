#!/bin/sh
# How fast the program is, as medians of runs made in turn: sh tests/bench/run.sh. Not a test: the
# figures depend on what else the machine does; each line names its target.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/reader/prepare.sh"

install $program_packages espeak-ng
build release
program=$root/build/release/bin/oqyrman
report=$root/samples/almaty-report.txt

work=$root/build/bench
mkdir -p "$work"
trap 'rm -rf -- "$work"' EXIT
quietly "$root/build/bench.log" cc -std=c17 -D_GNU_SOURCE -O2 -o "$work/stopwatch" \
  "$root/tests/bench/stopwatch.c"

# repeated SIZE: so many bytes of the report, over and over, cut after a whole line
repeated() {
  while cat "$report" 2>/dev/null; do :; done | head -c "$1" | sed '$d'
}

# show FORMAT MEDIAN_A MEDIAN_B EXPRESSION...: the medians are a and b in the awk expressions
show() {
  format=$1
  values="a = $2; b = $3"
  shift 3
  arguments=$(printf ', %s' "$@")
  LC_ALL=C awk "BEGIN { $values; printf \"$format\\n\"$arguments }"
}

tell 'measuring; this takes a minute'
repeated 50000000 >"$work/50mb.txt"
repeated 10000000 >"$work/10mb.txt"
repeated 1000 >"$work/1kb.txt"
"$program" text "$report" >"$work/spoken.txt"
size=$(wc -c <"$work/50mb.txt")

show 'render: %.2f x espeak-ng on the spoken text (target: at most 1.15; %d ms and %d ms, 11 runs each)' \
  $("$work/stopwatch" whole 11 "$program" render --quiet --output "$work/a.wav" "$report" -- \
    espeak-ng -v kk -f "$work/spoken.txt" -w "$work/b.wav") a/b a b
show 'text: %.1f MB/s on one core (target: at least 20; without start-up %.1f; 5 runs over 50 MB)' \
  $("$work/stopwatch" whole 5 taskset -c 0 "$program" text "$work/50mb.txt" -- \
    taskset -c 0 "$program" text "$work/1kb.txt") "$size/a/1000" "$size/(a-b)/1000"
show 'start to first sample: %.1f ms more for 10 MB than for 1 kB (target: at most 30; %.1f ms and %.1f ms, 21 runs each)' \
  $("$work/stopwatch" first 21 "$program" render --output - "$work/10mb.txt" -- \
    "$program" render --output - "$work/1kb.txt") a-b a b
