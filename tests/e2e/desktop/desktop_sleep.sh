# The machine sleeps and wakes up, and its clock jumps: what is read pauses, or goes on, one line at most is
# said, and what is asked for next is heard. Logind is one of the test's own, on a system bus of its own.
. "$(dirname -- "$0")/desktop_common.sh"
. "$(dirname -- "$0")/desktop_display.sh" # the service without sanitizers: faketime is loaded before it
need dbus-daemon dbus-daemon
/usr/bin/python3 -c 'import dbusmock' 2>/dev/null || {
  echo "$0: python3-dbusmock is missing" >&2
  exit 77
}
clock=$(find /usr/lib -name libfaketime.so.1 2>/dev/null | head -n 1)
long='Бір екі үш төрт бес алты жеті сегіз тоғыз он. Он бір, он екі, он үш, он төрт. Он бес, он алты.'

cat >"$work/bus.conf" <<END
<busconfig><type>system</type><listen>unix:path=$work/system</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
END
dbus-daemon --nofork --nopidfile --config-file="$work/bus.conf" 2>"$work/bus.log" &
until_true test -S "$work/system"
export DBUS_SYSTEM_BUS_ADDRESS="unix:path=$work/system"
/usr/bin/python3 -m dbusmock --system --template logind >"$work/calls" 2>&1 &
gdbus wait --system --timeout 20 org.freedesktop.login1

# sleeps true | false: logind says so
sleeps() {
  gdbus call --system -d org.freedesktop.login1 -o /org/freedesktop/login1 \
    -m org.freedesktop.DBus.Mock.EmitSignal org.freedesktop.login1.Manager PrepareForSleep b "[<$1>]" \
    >"$work/none"
}

read_long() {
  ask Say "$long" '{}' >"$work/id"
  until_true sounding
}

# next_is_heard N: the next text is, and the service has said at most N lines in all
next_is_heard() {
  record "$work/next.wav" wav
  "$OQ_PROGRAM" say Сәлем
  hear "$work/next.wav"
  stop_recording
  printf Сәлем >"$work/next.txt"
  "$OQ_PROGRAM" render --quiet --output "$work/next-written.wav" "$work/next.txt"
  "$OQ_TOOLS/same_sound" "$work/next-written.wav" "$work/next.wav"
  grep -v 'gives keys' "$work/log" >"$work/lines" || :
  [ "$(wc -l <"$work/lines")" -le "$1" ] || fail "more than $1 lines: $(cat "$work/lines")"
}

# processes PARENT: it and all below it
processes() {
  echo "$1"
  for child in $(pgrep -P "$1"); do
    processes "$child"
  done
}

begin "$desktop"

# It sleeps while it is silent: nothing is said of that.
sleeps true
sleeps false
next_is_heard 0

# It sleeps in the middle of a word, all its processes and the sound server with it.
read_long
until_true grep -q 'Inhibit.*sleep' "$work/calls"
sleeps true
until_true state paused
until_true silent
frozen="$(processes "$service") $OQ_TEST_PULSE_PID"
kill -STOP $frozen
sleep 2 # is how long it sleeps
kill -CONT $frozen
sleeps false
until_true has_said 'has slept'
ask Resume >"$work/none"
until_true sounding
until_true state idle
next_is_heard 1

# The same where nobody has told it before: it goes on by itself.
read_long
frozen="$(processes "$service") $OQ_TEST_PULSE_PID"
kill -STOP $frozen
sleep 2
kill -CONT $frozen
until_true state idle
next_is_heard 2
end

# The clock jumps, a day on and an hour back, while a text is read: it is heard to its end, to the bit.
case $desktop in "$OQ_BUILD"/*) clock= ;; esac # sanitizers want to be loaded first
[ -n "$clock" ] || {
  echo 'without build/release and faketime, the clock does not jump' >&2
  exit 0
}
echo +0 >"$work/time"
export FAKETIME_TIMESTAMP_FILE="$work/time" FAKETIME_NO_CACHE=1 DONT_FAKE_MONOTONIC=1
(
  LD_PRELOAD=$clock exec "$desktop" 2>"$work/log"
) &
service=$!
until_true is_up
record "$work/heard.wav" wav
read_long
echo +86400 >"$work/time"
grep -q faketime "/proc/$service/maps" || fail 'its clock is the real one'
sleep .5
echo -3600 >"$work/time"
until_true state idle
hear "$work/heard.wav"
stop_recording
printf %s "$long" >"$work/long.txt"
"$OQ_PROGRAM" render --quiet --output "$work/written.wav" "$work/long.txt"
"$OQ_TOOLS/same_sound" "$work/written.wav" "$work/heard.wav"
next_is_heard 0
end
