# What goes on air, measured by ffmpeg and not by our own meter: as loud as was asked for, no true peak
# beyond the ceiling, silence at head and tail exact to the frame, no image of the voice above 11 kHz,
# and nothing left on a disk that is full.
. "$(dirname -- "$0")/common.sh"

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

head -c 1500 "$report" | iconv -c -f UTF-8 -t UTF-8 | sed '$d' >"$work/short.txt"
head -n 1 "$report" >"$work/line.txt"
text=$work/short.txt

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
