# Keys are heard under every layout and lock, once each; what cannot be had is told in one line, and
# an X server that goes away ends nothing.
for tool in Xvfb setxkbmap xmodmap xset; do
  command -v "$tool" >/dev/null || {
    echo "hotkeys.sh: $tool is missing: install xvfb, x11-xkb-utils and x11-xserver-utils" >&2
    exit 77
  }
done
. "$(dirname -- "$0")/../common.sh"
unset WAYLAND_DISPLAY
export XDG_STATE_HOME="$work/state"
ctrl=37 alt=64 super=133 shift=50 o=32 a_here=38 a_french=24 caps=66 num=77

# start_x [DISPLAY]: $server; it keeps layouts and locks when its last client leaves
start_x() {
  : >"$work/display"
  Xvfb "$@" -displayfd 3 -screen 0 640x480x24 -nolisten tcp -noreset 3>"$work/display" 4>&- 5>&- \
    2>/dev/null &
  server=$!
  until_true test -s "$work/display"
  DISPLAY=:$(cat "$work/display")
  export DISPLAY
}

# hear DEED=KEY...: $hearer, which writes into $work/heard and obeys what is written to 4
hear() {
  rm -f "$work/orders"
  mkfifo "$work/orders"
  : >"$work/heard"
  "$OQ_TOOLS/hear_hotkeys" "$@" <"$work/orders" >"$work/heard" 4>&- 5>&- &
  hearer=$!
  exec 4>"$work/orders"
}

end_hearing() {
  exec 4>&-
  wait "$hearer" || fail "hear_hotkeys ended with status $?: $(cat "$work/heard")"
  hearer=
}

# other COMMAND...: another program at the server; it goes when 5 is closed
other() {
  rm -f "$work/other"
  mkfifo "$work/other"
  "$OQ_TOOLS/hands" "$@" <"$work/other" >"$work/told" 4>&- 5>&- &
  other=$!
  exec 5>"$work/other"
  until_true test -s "$work/told"
  case $(cat "$work/told") in not*) fail "hands $*: $(cat "$work/told")" ;; esac
}

end_other() {
  exec 5>&-
  wait "$other" || fail "hands ended with status $?"
  other=
}

press() {
  "$OQ_TOOLS/hands" press "$@"
}

lines() {
  grep -c "$1" "$work/heard" || :
}

# came N WHAT: it stands there N times
came() {
  [ "$(lines "$2")" -ge "$1" ]
}

n_pressed=0

# hears CODE...: pressing it is heard, once
hears() {
  n_pressed=$((n_pressed + 1))
  press "$@"
  until_true came "$n_pressed" '^pressed read-selection$'
  [ "$(lines '^pressed')" -eq "$n_pressed" ] || fail "heard too much: $(cat "$work/heard")"
}

# bound N WHAT...: so many have their keys now
bound() {
  until_true sh -c 'tail -n 1 "$1" | grep -qx "bound $2"' sh "$work/heard" "$1"
}

trap 'exec 4>&- 5>&-; kill ${server:-} ${hearer:-} ${other:-} 2>/dev/null || :
  rm -rf -- "$work"' EXIT

# Layouts and locks. With none but Kazakh there is no letter O: its place counts, and no other.
start_x
setxkbmap -layout kz
hear read-selection=Ctrl+Alt+O pause=Super+F9 where=Print
bound 3
for layout in kz us,kz kz,us kz,ru ru,kz,us us; do
  setxkbmap -layout "$layout"
  for group in 0 1 2; do
    case $group,$layout in [12],??|2,??,??) continue ;; esac
    "$OQ_TOOLS/hands" group "$group"
    for locks in "" $caps $num "$caps $num"; do
      for lock in $locks; do press "$lock"; done
      hears $ctrl $alt $o
      press $ctrl $alt $a_here
      press $ctrl $alt $shift $o
      press $ctrl $o
      for lock in $locks; do press "$lock"; done
    done
  done
done
press $super 75
until_true came 1 '^pressed pause$'
press 107
until_true came 1 '^pressed where$'
[ "$(lines '^pressed')" -eq $((n_pressed + 2)) ] || fail "heard: $(cat "$work/heard")"
[ "$(lines '^refused')" -eq 0 ] || fail "$(cat "$work/heard")"

# A key that is held down is pressed once, however often the server repeats it.
"$OQ_TOOLS/hands" group 0
xset r rate 20 100
before=$(lines '^pressed')
other hold $ctrl $alt $o
until_true came $((n_pressed + 1)) '^pressed read-selection$'
n_pressed=$((n_pressed + 1))
sleep .5 # fifty repetitions
end_other
[ "$(lines '^pressed')" -eq $((before + 1)) ] || fail "repeats: $(cat "$work/heard")"
xset r rate # a slow hand on a busy machine repeats nothing
end_hearing

# comes CODE...: pressing it, again and again, comes to be heard; what is pressed then is heard once
comes() {
  before=$(lines '^pressed read-selection$')
  until_true sh -c 'heard=$1 before=$2 hands=$3; shift 3; "$hands" press "$@"
    [ "$(grep -c "^pressed read-selection$" "$heard")" -gt "$before" ]' \
    sh "$work/heard" "$before" "$OQ_TOOLS/hands" "$@"
  before=$(lines '^pressed pause$')
  press $super 75
  until_true came $((before + 1)) '^pressed pause$'
  before=$(lines '^pressed read-selection$')
  press "$@"
  until_true came $((before + 1)) '^pressed read-selection$'
}

# The letter moves with the layout; Num Lock may be another modifier.
setxkbmap -layout us
hear read-selection=Ctrl+Alt+A pause=Super+F9
bound 2
comes $ctrl $alt $a_here
setxkbmap -layout fr
comes $ctrl $alt $a_french
before=$(lines '^pressed read-selection$')
press $ctrl $alt $a_here
press $ctrl $alt $a_french
until_true came $((before + 1)) '^pressed read-selection$'
[ "$(lines '^pressed read-selection$')" -eq $((before + 1)) ] || fail "A where Q is: $(cat "$work/heard")"
xmodmap -e 'remove mod2 = Num_Lock' -e 'add mod3 = Num_Lock'
press $num
comes $ctrl $alt $a_french
press $num
end_hearing

# What another program has is told, and is had when it was asked for again; nothing of it is kept.
setxkbmap -layout us
other take 12 $o
hear read-selection=Ctrl+Alt+O pause=Ctrl+Alt+P repeat=Ctrl+Alt+O next=O
until_true came 1 '^bound 1$'
[ "$(lines '^refused read-selection Ctrl+Alt+O 1: ')" -eq 1 ] || fail "$(cat "$work/heard")"
[ "$(lines '^refused repeat Ctrl+Alt+O 0: ')" -eq 1 ] || fail "$(cat "$work/heard")"
[ "$(lines '^refused next O 0: ')" -eq 1 ] || fail "$(cat "$work/heard")"
press $num
press $ctrl $alt $o
press $num
"$OQ_TOOLS/hands" take 28 $o </dev/null | grep -qx taken || fail "half of a key is kept from others"
press $ctrl $alt 33
until_true came 1 '^pressed pause$'
[ "$(lines '^pressed')" -eq 1 ] || fail "half of a key was kept: $(cat "$work/heard")"
end_other
echo retry >&4
bound 2
press $ctrl $alt $o
until_true came 1 '^pressed read-selection$'

# An open menu has the keyboard to itself; behind it nothing is left over.
other menu
press $ctrl $alt $o
end_other
press $ctrl $alt $o
until_true came 2 '^pressed read-selection$'
press $ctrl $alt 33
until_true came 2 '^pressed pause$'
[ "$(lines '^pressed read-selection$')" -eq 2 ] || fail "$(cat "$work/heard")"

# The server goes: that is told once. It comes back, and so do the keys when they are asked for.
kill -KILL "$server"
wait "$server" || :
server=
until_true came 1 '^refused all - 5: '
rm -f "/tmp/.X${DISPLAY#:}-lock" "/tmp/.X11-unix/X${DISPLAY#:}"
echo retry >&4
until_true came 1 '^refused all - 4: .*'"$DISPLAY"
start_x "$DISPLAY"
echo retry >&4
bound 2
press $ctrl $alt $o
until_true came 3 '^pressed read-selection$'
[ "$(lines '^refused all')" -eq 2 ] || fail "$(cat "$work/heard")"
end_hearing
kill "$server"
wait "$server" || :
server=

# Neither X nor Wayland.
unset DISPLAY
hear read-selection=Ctrl+Alt+O pause=Ctrl+Alt+P
until_true came 1 '^refused all - 4: .*oqyrman selection'
[ "$(lines .)" -eq 1 ] || fail "more than a line: $(cat "$work/heard")"
end_hearing
