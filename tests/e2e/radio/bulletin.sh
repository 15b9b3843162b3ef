# A bulletin, measured by ffmpeg: jingles begin and end to the frame, a bed is so far below the voice, the
# whole is as loud as was asked for; what is no audio, or hardly any, is told or bears it.
. "$(dirname -- "$0")/../common.sh"
export LANGUAGE=en

command -v ffmpeg >/dev/null || {
  echo 'ffmpeg is missing, so nothing is measured'
  exit 77
}

# make FILE SECONDS SOURCE [OPTION...]: an audio file
make() {
  file=$1 seconds=$2 source=$3
  shift 3
  ffmpeg -v error -y -f lavfi -i "$source" -t "$seconds" "$@" "$file"
}

# loudness FILE: "INTEGRATED PEAK", in LUFS and dBTP
loudness() {
  ffmpeg -nostats -hide_banner -i "$1" -af aformat=sample_fmts=dbl,ebur128=peak=true:framelog=verbose \
    -f null - 2>&1 | sed -n '/Summary/,$p' |
    awk '$1 == "I:" { loudness = $2 } $1 == "Peak:" { peak = $2 } END { print loudness, peak }'
}

# level FILE FROM TO: of these frames of 48 kHz, in dB
level() {
  ffmpeg -nostats -hide_banner -i "$1" -af "atrim=start_sample=$2:end_sample=$3,astats=measure_perchannel=none" \
    -f null - 2>&1 | sed -n 's/.*RMS level dB: //p' | tail -n 1
}

# is_near WHAT IS WANTED BY
is_near() {
  awk -v is="$2" -v wanted="$3" -v by="$4" \
    'BEGIN { exit !(is - wanted <= by && wanted - is <= by) }' || fail "$1: $2, not $3"
}

as_floats() {
  ffmpeg -v error -i "$1" -ac 1 -f f32le - >"$work/floats"
}

# are_silent FROM COUNT: frames of it
are_silent() {
  tail -c "+$(($1 * 4 + 1))" "$work/floats" | head -c "$(($2 * 4))" | LC_ALL=C tr -d '\0' |
    wc -c | grep -qx 0 || fail "no silence from frame $1 on, $2 frames long"
}

# is_sound FRAME: it is not 0
is_sound() {
  [ "$(tail -c "+$(($1 * 4 + 1))" "$work/floats" | head -c 4 | LC_ALL=C tr -d '\0' | wc -c)" -gt 0 ] ||
    fail "frame $1 is silent"
}

# sentence N KEY: of the timeline beside $1.wav, "sample" or "end_sample"
sentence() {
  sed -n 's/^{"item":.*"paragraph":[0-9]*,"sample":\([0-9]*\),"end_sample":\([0-9]*\),.*/\1 \2/p' "$1" |
    sed -n "$2p" | cut -d ' ' -f "$3"
}

cd "$work"
printf 'Бүгін күн ашық. Ертең жаңбыр жауады. [pause 4s] Біздің команда жеңді. Ертең ойын бар.\n' >a.txt
printf 'Алматыда жаңа көпір ашылды. Оның ұзындығы екі шақырым.\n' >b.txt
square="aevalsrc=0.2-0.4*gt(mod(t\\,0.001)\\,0.0005):s=48000"
make intro.wav 2 "$square"
make between.wav 1 "$square"
make outro.wav 3 "$square"
make bed.flac 3 'sine=frequency=1000:sample_rate=44100' -ac 2

# Jingles: head, intro, 0.3 s, a, 0.3 s, between, 0.3 s, b, 0.3 s, outro, tail.
"$OQ_PROGRAM" render --quiet --broadcast a.txt b.txt --intro intro.wav --between between.wav \
  --outro outro.wav --beside json -o jingles.wav
as_floats jingles.wav
all=$(($(size_of floats) / 4))
first=$((24000 + 96000 + 14400))
[ "$(sentence jingles.json 1 1)" -eq $first ] || fail 'the first sentence is not where it should be'
are_silent 0 24000
is_sound 24000
is_sound $((24000 + 96000 - 1))
are_silent $((24000 + 96000)) $((14400 - 100)) # the voice is heard a little before its first frame
last=$(sed -n 's/^{"item":0,.*"end_sample":\([0-9]*\),"start".*/\1/p' jingles.json | tail -n 1)
between=$((last + 14400))
are_silent $((between - 14000)) 14000
is_sound $((between + 1)) # a sentence that ends within a frame of the file is told to end before it
is_sound $((between + 48000 - 1))
are_silent $((between + 48000 + 1)) 14000
outro=$((all - 24000 - 144000))
is_sound $outro
is_sound $((outro + 144000 - 1))
are_silent $((outro + 144000)) 24000
set -- $(loudness jingles.wav)
is_near 'a bulletin with jingles, in LUFS' "$1" -23 0.11
awk -v peak="$2" 'BEGIN { exit !(peak <= -1) }' || fail "true peak $2"

# A bed of a tone: its level is its loudness. Where the voice is silent for a moment, and for long.
"$OQ_PROGRAM" render --quiet --written-pauses --rate 48000 a.txt -o voice.wav
"$OQ_PROGRAM" render --quiet --written-pauses a.txt --bed bed.flac --beside json -o bed.wav
set -- $(loudness voice.wav)
voice=$1
from=$(sentence bed.json 1 2) to=$(sentence bed.json 2 1)
low=$(level bed.wav $((from + 2000)) $((to - 2000)))
from=$(sentence bed.json 2 2) to=$(sentence bed.json 3 1)
[ $((to - from)) -gt 150000 ] || fail 'there is no long pause'
high=$(level bed.wav $((from + 20000)) $((to - 20000)))
is_near 'the bed under the voice' "$low" "$(awk -v v="$voice" 'BEGIN { print v - 18 }')" 0.5
is_near 'the bed in a pause' "$high" "$(awk -v v="$voice" 'BEGIN { print v - 8 }')" 0.5
[ "$(sentence bed.json 1 1)" -eq 48000 ] || fail 'the bed does not begin a second before the voice'

# The whole of it, in stereo, by several voices.
printf 'a.txt | voice=ainur | headline=Бірінші хабар\nb.txt | voice=marat | speed=150 | gap=2\n' >all.list
"$OQ_PROGRAM" render --quiet --list all.list --broadcast --channels 2 --intro intro.wav \
  --between between.wav --outro outro.wav --bed bed.flac -o all.wav
set -- $(loudness all.wav)
is_near 'a bulletin, in LUFS' "$1" -23 0.11
"$OQ_PROGRAM" render --quiet --jobs 1 --list all.list --broadcast --channels 2 --intro intro.wav \
  --between between.wav --outro outro.wav --bed bed.flac -o again.wav
cmp all.wav again.wav || fail 'not the same with one child'

# What a newsroom has on its disks.
make old.wav 1 sine -ar 8000 -ac 1 -c:a pcm_u8
make wide.wav 1 sine -ar 192000 -ac 6
make one.wav 0.0000208 sine=sample_rate=48000
make quiet.wav 2 anullsrc
make a.mp3 2 sine
make a.ogg 2 sine -c:a libvorbis
make a.opus 2 sine -c:a libopus
make long.flac 601 anullsrc=r=8000
for sound in old.wav wide.wav one.wav quiet.wav a.mp3 a.ogg a.opus; do
  "$OQ_PROGRAM" render --quiet b.txt --intro $sound --outro $sound -o x.wav || fail "$sound is refused"
done
for sound in old.wav wide.wav quiet.wav a.mp3 long.flac; do
  "$OQ_PROGRAM" render --quiet b.txt --bed $sound -o x.wav || fail "the bed $sound is refused"
done
rm x.wav
head -c 50000 intro.wav >cut.wav
: >empty.wav
head -c 44 voice.wav >head.wav
cp a.txt text.wav
mkfifo pipe.wav
for sound in long.flac cut.wav empty.wav head.wav text.wav pipe.wav . nowhere.wav; do
  if "$OQ_PROGRAM" render --quiet b.txt --intro $sound -o x.wav 2>said; then fail "$sound is taken"; fi
  grep -qF "oqyrman: $sound: " said || fail "$(cat said)"
  [ "$(wc -l <said)" -eq 1 ] || fail "$(cat said)"
done
for sound in one.wav text.wav; do
  if "$OQ_PROGRAM" render --quiet b.txt --bed $sound -o x.wav 2>said; then fail "$sound is taken"; fi
  grep -qF "oqyrman: $sound: " said || fail "$(cat said)"
done
[ ! -e x.wav ] || fail 'an audio file was left'
