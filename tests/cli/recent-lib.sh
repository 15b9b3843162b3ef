# recent-lib.sh - sourced by tests of what was read: . "$(dirname -- "$lib")/recent-lib.sh"
export XDG_STATE_HOME="$PWD/state"
kept=$XDG_STATE_HOME/oqyrman
mkdir -p "$kept"
now=$(date +%s)

# key N: what the names of the Nth text's files begin with
key() {
  printf '%032x' "$1"
}

# was_read N SECONDS FILE [LINE...]: the Nth text was read so long ago; FILE is below the work folder
was_read() {
  n=$1
  {
    printf '[oqyrman]\nversion=1\n[place]\nplace=1\nread=%s\n' "$((now - $2))"
    [ -z "$3" ] || printf 'files=file://%s/%s;\n' "$(pwd -P)" "$3"
    shift 3
    [ "$#" -eq 0 ] || printf '%s\n' "$@"
  } >"$kept/$(key "$n").place"
}

# recent ARGUMENT...: with the work folder's name left out
recent() {
  status=0
  "$oqyrman" recent "$@" >told 2>errors || status=$?
  cat told errors | sed "s|$(pwd -P)|.|"
  rm told errors
  return "$status"
}
