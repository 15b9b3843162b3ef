# SIGINT while the report is being read: the sound stops at once and the status is 130.
. "$(dirname -- "$0")/../common.sh"

heard=$work/heard.raw
parecord --device=@DEFAULT_MONITOR@ --raw --rate=22050 --channels=1 --format=s16le \
  --latency-msec=10 >"$heard" &
recorder=$!
until_true larger "$heard" 0
"$OQ_PROGRAM" read "$report" &
reader=$!
until_true sounds "$heard" 0
kill -INT "$reader"
before=$(($(size_of "$heard") / 2 * 2))
status=0
wait "$reader" || status=$?
hear "$heard"
stop_recording
[ "$status" -eq 130 ] || fail "the exit status is $status, not 130"
sounds "$heard" $((before + second / 5)) && fail "it could be heard for more than 200 ms"
exit 0
