# reader/run.sh where there is no sound device: the audio file gets a free name beside the text, and
# nothing that was there before is touched. The program is the one that users build.
. "$(dirname -- "$0")/common.sh"

if [ ! -x "$OQ_RELEASE_PROGRAM" ]; then
  echo "skipped: build the preset release first, as tests/run.sh does"
  exit 77
fi
printf 'pcm.!default { type hw card 9 hint { show on description none } }\n' >"$work/asound.conf"
export ALSA_CONFIG_PATH="$work/asound.conf" JACK_NO_START_SERVER=1 JACK_DEFAULT_SERVER=oqyrman-none
export HOME="$work" XDG_RUNTIME_DIR="$work" LANGUAGE=en
mkdir -p "$work/desk/my.docs" "$work/desk/екі сөз" "$work/closed"
cd "$work/desk"

# run ARGUMENT...: as the README says
run() {
  sh "$OQ_SAMPLES/../reader/run.sh" "$@" 2>"$work/said"
}

# writes AUDIO ARGUMENT...: this one file is new, it is audio, and its name is told
writes() {
  audio=$1
  shift
  find "$work/desk" "$work/closed" -type f -exec cksum {} + | LC_ALL=C sort >"$work/before"
  [ ! -e "$audio" ] || fail "$audio is there already"
  run "$@" || fail "$*: $(cat "$work/said")"
  [ "$(head -c 4 "$audio")" = RIFF ] || fail "$*: no $audio, but: $(cat "$work/said")"
  grep -qF "written to $audio" "$work/said" || fail "$*: $(cat "$work/said")"
  find "$work/desk" "$work/closed" -type f -exec cksum {} + | LC_ALL=C sort >"$work/after"
  new=$(LC_ALL=C comm -13 "$work/before" "$work/after")
  [ "$(printf '%s\n' "$new" | wc -l)" -eq 1 ] || fail "$*: more is new than one: $new"
  [ -z "$(LC_ALL=C comm -23 "$work/before" "$work/after")" ] || fail "$*: something was changed"
}

echo Сәлем >interview.txt
echo music >interview.wav
writes interview-2.wav interview.txt
writes interview-3.wav read --quiet interview.txt

echo Сәлем >my.docs/report
echo music >my.wav
writes my.docs/report.wav my.docs/report

echo Сәлем >'екі сөз/1 есеп.txt'
printf 'сөз\tсез\n' >words.tsv
writes 'екі сөз/1 есеп.wav' -D words.tsv -- 'екі сөз/1 есеп.txt'
writes 'екі сөз/1 есеп-2.wav' --dictionary words.tsv 'екі сөз/1 есеп.txt' interview.txt

ln -s my.docs/report link
ln -s "$work/desk/elsewhere.wav" link.wav
writes link-2.wav link
[ ! -e elsewhere.wav ] || fail "it wrote through a link"

echo Сәлем >read
writes read.wav read -s 300 read

# Not about a file that can be read again: the program fails, and writes nothing.
for arguments in '-' 'interview.txt -' '--device hall interview.txt' 'say interview.txt'; do
  status=0
  run $arguments <interview.txt || status=$?
  [ "$status" -eq 1 ] || fail "$arguments: status $status"
done
ls -A >"$work/there"
[ "$(grep -c '[.]wav$' "$work/there")" -eq 7 ] || fail "more was written: $(cat "$work/there")"

# A folder that nobody may write to, root neither.
echo Сәлем >"$work/closed/lecture.txt"
echo music >lecture.wav
if mount --bind "$work/closed" "$work/closed" 2>/dev/null; then
  trap 'umount "$work/closed"; rm -rf -- "$work"' EXIT
  mount -o remount,bind,ro "$work/closed"
  writes lecture-2.wav "$work/closed/lecture.txt"
fi
