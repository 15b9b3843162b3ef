# Real programs: what is selected in them, by keys and by the mouse, is heard when the key of the service is
# pressed, to the bit, and once more pressed, nothing is.
#   desktop_programs.sh mousepad | featherpad | gedit | gnome-text-editor | kate | gtk4 | qt6 | xterm |
#     firefox-esr | chromium | soffice
. "$(dirname -- "$0")/desktop_common.sh"
. "$(dirname -- "$0")/desktop_display.sh"
need 'xdotool and openbox' xdotool openbox
case $1 in
gtk4 | qt6)
  program=$(dirname -- "$0")/editor_$1.py
  case $1 in
  gtk4) uses="import gi; gi.require_version('Gtk', '4.0')" ;;
  qt6) uses='import PyQt6.QtWidgets' ;;
  esac
  /usr/bin/python3 -c "$uses" 2>/dev/null || {
    echo "$0: install python3-gi and gir1.2-gtk-4.0, or python3-pyqt6" >&2
    exit 77
  }
  ;;
*) need "$1" "$1" ;;
esac
export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb QT_LOGGING_RULES='*=false'
line_1='Сәлем, әлем! Ңғүұқөһі әріптері түгел.'
line_2='Екінші сөйлемде 12 сөз жоқ.'
both="$line_1
$line_2"
printf '%s\n%s\n' "$line_1" "$line_2" >"$work/words.txt"

press() {
  xdotool key ctrl+alt+o
}

# open PROGRAM ARGUMENT...: $window is its
open() {
  "$@" >"$work/program.log" 2>&1 &
  until_true has_window
  xdotool windowactivate --sync "$window"
}

has_window() {
  window=$(xdotool search --onlyvisible --name words 2>/dev/null | tail -n 1)
  [ -n "$window" ]
}

# gives WORDS GESTURE...: after the gesture they are selected; what was so before is not taken for it
gives() {
  wanted=$1
  shift
  printf zz | xclip -i -selection primary
  "$@"
  for try in 1 2 3 4 5 6 7 8 9 10; do
    ! is_selected "$wanted" || return 0
    sleep .05
  done
  return 1
}

by_word() {
  xdotool key ctrl+Home key --repeat 11 --delay 20 shift+Right
}

to_end_of_line() {
  xdotool key ctrl+Home key shift+End
}

to_end() {
  xdotool key ctrl+Home key ctrl+shift+End
}

to_begin() {
  xdotool key ctrl+End key ctrl+shift+Home
}

whole() {
  xdotool key ctrl+a
}

# lower: the first line is somewhere there: each try is lower
lower() {
  height=$((height < 200 ? height + 8 : 4))
}

# click N: so often, on the first line
click() {
  lower
  xdotool mousemove --window "$window" 24 "$height" click --repeat "$1" --delay 60 1
  sleep .4 # or else the next click is one more
}

# drag: from the line's begin beyond its end
drag() {
  lower
  xdotool mousemove --window "$window" 20 "$height" mousedown 1
  for x in 60 120 200 300 400 500 600 700 800; do
    xdotool mousemove --window "$window" "$x" "$height"
    sleep .03
  done
  xdotool mouseup 1
}

# answers: who has just begun, or is busy with a gesture, may take longer than the service waits
answers() {
  "$OQ_TOOLS/selected" >/dev/null 2>&1
}

# read_out WORDS GESTURE...
read_out() {
  words=$1
  height=0
  n_gestures=0
  until gives "$@"; do
    n_gestures=$((n_gestures + 1))
    [ "$n_gestures" -lt 60 ] || fail "$*: this is selected: $(timeout 5 xclip -o -selection primary)"
  done
  until_true answers
  heard "$words" press
}

read_lines() {
  read_out 'Сәлем, әлем' by_word
  read_out "$line_1" to_end_of_line
  read_out "$both" to_end
}

page() {
  printf '<!DOCTYPE html><html lang="kk"><meta charset="utf-8"><title>words</title>
<body style="margin:20px;font:24px sans-serif"><p>%s</p><p>%s</p></body></html>\n' "$line_1" "$line_2"
}

# profile FOLDER: of a browser that asks nobody and calls nobody
profile() {
  mkdir -p "$1"
  for setting in 'browser.shell.checkDefaultBrowser", false' 'browser.aboutwelcome.enabled", false' \
    'datareporting.policy.dataSubmissionEnabled", false' 'toolkit.telemetry.enabled", false' \
    'app.normandy.enabled", false' 'browser.startup.homepage_override.mstone", "ignore"' \
    'clipboard.autocopy", true'; do
    echo "user_pref(\"$setting);"
  done >"$1/user.js"
}

# office FOLDER: of a word processor that says nothing at its start
office() {
  mkdir -p "$1/user"
  printf '<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop>
<prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop>
</item></oor:items>\n' >"$1/user/registrymodifications.xcu"
}

begin_display
openbox >"$work/openbox.log" 2>&1 &
begin "$desktop"
# Before anything else: as soon as it has its keys, it says that nothing is selected.
until_true sh -c 'xdotool key ctrl+alt+o; sleep .1; grep -q selected "$1"' sh "$work/log"
until_true given_back

case $1 in
mousepad)
  open mousepad --disable-server "$work/words.txt"
  read_lines
  read_out "$line_1" click 3
  ;;
gedit | gnome-text-editor)
  open "$1" --standalone "$work/words.txt"
  read_lines
  ;;
kate)
  open kate --new "$work/words.txt"
  read_lines
  ;;
featherpad)
  open featherpad --standalone "$work/words.txt"
  read_lines
  ;;
gtk4 | qt6)
  open /usr/bin/python3 -B "$program" "$work/words.txt"
  read_lines
  ;;
xterm)
  open xterm -u8 -T words -e sh -c 'cat "$1"; sleep 600' sh "$work/words.txt"
  read_out "$line_1" click 3
  read_out Сәлем click 2
  ;;
firefox-esr)
  page >"$work/words.html"
  profile "$work/profile"
  open firefox-esr --no-remote --profile "$work/profile" --kiosk "file://$work/words.html"
  read_out "$line_1

$line_2" whole
  read_out "$line_1" drag
  read_out "$line_1" click 3
  ;;
chromium)
  page >"$work/words.html"
  open chromium --no-sandbox --no-first-run --disable-gpu --user-data-dir="$work/profile" --kiosk \
    "file://$work/words.html"
  read_out "$line_1

$line_2" whole
  read_out "$line_1" click 3
  ;;
soffice)
  office "$work/profile"
  open soffice --writer --norestore "-env:UserInstallation=file://$work/profile" "$work/words.txt"
  read_lines
  read_out "$both" to_begin
  ;;
esac
press
until_true state reading
press
until_true state idle
until_true silent
end
