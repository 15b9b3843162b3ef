# What goes on air, measured by ffmpeg and not by our own meter: as loud as was asked for, no true peak
# beyond the ceiling, silence at head and tail exact to the frame, no image of the voice above 11 kHz,
# and nothing left on a disk that is full. on_air.sh whole: only texts of ten seconds to half an hour
# by all voices in all formats, as on_air.py measures them, which takes long.
. "$(dirname -- "$0")/../common.sh"

command -v ffmpeg >/dev/null || {
  echo 'ffmpeg is missing, so nothing is measured'
  exit 77
}

# measured FILE: "INTEGRATED PEAK", in LUFS and dBTP
measured() {
  ffmpeg -nostats -hide_banner -i "$1" -af aformat=sample_fmts=dbl,ebur128=peak=true:framelog=verbose \
    -f null - 2>&1 | sed -n '/Summary/,$p' |
    awk '$1 == "I:" { loudness = $2 } $1 == "Peak:" { peak = $2 } END { print loudness, peak }'
}

# is_loud FILE LUFS: ffmpeg shows a tenth
is_loud() {
  set -- "$1" "$2" $(measured "$1")
  awk -v is="$3" -v wanted="$2" -v peak="$4" \
    'BEGIN { exit !(is - wanted <= 0.11 && wanted - is <= 0.11 && peak <= -1.0) }' ||
    fail "$1: $3 LUFS and $4 dBTP, not $2 and at most -1"
}

# as_floats FILE: mono, so that frames are bytes / 4
as_floats() {
  ffmpeg -v error -i "$1" -ac 1 -f f32le - >"$work/floats"
}

# are_silent FROM COUNT: frames of it
are_silent() {
  tail -c "+$(($1 * 4 + 1))" "$work/floats" | head -c "$(($2 * 4))" | LC_ALL=C tr -d '\0' |
    wc -c | grep -qx 0 || fail "no silence from frame $1 on, $2 frames long"
}

# sound_within FROM COUNT
sound_within() {
  [ "$(tail -c "+$(($1 * 4 + 1))" "$work/floats" | head -c "$(($2 * 4))" | LC_ALL=C tr -d '\0' |
    wc -c)" -gt 0 ] || fail "no sound from frame $1 on, $2 frames long"
}

# excerpt FROM SIZE: lines of prose from that one on, of so many bytes or a little more
excerpt() {
  cat "$report" "$sentences"/news.txt "$sentences"/law.txt "$sentences"/encyclopedia.txt \
    "$sentences"/essay.txt "$sentences"/fiction.txt "$sentences"/mixed.txt "$report" |
    LC_ALL=C awk -v from="$1" -v size="$2" \
      'n < size && NR >= from { print; n += length($0) + 1 }'
}

# on_air VOICE FORMAT LUFS FROM SIZE
on_air() {
  excerpt "$4" "$5" >"$work/said.txt"
  set -- "$work/air.$2" "$1" "$3" "$4" "$5"
  "$OQ_PROGRAM" render --quiet --voice "$2" --broadcast --loudness "$3" -o "$1" "$work/said.txt"
  "$OQ_PROGRAM" render --quiet --voice "$2" -o "$work/plain.wav" "$work/said.txt"
  seconds=$("$OQ_PROGRAM" time --voice "$2" --broadcast --json "$work/said.txt" |
    sed 's/{"seconds":\([0-9.]*\),.*/\1/')
  if measured=$(python3 "$here/on_air.py" "$1" "$work/plain.wav" "$seconds" "$3" </dev/null 2>&1); then
    printf '%-8s %4s  %s\n' "$2" "$3" "$measured"
  else
    n_wrong=$((n_wrong + 1))
    echo "$2 at $3 LUFS, lines $4 and on, $5 bytes: $measured" >&2
  fi
  rm "$1" "$work/plain.wav"
}

# all_on_air: of each line below, by the voice, format and loudness in it
all_on_air() {
  n_wrong=0
  while read -r voice format lufs from size; do
    on_air "$voice" "$format" "$lufs" "$from" "$size"
  done
  [ "$n_wrong" -eq 0 ] || fail "$n_wrong are not as they have to be"
}

here=$(dirname -- "$0")
sentences=$here/../../cases/sentences
export PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1

if [ "${1:-}" = whole ]; then
  all_on_air <<'END'
dauren wav -23 1 200
ainur wav -23 5 200
marat wav -23 40 300
zharshy wav -23 60 250
zhuirik wav -23 80 300
stock wav -23 100 250
dauren wav -16 1 1500
ainur wav -16 8 2500
marat wav -18 50 2500
zharshy wav -18 70 4000
zhuirik wav -16 90 3000
stock wav -16 110 3000
dauren wav -18 120 6000
zharshy wav -16 20 9000
ainur flac -23 30 4000
marat flac -23 55 6000
zhuirik aiff -23 75 5000
stock aiff -18 95 2500
dauren flac -16 115 12000
ainur mp3 -23 10 2500
marat opus -23 45 3000
zharshy mp3 -23 65 5000
dauren opus -23 85 8000
dauren wav -23 1 16000
marat wav -23 30 25000
ainur wav -23 1 42000
stock flac -23 1 42000
zharshy wav -23 1 42000
END
  exit
fi

head -c 1500 "$report" | iconv -c -f UTF-8 -t UTF-8 | sed '$d' >"$work/short.txt"
head -n 1 "$report" >"$work/line.txt"
text=$work/short.txt

all_on_air <<'END'
zharshy wav -23 60 150
zhuirik flac -23 80 100
ainur wav -16 8 300
END

for volume in 100 10; do
  "$OQ_PROGRAM" render --quiet --volume $volume --broadcast -o "$work/ebu.wav" "$text"
  is_loud "$work/ebu.wav" -23
done
"$OQ_PROGRAM" render --quiet --broadcast -o "$work/line.flac" "$work/line.txt"
is_loud "$work/line.flac" -23
for voice in ainur zharshy; do
  "$OQ_PROGRAM" render --quiet --voice $voice --loudness -16 --rate 48000 -o "$work/a.wav" "$text"
  is_loud "$work/a.wav" -16
done
"$OQ_PROGRAM" render --quiet --profile podcast -o "$work/podcast.wav" "$text"
is_loud "$work/podcast.wav" -16
"$OQ_PROGRAM" render --quiet --profile podcast --loudness -18 --bitrate 192 -o "$work/podcast.mp3" "$text"
is_loud "$work/podcast.mp3" -18

# The same bytes, however many speak.
"$OQ_PROGRAM" render --quiet --jobs 1 --profile podcast -o "$work/again.wav" "$text"
cmp "$work/podcast.wav" "$work/again.wav" || fail 'not the same with one child'

"$OQ_PROGRAM" render --quiet -o "$work/plain.wav" "$text"
as_floats "$work/plain.wav"
said=$(($(size_of "$work/floats") / 4))
"$OQ_PROGRAM" render --quiet --broadcast --head 0.25 --tail 1.5 --beside srt \
  -o "$work/ebu.wav" "$text"
grep -q '^00:00:00,250 -->' "$work/ebu.srt" || fail 'the subtitles do not know of the head'
as_floats "$work/ebu.wav"
said=$(((said * 320 * 2 + 147) / (147 * 2))) # at 48 kHz, rounded
[ "$(size_of "$work/floats")" -eq $(((12000 + said + 72000) * 4)) ] || fail 'not as long as it has to be'
are_silent 0 12000
are_silent $((12000 + said)) 72000
sound_within 12000 24
sound_within $((12000 + said - 480)) 480

# Above 11.1 kHz there is so little that it is 110 dB below all the rest, in 24 bits.
whole=$(ffmpeg -nostats -hide_banner -i "$work/ebu.wav" -af volumedetect -f null - 2>&1 |
  sed -n 's/.*mean_volume: \(.*\) dB/\1/p')
above=$(sox "$work/ebu.wav" -n sinc -n 8191 11100 gain 60 stats 2>&1 | awk '/^RMS lev dB/ { print $4 - 60 }') || above=
if [ -n "$above" ]; then
  awk -v above="$above" -v whole="$whole" 'BEGIN { exit !(above < whole - 110) }' ||
    fail "above 11 kHz: $above dB, and $whole dB in all"
fi

# A small disk, where root may mount one: an error that names the folder, no file, nothing left.
mkdir "$work/disk"
if mount -t tmpfs -o size=1m tmpfs "$work/disk" 2>/dev/null; then
  if "$OQ_PROGRAM" render --quiet --broadcast -o "$work/disk/a.wav" "$text" 2>"$work/said"; then
    umount "$work/disk"
    fail 'the disk is full, and nobody says so'
  fi
  left=$(ls -A "$work/disk")
  free=$(df --output=avail -k "$work/disk" | tail -n 1)
  umount "$work/disk"
  [ -z "$left" ] || fail "left on a full disk: $left"
  [ "$free" -ge 1000 ] || fail 'something without a name is left on a full disk'
  grep -q disk "$work/said" || fail "$(cat "$work/said")"
fi
