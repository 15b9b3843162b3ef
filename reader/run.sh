#!/bin/sh
# The README's first command: installs what is missing, builds, and runs the program.
#   sh reader/run.sh [any arguments of the program; file names as seen from where you are]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/reader/prepare.sh"

install $program_packages
build release
program=$root/build/release/bin/oqyrman

exec "$program" "$@"
