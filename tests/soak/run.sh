#!/bin/sh
# What takes too long for every day, or wants a quiet machine, most of it on the null sink:
#   sh tests/soak/run.sh gaps [SECONDS [LOOPS]]  reads aloud (600 s) beside busy loops (4): no gap
#   sh tests/soak/run.sh pauses                  pauses and resumes 200 times: at the same sample
#   sh tests/soak/run.sh jumps                   jumps, finds, changes how it speaks, 100 times, and
#                                                skips ten seconds, 120 times: within 50 ms
#   sh tests/soak/run.sh words                   a minute of words, each told when it begins
#   sh tests/soak/run.sh killed [N]              kills N starts (200): the next one speaks
#   sh tests/soak/run.sh child-killed [N]        kills N processes (50) that speak: the same file
#   sh tests/soak/run.sh stops [LIMIT_MS [N]]    Ctrl+C everywhere, N times (20): within 100 ms
#   sh tests/soak/run.sh frozen                  beside a frozen sound server: times
#   sh tests/soak/run.sh keys                    keys in a terminal, to silence and to sound; starts: times
#   sh tests/soak/run.sh random-keys [SECONDS [SEED]]  five a second (600 s): never stuck, never silent
#   sh tests/soak/run.sh dispatcher [N [SEED]]   N messages of every kind (1000) through Speech Dispatcher: never stuck
#   sh tests/soak/run.sh kept [N]                kills N readings (200): the place is kept
#   sh tests/soak/run.sh watch [SECONDS [TEXTS [KILLS]]]  watchers killed (3600 500 20): each text rendered once
#   sh tests/soak/run.sh resumed [N]             kills N renders (50) of a text: they become the same file
#   sh tests/soak/run.sh parallel [TEXTS]        GNU parallel over ssh on two hosts (40), a cable pulled out; for root
#   sh tests/soak/run.sh slurm [TEXTS]           an array of Slurm on two nodes (40), one drained; for root
#   sh tests/soak/run.sh on-air                  28 texts, all voices, to half an hour: loudness and form
#   sh tests/soak/run.sh ten-hours               of audio for broadcast: memory of all processes
#   sh tests/soak/run.sh desktop [N]             N selections (5000) read by one service: no larger than after 100
#   sh tests/soak/run.sh desktop-times [N]       key to sound and to silence, N times (50)
#   sh tests/soak/run.sh desktop-presses [N [SEED]]  fast and slow (500): never stuck, silent, twice
#   sh tests/soak/run.sh desktop-programs        nine editors, browsers and terminals: what is selected in them is heard
#   sh tests/soak/run.sh limits                  documents of a gigabyte and more: each limit told; 1 GB in TMPDIR
#   sh tests/soak/run.sh slots                   30 texts, three slots each: to 0.05 s, or how many words to cut or add
#   sh tests/soak/run.sh mutated [N [SEED [FIRST]]]  damages documents, N times (100000): each is read or refused
#   sh tests/soak/run.sh memory [SECONDS]        reads 50 MB aloud (120 s): memory stays flat
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/reader/prepare.sh"

case ${1:-} in
gaps | pauses | jumps | words | killed | child-killed | stops | frozen | memory | keys | \
  random-keys | kept | mutated | watch | resumed | ten-hours | slots) more= ;;
limits) more=python3 ;;
dispatcher) more='speech-dispatcher python3-speechd' ;;
on-air) more='ffmpeg mediainfo sox libsox-fmt-mp3 python3' ;;
desktop | desktop-times | desktop-presses) more='xvfb xclip libxcb-xtest0-dev dbus libglib2.0-bin python3' ;;
desktop-programs) more='xvfb xclip xdotool openbox mousepad featherpad xterm firefox-esr dbus libglib2.0-bin
  python3-gi gir1.2-gtk-4.0 python3-pyqt6 gnome-text-editor chromium libreoffice-writer libreoffice-gtk3' ;;
parallel) more='parallel rsync openssh-server openssh-client iproute2' ;;
slurm) more='slurmctld slurmd slurm-client munge' ;;
*) fail 'usage: run.sh gaps [SECONDS [LOOPS]] | pauses | jumps | words | killed [N] |
  child-killed [N] | stops [LIMIT_MS [N]] | frozen | memory [SECONDS] |
  keys | random-keys [SECONDS [SEED]] | dispatcher [N [SEED]] | kept [N] |
  watch [SECONDS [TEXTS [KILLS]]] | resumed [N] | parallel [TEXTS] | slurm [TEXTS] |
  on-air | ten-hours | desktop [N] | desktop-times [N] | desktop-presses [N [SEED]] |
  desktop-programs | limits | slots | mutated [N [SEED [FIRST]]]' ;;
esac
install $program_packages pulseaudio pulseaudio-utils libasound2-plugins $more
build release
build dev
bin=$root/build/dev/bin
on_null_sink="$bin/ended sh $root/tests/audio/with-null-sink.sh"
export OQ_PROGRAM="$root/build/release/bin/oqyrman" OQ_TOOLS="$bin" OQ_SAMPLES="$root/samples" \
  OQ_WORK="$root/build/dev"
export OQ_RELEASE_PROGRAM="$OQ_PROGRAM"

loops=
trap '[ -z "$loops" ] || kill $loops' EXIT

# keep_busy N: so many loops, until this script ends
keep_busy() {
  while [ "$(echo $loops | wc -w)" -lt "$1" ]; do
    sh -c 'while :; do :; done' &
    loops="$loops $!"
  done
}

# drive CASE
drive() {
  $on_null_sink "$bin/driving" -m slow --verbose -p "/driving/$1"
}

echo "load average: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors"
case $1 in
gaps)
  keep_busy "${3:-4}"
  $on_null_sink "$bin/gaps" "${2:-600}"
  ;;
pauses)
  $on_null_sink "$bin/placing" -m slow --verbose -p /placing/pause-resume
  drive pauses
  ;;
jumps)
  drive jumps
  drive skips
  ;;
words) drive words ;;
keys)
  for case in pauses jumps starts; do
    $on_null_sink "$bin/keys" -m slow --verbose -p "/keys/$case"
  done
  ;;
random-keys) $on_null_sink "$bin/random_keys" "${2:-600}" "${3:-1}" ;;
dispatcher)
  OQ_SD="$root/build/release/libexec/oqyrman/sd_oqyrman" OQ_CONF="$root/reader/share/oqyrman.conf" \
    $on_null_sink sh "$root/tests/audio/with-dispatcher.sh" /usr/bin/python3 -B \
    "$root/tests/e2e/dispatcher/dispatcher.py" "random:${2:-1000}:${3:-1}"
  ;;
watch) sh "$root/tests/soak/watch.sh" "${2:-3600}" "${3:-500}" "${4:-20}" ;;
parallel | slurm) sh "$root/tests/soak/$1.sh" "${2:-40}" ;;
resumed) sh "$root/tests/e2e/radio/resumed.sh" "${2:-50}" ;;
desktop | desktop-times | desktop-presses)
  case $1 in desktop) kind=selections n=5000 ;; desktop-times) kind=times n=50 ;; *) kind=presses n=500 ;; esac
  export OQ_DESKTOP="$root/build/release/libexec/oqyrman/oqyrman-desktop"
  $on_null_sink dbus-run-session -- sh "$root/tests/soak/desktop.sh" "$kind" "${2:-$n}" "${3:-1}"
  ;;
desktop-programs)
  export OQ_BUILD="$root/build/dev"
  for program in mousepad featherpad gtk4 gnome-text-editor qt6 xterm firefox-esr chromium soffice; do
    $on_null_sink dbus-run-session -- sh "$root/tests/e2e/desktop/desktop_programs.sh" "$program"
    echo "$program: what is selected is heard"
  done
  ;;
limits) sh "$root/tests/soak/limits.sh" ;;
slots) sh "$root/tests/e2e/radio/slots.sh" 30 ;;
on-air) sh "$root/tests/e2e/radio/on_air.sh" whole ;;
ten-hours) sh "$root/tests/e2e/memory.sh" broadcast ;;
kept) $on_null_sink "$bin/kept" "${2:-200}" ;;
killed) sh "$root/tests/e2e/home/mute.sh" "${2:-200}" ;;
child-killed) sh "$root/tests/e2e/child_killed.sh" "${2:-50}" ;;
stops) $on_null_sink sh "$root/tests/e2e/home/stops.sh" "${2:-100}" "${3:-20}" ;;
frozen)
  export OQ_STOPWATCH="$OQ_WORK/stopwatch"
  quietly "$root/build/stopwatch.log" cc -std=c17 -D_GNU_SOURCE -O2 -o "$OQ_STOPWATCH" \
    "$root/tests/bench/stopwatch.c"
  $on_null_sink sh "$root/tests/soak/frozen.sh"
  ;;
mutated)
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT
  mkdir "$work/bin" "$work/home" "$work/found"
  cp "$bin/mutated" "$work/bin/" # beside it, as beside oqyrman, stands what opens documents
  ln -s "$root/build/release/libexec" "$work/libexec"
  export HOME="$work/home" TMPDIR="$work" OQ_KEEP="${OQ_KEEP:-$work/found}"
  "$bin/ended" "$work/bin/mutated" "$root/tests/documents" "${2:-100000}" "${3:-1}" "${4:-0}"
  ;;
memory) $on_null_sink sh "$root/tests/e2e/memory.sh" read "${2:-120}" ;;
esac
