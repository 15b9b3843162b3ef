# With a sound server that is frozen, a command ends within three seconds, with one line that says so;
# one that makes no sound does not notice. How soon it can be interrupted: stops.sh.
. "$(dirname -- "$0")/../common.sh"

export LC_ALL=C.UTF-8
head -n 4 "$report" >"$work/first.txt"

# now: milliseconds
now() {
  echo $(($(date +%s%N) / 1000000))
}

# work_silently: sets $took_ms
work_silently() {
  begun=$(now)
  "$OQ_PROGRAM" render --quiet --output "$work/written.wav" "$work/first.txt"
  "$OQ_PROGRAM" text --ipa "$work/first.txt" >"$work/ipa.txt"
  took_ms=$(($(now) - begun))
}

work_silently
usual_ms=$took_ms
kill -STOP "$OQ_TEST_PULSE_PID"
work_silently
[ "$took_ms" -lt $((usual_ms + 2000)) ] ||
  fail "render and text --ipa took $took_ms ms, not $usual_ms"

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
