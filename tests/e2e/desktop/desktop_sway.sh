# A key of sway's own, which has oqyrman selection done, as INSTALL.md says: what is selected, by wl-copy and
# in a terminal, is heard when it is pressed, to the bit, and pressed once more, it is silent. The service is
# started by the session bus. All is done as a user, not root.
for tool in sway wl-copy wtype foot setpriv gdbus dbus-run-session; do
  command -v "$tool" >/dev/null || {
    echo "$0: $tool is missing: install sway, wl-clipboard, wtype, foot, dbus and libglib2.0-bin" >&2
    exit 77
  }
done
if [ -z "${OQ_FOLDER:-}" ]; then # an installation, and all that is needed, in a folder that its user may enter
  OQ_FOLDER=$(mktemp -d)
  trap 'rm -rf -- "$OQ_FOLDER"' EXIT
  build=$(dirname -- "$(dirname -- "$OQ_RELEASE_PROGRAM")")
  [ -x "$OQ_RELEASE_PROGRAM" ] || build=$OQ_BUILD
  "$OQ_CMAKE" --install "$build" --prefix "$OQ_FOLDER/prefix" >"$OQ_FOLDER/install.log" || {
    tail -n 20 "$OQ_FOLDER/install.log" >&2
    exit 1
  }
  here=$(dirname -- "$0")
  mkdir "$OQ_FOLDER/desktop"
  cp "$here/../common.sh" "$here/../../audio/with-null-sink.sh" "$OQ_TOOLS/same_sound" "$OQ_FOLDER"
  cp "$0" "$here/desktop_common.sh" "$OQ_FOLDER/desktop"
  as=
  if [ "$(id -u)" -eq 0 ]; then
    chown -R nobody "$OQ_FOLDER"
    as='setpriv --reuid=nobody --regid=nogroup --clear-groups'
  fi
  status=0
  cd "$OQ_FOLDER" # a terminal begins where it was started
  $as env OQ_FOLDER="$OQ_FOLDER" OQ_WORK="$OQ_FOLDER" OQ_TOOLS="$OQ_FOLDER" OQ_SAMPLES=none \
    OQ_PROGRAM="$OQ_FOLDER/prefix/bin/oqyrman" XDG_DATA_DIRS="$OQ_FOLDER/prefix/share:/usr/share" \
    sh "$OQ_FOLDER/with-null-sink.sh" dbus-run-session -- sh "$OQ_FOLDER/desktop/${0##*/}" || status=$?
  exit "$status"
fi
. "$(dirname -- "$0")/desktop_common.sh"
export LC_ALL=C.UTF-8 PATH="$OQ_FOLDER/prefix/bin:$PATH"
export WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
words='Бұл мәтін терезеде ерекшеленген.'
printf %s "$words" >"$work/words.txt"
cat >"$work/settings" <<'END'
xwayland disable
bindsym Ctrl+Mod1+o exec oqyrman selection
END

sway -c "$work/settings" 2>"$work/sway.log" &
server=$!
until_true sh -c 'ls "$XDG_RUNTIME_DIR" | grep -qxE "wayland-[0-9]+" && ls "$XDG_RUNTIME_DIR"/sway-ipc.* >/dev/null 2>&1'
WAYLAND_DISPLAY=$(ls "$XDG_RUNTIME_DIR" | grep -xE 'wayland-[0-9]+')
SWAYSOCK=$(ls "$XDG_RUNTIME_DIR"/sway-ipc.*)
export WAYLAND_DISPLAY SWAYSOCK
# As sway's own settings do in Debian.
dbus-update-activation-environment WAYLAND_DISPLAY

press() {
  wtype -M ctrl -M alt -k o -m alt -m ctrl
}

is_selected() {
  [ "$(wl-paste -p -n 2>/dev/null)" = "$1" ]
}

# has_focus NAME: a window of that program
has_focus() {
  swaymsg -t get_tree | awk '/"focused":/ { focused = /true/ } /"app_id":/ { if (focused) print }' |
    grep -q "\"$1\""
}

# heard WORDS: the key is pressed, and they are heard, to the bit
heard() {
  printf %s "$1" >"$work/selected"
  record "$work/heard.wav" wav
  press
  until_true state reading
  until_true state idle
  hear "$work/heard.wav"
  stop_recording
  oqyrman render --quiet --output "$work/written.wav" "$work/selected"
  "$OQ_TOOLS/same_sound" "$work/written.wav" "$work/heard.wav" || fail "what is heard is not: $1"
}

# select WORDS: wl-copy has them
select_words() {
  wl-copy -p "$1"
  until_true is_selected "$1"
}

# The first time the bus starts the service.
select_words 'Сәлем, ерекшеленген мәтін!'
heard 'Сәлем, ерекшеленген мәтін!'
heard 'Сәлем, ерекшеленген мәтін!'
select_words 'Екінші мәтін: 12 сағат, 5 минут.'
heard 'Екінші мәтін: 12 сағат, 5 минут.'

# In a terminal, where what was searched for is selected: there is no mouse.
foot -T words sh -c 'cat "$1"; sleep 600' sh "$work/words.txt" 2>"$work/foot.log" &
until_true has_focus foot
finds_words() {
  wtype -M ctrl -M shift -k r -m shift -m ctrl
  wtype "$words"
  wtype -k Return
  sleep .3 # a search that has found nothing is begun anew
  is_selected "$words"
}
until_true finds_words
heard "$words"

select_words 'Бір екі үш төрт бес алты жеті сегіз тоғыз он. Он бір, он екі, он үш, он төрт.'
press
until_true sounding
press
until_true state idle
until_true silent
