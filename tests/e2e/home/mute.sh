# mute.sh [N] - however a start was killed, the next one speaks: N times (25), at random moments.
# Then the same where libjack's locks were left held: whoever opens a client of JACK's hangs there.
# /dev/shm, where it keeps them, is a file system of the test's own: else it would make the user mute.
[ -n "${OQ_KILLED:-}" ] || {
  n=${1:-25}
  own=-m
  [ "$(id -u)" -eq 0 ] || own=-rm
  inside='mount -t tmpfs none /dev/shm || exit 77; exec "$@"'
  unshare $own sh -c "$inside" sh true 2>/dev/null || {
    echo "mute.sh: a file system of its own is not allowed here" >&2
    exit 77
  }
  here=$(dirname -- "$0")
  OQ_KILLED=$n exec unshare $own sh -c "$inside" sh sh "$here/../../audio/with-null-sink.sh" sh "$0"
}
. "$(dirname -- "$0")/../common.sh"

# kill_soon COMMAND...: within 130 ms
kill_soon() {
  "$@" >/dev/null 2>&1 &
  sleep "0.$(awk -v seed="$!" 'BEGIN { srand(seed); printf "%03d", int(130 * rand()) }')"
  kill -KILL "$!" 2>/dev/null || :
  wait "$!" 2>/dev/null || :
}

# speaks: says something, and it is heard
speaks() {
  record "$work/heard.raw" raw
  before=$(size_of "$work/heard.raw")
  timeout 10 "$OQ_PROGRAM" say Сәлем || fail "$1: the next one has status $?"
  hear "$work/heard.raw"
  stop_recording
  sounds "$work/heard.raw" "$before" || fail "$1: the next one is not heard"
  rm "$work/heard.raw"
}

i=0
while [ "$i" -lt "$OQ_KILLED" ]; do
  kill_soon "$OQ_PROGRAM" say Сәлем
  i=$((i + 1))
done
speaks "$i were killed"

# jack_hangs: 0 when a client of JACK does not come to an end, 77 without libjack
jack_hangs() {
  status=0
  timeout 3 "$OQ_TOOLS/open_jack" 2>/dev/null || status=$?
  [ "$status" -eq 124 ]
}

i=0
until jack_hangs; do
  [ "$status" -ne 77 ] || exit 0
  [ "$i" -lt 40 ] || {
    echo "mute.sh: libjack held no lock, so that was not tried" >&2
    exit 0
  }
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    timeout -s KILL "$(printf 0.0%02d "$i")" "$OQ_TOOLS/open_jack" 2>/dev/null || :
  done
  i=$((i + 1))
done
speaks "JACK hangs"
