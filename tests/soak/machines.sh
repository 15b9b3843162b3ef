# machines.sh - sourced by what renders texts on several machines, for root: the folder $work, with the
# program in the PATH. clean_up is what whoever sources this has defined; it is run at the end.
# OQ_PROGRAM is the program, OQ_WORK a folder to work in, OQ_SAMPLES has the text.
set -eu

work=$(mktemp -d "$OQ_WORK/machines.XXXXXX")
trap 'clean_up; rm -rf -- "$work"' EXIT
trap 'exit 1' HUP INT TERM

fail() {
  printf 'failed: %s\n' "$*" >&2
  exit 1
}

# until_true COMMAND...: polls for at most 120 seconds
until_true() {
  tries=1200
  until "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || fail "waited in vain for: $*"
    sleep .1
  done
}

# write_texts N NAME FOLDER: so many here, the first one "NAME 1.txt", and what becomes of each in the folder
write_texts() {
  i=0
  while [ "$i" -lt "$1" ]; do
    i=$((i + 1))
    { echo "Бұл $i-мәтін." && cat "$OQ_SAMPLES/almaty-report.txt"; } >"$2 $i.txt"
  done
  oqyrman render --quiet --format flac ./*.txt -o "$3"
}

[ "$(id -u)" -eq 0 ] || fail 'only root can make machines out of one'
chmod 755 "$work"
mkdir "$work/bin"
ln -s "$OQ_PROGRAM" "$work/bin/oqyrman"
export PATH="$work/bin:$PATH" XDG_CONFIG_HOME="$work/config"
