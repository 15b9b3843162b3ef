#!/bin/sh
# Runs tests of the command line: sh run.sh PROGRAM CASE...
#
# A case is a folder. Its "command" is a shell script, run in an empty folder: $oqyrman is the
# program, $case the case's own folder; "input", if there, is its standard input. "expected" is what
# it must print, then its lines on standard error, each behind "! ", then "status N".
# OQ_UPDATE=1 writes "expected" anew; read the difference. Status: 77 when a case cannot run here.
set -eu

oqyrman=$(CDPATH='' cd -- "$(dirname -- "$1")" && pwd -P)/$(basename -- "$1")
shift
own=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/oqyrman-cli.XXXXXX")
trap 'rm -rf -- "$scratch"' EXIT

# No sound device anywhere, and the messages in English, whatever the locale is.
printf 'pcm.!default { type hw card 9 hint { show on description none } }\n' >"$scratch/asound.conf"
export oqyrman ALSA_CONFIG_PATH="$scratch/asound.conf" JACK_NO_START_SERVER=1 \
  JACK_DEFAULT_SERVER=oqyrman-none LANGUAGE=en HOME="$scratch" XDG_RUNTIME_DIR="$scratch" \
  lib="$own/lib.sh"
unset XDG_CONFIG_HOME

# perform CASE: the result goes to $scratch/result
perform() {
  export case="$1"
  input=/dev/null
  if [ -e "$1/input" ]; then input=$1/input; fi
  mkdir "$scratch/work"
  status=0
  (cd "$scratch/work" && exec sh "$1/command") \
    <"$input" >"$scratch/result" 2>"$scratch/errors" || status=$?
  sed 's/^/! /' "$scratch/errors" >>"$scratch/result"
  printf 'status %s\n' "$status" >>"$scratch/result"
  chmod -R u+rwX "$scratch/work"
  rm -rf -- "$scratch/work"
}

verdict=0
for folder; do
  folder=$(CDPATH='' cd -- "$folder" && pwd -P)
  perform "$folder"
  if [ "$status" -eq 77 ]; then
    printf 'SKIPPED %s: %s\n' "$(basename -- "$folder")" "$(cat "$scratch/errors")"
    [ "$verdict" -ne 0 ] || verdict=77
  elif [ -n "${OQ_UPDATE:-}" ]; then
    cp -- "$scratch/result" "$folder/expected"
  elif ! diff -u "$folder/expected" "$scratch/result"; then
    printf 'FAILED %s\n' "$(basename -- "$folder")"
    verdict=1
  fi
done
exit "$verdict"
