#!/bin/sh
# What takes too long for every day, on the null sink:
#   sh tests/soak/run.sh gaps [SECONDS [LOOPS]]  reads aloud (600 s) beside busy loops (4): no gap
#   sh tests/soak/run.sh pauses                  pauses and resumes 200 times: at the same sample
#   sh tests/soak/run.sh killed [N]              kills N starts (200): the next one speaks
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/reader/prepare.sh"

case ${1:-} in
gaps | pauses | killed) ;;
*) fail 'usage: run.sh gaps [SECONDS [LOOPS]] | pauses | killed [N]' ;;
esac
install $program_packages pulseaudio pulseaudio-utils libasound2-plugins
build dev
bin=$root/build/dev/bin
on_null_sink="sh $root/tests/audio/with-null-sink.sh"

loops=
trap '[ -z "$loops" ] || kill $loops' EXIT

# keep_busy N: so many loops, until this script ends
keep_busy() {
  while [ "$(echo $loops | wc -w)" -lt "$1" ]; do
    sh -c 'while :; do :; done' &
    loops="$loops $!"
  done
}

case $1 in
gaps)
  keep_busy "${3:-4}"
  $on_null_sink "$bin/gaps" "${2:-600}"
  ;;
pauses) $on_null_sink "$bin/placing" -m slow -p /placing/pause-resume ;;
killed)
  OQ_PROGRAM=$bin/oqyrman OQ_TOOLS=$bin OQ_SAMPLES=$root/samples OQ_WORK=$root/build/dev \
    sh "$root/tests/e2e/mute.sh" "${2:-200}"
  ;;
esac
