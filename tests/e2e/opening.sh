# opening.sh - the program that opens documents ends as it should not: one clear line, status 3, what came before
# is read, and no process or file is left. A parser that goes wrong stands in its place.
. "$(dirname -- "$0")/common.sh"

export LANGUAGE=en LC_ALL=C.UTF-8 TMPDIR="$work/tmp"
mkdir -p "$work/bin" "$work/libexec/oqyrman" "$TMPDIR"
cp "$OQ_PROGRAM" "$work/bin/oqyrman"
ln -s "$(dirname -- "$(dirname -- "$OQ_PROGRAM")")/share" "$work/share"
cp "$OQ_TOOLS/bad_opener" "$work/libexec/oqyrman/oqyrman-open"
cd "$work"

# runs NUMBER: it is there, and not only waited for
runs() {
  grep -q '^State:[[:space:]]*[^ZX]' "/proc/$1/status" 2>/dev/null
}

ended() {
  ! runs "$1"
}

# start EXTENSION: until the first block has come; $program, $parser
start() {
  printf '%%PDF-1.4\n' >"a.$1"
  : >out
  bin/oqyrman text "a.$1" >out 2>err &
  program=$!
  until_true grep -q Басы out
  parser=$(pgrep -P "$program")
}

# ended_with STATUS LINE: what it has said, in one line that the pattern matches
ended_with() {
  [ "$status" -eq "$1" ] || fail "$2: status $status"
  [ "$(head -n 1 out)" = Басы. ] || fail "$2: what came before is not read: $(cat out)"
  [ "$(wc -l <err)" -eq 1 ] || fail "$2: $(cat err)"
  grep -q -x "oqyrman: $2" err || fail "$2: $(cat err)"
  [ -z "$(ls -A "$TMPDIR")" ] || fail "$2: left: $(ls -A "$TMPDIR")"
}

# goes_wrong EXTENSION LINE
goes_wrong() {
  printf '%%PDF-1.4\n' >"a.$1"
  status=0
  bin/oqyrman text "a.$1" >out 2>err || status=$?
  ! grep -q 'oqyrman-open: 77' err || return 0 # sanitizers take all memory that they want
  ended_with 3 "a.$1: $2"
}

stopped='the program that opens it has stopped: it was read up to there'
goes_wrong crash "$stopped (oqyrman-open: [^)]*)"
goes_wrong memory "$stopped (oqyrman-open: [^)]*)"
goes_wrong hang 'it is too large or too deep, and was not read to its end (processor time)'
goes_wrong garbage 'it is damaged: what could be read was read'
goes_wrong nothing 'it is damaged: what could be read was read'

# Killed in the middle, and kept from its work.
for how in wait hanging; do
  start "$how"
  kill -KILL "$parser"
  status=0
  wait "$program" || status=$?
  ended_with 3 "a.$how: $stopped (oqyrman-open: Killed)"
done

# oqyrman is killed: the parser ends, whether it writes or hangs.
for how in hanging more; do
  start "$how"
  kill -KILL "$program"
  until_true ended "$parser"
  [ -z "$(ls -A "$TMPDIR")" ] || fail "left: $(ls -A "$TMPDIR")"
done

# Where the text is kept there is no room.
mkdir disk
if mount -t tmpfs -o size=1m tmpfs disk 2>/dev/null; then
  printf '%%PDF-1.4\n' >a.more
  status=0
  TMPDIR=$work/disk bin/oqyrman text a.more >out 2>err || status=$?
  umount disk
  ended_with 3 "the text of the document cannot be kept in $work/disk: No space left on device"
  [ "$(wc -l <out)" -gt 100 ] || fail 'what had room is not read'
fi

# With few descriptors it works, or says what is wrong; GLib itself wants some.
printf '# Бір\n\nЕкі.\n' >a.md
for n in 8 11 12 16 32; do
  status=0
  (
    exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- # those of whoever runs this
    ulimit -n "$n"
    export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0" # it opens files, too
    exec "$OQ_PROGRAM" text a.md
  ) >out 2>err || status=$?
  case $status in
  0) [ "$(cat out)" = "$(printf 'Бір\nЕкі.')" ] || fail "$n descriptors: $(cat out)" ;;
  [1-9] | 1[0-9]) [ "$(wc -l <err)" -eq 1 ] || fail "$n descriptors: status $status, $(cat err)" ;;
  *) fail "$n descriptors: status $status, $(cat err)" ;;
  esac
done
[ "$status" -eq 0 ] || fail "32 descriptors are not enough"

# An old kernel: it works, and says so to those who ask.
"$OQ_TOOLS/without_landlock" "$OQ_PROGRAM" text --verbose a.md >out 2>err || fail "without Landlock: $(cat err)"
[ "$(cat out)" = "$(printf 'Бір\nЕкі.')" ] || fail "without Landlock: $(cat out)"
grep -q -x 'oqyrman: this kernel has no Landlock: .*' err || fail "it does not say so: $(cat err)"
"$OQ_TOOLS/without_landlock" "$OQ_PROGRAM" text a.md >out 2>err
[ ! -s err ] || fail "without --verbose: $(cat err)"
if "$OQ_TOOLS/without_landlock"; then
  "$OQ_PROGRAM" text --verbose a.md >out 2>err
  ! grep -q Landlock err || fail "with Landlock: $(cat err)"
fi
