# playerctl, on a bus of the test's own, drives what is read and is told of it.
[ -n "${OQ_ON_BUS:-}" ] || {
  for tool in dbus-run-session playerctl gdbus; do
    command -v "$tool" >/dev/null || {
      echo "media_keys.sh: $tool is missing: install dbus, playerctl and libglib2.0-bin" >&2
      exit 77
    }
  done
  OQ_ON_BUS=1 exec dbus-run-session -- sh "$0"
}
. "$(dirname -- "$0")/../common.sh"

"$OQ_TOOLS/drive_mpris" >"$work/asked" &
driver=$!
trap 'kill "$driver" "${follower:-$driver}" 2>/dev/null || :; rm -rf -- "$work"' EXIT
player=oqyrman.instance$driver

# is WANTED COMMAND...: that is what it prints
is() {
  wanted=$1
  shift
  [ "$("$@" 2>/dev/null)" = "$wanted" ]
}

# shows WANTED ARGUMENT...: playerctl comes to show it
shows() {
  wanted_here=$1
  shift
  until_true is "$wanted_here" playerctl -p "$player" "$@"
}

# asks FOR ARGUMENT...: playerctl has the reading asked for it
asks() {
  wanted_here=$1
  shift
  playerctl -p "$player" "$@" || fail "playerctl $*: status $?"
  until_true is "$wanted_here" tail -n 1 "$work/asked"
}

shows "$player" -l
shows Paused status
playerctl -p "$player" --follow metadata --format '{{status}} {{xesam:asText}}' >"$work/followed" &
follower=$!
until_true grep -q 'Paused Бірінші сөйлем.' "$work/followed"

asks play play
shows Playing status
until_true grep -q 'Playing Бірінші' "$work/followed"
asks next next
until_true grep -q 'Playing Екінші' "$work/followed"
asks previous previous
asks play-pause play-pause
asks pause pause
asks 'position 30' position 30
shows 30.000000 position
asks 'seek 10' position 10+
shows 40.000000 position
asks 'seek -5' position 5-
shows 35.000000 position
asks 'seek -35' position 5000-
asks 'volume 50%' volume 0.5
shows 0.500000 volume
shows 'Қара сөздер' metadata xesam:title
shows 'file:///tmp/a%20b.txt' metadata xesam:url
shows 1000000000 metadata mpris:length
shows "'/oqyrman/text/1'" metadata mpris:trackid
playerctl -p "$player" open file:///etc/passwd 2>"$work/refused" || :
[ -s "$work/refused" ] || fail "a file of others is opened"

# set PROPERTY VALUE
set_property() {
  gdbus call --session -d "org.mpris.MediaPlayer2.$player" -o /org/mpris/MediaPlayer2 \
    -m org.freedesktop.DBus.Properties.Set org.mpris.MediaPlayer2.Player "$1" "<$2>" >/dev/null
}

set_property Rate 2.0
until_true is 'rate 200%' tail -n 1 "$work/asked"
set_property Rate 1000.0
until_true is 'rate 400%' tail -n 1 "$work/asked"
! set_property Rate "'fast'" 2>/dev/null || fail "a rate that is no number was taken"
! set_property Volume nan 2>/dev/null || fail "a volume that is no number was taken"
asks stop stop
shows Stopped status
gdbus call --session -d "org.mpris.MediaPlayer2.$player" -o /org/mpris/MediaPlayer2 \
  -m org.mpris.MediaPlayer2.Quit >/dev/null
wait "$driver" || fail "the reading ended with status $?"
grep -qx quit "$work/asked" || fail "it was not asked to quit"
