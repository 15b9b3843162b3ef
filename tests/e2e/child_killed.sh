# child_killed.sh [N] - kill -9 of any of the processes that speak for render, N times (5), at random
# moments: the file is the same.
. "$(dirname -- "$0")/common.sh"

n_rounds=${1:-5}
head -n 60 "$report" >"$work/text.txt"

# now: milliseconds
now() {
  echo $(($(date +%s%N) / 1000000))
}

# below N: a random number
below() {
  echo $(($(od -An -N4 -tu4 /dev/urandom) % $1))
}

# descendants PID: those of the program, the youngest last
descendants() {
  for child in $(cat "/proc/$1/task"/*/children 2>/dev/null); do
    echo "$child"
    descendants "$child"
  done
}

# kill_one PID: any of its descendants, once there are two: nothing replaces the keeper before it has
# made the nursery
kill_one() {
  set -- $(descendants "$1")
  [ $# -gt 1 ] || return 1
  shift "$(below $#)"
  killed=$(cat "/proc/$1/comm" 2>/dev/null) && kill -KILL "$1" 2>/dev/null
}

begun=$(now)
"$OQ_PROGRAM" render --quiet --output "$work/whole.wav" "$work/text.txt"
longest=$(($(now) - begun))
n_killed=0
while [ "$n_killed" -lt "$n_rounds" ]; do
  rm -f "$work/heard.wav"
  "$OQ_PROGRAM" render --quiet --jobs 2 --output "$work/heard.wav" "$work/text.txt" \
    2>"$work/said.txt" &
  program=$!
  sleep "$(awk "BEGIN { print $(below "$longest") / 1000 }")"
  killed=nobody
  if kill_one "$program"; then
    n_killed=$((n_killed + 1))
    echo "$killed" >>"$work/killed.txt"
  fi
  status=0
  wait "$program" || status=$?
  [ "$status" -eq 0 ] || fail "$killed was killed: status $status, $(cat "$work/said.txt")"
  cmp -s "$work/heard.wav" "$work/whole.wav" || fail "$killed was killed: another file"
  [ ! -s "$work/said.txt" ] || fail "$killed was killed: $(cat "$work/said.txt")"
done
sort "$work/killed.txt" | uniq -c
