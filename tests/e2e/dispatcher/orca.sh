# Orca, under Xvfb, speaks a window through our module: what it sends when the caret moves by character,
# word and line is what is heard. To be called by with-dispatcher.sh.
set -u
here=$(dirname -- "$0")
if [ -z "${DISPLAY:-}" ]; then
  for tool in Xvfb orca xdotool openbox dbus-run-session; do
    command -v "$tool" >/dev/null || {
      echo "orca.sh: $tool is missing: install xvfb, orca, xdotool, openbox, dbus" >&2
      exit 77
    }
  done
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$HOME/display" 2>"$HOME/xvfb.log" &
  display=$!
  until grep -q '[0-9]' "$HOME/display"; do sleep .02; done
  unset NO_AT_BRIDGE
  status=0
  DISPLAY=":$(cat "$HOME/display")" LC_ALL=C.UTF-8 dbus-run-session -- sh "$0" || status=$?
  kill "$display"
  wait "$display" 2>/dev/null
  exit "$status"
fi

/usr/bin/python3 -c 'import gi, speechd; gi.require_version("Gtk", "3.0"); gi.require_version("Atspi", "2.0")' || exit 77
openbox >"$HOME/openbox.log" 2>&1 &
manager=$!
orca --replace -u "$HOME/orca" --enable speech --disable braille >"$HOME/orca.log" 2>&1 &
orca=$!
# so many messages it has sent, or 30 seconds have passed
wait_for() {
  tries=300
  until [ "$(grep -c -x -E 'SPEAK|CHAR|KEY' "$OQ_SPEECHD_SENT")" -ge "$1" ] || [ "$tries" -le 0 ]; do
    tries=$((tries - 1))
    sleep .1
  done
}
wait_for 1
/usr/bin/python3 "$here/orca_window.py" >"$HOME/window.log" 2>&1 &
window=$!
status=0
/usr/bin/python3 -B "$here/orca.py" || status=$?
[ "$status" -eq 0 ] || tail -n 3 "$HOME/orca.log" "$HOME/window.log" >&2
kill "$window" "$orca" "$manager" 2>/dev/null
wait "$window" "$orca" "$manager" 2>/dev/null
exit "$status"
