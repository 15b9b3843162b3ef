#!/bin/sh
# The README's first command: installs what is missing, builds, and runs the program.
#   sh reader/run.sh [any arguments of the program; file names as seen from where you are]
# Where nothing can be heard, a file that was to be read aloud becomes an audio file beside it.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/reader/prepare.sh"

install $program_packages
build release
export OQYRMAN_UNHEARD=file
exec "$root/build/release/bin/oqyrman" "$@"
