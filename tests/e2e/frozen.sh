# With a sound server that is frozen, a command ends within three seconds, with one line that says so,
# or at once when it is interrupted.
. "$(dirname -- "$0")/common.sh"

kill -STOP "$OQ_TEST_PULSE_PID"
export LC_ALL=C.UTF-8

# gives_up VERB [WORD]
gives_up() {
  status=0
  timeout 3 "$OQ_PROGRAM" "$@" >/dev/null 2>"$work/said.txt" || status=$?
  [ "$status" -eq 1 ] || fail "$1: the exit status is $status, not 1"
  [ "$(wc -l <"$work/said.txt")" -eq 1 ] || fail "$1: it said: $(cat "$work/said.txt")"
  grep -q 'no longer answers' "$work/said.txt" || fail "$1: it said: $(cat "$work/said.txt")"
}

gives_up voices
gives_up say Сәлем
gives_up read "$report"

# A tenth of a second is what it may take; this also counts how long it takes to be seen.
"$OQ_PROGRAM" say Сәлем &
sleep .5
before=$(date +%s%N)
kill -INT "$!"
status=0
wait "$!" || status=$?
ms=$((($(date +%s%N) - before) / 1000000))
[ "$status" -eq 130 ] || fail "interrupted: the exit status is $status, not 130"
[ "$ms" -lt 300 ] || fail "interrupted: it ended after $ms ms"
