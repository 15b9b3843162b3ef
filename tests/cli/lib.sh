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

# holds PID N_BYTES: the process has a file of the work folder open that is larger, be it without a name
holds() {
  for opened in $(find "/proc/$1/fd" -lname "$(pwd -P)/*" 2>/dev/null); do
    [ "$(stat -L -c %s "$opened" 2>/dev/null || echo 0)" -le "$2" ] || return 0
  done
  return 1
}

# files: what lies in the work folder, hidden files included
files() {
  find . ! -name . | LC_ALL=C sort
}
