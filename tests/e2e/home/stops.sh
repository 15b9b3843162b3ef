# stops.sh [LIMIT_MS [ROUNDS]] - the first Ctrl+C is obeyed at once, whatever the program is doing or
# waiting for: within so many milliseconds (1000, as sanitizers and a busy machine take their time),
# which count how long it takes to be seen from outside, too.
. "$(dirname -- "$0")/../common.sh"

limit_ms=${1:-1000}
n_rounds=${2:-1}
mkfifo "$work/text"
exec 4<>"$work/text"
cat "$report" "$report" "$report" "$report" >"$work/long.txt"

# now: microseconds
now() {
  echo $(($(date +%s%N) / 1000))
}

# pipe_is_full
pipe_is_full() {
  ! dd if=/dev/zero of="$work/pipe" bs=1 count=1 oflag=nonblock 2>/dev/null
}

# some_time: up to a third of a second
some_time() {
  sleep "0.$(($(od -An -N1 -tu1 /dev/urandom) + 100))"
}

# listens: the program no longer ignores SIGINT, with which the shell starts what runs beside it
listens() {
  ignored=$(sed -n 's/^SigIgn:[[:space:]]*//p' "/proc/$program/status")
  [ $((0x$ignored & 2)) -eq 0 ]
}

# interrupt WHAT: the program $program
interrupt() {
  until_true listens
  before=$(now)
  kill -INT "$program"
  status=0
  wait "$program" || status=$?
  ms=$((($(now) - before) / 1000))
  echo "$ms $1" >>"$work/times"
  [ "$status" -eq 130 ] || fail "$1: the exit status is $status, not 130"
  [ "$ms" -le "$limit_ms" ] || fail "$1: it ended after $ms ms"
}

stop_text() {
  mkfifo "$work/pipe"
  exec 3<>"$work/pipe"
  "$OQ_PROGRAM" text "$work/long.txt" >"$work/pipe" &
  program=$!
  until_true pipe_is_full
  interrupt "text, its pipe being full"
  exec 3>&-
  rm "$work/pipe"
}

stop_render() {
  "$OQ_PROGRAM" render --quiet --output "$work/heard.wav" "$work/long.txt" &
  program=$!
  some_time
  interrupt render
}

# hear_more: until something new sounds
hear_more() {
  before=$(size_of "$work/heard.raw")
  until_true sounds "$work/heard.raw" "$before"
}

stop_read() {
  "$OQ_PROGRAM" read --quiet "$work/long.txt" &
  program=$!
  hear_more
  some_time
  interrupt "read, playing"
}

stop_waiting() {
  "$OQ_PROGRAM" read --quiet - <"$work/text" &
  program=$!
  some_time
  interrupt "read, before it got a word"
  "$OQ_PROGRAM" read --quiet - <"$work/text" &
  program=$!
  printf 'Сәлем. Тағы бір' >"$work/text"
  hear_more
  some_time
  interrupt "read, waiting for more"
}

# stop_frozen VERB [WORD]: the sound server being frozen
stop_frozen() {
  "$OQ_PROGRAM" "$@" >/dev/null &
  program=$!
  some_time
  interrupt "$1, the sound server being frozen"
}

record "$work/heard.raw" raw
i=0
while [ "$i" -lt "$n_rounds" ]; do
  stop_text
  stop_render
  stop_read
  stop_waiting
  i=$((i + 1))
done
stop_recording
i=0
while [ "$i" -lt "$n_rounds" ]; do
  kill -STOP "$OQ_TEST_PULSE_PID"
  stop_frozen say Сәлем
  stop_frozen voices
  stop_frozen read --quiet "$report"
  kill -CONT "$OQ_TEST_PULSE_PID" # or soon nobody else can connect to it
  until_true pactl info >"$work/info.txt"
  i=$((i + 1))
done
LC_ALL=C sort -t ' ' -k 2 -k 1n "$work/times" | awk '
  { what = $0; sub(/^[0-9]+ /, "", what) }
  what != last { if (NR > 1) print most " ms at most: " last; most = 0; last = what }
  $1 > most { most = $1 }
  END { print most " ms at most: " last }'
