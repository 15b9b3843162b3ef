# lib.sh - sourced by commands: . "$lib"

# skip WHY
skip() {
  printf '%s\n' "$*" >&2
  exit 77
}

# until_true COMMAND...: polls for at most 30 seconds
until_true() {
  tries=1500
  until "$@"; do
    tries=$((tries - 1))
    if [ "$tries" -le 0 ]; then
      printf 'waited in vain for: %s\n' "$*" >&2
      exit 1
    fi
    sleep .02
  done
}

# try COMMAND...: runs it and prints its exit status
try() {
  result=0
  "$@" || result=$?
  printf 'exit %s\n' "$result"
}

# larger N_BYTES: the work folder holds a file that is larger, hidden ones included
larger() {
  [ -n "$(find . -type f -size "+${1}c")" ]
}

# files: what lies in the work folder, hidden files included
files() {
  find . ! -name . | LC_ALL=C sort
}
