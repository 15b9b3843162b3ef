# What is selected on X11 is had whole, whoever owns it; who does not answer is named within the limit.
for tool in Xvfb xclip; do
  command -v "$tool" >/dev/null || {
    echo "selection_x11.sh: $tool is missing: install xvfb and xclip" >&2
    exit 77
  }
done
. "$(dirname -- "$0")/selection_common.sh"
unset WAYLAND_DISPLAY
export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent
export LC_ALL=C.UTF-8 LANGUAGE=en
cd "$work"
trap 'exec 4>&-; kill -CONT "${owner:-}" 2>/dev/null || :
  kill "${server:-}" "${owner:-}" "${reader:-}" 2>/dev/null || :; rm -rf -- "$work"' EXIT

# A number of its own: those that servers choose themselves are taken by others as soon as they are
# free.
DISPLAY=:$((10000 + $$ % 50000))
export DISPLAY

# start_x: $server
start_x() {
  : >display
  Xvfb "$DISPLAY" -displayfd 3 -screen 0 640x480x24 -nolisten tcp -noreset 3>display 2>/dev/null &
  server=$!
  until_true test -s display
}

# own FILE [ARGUMENT...]: xclip has it, in the foreground: $owner
own() {
  file=$1
  shift
  xclip -quiet -i -selection primary "$@" "$file" >owner 2>&1 &
  owner=$!
  until_true cmp_primary "$file"
}

cmp_primary() {
  xclip -o -selection primary 2>/dev/null | cmp -s - "$1"
}

# gets_again FILE: the reader that is there has it, at last: xclip loses what it is asked for while it
# sends something else
gets_again() {
  until_true sh -c ': >had; echo >&4; sleep .2; cmp -s had "$1"' sh "$1"
}

# disown_it: it ends
disown_it() {
  kill -CONT "$owner" 2>/dev/null || :
  kill "$owner"
  wait "$owner" 2>/dev/null || :
}

write_texts
start_x
fails nothing
grep -q 'nothing is selected' told
for text in line cyrillic middle large; do
  own $text
  gets $text
  gets $text paragraph
  gets $text --times 1
  disown_it
done
fails nothing clipboard
grep -q clipboard told
printf 'from the clipboard' | xclip -i -selection clipboard
printf 'from the clipboard' >clipboard
gets clipboard clipboard
fails nothing # the clipboard is not taken for it

# Other targets, and what is no good text.
own cyrillic -t 'text/plain;charset=utf-8'
gets cyrillic
disown_it
own line -t STRING
gets line
disown_it
: >empty
printf 'a\0b\377z' >broken
printf 'ab\357\277\275z' >repaired
xclip -i -selection primary empty
fails nothing
xclip -i -selection primary broken
gets repaired

# bad KIND: such an owner has it
bad() {
  : >owner
  "$OQ_TOOLS/bad_owner" "$1" >owner &
  owner=$!
  until_true grep -q owns owner
}

# Owners who do not what they should: what is told of the size is nothing to rely on; who never comes to an
# end is not waited for, and fills no more of the memory than is taken of a text; who ends is named.
if [ -x "$OQ_TOOLS/bad_owner" ]; then
  head -c 1048576 /dev/zero | tr '\0' a >more
  head -c 65536 /dev/zero | tr '\0' a >less
  for kind in more less; do
    bad $kind
    gets $kind
    disown_it
  done
  for kind in silent slow; do
    bad $kind
    fails timeout
    in_time
    disown_it
  done
  bad endless
  if "$OQ_TOOLS/selected" >got 2>told; then
    [ "$(size_of got)" -eq 67108864 ] || fail "$(size_of got) bytes of a text without an end"
  else
    read -r had took _ <told
    took=${took%:}
    [ "$had" = timeout ] && in_time
  fi
  disown_it
  bad dies
  fails gone
  wait "$owner" || :
fi

# Who is frozen is named in time; it goes on with its own life, and is asked anew.
own large
mkfifo lines
: >had
: >told
"$OQ_TOOLS/selected" --line <lines >>had 2>>told &
reader=$!
exec 4>lines
kill -STOP "$owner"
for n in 1 2 3; do
  echo >&4
  until_true sh -c '[ "$(wc -l <told)" -eq "$1" ]' sh $n
done
while read -r had took message; do
  [ "$had" = timeout ] && [ "${took%:}" -ge 900 ] && [ "${took%:}" -le 1200 ] ||
    fail "a frozen owner: $had after $took ms"
  case $message in *"'xclip' (process $owner)"*) ;; *) fail "not named: $message" ;; esac
done <told
kill -CONT "$owner"
gets_again large
kill -0 "$owner" || fail "the late answers have ended the owner"
cmp_primary large || fail "the owner does not answer any more"

# It dies while it is waited for.
: >told
kill -STOP "$owner"
echo >&4
sleep .2
kill -KILL "$owner"
wait "$owner" || :
until_true grep -q '^gone' told
read -r had took message <told
[ "${took%:}" -lt 900 ] || fail "its end was noticed after $took ms"
own line
gets_again line
disown_it

# The server goes: nothing ends, and when it is there again, it is asked again.
: >told
kill -KILL "$server"
wait "$server" || :
until_true sh -c 'echo >&4; sleep .2; grep -q "^no-source .*$DISPLAY" told'
rm -f "/tmp/.X${DISPLAY#:}-lock" "/tmp/.X11-unix/X${DISPLAY#:}"
start_x
own cyrillic
gets_again cyrillic
# ... while it is asked: frozen at first
: >told
kill -STOP "$server"
echo >&4
until_true grep -q '^timeout' told
kill -CONT "$server"
: >told
kill -STOP "$server"
echo >&4
sleep .2
kill -KILL "$server"
until_true grep -q '^gone' told
exec 4>&-
wait "$reader" || :
wait "$server" "$owner" || :

# None at all.
DISPLAY=:nothing
fails no-source
unset DISPLAY
fails no-source
grep -q 'neither DISPLAY nor WAYLAND_DISPLAY' told
