#!/bin/sh
# How fast the program is, as medians of runs made in turn: sh tests/bench/run.sh. Not a test: the
# figures depend on what else the machine does; each line names its target.
#   sh tests/bench/run.sh speed      whether --speed is kept by our voices and by eSpeak NG's own
#   sh tests/bench/run.sh calibrate  measures voices/espeak/speeds.tsv afresh
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/reader/prepare.sh"

install $program_packages espeak-ng

# What a newsreader reads: the report, and prose of that kind.
calibrate() {
  table=$root/build/speeds.tsv
  "$speed" calibrate "$root"/samples/*.txt "$root"/tests/cases/sentences/encyclopedia.txt \
    "$root"/tests/cases/sentences/law.txt "$root"/tests/cases/sentences/news.txt >"$table" &&
    mv -- "$table" "$root/voices/espeak/speeds.tsv"
}

# Between 116 speeds, 2 % apart, no jump can hide; nearer ones may come to the same whole rate of
# eSpeak NG. Pauses may be shorter and longer as well.
check() {
  "$speed" check dauren 100 116 "$root"/samples/*.txt
  "$speed" check stock 100 116 "$root"/samples/*.txt
  "$speed" check dauren 50 12 "$root"/samples/*.txt
  "$speed" check dauren 150 12 "$root"/samples/*.txt
}

if [ $# -gt 0 ]; then
  build dev speed
  speed=$root/build/dev/bin/speed
  tell 'measuring; this takes some minutes'
  case $1 in
  speed) check ;;
  calibrate) calibrate ;;
  *) fail 'usage: run.sh [speed|calibrate]' ;;
  esac
  exit
fi
build dev middle
middle=$root/build/dev/bin/middle
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
show 'start from the middle: %.1f ms more for 50 MB than for 1 kB (target: at most 30; %.1f ms and %.1f ms, 21 runs each)' \
  $("$work/stopwatch" whole 21 "$middle" "$work/50mb.txt" -- "$middle" "$work/1kb.txt") a-b a b
