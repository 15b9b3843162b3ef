# slots.sh TEXTS - so many texts, at most 30, each for three slots: the audio is so long, to 0.05 s, or it is told how many words are
# too many or too few, and that is right: with so many cut at the end, or added, the text fits. What
# the time verb tells is what render makes.
. "$(dirname -- "$0")/../common.sh"
export LANGUAGE=en
n_texts=$1

if [ ! -x "$OQ_RELEASE_PROGRAM" ]; then
  echo "skipped: build the preset release first, as tests/run.sh does"
  exit 77
fi

"$OQ_RELEASE_PROGRAM" text --sentences "$report" "$(dirname -- "$0")"/../../cases/sentences/*.txt |
  awk 'NF > 3' >"$work/sentences"
[ "$(wc -l <"$work/sentences")" -gt 300 ] || fail "too few sentences"

# pick NUMBER: a text of 4 to 33 sentences, in paragraphs of at most five
pick() {
  awk -v n="$1" 'NR > n * 9 && NR <= n * 10 + 3 { print; if (NR % 5 == 0) print "" }' \
    "$work/sentences"
}

# ms FILE: how long a WAV file from a pipe is
ms() {
  echo $((($(size_of "$1") - 44) * 10 / 441))
}

# words FILE: what somebody counts who looks at it
words() {
  awk '{ for (i = 1; i <= NF; i++) if ($i ~ /[^ -@–—«»…№]/ || $i ~ /[0-9]/) n++ } END { print n + 0 }' "$1"
}

# cut N: without the last N words
cut_words() {
  awk -v keep="$(($(words "$work/text") - $1))" '
    { for (i = 1; i <= NF && keep > 0; i++) {
        printf "%s ", $i
        if ($i ~ /[^ -@–—«»…№]/ || $i ~ /[0-9]/) keep--
      }
      print "" }' "$work/text"
}

# add_words N: and the first N words again, as often as it takes
add_words() {
  cat "$work/text"
  echo
  awk -v n="$1" '{ for (i = 1; i <= NF; i++) word[k++] = $i }
    END { for (i = 0; i < n; i++) printf "%s ", word[i % k]; print "" }' "$work/text"
}

# render MS FILE: 0: it fits, to 50 ms; 1: it is told why not
render() {
  status=0
  "$OQ_RELEASE_PROGRAM" render --duration "$(awk "BEGIN { print $1 / 1000 }")" -o - "$2" \
    >"$work/out.wav" 2>"$work/told" || status=$?
  case $status in
  0)
    off=$(($(ms "$work/out.wav") - $1))
    [ "$off" -le 50 ] && [ "$off" -ge -50 ] || fail "text $number: $off ms off $1"
    ;;
  1) [ "$(size_of "$work/out.wav")" -eq 0 ] || fail "text $number: something was written" ;;
  *) fail "text $number: $(cat "$work/told")" ;;
  esac
  return "$status"
}

fit=0 long=0 short=0
# try PERCENT: a slot that is so long against the text
try() {
  slot=$(($natural * $1 / 100))
  if render "$slot" "$work/text"; then
    fit=$((fit + 1))
    return
  fi
  n=$(sed -n 's/.*; [a-z]* \([0-9]*\) words*$/\1/p' "$work/told")
  if grep -q '; cut' "$work/told"; then
    cut_words "$n" >"$work/changed"
    long=$((long + 1))
  else
    add_words "$n" >"$work/changed"
    short=$((short + 1))
  fi
  told=$(cat "$work/told")
  render "$slot" "$work/changed" || fail "text $number, $1 %: $told; then: $(cat "$work/told")"
}

number=0
while [ "$number" -lt 30 ]; do
  pick "$number" >"$work/text"
  natural=$("$OQ_RELEASE_PROGRAM" time --json "$work/text" | sed 's/^{"seconds":\([0-9]*\)[.]\([0-9]*\).*/\1\2/')
  "$OQ_RELEASE_PROGRAM" render -o - "$work/text" >"$work/out.wav"
  off=$(($(ms "$work/out.wav") - natural))
  [ "$off" -le 1 ] && [ "$off" -ge -1 ] || fail "text $number: time is $off ms off"
  try $((62 + number))
  try $((90 + number * 20 / 29))
  try $((108 + number * 3 / 2))
  number=$((number + 30 / n_texts))
done
echo "$fit fit, $long were too long, $short too short"
[ "$fit" -gt "$n_texts" ] && [ "$long" -gt $((n_texts / 3)) ] && [ "$short" -gt $((n_texts / 3)) ] || fail "that is not all there is"
