# The service of a session on a bus of the test's own: what it is asked to say is heard, and nothing else;
# texts take each other's place or wait; there is one of it; it goes on without a bus, without its child
# and with another sound server.
. "$(dirname -- "$0")/desktop_common.sh"
desktop=$OQ_BUILD/libexec/oqyrman/oqyrman-desktop
long='Бір екі үш төрт бес алты жеті сегіз тоғыз он. Он бір, он екі, он үш, он төрт. Он бес, он алты.'

# say STATUS ARGUMENT...: oqyrman say ends with that status
say() {
  wanted=$1
  shift
  status=0
  "$OQ_PROGRAM" say "$@" 2>"$work/said" || status=$?
  [ "$status" -eq "$wanted" ] || fail "say $*: status $status, $(cat "$work/said")"
}

# say_later WORDS: … beside the test; is_said STATUS: it has ended with that
say_later() {
  "$OQ_PROGRAM" say "$@" 2>"$work/later" &
  later=$!
}

is_said() {
  status=0
  wait "$later" || status=$?
  [ "$status" -eq "$1" ] || fail "it was said with status $status, not $1: $(cat "$work/later")"
}

begin "$desktop"
# What is said is what is rendered, to the bit, and by the service.
record "$work/heard.wav" wav
say 0 'Сәлем, әлем!'
hear "$work/heard.wav"
stop_recording
printf 'Сәлем, әлем!' >"$work/text.txt"
"$OQ_PROGRAM" render --quiet --output "$work/written.wav" "$work/text.txt"
"$OQ_TOOLS/same_sound" "$work/written.wav" "$work/heard.wav"
say 3 '...'
say 0 --spell әж

# What it is told of the language holds, and nothing else is one.
"$OQ_PROGRAM" render --quiet --languages kk,en --output "$work/written.wav" - <<END
Что это?
END
record "$work/told.wav" wav
ask Say 'Что это?' '{"language": <"kk">}' >"$work/id"
until_true sounding
until_true state idle
stop_recording
"$OQ_TOOLS/same_sound" "$work/written.wav" "$work/told.wav"
! ask Say Сәлем '{"language": <"de">}' 2>"$work/refused" || fail 'it takes any language'
grep -q 'Error.Language: .*“de”.*give kk, ru or en, or auto' "$work/refused" || fail "$(cat "$work/refused")"

# A word that is taught while it runs is said so in the next text.
"$OQ_PROGRAM" render --quiet --output "$work/written.wav" - <<END
алмұрт
END
"$OQ_PROGRAM" teach Бенц алмұрт 2>"$work/none"
record "$work/taught.wav" wav
say 0 Бенц
stop_recording
"$OQ_TOOLS/same_sound" "$work/written.wav" "$work/taught.wav"

# Another text takes its place, or waits where that is asked for.
say_later "$long"
until_true state reading
say 0 Басқа
is_said 130
grep -q 'another reader has the turn now' "$work/later" || fail "$(cat "$work/later")"
say_later Бір екі үш
until_true state reading
say 0 --wait Төрт
is_said 0
ask Say "$long" '{}' >"$work/id"
ask Say Соңында '{"queue": <true>}' >"$work/id"
until_true sounding
ask Stop >"$work/none"
state idle || fail "after a stop: $(property State)"
until_true silent

# A pause, a stop, and what was read once more.
ask Say "$long" '{}' >"$work/id"
until_true sounding
ask Pause >"$work/none"
state paused || fail "in a pause: $(property State)"
until_true silent
say 0 --voice ainur Сәлем # the turn is free, and another voice is the program's own
ask Resume >"$work/none"
until_true sounding
ask Stop >"$work/none"
ask Repeat >"$work/none"
until_true sounding
say_later --wait Соңында
"$OQ_PROGRAM" selection pause
until_true state paused
kill -INT "$later"
is_said 130
ask Stop >"$work/none"

# Who is interrupted says no more.
say_later "$long"
until_true sounding
kill -INT "$later"
is_said 130
until_true silent
until_true state idle

# Another reader interrupts it, and is interrupted by it.
say_later "$long"
until_true sounding
say 0 --interrupt --voice ainur Сәлем
is_said 130
"$OQ_PROGRAM" read --quiet "$report" 2>"$work/reader" &
reader=$!
until_true sounding
say 0 Сәлем
status=0
wait "$reader" || status=$?
[ "$status" -eq 130 ] || fail "a reader that was interrupted has status $status"

# There is one of it.
status=0
"$desktop" 2>"$work/second" || status=$?
[ "$status" -eq 0 ] || fail "a second one has status $status"
grep -q 'it runs in this session already' "$work/second" || fail "$(cat "$work/second")"

# The process that speaks is killed in the middle: it goes on.
say_later Бір екі үш төрт бес алты жеті сегіз тоғыз он
until_true sounding
keeper=$(pgrep -P "$service" | head -n 1)
nursery=$(pgrep -P "$keeper" | head -n 1)
kill -KILL $(pgrep -P "$nursery") "$nursery" 2>/dev/null || :
is_said 0
say 0 Сәлем

# Another sound server: it goes on or says so, and the next text is heard.
say_later "$long"
until_true sounding
kill -KILL "$OQ_TEST_PULSE_PID"
sh "$OQ_TEST_PULSE" &
until_true pactl set-default-sink ci
wait "$later" || has_said 'sound device' || fail "it says nothing: $(cat "$work/log")"
record "$work/after.raw" raw
say 0 Сәлем
stop_recording
sounds "$work/after.raw" 0 || fail 'nothing is heard after the sound server has come back'
! grep -v 'sound device\|gives keys\|not a word' "$work/log" || fail 'it says more than that'
end
