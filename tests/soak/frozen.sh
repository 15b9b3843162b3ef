# frozen.sh - with a sound server that is frozen, as run.sh runs it: how long what makes no sound takes,
# beside its time without that (target: the same), and how long the others wait for sound (target: 3 s).
set -eu

report=$OQ_SAMPLES/almaty-report.txt

# measure: the times of render and of text --ipa, in ms
measure() {
  "$OQ_STOPWATCH" whole 11 "$OQ_PROGRAM" render --quiet --output "$OQ_WORK/frozen.wav" "$report" -- \
    "$OQ_PROGRAM" text --ipa "$report"
}

usual=$(measure)
kill -STOP "$OQ_TEST_PULSE_PID"
echo "$usual $(measure)" | LC_ALL=C awk '{
  printf "render: %.2f x its usual %d ms; text --ipa: %.2f x its usual %d ms\n", $3/$1, $1, $4/$2, $2 }'
rm "$OQ_WORK/frozen.wav"
for verb in 'say Сәлем' voices; do
  begun=$(date +%s%N)
  status=0
  LC_ALL=C.UTF-8 "$OQ_PROGRAM" $verb >/dev/null || status=$?
  echo "$verb: status $status after $((($(date +%s%N) - begun) / 1000000)) ms"
done
