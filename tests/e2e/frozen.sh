# With a sound server that is frozen, a command ends within three seconds, with one line that says so.
. "$(dirname -- "$0")/common.sh"

kill -STOP "$OQ_TEST_PULSE_PID"
status=0
LC_ALL=C.UTF-8 timeout 3 "$OQ_PROGRAM" voices >/dev/null 2>"$work/said.txt" || status=$?
[ "$status" -eq 1 ] || fail "the exit status is $status, not 1"
[ "$(wc -l <"$work/said.txt")" -eq 1 ] || fail "it said: $(cat "$work/said.txt")"
grep -q 'no longer answers' "$work/said.txt" || fail "it said: $(cat "$work/said.txt")"
