# damaged.sh - each file that eSpeak NG reads for us, of its own and of ours, empty, cut, with one other byte in its
# middle, or missing: one line that names the file and the cure, status 1, no sound. eSpeak NG itself would crash, or
# say something else.
. "$(dirname -- "$0")/common.sh"
export LANGUAGE=en XDG_DATA_DIRS="$work/none" ESPEAK_DATA_PATH="$work/system"

system=$work/system/espeak-ng-data
ours=$work/prefix/share/oqyrman/espeak-ng-data
program=$work/prefix/bin/oqyrman

mkdir "$work/system" "$work/prefix" "$work/prefix/bin"
cp -a "$OQ_ESPEAK_DATA" "$system"
cp -a "$OQ_BUILD/share" "$work/prefix"
cp "$OQ_PROGRAM" "$program"
"$OQ_CMAKE" -D SOURCE="$OQ_VOICES/espeak" -D SYSTEM="$system" -D DATA="$ours" \
  -P "$OQ_VOICES/espeak/compile.cmake" >"$work/said" 2>&1 || fail "$(cat "$work/said")"
cat >"$work/text.txt" <<'E2'
Ол «Он сказал: здравствуйте, товарищи, это русское предложение» деді.
The quick brown fox jumps over the lazy dog.
E2

# speak VOICE: the status is in $status
speak() {
  rm -f "$work/out.wav"
  status=0
  "$program" render -q --voice "$1" "$work/text.txt" -o "$work/out.wav" 2>"$work/said" || status=$?
}

# whole: all voices sound as ever
whole() {
  for voice in dauren stock; do
    speak "$voice"
    [ "$status" -eq 0 ] && ! [ -s "$work/said" ] || fail "$voice: $(cat "$work/said")"
    if [ -e "$work/$voice.wav" ]; then
      cmp "$work/$voice.wav" "$work/out.wav"
    else
      mv "$work/out.wav" "$work/$voice.wav"
    fi
  done
}

# refused VOICE FILE CURE WHAT
refused() {
  speak "$1"
  [ "$status" -eq 1 ] || fail "$1, $2, $4: status $status, $(cat "$work/said")"
  [ "$(wc -l <"$work/said")" -eq 1 ] || fail "$1, $2, $4: this should be one line: $(cat "$work/said")"
  grep -qF "$2 is damaged or missing: $3" "$work/said" || fail "$1, $2, $4: $(cat "$work/said")"
  [ ! -e "$work/out.wav" ] || fail "$1, $2, $4: there is a sound"
}

# damage FILE HOW
damage() {
  case $2 in
  empty) : >"$1" ;;
  half) truncate -s $(($(wc -c <"$1") / 2)) "$1" ;;
  byte)
    middle=$(($(wc -c <"$1") / 2))
    other=X
    [ "$(tail -c +$((middle + 1)) "$1" | head -c 1 | tr -d '\0')" != X ] || other=Y
    printf $other | dd of="$1" bs=1 seek=$middle conv=notrunc 2>/dev/null
    ;;
  missing) rm "$1" ;;
  esac
}

# each VOICE CURE FILE...: damaged in every way
each() {
  voice=$1
  cure=$2
  shift 2
  for file; do
    cp -a "$file" "$work/kept"
    for how in empty half byte missing; do
      damage "$file" $how
      refused "$voice" "$file" "$cure" $how
      cp -a "$work/kept" "$file"
    done
  done
}

install='install the package espeak-ng-data again'
build='build or install oqyrman again'
whole
for file in phontab phonindex phondata intonations lang/zle/ru ru_dict lang/gmw/en en_dict; do
  each dauren "$install" "$system/$file"
done
each dauren "$build" "$ours/kk_dict" "$ours/lang/trk/kk" "$ours/voices/!v/dauren"
each stock "$install" "$system/phondata" "$system/kk_dict" "$system/lang/trk/kk"
whole

mv "$system/ru_dict" "$work/kept"
status=0
"$program" text --ipa "$work/text.txt" >"$work/out" 2>"$work/said" || status=$?
[ "$status" -eq 1 ] && [ "$(grep -cF "ru_dict is damaged or missing: $install" "$work/said")" -eq 1 ] ||
  fail "--ipa: status $status, $(cat "$work/said")"
mv "$work/kept" "$system/ru_dict"

# A copy with other times, as a backup gives it back, is the same; an upgrade that leaves the phonemes as they were
# may bring other words.
find "$work/prefix" "$system" -type f -exec touch -d '2030-01-02 03:04:05' {} +
whole
cp "$system/lang/zle/ru" "$system/lang/gmw/en"
speak dauren
[ "$status" -eq 0 ] && ! cmp -s "$work/dauren.wav" "$work/out.wav" || fail "upgraded: $(cat "$work/said")"
