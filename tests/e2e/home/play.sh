# The report's first sentences, recorded where PortAudio plays them, are what render writes, to the bit.
. "$(dirname -- "$0")/../common.sh"

head -n 4 "$report" >"$work/first.txt"
record "$work/heard.wav" wav
"$OQ_PROGRAM" read "$work/first.txt"
hear "$work/heard.wav"
stop_recording
"$OQ_PROGRAM" render --quiet --output "$work/written.wav" "$work/first.txt"
"$OQ_TOOLS/same_sound" "$work/written.wav" "$work/heard.wav"
