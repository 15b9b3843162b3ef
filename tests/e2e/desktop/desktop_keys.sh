# Keys under an X server of the test's own: what is selected is heard when the key is pressed, to the bit,
# and nothing after it is pressed once more. Idle, the service wakes for nothing and is small.
. "$(dirname -- "$0")/desktop_common.sh"
for tool in Xvfb xclip; do
  command -v "$tool" >/dev/null || {
    echo "$0: $tool is missing: install xvfb and xclip" >&2
    exit 77
  }
done
[ -x "$OQ_TOOLS/hands" ] || {
  echo "$0: there are no hands: install libxcb-xtest0-dev and configure again" >&2
  exit 77
}

Xvfb -displayfd 3 -screen 0 640x480x24 -nolisten tcp -noreset 3>"$work/display" 2>"$work/x.log" &
server=$!
until_true grep -q '[0-9]' "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY

# select WORDS: some program has them selected
select() {
  printf %s "$1" >"$work/selected"
  [ -z "${owner:-}" ] || kill "$owner" 2>/dev/null || :
  xclip -quiet -selection primary "$work/selected" 2>"$work/xclip.log" &
  owner=$!
  until_true is_selected
}

is_selected() {
  xclip -o -selection primary 2>/dev/null | cmp -s - "$work/selected"
}

# press: Ctrl+Alt+O, by the places of the keys
press() {
  "$OQ_TOOLS/hands" press 37 64 32
}

# press_reads: the key has been taken, and what is selected is read
press_reads() {
  press
  sleep .2
  state reading
}

processes() {
  echo "$service"
  for child in $(pgrep -P "$service"); do
    echo "$child"
    pgrep -P "$child" || :
  done
}

# wakes: how often its threads have been given the processor
wakes() {
  for process in $(processes); do
    cat /proc/"$process"/task/*/status 2>/dev/null
  done | awk '/ctxt_switches/ { n += $2 } END { print n }'
}

size_kb() {
  for process in $(processes); do
    cat /proc/"$process"/smaps_rollup
  done | awk '/^Pss:/ { n += $2 } END { print n }'
}

desktop=$(dirname -- "$(dirname -- "$OQ_RELEASE_PROGRAM")")/libexec/oqyrman/oqyrman-desktop
[ -x "$desktop" ] || desktop=$OQ_BUILD/libexec/oqyrman/oqyrman-desktop
begin "$desktop"
select 'Сәлем, ерекшеленген мәтін!'
record "$work/heard.wav" wav
until_true press_reads # as soon as it has its keys
until_true state idle
hear "$work/heard.wav"
stop_recording
"$OQ_PROGRAM" render --quiet --output "$work/written.wav" "$work/selected"
"$OQ_TOOLS/same_sound" "$work/written.wav" "$work/heard.wav"

select 'Бір екі үш төрт бес алты жеті сегіз тоғыз он. Он бір, он екі, он үш, он төрт.'
press
until_true sounding
press
until_true state idle
until_true silent
select 'Басқа мәтін.'
press
until_true state reading
until_true state idle

# Nothing is selected: that is said.
kill "$owner"
wait "$owner" 2>/dev/null || :
press
until_true has_said 'selected'
until_true silent

case $desktop in
"$OQ_BUILD"/*) echo 'without build/release, what it costs is not measured' ;;
*)
  until_true given_back
  # Threads that are not needed any more end now and then; after them there is nothing.
  for try in 1 2 3 4 5; do
    before=$(wakes)
    sleep 5
    after=$(wakes)
    echo "idle: $((after - before)) wake-ups in 5 seconds, $(size_kb) kB"
    [ "$after" -ne "$before" ] || break
  done
  [ "$after" -eq "$before" ] || fail 'it wakes while it is idle'
  [ "$(size_kb)" -le 30720 ] || fail 'it is larger than 30 MB'
  ;;
esac

# The X server goes: it is told, and what is asked for on the bus is read.
kill "$server"
wait "$server" 2>/dev/null || :
until_true has_said '[Xx]'
"$OQ_PROGRAM" say Сәлем

# … until a new session has a display: then its service takes the place of this one.
first=$service
rm "$work/display"
Xvfb -displayfd 3 -screen 0 640x480x24 -nolisten tcp -noreset 3>"$work/display" 2>"$work/x.log" &
server=$!
until_true grep -q '[0-9]' "$work/display"
DISPLAY=:$(cat "$work/display")
mv "$work/log" "$work/first"
begin "$desktop"
status=0
wait "$first" || status=$?
[ "$status" -eq 0 ] || fail "the first service has status $status"
grep -q 'has taken its place' "$work/first" || fail "$(cat "$work/first")"
! has_said 'runs in this session' || fail "$(cat "$work/log")"
select 'Жаңа сеанс.'
until_true press_reads
until_true state idle
end

# Without a bus there are keys all the same, and it stays.
(
  unset DBUS_SESSION_BUS_ADDRESS
  exec "$desktop" 2>"$work/log"
) &
service=$!
until_true has_said 'there is no session bus'
press_sounds() {
  press
  sleep .2
  sounding
}
until_true press_sounds
! has_said 'it ends' || fail "$(cat "$work/log")"
end
