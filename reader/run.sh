#!/bin/sh
# The README's first command: installs what is missing, builds, and runs the program.
#   sh reader/run.sh [any arguments of the program; file names as seen from where you are]
# Where nothing can be heard, a file that was to be read aloud becomes an audio file beside it.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/reader/prepare.sh"

# find_text ARGUMENT...: sets $text to the file that is to be read aloud, or to nothing when it is not
# about that, or when the device was chosen
find_text() {
  text=
  for argument; do
    case $argument in
    render | text | say | voices | -d* | --device*) return ;;
    read | -*) ;;
    *) [ ! -f "$argument" ] || text=${text:-$argument} ;;
    esac
  done
}

# write_instead ARGUMENT...: what was to be read from $text as a file
write_instead() {
  audio=${text%.*}.wav
  [ -w "$(dirname -- "$audio")" ] || audio=$(basename -- "$audio")
  tell "it could not be heard, so it is written to $audio"
  verb=read
  for argument; do
    shift
    if [ "$argument" = "$verb" ]; then verb=; else set -- "$@" "$argument"; fi
  done
  "$program" render --output "$audio" "$@" || exit
  tell "done: $audio can be played on any other machine"
}

install $program_packages
build release
program=$root/build/release/bin/oqyrman

find_text "$@"
[ -n "$text" ] || exec "$program" "$@"
trap : INT # the program stops; its status is passed on
status=0
"$program" "$@" || status=$?
case $status in
0) tell "done: $text was read to its end" ;;
1) write_instead "$@" ;;
*) exit "$status" ;;
esac
