# The report as a file: the same from run to run, about ten minutes, not clipped, no gaps.
. "$(dirname -- "$0")/../common.sh"

for run in 1 2; do
  "$OQ_PROGRAM" render --quiet --output "$work/$run.wav" "$report"
done
cmp "$work/1.wav" "$work/2.wav"
"$OQ_TOOLS/check_speech" "$work/1.wav" 480 780
