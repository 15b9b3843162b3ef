# However many children speak, and whether the text is a file or a pipe, it is one sound: 14 kB of text
# as it is and without loss, 5 kB where compressing is what takes the time.
. "$(dirname -- "$0")/../common.sh"

sentences=$(dirname -- "$0")/../../cases/sentences
sed '/^#/d; /^$/d' "$sentences/essay.txt" >"$work/short.txt"
sed '/^#/d; /^$/d' "$sentences/fiction.txt" | cat "$work/short.txt" - >"$work/long.txt"
larger "$work/long.txt" 12000 && larger "$work/short.txt" 4500 || fail "too short to tell"

# same FORMAT TEXT: with one child, with two and with five it is the same file
same() {
  for jobs in 1 2 5; do
    "$OQ_PROGRAM" render --quiet --jobs "$jobs" --output "$work/$jobs.$1" "$2"
    cmp "$work/1.$1" "$work/$jobs.$1" || fail "$1: --jobs $jobs gives another file"
  done
}

same wav "$work/long.txt"
same flac "$work/long.txt"
for format in ogg opus mp3; do
  same "$format" "$work/short.txt"
done

# With what goes on air, and all beside it.
head -n 6 "$work/short.txt" >"$work/news.txt"
for jobs in 1 2 5; do
  mkdir "$work/air$jobs"
  "$OQ_PROGRAM" render --quiet --jobs "$jobs" --broadcast --tag title=Таң --marks sentence \
    --beside srt,vtt,json,chapters,chapters-json,ffmetadata,script,png,loudness,loudness-json \
    --output "$work/air$jobs/news.wav" "$work/news.txt"
  diff -r "$work/air1" "$work/air$jobs" || fail "broadcast: --jobs $jobs gives other files"
done

# Short texts become audio files side by side: each is what it is by itself.
mkdir "$work/short" "$work/alone"
n=0
while [ "$n" -lt 8 ]; do
  n=$((n + 1))
  sed -n "$((n * 2))p" "$work/long.txt" >"$work/short/$n.txt"
  "$OQ_PROGRAM" render --quiet --beside srt,json,png --loudness -18 \
    -o "$work/alone/$n.wav" "$work/short/$n.txt"
done
for jobs in 1 2 5; do
  mkdir "$work/short$jobs"
  "$OQ_PROGRAM" render --quiet --jobs "$jobs" --beside srt,json,png --loudness -18 -o "$work/short$jobs/" \
    "$work"/short/*.txt
  diff -r "$work/alone" "$work/short$jobs" || fail "--jobs $jobs gives other files"
done

# piped JOBS: it comes in portions and goes in portions
piped() {
  dd if="$work/long.txt" bs=1000 status=none |
    "$OQ_PROGRAM" render --jobs "$1" --output - - >"$work/piped.wav"
  "$OQ_TOOLS/same_sound" "$work/1.wav" "$work/piped.wav"
}
piped 1
piped 5
