# memory.sh text|line|render|read [SECONDS]|broadcast: the memory of all processes together stays flat and below
# 64 MB, in the program as users have it (sanitizers need more). read wants a sound device. broadcast is ten
# hours of audio, 5.4 GB, in at most 128 MB.
. "$(dirname -- "$0")/common.sh"

if [ ! -x "$OQ_RELEASE_PROGRAM" ]; then
  echo "skipped: build the preset release first, as tests/run.sh does"
  exit 77
fi

# repeated SIZE: so many bytes of the report, over and over
repeated() {
  cp "$report" "$work/part"
  for _ in 1 2 3 4 5 6 7; do
    cat "$work/part" "$work/part" >"$work/twice"
    mv "$work/twice" "$work/part"
  done
  while cat "$work/part" 2>/dev/null; do :; done | head -c "$1"
}

case $1 in
text)
  repeated 200000000 >"$work/in.txt"
  set -- text "$work/in.txt"
  ;;
line)
  repeated 100000000 | LC_ALL=C tr '\n\r.!?:;' '       ' >"$work/in.txt"
  set -- text "$work/in.txt"
  ;;
render)
  repeated 500000 >"$work/in.txt"
  set -- render --quiet --output - "$work/in.txt"
  ;;
broadcast)
  repeated 900000 | sed '$d' >"$work/in.txt"
  "$OQ_TOOLS/peak_memory" 128 "$OQ_RELEASE_PROGRAM" render --quiet --broadcast --output "$work/a.wav" "$work/in.txt"
  larger "$work/a.wav" 5184000000 || fail "not ten hours"
  exit
  ;;
read)
  repeated 50000000 >"$work/in.txt"
  status=0
  "$OQ_TOOLS/peak_memory" 64 timeout -s INT "${2:-4}" "$OQ_RELEASE_PROGRAM" read "$work/in.txt" || status=$?
  [ "$status" -eq 124 ] || fail "status $status: see above"
  exit
  ;;
esac
{
  status=0
  "$OQ_TOOLS/peak_memory" 64 "$OQ_RELEASE_PROGRAM" "$@" || status=$?
  echo "$status" >"$work/status"
} | wc -c >"$work/size"
[ "$(cat "$work/status")" -eq 0 ] || fail "see above"
[ "$(cat "$work/size")" -gt 1000000 ] || fail "hardly anything came out"
