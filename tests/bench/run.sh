#!/bin/sh
# How fast the program is, as medians of runs made in turn: sh tests/bench/run.sh [PART...]. Not a
# test: the figures depend on what else the machine does, which is told first; each line names its
# target. The parts, all unless some are named: render broadcast text start sound long memory
# listening places.
# OTHER=PROGRAM sh tests/bench/run.sh start sound: beside another program, as the one before a change.
#   sh tests/bench/run.sh documents  how fast documents of 1 MB and 50 MB of text are opened, beside
#                                    calibre, pandoc and pdftotext, which it installs
#   sh tests/bench/run.sh speed      whether --speed is kept by our voices and by eSpeak NG's own
#   sh tests/bench/run.sh calibrate  measures voices/espeak/speeds.tsv afresh
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/reader/prepare.sh"

install $program_packages espeak-ng pulseaudio pulseaudio-utils libasound2-plugins

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

case ${1:-} in
speed | calibrate)
  build dev speed
  speed=$root/build/dev/bin/speed
  tell 'measuring; this takes some minutes'
  if [ "$1" = speed ]; then check; else calibrate; fi
  exit
  ;;
esac
build dev middle
build dev peak_memory
build dev listening
build dev shelf
middle=$root/build/dev/bin/middle
build release
program=$root/build/release/bin/oqyrman
other=${OTHER:-}
report=$root/samples/almaty-report.txt

work=$root/build/bench
mkdir -p "$work"
trap 'rm -rf -- "$work"' EXIT
quietly "$root/build/bench.log" cc -std=c17 -D_GNU_SOURCE -O2 -o "$work/stopwatch" \
  "$root/tests/bench/stopwatch.c"
stopwatch=$work/stopwatch
on_null_sink="sh $root/tests/audio/with-null-sink.sh"

# repeated SIZE: so many bytes of the report, over and over, cut after a whole line
repeated() {
  while cat "$report" 2>/dev/null; do :; done | head -c "$1" | sed '$d'
}

# show FORMAT MEDIANS EXPRESSION...: the medians are a, b, c … in the awk expressions
show() {
  format=$1
  values=$(printf '%s\n' $2 | awk '{ printf "%s = %s; ", substr("abcdefgh", NR, 1), $0 }')
  shift 2
  arguments=$(printf ', %s' "$@")
  LC_ALL=C awk "BEGIN { $values; printf \"$format\\n\"$arguments }"
}

# Beside eSpeak NG, which speaks what our text says.
measure_render() {
  "$program" text "$report" >"$work/spoken.txt"
  "$program" text "$work/500kb.txt" >"$work/spoken-500kb.txt"
  for text in "$report 11 $work/spoken.txt report" "$work/500kb.txt 5 $work/spoken-500kb.txt 500_kB"; do
    set -- $text
    show "render of the $4: --jobs 1 %.3f, --jobs 2 %.3f x espeak-ng on the spoken text (targets: at most 1.05, 0.60; %d, %d and %d ms, $2 runs each)" \
      "$("$stopwatch" whole "$2" "$program" render --jobs 1 --quiet --output "$work/a.wav" "$1" -- \
        "$program" render --jobs 2 --quiet --output "$work/a.wav" "$1" -- \
        espeak-ng -v kk -f "$3" -w "$work/b.wav")" a/c b/c a b c
  done
}

# Half an hour of speech, as it is and as it goes on air. Two cores that share what a core is made of do less
# than twice the work of one: what eSpeak NG itself gets of the second one is the most that there is.
measure_broadcast() {
  repeated 43500 >"$work/half.txt"
  "$program" text "$work/half.txt" >"$work/spoken-half.txt"
  alone="espeak-ng -v kk -f $work/spoken-half.txt -w"
  show 'half an hour, --jobs 2: plain %.2f, broadcast with all beside it %.2f (without: %.2f) times as fast as espeak-ng on the spoken text (targets: at least 1.7, 1.2; %d, %d, %d and %d ms, 9 runs each); two espeak-ng at once do %.2f times the work of one' \
    "$("$stopwatch" whole 9 "$program" render --jobs 2 --quiet --output "$work/a.wav" "$work/half.txt" -- \
      "$program" render --broadcast --jobs 2 --beside srt,vtt,json,png,loudness,script --quiet \
      --output "$work/b.wav" "$work/half.txt" -- \
      "$program" render --broadcast --jobs 2 --quiet --output "$work/c.wav" "$work/half.txt" -- \
      $alone "$work/d.wav" -- \
      sh -c "$alone $work/e.wav & $alone $work/f.wav; wait")" d/a d/b d/c a b c d 2*d/e
}

measure_text() {
  size=$(wc -c <"$work/50mb.txt")
  show 'text: %.1f MB/s on one core (target: at least 20; without start-up %.1f; 5 runs over 50 MB)' \
    "$("$stopwatch" whole 5 taskset -c 0 "$program" text "$work/50mb.txt" -- \
      taskset -c 0 "$program" text "$work/1kb.txt")" "$size/a/1000" "$size/(a-b)/1000"
}

# beside WHAT KIND RUNS ARGUMENT...: our program, and the other one, if there is one
beside() {
  what=$1 kind=$2 runs=$3
  shift 3
  if [ -n "$other" ]; then
    show "$what: %.1f ms, %+.1f ms beside the other program's %.1f ($runs runs each)" \
      "$($runner "$stopwatch" "$kind" "$runs" "$program" "$@" -- "$other" "$@")" a a-b b
  else
    show "$what: %.1f ms ($runs runs)" "$($runner "$stopwatch" "$kind" "$runs" "$program" "$@")" a
  fi
}

measure_start() {
  runner=
  beside 'text, first byte' byte 41 text "$report"
  beside 'render, first sample' sample 41 render --output - "$report"
}

# The sink sounds in blocks of 10 ms.
measure_sound() {
  runner=$on_null_sink
  beside 'say, first sound (target: within 3 ms)' sound 41 say 'Сәлем, әлем!'
  beside 'read, first sound (target: within 3 ms)' sound 41 read --quiet "$report"
}

measure_long() {
  show 'start to first sample: %+.1f ms for 10 MB, %+.1f ms for 50 MB beside 1 kB (target: at most 30; %.1f, %.1f and %.1f ms, 21 runs each)' \
    "$("$stopwatch" sample 21 "$program" render --output - "$work/10mb.txt" -- \
      "$program" render --output - "$work/50mb.txt" -- \
      "$program" render --output - "$work/1kb.txt")" a-c b-c a b c
  show 'start to first sound: %+.1f ms for 50 MB beside 1 kB (target: at most 30; %.1f and %.1f ms, 21 runs each)' \
    "$($on_null_sink "$stopwatch" sound 21 "$program" read "$work/50mb.txt" -- \
      "$program" read "$work/1kb.txt")" a-b a b
  show 'start from the middle: %+.1f ms for 10 MB, %+.1f ms for 50 MB beside 1 kB (target: at most 30; %.1f, %.1f and %.1f ms, 21 runs each)' \
    "$("$stopwatch" whole 21 "$middle" "$work/10mb.txt" -- "$middle" "$work/50mb.txt" -- \
      "$middle" "$work/1kb.txt")" a-c b-c a b c
}

# What is more than 64 MB, or grows, ends this.
measure_memory() {
  peak_memory=$root/build/dev/bin/peak_memory
  for jobs in 1 2; do
    printf 'memory of all processes, render --jobs %s of 500 kB: ' "$jobs"
    "$peak_memory" 64 "$program" render --jobs "$jobs" --quiet --output "$work/a.wav" \
      "$work/500kb.txt" 2>&1
  done
  printf 'memory of all processes, read of 50 MB for half a minute: '
  $on_null_sink "$peak_memory" 64 timeout --preserve-status -s INT 30 "$program" read \
    "$work/50mb.txt" 2>&1 || [ "$?" -eq 130 ]
}

# All processes of ours, without the sound server's.
measure_listening() {
  echo 'listening at 130 words a minute (targets: below 3 % of a core, and 0 in a pause):'
  $on_null_sink "$root/build/dev/bin/listening" "$report" 60
}

measure_places() {
  "$root/build/dev/bin/shelf" "$work/state/oqyrman" 1000
  XDG_STATE_HOME=$work/state
  export XDG_STATE_HOME
  show 'recent, 1000 books: %.1f ms (target: at most 50; 21 runs)' \
    "$("$stopwatch" whole 21 "$program" recent)" a
}

# whole EXTENSION OTHER COMMAND...: the whole text of the book of 1 MB beside what another program makes of it
whole() {
  extension=$1 name=$2
  shift 2
  show "  whole, beside $name: %.2f (target but beside pdftotext: at most 1; %d and %d ms, 5 runs each)" \
    "$("$stopwatch" whole 5 "$program" text "$work/book.$extension" -- "$@")" a/b a b
}

# first_sentence WHAT TARGET_MS FILE
first_sentence() {
  show "$1: first sentence %.0f ms (target: at most $2; 21 runs)" \
    "$("$stopwatch" byte 21 "$program" text "$3")" a
}

# The same as users have it, with the program that opens documents.
build_optimized_middle() {
  optimized=$root/build/optimized
  quietly "$root/build/bench.log" env -C "$root" cmake --preset release -B "$optimized" -D BUILD_TESTING=ON
  quietly "$root/build/bench.log" cmake --build "$optimized" --target middle oqyrman-open
  middle=$optimized/bin/middle
}

# Of what real writers make; what is too large for them is made by ourselves.
measure_documents() {
  install pandoc calibre poppler-utils python3
  command -v soffice >/dev/null || install libreoffice-writer-nogui
  build dev peak_memory
  build_optimized_middle
  book="python3 $root/tests/bench/book.py"
  $book md 1000000 "$report" "$work/book.md"
  for extension in epub fb2 docx odt html; do
    pandoc -s -o "$work/book.$extension" "$work/book.md"
  done
  quietly "$root/build/bench.log" soffice --headless "-env:UserInstallation=file://$work/office" \
    --convert-to pdf --outdir "$work" "$work/book.docx"
  for extension in epub fb2 docx odt html pdf; do
    first_sentence "$extension of 1 MB" 150 "$work/book.$extension"
    whole "$extension" calibre ebook-convert "$work/book.$extension" "$work/out.txt"
    case $extension in
    pdf) whole pdf pdftotext pdftotext "$work/book.pdf" "$work/out.txt" ;;
    *) whole "$extension" pandoc pandoc -t plain -o "$work/out.txt" "$work/book.$extension" ;;
    esac
  done
  for extension in epub fb2; do
    $book "$extension" 50000000 "$report" "$work/large.$extension"
    first_sentence "$extension of 50 MB" 300 "$work/large.$extension"
    show '  going on in its middle: %.0f ms (target: at most 300; 11 runs)' \
      "$("$stopwatch" whole 11 "$middle" "$work/large.$extension" 24000000)" a
    printf '  memory of all processes: '
    "$root/build/dev/bin/peak_memory" 96 "$program" text "$work/large.$extension" 2>&1 >/dev/null
  done
  $book reversed 8000000 "$report" "$work/reversed.epub"
  first_sentence 'epub of 8 MB in short chapters, the last one first' 300 "$work/reversed.epub"
  show '  whole: %.0f ms (5 runs)' "$("$stopwatch" whole 5 "$program" text "$work/reversed.epub")" a
}

case $* in
documents)
  tell 'measuring; this takes some minutes'
  echo "load average: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors"
  measure_documents
  exit
  ;;
esac
tell 'measuring; this takes some minutes'
repeated 50000000 >"$work/50mb.txt"
repeated 10000000 >"$work/10mb.txt"
repeated 500000 >"$work/500kb.txt"
repeated 1000 >"$work/1kb.txt"
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors"
for part in ${*:-render broadcast text start sound long memory listening places}; do
  case $part in
  render | broadcast | text | start | sound | long | memory | listening | places) "measure_$part" ;;
  *) fail 'usage: run.sh [render|broadcast|text|start|sound|long|memory|listening|places]... | documents | speed | calibrate' ;;
  esac
done
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
