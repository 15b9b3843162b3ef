# What is selected under Wayland is had by data-control; without it, and without an answer, that is
# told. The compositor is no root's: then it runs as nobody.
for tool in sway wl-copy setpriv; do
  command -v "$tool" >/dev/null || {
    echo "selection_wayland.sh: $tool is missing: install sway, wl-clipboard and util-linux" >&2
    exit 77
  }
done
if [ -z "${OQ_FOLDER:-}" ]; then # in a folder that its user may enter
  OQ_FOLDER=$(mktemp -d)
  trap 'rm -rf -- "$OQ_FOLDER"' EXIT
  mkdir "$OQ_FOLDER/desktop"
  cp "$OQ_TOOLS/selected" "$(dirname -- "$0")/../common.sh" "$OQ_FOLDER"
  cp "$0" "$(dirname -- "$0")/selection_common.sh" "$OQ_FOLDER/desktop"
  as=
  if [ "$(id -u)" -eq 0 ]; then
    chown -R nobody "$OQ_FOLDER"
    as='setpriv --reuid=nobody --regid=nogroup --clear-groups'
  fi
  # an X server would only be in the way
  $as env -u DISPLAY OQ_FOLDER="$OQ_FOLDER" OQ_WORK="$OQ_FOLDER" OQ_TOOLS="$OQ_FOLDER" \
    OQ_SAMPLES=none HOME="$OQ_FOLDER" sh "$OQ_FOLDER/desktop/${0##*/}" && status=0 || status=$?
  exit "$status"
fi
. "$(dirname -- "$0")/selection_common.sh"
export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent LC_ALL=C.UTF-8 LANGUAGE=en
export XDG_RUNTIME_DIR="$work" WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
cd "$work"
chmod 700 .
echo 'xwayland disable' >settings
trap 'exec 4>&-; kill -CONT "${owner:-}" "${server:-}" 2>/dev/null || :
  kill "${owner:-}" "${server:-}" "${reader:-}" 2>/dev/null || :; rm -rf -- "$work"' EXIT

start_sway() {
  rm -f wayland-* sway-ipc.*
  sway -c settings 2>sway.log &
  server=$!
  until_true sh -c 'ls | grep -qxE "wayland-[0-9]+" && ls sway-ipc.* >/dev/null 2>&1'
  WAYLAND_DISPLAY=$(ls | grep -xE 'wayland-[0-9]+')
  export WAYLAND_DISPLAY
}

# own FILE [ARGUMENT...]: $owner has it, as the primary selection
own() {
  file=$1
  shift
  [ -z "${owner:-}" ] || disown_it
  wl-copy -f -p "$@" <"$file" &
  owner=$!
  until_true sh -c 'wl-paste -p -n 2>/dev/null | cmp -s - "$1"' sh "$file"
}

disown_it() {
  kill "$owner" 2>/dev/null || :
  wait "$owner" 2>/dev/null || :
  owner=
}

# had_again FILE: the reader that is there gets it
had_again() {
  : >had
  echo >&4
  until_true cmp -s had "$1"
}

write_texts
start_sway
fails nothing
fails nothing clipboard
for text in line cyrillic middle large; do
  own $text
  gets $text
done
gets large --times 1
own cyrillic -t 'text/plain;charset=utf-8'
gets cyrillic
own line -t UTF8_STRING
gets line
own line -t image/png
fails nothing
disown_it
fails nothing
printf 'of the clipboard' >clipboard
wl-copy -f <clipboard &
owner=$!
until_true sh -c 'wl-paste -n 2>/dev/null | cmp -s - clipboard'
gets clipboard clipboard
fails nothing
disown_it
wl-copy -f -t x-kde-passwordManagerHint <clipboard &
owner=$!
until_true sh -c 'wl-paste -n -t x-kde-passwordManagerHint 2>/dev/null | cmp -s - clipboard'
fails nothing clipboard
disown_it

# Owners who do not what they should: wl-copy gives the text by way of cat, which is another one here.
mkdir bin
cat >bin/cat <<'END'
#!/bin/sh
kind=$(/bin/cat hostile 2>/dev/null)
case $kind in
never) printf part; exec sleep 600 ;;
endless) exec yes 'Қазақстан, сөйлем.' ;;
*) exec /bin/cat "$@" ;;
esac
END
chmod +x bin/cat
plain_path=$PATH
# bad KIND: wl-copy itself waits for its cat, and is begun anew
bad() {
  PATH=$PWD/bin:$PATH
  own line
  PATH=$plain_path
  echo "$1" >hostile
}
bad never
fails timeout
in_time
rm hostile
bad endless
if "$OQ_TOOLS/selected" >got 2>told; then
  [ "$(size_of got)" -le 67108864 ] && [ "$(size_of got)" -gt 67000000 ] || fail "$(size_of got) bytes of a text without an end"
else
  read -r had took _ <told
  [ "$had" = timeout ] && [ "${took%:}" -le 1500 ] || fail "$(cat told)"
fi
rm hostile
own line
gets line
disown_it

# A frozen owner, a frozen compositor; both go on.
mkfifo lines
: >had
: >told
"$OQ_TOOLS/selected" --line <lines >>had 2>>told &
reader=$!
exec 4>lines
own large
kill -STOP "$owner"
for n in 1 2; do
  echo >&4
  until_true sh -c '[ "$(wc -l <told)" -eq "$1" ]' sh $n
done
kill -CONT "$owner"
had_again large
kill -STOP "$server"
echo >&4
until_true sh -c '[ "$(wc -l <told)" -eq 3 ]'
kill -CONT "$server"
had_again large
while read -r had took message; do
  [ "$had" = timeout ] && [ "${took%:}" -ge 900 ] && [ "${took%:}" -le 1200 ] ||
    fail "frozen: $had after $took ms"
done <told
tail -n 1 told | grep -q "WAYLAND_DISPLAY=$WAYLAND_DISPLAY" || fail "not named: $(cat told)"

# The owner dies while it is waited for.
: >told
kill -STOP "$owner"
echo >&4
sleep .2
kill -KILL "$owner"
until_true grep -q '^gone' told
wait "$owner" 2>/dev/null || :
owner=

# The compositor dies while it is asked; the next one is found.
: >told
kill -STOP "$server"
echo >&4
sleep .2
kill -KILL "$server"
until_true grep -q '^gone' told
: >told
echo >&4
until_true grep -q '^no-source' told
wait "$server" 2>/dev/null || :
old=$WAYLAND_DISPLAY
start_sway
[ "$WAYLAND_DISPLAY" = "$old" ] || fail "the display has another name now: $WAYLAND_DISPLAY"
own cyrillic
had_again cyrillic
kill "$server"
wait "$server" 2>/dev/null || :
exec 4>&-
wait "$reader" || :

# A compositor without data-control.
if command -v weston >/dev/null; then
  rm -f wayland-*
  weston --backend=headless-backend.so --socket=wayland-7 >weston.log 2>&1 &
  server=$!
  until_true test -S wayland-7
  WAYLAND_DISPLAY=wayland-7 fails no-source
  grep -q accessibility told || fail "no cure: $(cat told)"
fi
