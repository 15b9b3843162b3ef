# resumed.sh [KILLS] - a render is killed so often (8), each time a little further on, and resumed: the audio
# and what stands beside it are those of an unbroken run, and nothing is left. Then a batch in the same way.
. "$(dirname -- "$0")/../common.sh"

kills=${1:-8}
cd "$work"
awk 'BEGIN { for (i = 1; i <= 200; i++) printf "Бұл %d-сөйлем, ал %d-сан.%s", i, i * 37, i % 7 ? " " : "\n\n" }' \
  >long.txt
mkdir whole air
"$OQ_PROGRAM" render --quiet --beside srt,json long.txt -o whole/a.flac

# kept: bytes of the journals
kept() {
  find air -name '.*' -type f -exec cat {} + | wc -c
}

# more_than N: has been kept since
more_than() {
  [ "$(kept)" -gt "$1" ] || ! kill -0 "$program" 2>/dev/null
}

# finished: the files of a batch that are noted as such, each with what tells whether it was made again
finished() {
  grep -ls '^whole ' air/.*.oqyrman-resume | while read -r journal; do
    wav=${journal#air/.}
    stat -c '%n %i %Y' "air/${wav%.oqyrman-resume}"
  done
}

# one_is_finished: of a batch
one_is_finished() {
  [ -n "$(finished)" ]
}

# break_off WHEN ARGUMENT...: killed when that is so
break_off() {
  when=$1
  shift
  "$OQ_PROGRAM" render --quiet --resume "$@" &
  program=$!
  until_true $when
  kill -KILL "$program" 2>/dev/null || :
  wait "$program" 2>/dev/null || :
}

step=$((18000000 / (kills + 1))) # of what the whole text comes to
n=0
while [ "$n" -lt "$kills" ]; do
  break_off "more_than $((n * step))" --beside srt,json long.txt -o air/a.flac
  n=$((n + 1))
done
[ "$(kept)" -gt 0 ] || fail 'it was never broken off'
"$OQ_PROGRAM" render --quiet --resume --beside srt,json long.txt -o air/a.flac
diff -r whole air >&2 || fail 'another file has come out'

# Of several texts those that are done stay as they are.
split -l 20 --additional-suffix=.txt long.txt part
rm -r whole air
mkdir whole air
"$OQ_PROGRAM" render --quiet part*.txt -o whole/
break_off one_is_finished part*.txt -o air/
finished >stamps
[ -s stamps ] || fail 'nothing was done before it was broken off'
"$OQ_PROGRAM" render --quiet --resume part*.txt -o air/
find air -name '*.wav' -exec stat -c '%n %i %Y' {} + >stamps-now
[ -z "$(sort stamps stamps-now stamps-now | uniq -u)" ] || fail 'what was done was done again'
diff -r whole air >&2 || fail 'the batch has become something else'
