# kill -9 of render at random moments: what is left is whole, whatever the name was before.
. "$(dirname -- "$0")/common.sh"

mkdir "$work/out"
head -n 12 "$report" >"$work/text.txt"

# now: milliseconds
now() {
  echo $(($(date +%s%N) / 1000000))
}

# below N: a random number
below() {
  echo $(($(od -An -N4 -tu4 /dev/urandom) % $1))
}

begun=$(now)
for format in wav flac ogg; do
  "$OQ_PROGRAM" render --quiet "$work/text.txt" -o "$work/whole.$format"
done
longest=$((($(now) - begun) / 3 + 20))

# audio: the name of what is to be rendered this time; half of the times it is taken already
audio() {
  set -- wav flac ogg
  shift "$(below 3)"
  audio=$work/out/звук.$1
  whole=$work/whole.$1
  [ "$(below 2)" -eq 0 ] || cp "$work/whole.wav" "$audio"
}

n_killed=0
for round in $(seq 30); do
  audio
  "$OQ_PROGRAM" render --quiet "$work/text.txt" -o "$audio" &
  program=$!
  sleep "$(awk "BEGIN { print $(below "$longest") / 1000 }")"
  kill -KILL "$program" 2>/dev/null || :
  status=0
  wait "$program" 2>/dev/null || status=$?
  case $status in
  0) ;;
  137) n_killed=$((n_killed + 1)) ;;
  *) fail "status $status" ;;
  esac
  for left in $(find "$work/out" -type f); do
    cmp -s "$left" "$whole" || cmp -s "$left" "$work/whole.wav" ||
      fail "round $round: $left is left, of $(size_of "$left") bytes"
  done
  find "$work/out" -type f -delete
done
[ "$n_killed" -gt 0 ] || fail "it was never killed"
echo "killed $n_killed times of 30"
