# Two readers never speak at once: the later one is told, waits, or stops the first, whatever became of it.
. "$(dirname -- "$0")/../common.sh"

n_streams() {
  LC_ALL=C pactl list short sink-inputs | wc -l
}

speaks() {
  [ "$(n_streams)" -eq 1 ]
}

silent() {
  [ "$(n_streams)" -eq 0 ]
}

begin() {
  "$OQ_PROGRAM" read --quiet "$report" 2>"$work/first" &
  reader=$!
  until_true speaks
}

# ends_with STATUS: the reader that began
ends_with() {
  status=0
  wait "$reader" || status=$?
  [ "$status" -eq "$1" ] || fail "the reader has status $status, not $1: $(cat "$work/first")"
}

# say STATUS ARGUMENT...
say() {
  wanted=$1
  shift
  status=0
  LANGUAGE=en "$OQ_PROGRAM" say "$@" 2>"$work/said" || status=$?
  [ "$status" -eq "$wanted" ] || fail "say $*: status $status, $(cat "$work/said")"
}

begin
say 1 Сәлем
grep -q '“almaty-report.txt” is being read already' "$work/said" || fail "$(cat "$work/said")"
speaks || fail "$(n_streams) speak"
say 0 --interrupt Сәлем
ends_with 130
until_true silent

begin
"$OQ_PROGRAM" say --wait Сәлем 2>"$work/said" &
waits=$!
until_true grep -q . "$work/said"
speaks || fail "$(n_streams) speak"
kill -KILL "$reader"
wait "$waits" || fail "after a reader that was killed: status $?"
ends_with 137
until_true silent

begin
kill -STOP "$reader"
say 1 --interrupt Сәлем
grep -q "does not answer; end its process $reader first" "$work/said" || fail "$(cat "$work/said")"
say 1 Сәлем
kill -KILL "$reader"
ends_with 137
say 0 Сәлем
