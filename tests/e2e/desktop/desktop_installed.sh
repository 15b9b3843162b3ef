# An installation, on a session bus that looks into it: oqyrman selection has the bus start the service, again
# and again, which reads what is selected; the entries for desktops are valid, and a file manager opens a
# text with the program.
if [ -z "${OQ_PREFIX:-}" ]; then
  . "$(dirname -- "$0")/../common.sh"
  build=$(dirname -- "$(dirname -- "$OQ_RELEASE_PROGRAM")")
  [ -x "$OQ_RELEASE_PROGRAM" ] || build=$OQ_BUILD
  "$OQ_CMAKE" --install "$build" --prefix "$work/prefix" >"$work/install.log" ||
    fail "$(tail -n 20 "$work/install.log")"
  # Nothing is started with every session only because it was installed.
  DESTDIR=$work/system "$OQ_CMAKE" --install "$build" --prefix /usr >"$work/install.log" ||
    fail "$(tail -n 20 "$work/install.log")"
  [ -e "$work/system/usr/bin/oqyrman" ] && [ ! -e "$work/system/etc/xdg" ] || fail 'it starts with all sessions'
  status=0
  OQ_PREFIX=$work/prefix XDG_DATA_DIRS=$work/prefix/share:/usr/share dbus-run-session -- sh "$0" ||
    status=$?
  exit "$status"
fi
. "$(dirname -- "$0")/desktop_common.sh"
. "$(dirname -- "$0")/desktop_display.sh"
need desktop-file-utils desktop-file-validate update-desktop-database
need 'libglib2.0-bin and xterm' gio xterm
export PATH="$OQ_PREFIX/bin:$PATH" OQ_PROGRAM="$OQ_PREFIX/bin/oqyrman"

desktop-file-validate "$OQ_PREFIX/share/applications/oqyrman.desktop" \
  "$OQ_PREFIX/etc/xdg/autostart/oqyrman-desktop.desktop" >"$work/invalid" || fail "$(cat "$work/invalid")"
[ ! -s "$work/invalid" ] || fail "$(cat "$work/invalid")"

has_no_owner() {
  [ -z "$(owner)" ]
}

begin_display
# As a session does, whose bus was there before its display.
dbus-update-activation-environment DISPLAY XDG_RUNTIME_DIR HOME
has_no_owner || fail 'there is a service already'
printf %s 'Бұл мәтін ерекшеленген.' | xclip -i -selection primary
heard 'Бұл мәтін ерекшеленген.' oqyrman selection
service=$(owner)
[ "$(readlink "/proc/$service/exe")" = "$OQ_PREFIX/libexec/oqyrman/oqyrman-desktop" ] ||
  fail "the service is $(readlink "/proc/$service/exe")"
heard 'Бұл мәтін ерекшеленген.' oqyrman selection
[ "$(owner)" = "$service" ] || fail 'it is another one now'
kill -KILL "$service"
until_true has_no_owner
heard 'Бұл мәтін ерекшеленген.' oqyrman selection

# Open with Oqyrman
update-desktop-database "$OQ_PREFIX/share/applications"
printf 'Бұл файл ашылды.\n' >"$work/opened.txt"
gio mime text/plain >"$work/openers"
grep -q 'oqyrman.desktop' "$work/openers" || fail "no file manager finds it: $(cat "$work/openers")"
record "$work/heard.wav" wav
gio launch "$OQ_PREFIX/share/applications/oqyrman.desktop" "$work/opened.txt"
until_true sounding
until_true silent
hear "$work/heard.wav"
stop_recording
oqyrman render --quiet --output "$work/written.wav" "$work/opened.txt"
# In a terminal its end is told, too.
"$OQ_TOOLS/same_sound" "$work/written.wav" "$work/heard.wav" >"$work/same" || :
read -r n_samples _ <"$work/same"
grep -q "the first $n_samples are the same" "$work/same" || fail "the file is not heard: $(cat "$work/same")"
