# watch.sh SECONDS [TEXTS [KILLS]] - so many texts (500) are put into a folder in that time, half of them
# slowly, while two watchers of it and what they start are killed so many times (20): each text is rendered
# once and whole, none is lost, nothing is left. OQ_PROGRAM is the program, OQ_WORK a folder to work in.
set -eu

seconds=$1 n_texts=${2:-500} n_kills=${3:-20}
work=$(mktemp -d "$OQ_WORK/watch.XXXXXX")
in=$work/in
mkdir "$in" "$work/texts" "$work/again" "$work/ways"
export XDG_CONFIG_HOME="$work/config"
watchers=
putters=
trap 'kill -KILL $watchers $putters 2>/dev/null || :; rm -rf -- "$work"' EXIT

fail() {
  printf 'failed: %s\n' "$*" >&2
  exit 1
}

# below N: a random number
below() {
  echo $(($(od -An -N4 -tu4 /dev/urandom) % $1))
}

now_ms() {
  echo $(($(date +%s%N) / 1000000))
}

# pause MS
pause() {
  sleep "$(awk "BEGIN { print $1 / 1000 }")"
}

begun=$(now_ms)

# until_due PART WHOLE: that much of the time has gone
until_due() {
  left=$((begun + seconds * 1000 * $1 / $2 - $(now_ms)))
  [ "$left" -le 0 ] || pause "$left"
}

watch() {
  "$OQ_PROGRAM" watch "$in" >>"$work/lines" 2>>"$work/errors" &
  watchers="$watchers $!"
}

# ---- how texts come ----

# by_name TEXT NAME: whole, under another name first
by_name() {
  cp "$1" "$in/.$2.Xy12ab"
  mv "$in/.$2.Xy12ab" "$in/$2"
}

# at_once TEXT NAME
at_once() {
  cp "$1" "$in/$2"
}

# slowly TEXT NAME: it stays open, and the last piece is long in coming
slowly() {
  {
    head -c 100 "$1"
    pause $((300 + $(below 3000)))
    tail -c +101 "$1" | head -c 1000
    pause $((1000 + $(below 2000)))
    tail -c +1101 "$1"
  } >"$in/$2"
}

# in_pieces TEXT NAME: opened for each piece anew
in_pieces() {
  split -n 5 "$1" "$work/ways/$2."
  for piece in "$work/ways/$2."*; do
    cat "$piece" >>"$in/$2"
    pause $((50 + $(below 400)))
  done
  rm "$work/ways/$2."*
}

# put N
put() {
  set -- "$1" "$work/texts/$1.txt" "$1.txt"
  yes "Мынау – $1 мәтіннің сөйлемі." | head -n $((1 + $(below 60))) >"$2"
  if [ $(($1 % 20)) -eq 0 ]; then
    mv "$2" "$work/again/"
    by_name "$work/again/$3" again.txt
    return
  fi
  case $(($1 % 4)) in
  0) by_name "$2" "$3" ;;
  1) slowly "$2" "$3" ;;
  2) at_once "$2" "$3" ;;
  3) in_pieces "$2" "$3" ;;
  esac
}

# Two of the same name at the same moment would be one: whoever puts the second replaces the first.
put_all() {
  for n in $(seq "$n_texts"); do
    until_due "$n" "$n_texts"
    if [ $((n % 20)) -eq 0 ]; then
      while [ -e "$in/again.txt" ]; do pause 50; done
      put "$n"
    else
      put "$n" &
    fi
  done
  wait
}

# ---- kills ----

# kill_one: a watcher, which is then started again; or what one of them has started
kill_one() {
  set -- $watchers
  [ "$(below 2)" -eq 0 ] || set -- "$2" "$1"
  if [ "$(below 4)" -eq 0 ]; then
    kill -KILL $(cat /proc/"$1"/task/*/children) 2>/dev/null || :
    n_children=$((n_children + 1))
  else
    kill -KILL "$1"
    wait "$1" 2>/dev/null || :
    watchers=$2
    pause "$(below 1500)"
    watch
    n_watchers=$((n_watchers + 1))
  fi
}

n_watchers=0
n_children=0
watch
watch
put_all &
putters=$!
while [ "$n_watchers" -lt "$n_kills" ]; do
  until_due "$((n_watchers + 1))" "$((n_kills + 1))"
  kill_one
done
wait "$putters"
putters=

n_done() {
  find "$in/done" -type f | wc -l
}

tries=1200
until [ "$(n_done)" -eq "$n_texts" ]; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || {
    find "$in" ! -path "$in/out/*" ! -path "$in/done/*" >&2
    cat "$work/errors" >&2
    fail "$(n_done) of $n_texts texts are done"
  }
  pause 100
done
kill -TERM $watchers
for watcher in $watchers; do
  status=0
  wait "$watcher" || status=$?
  [ "$status" -eq 130 ] || fail "a watcher ended with $status: $(tail -n 20 "$work/errors")"
done
watchers=

# ---- what there is ----

[ -z "$(find "$in" -name '.*')" ] || fail "left: $(find "$in" -name '.*')"
[ -z "$(find "$in/failed" -type f)" ] || fail "failed: $(cat "$in"/failed/*.log)"
[ "$(find "$in/out" -type f | wc -l)" -eq "$n_texts" ] || fail "$(ls "$in/out" | wc -l) audio files"

# check TEXT: it is one of those that were put in, and its audio is that of the whole of it
check() {
  name=${1##*/}
  name=${name%.txt}
  case $name in
  again*) cat "$1" >>"$work/all_again" ;;
  *) cmp "$1" "$work/texts/$name.txt" || fail "$name.txt is not as it was put in" ;;
  esac
  "$OQ_PROGRAM" render --quiet "$1" -o "$work/whole.wav"
  case $name in
  again*) set -- "$in"/out/again*.wav ;;
  *) set -- "$in/out/$name.wav" ;;
  esac
  for audio; do
    ! cmp -s "$audio" "$work/whole.wav" || return 0
  done
  fail "no audio of $name.txt is that of the whole text"
}

for text in "$in"/done/*; do
  check "$text"
done
if [ -e "$work/all_again" ]; then
  LC_ALL=C sort "$work/all_again" >"$work/sorted"
  cat "$work"/again/* | LC_ALL=C sort | cmp - "$work/sorted" || fail "another text is there again"
fi
echo "$n_texts texts in $((($(now_ms) - begun) / 1000)) s; killed: $n_watchers watchers, $n_children times what they" \
  "had started; $(wc -l <"$work/lines") lines, $(wc -l <"$work/errors") of errors"
