# What is selected where the focus is comes first, where a program tells of it; otherwise it is the
# display's. A real editor, with and without accessibility; a field for a password.
[ -n "${OQ_ON_BUS:-}" ] || {
  for tool in Xvfb xclip xdotool mousepad zenity dbus-run-session; do
    command -v "$tool" >/dev/null || {
      echo "selection_a11y.sh: $tool is missing:" \
        "install xvfb, xclip, xdotool, mousepad, zenity, at-spi2-core and dbus" >&2
      exit 77
    }
  done
  [ -f /usr/share/dbus-1/services/org.a11y.Bus.service ] || {
    echo "selection_a11y.sh: there is no accessibility bus: install at-spi2-core" >&2
    exit 77
  }
  folder=$(mktemp -d) # it may enter no other
  chmod 700 "$folder"
  trap 'rm -rf -- "$folder"' EXIT
  env -u WAYLAND_DISPLAY -u AT_SPI_BUS_ADDRESS -u NO_AT_BRIDGE HOME="$folder" \
    XDG_RUNTIME_DIR="$folder" XDG_DATA_HOME="$folder" OQ_ON_BUS=1 GSETTINGS_BACKEND=memory \
    GTK_USE_PORTAL=0 dbus-run-session -- sh "$0" 2>"$folder/told" && status=0 || status=$?
  grep -v -e ^dbus-daemon -e '^SpiRegistry' "$folder/told" >&2 || :
  exit "$status"
}
. "$(dirname -- "$0")/../common.sh"
export LC_ALL=C.UTF-8 LANGUAGE=en
cd "$work"
trap 'exec 4>&-; kill -CONT "${editor:-}" 2>/dev/null || :
  kill "${editor:-}" "${reader:-}" 2>/dev/null || :; kill "${server:-}" 2>/dev/null || :
  rm -rf -- "$work"' EXIT

: >display
Xvfb -displayfd 3 -screen 0 800x600x24 -nolisten tcp -noreset 3>display 2>/dev/null &
server=$!
until_true test -s display
DISPLAY=:$(cat display)
export DISPLAY

# begin COMMAND...: $editor, with the focus
begin() {
  "$@" >/dev/null 2>&1 &
  editor=$!
  window=$(timeout 60 xdotool search --sync --onlyvisible --pid "$editor" | tail -n 1)
  xdotool windowfocus --sync "$window"
}

finish() {
  kill "$editor"
  wait "$editor" 2>/dev/null || :
}

# has WHAT [ARGUMENT...]: is what is selected just now
has() {
  wanted=$1
  shift
  [ "$("$OQ_TOOLS/selected" "$@" 2>told)" = "$wanted" ]
}

# fails_with CODE [ARGUMENT...]
fails_with() {
  code=$1
  shift
  ! "$OQ_TOOLS/selected" "$@" >/dev/null 2>told || return 1
  grep -q "^$code " told
}

# told_again TEXT: by the reader that is there from the first
told_again() {
  : >had
  echo >&4
  sleep .2
  [ "$(cat had)" = "$1" ]
}

mkfifo lines
: >had
"$OQ_TOOLS/selected" --line <lines >>had 2>/dev/null &
reader=$!
exec 4>lines

printf 'Бірінші абзац.\nЕкінші, қысқа.\n\nСоңғысы.' >text.txt
begin mousepad text.txt
until_true has 'Бірінші абзац.' paragraph
until_true fails_with nothing
has "$(cat text.txt)" document || fail "not the whole document"
xdotool key Down
until_true has 'Екінші, қысқа.' paragraph
xdotool key shift+End
until_true has 'Екінші, қысқа.'
until_true told_again 'Екінші, қысқа.'
xdotool key ctrl+a
until_true has "$(cat text.txt)"
until_true told_again "$(cat text.txt)"
kill -STOP "$editor"
fails_with timeout || fail "of a frozen editor: $(cat told)"
grep -q "'mousepad' (process $editor)" told || fail "not named: $(cat told)"
read -r code took message <told
[ "${took%:}" -le 1200 ] || fail "the frozen editor took $took ms"
kill -CONT "$editor"
until_true has "$(cat text.txt)"
finish

# Nothing in a window that tells of itself, something elsewhere.
begin mousepad
printf elsewhere | xclip -i -selection primary
until_true has elsewhere
until_true told_again elsewhere
finish

# No password is told, and nothing else in its place.
begin zenity --password
until_true fails_with protected
xdotool type secret
xdotool key ctrl+a
fails_with protected || fail "a password: $(cat told)"
fails_with protected document || fail "a password: $(cat told)"
: >had
echo >&4
sleep .5
[ ! -s had ] || fail "a password's field is told as: $(cat had)"
finish

# An editor that is not on that bus.
begin env NO_AT_BRIDGE=1 mousepad text.txt
until_true sh -c 'xdotool key ctrl+a; xclip -o -selection primary | cmp -s - text.txt'
until_true has "$(cat text.txt)"
until_true told_again "$(cat text.txt)"
has "$(cat text.txt)" paragraph || fail "without accessibility a paragraph is what is selected"
finish
exec 4>&-
wait "$reader" || :
