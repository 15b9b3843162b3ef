# desktop_display.sh - sourced after desktop_common.sh: an X server of the test's own, what is selected there,
# and whether it is heard. $desktop is the service without sanitizers, where that is built.
desktop=$(dirname -- "$(dirname -- "$OQ_RELEASE_PROGRAM")")/libexec/oqyrman/oqyrman-desktop
[ -x "$desktop" ] || desktop=$OQ_BUILD/libexec/oqyrman/oqyrman-desktop

# need PACKAGE PROGRAM...: without them the test is skipped
need() {
  package=$1
  shift
  for tool in "$@"; do
    command -v "$tool" >/dev/null || {
      echo "$0: $tool is missing: install $package" >&2
      exit 77
    }
  done
}

need 'xvfb and xclip' Xvfb xclip

# begin_display: $server is its process
begin_display() {
  Xvfb -displayfd 3 -screen 0 1024x768x24 -nolisten tcp -noreset 3>"$work/display" 2>"$work/x.log" &
  server=$!
  until_true grep -q '[0-9]' "$work/display"
  DISPLAY=:$(cat "$work/display")
  export DISPLAY
}

# is_selected WORDS: but for the ends of lines at the end
is_selected() {
  [ "$(timeout 5 xclip -o -selection primary -t UTF8_STRING 2>/dev/null)" = "$1" ]
}

# heard WORDS COMMAND...: the command has them read, and they are heard, to the bit, and nothing else
heard() {
  printf %s "$1" >"$work/selected"
  shift
  record "$work/heard.wav" wav
  "$@"
  until_true state reading
  until_true state idle
  hear "$work/heard.wav"
  stop_recording
  "$OQ_PROGRAM" render --quiet --output "$work/written.wav" "$work/selected"
  "$OQ_TOOLS/same_sound" "$work/written.wav" "$work/heard.wav" ||
    fail "what is heard is not: $(cat "$work/selected")"
}
