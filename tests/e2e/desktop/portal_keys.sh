# Keys that the desktop gives, through the real portal with a desktop of the test's own behind it: all,
# some or none of them, taken back, started again, or no portal at all; once each is told what is lost.
portal=/usr/libexec/xdg-desktop-portal
[ -x "$portal" ] && command -v dbus-daemon >/dev/null || {
  echo "portal_keys.sh: install xdg-desktop-portal and dbus-daemon" >&2
  exit 77
}
. "$(dirname -- "$0")/../common.sh"
unset DISPLAY
export XDG_RUNTIME_DIR="$work/runtime" HOME="$work/home" XDG_STATE_HOME="$work/state" WAYLAND_DISPLAY=wayland-test
export XDG_DESKTOP_PORTAL_DIR="$work/portals" XDG_CURRENT_DESKTOP=test
mkdir -m 700 "$XDG_RUNTIME_DIR" "$HOME"
mkdir "$work/portals" "$work/services"
keys='read-selection=Ctrl+Alt+O pause=Super+F9 where=Print'

# start_bus [SERVICE FILE'S LINES]: a bus that starts the portal when it is told how
start_bus() {
  cat >"$work/bus.conf" <<END
<busconfig><type>session</type><listen>unix:path=$XDG_RUNTIME_DIR/bus</listen>
<servicedir>$work/services</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
END
  rm -f "$XDG_RUNTIME_DIR/bus"
  dbus-daemon --nofork --config-file="$work/bus.conf" 4>&- 5>&- 2>/dev/null &
  bus=$!
  export DBUS_SESSION_BUS_ADDRESS="unix:path=$XDG_RUNTIME_DIR/bus"
  until_true test -S "$XDG_RUNTIME_DIR/bus"
}

stop_bus() {
  kill "$bus" # and with it ends the portal
  wait "$bus" || :
  bus=
}

# The bus starts it, and it can be found by its process.
cat >"$work/services/portal.service" <<END
[D-BUS Service]
Name=org.freedesktop.portal.Desktop
Exec=$work/portal
END
printf '#!/bin/sh\necho $$ >>%s\nexec %s >>%s 2>&1\n' "$work/pids" "$portal" "$work/log" >"$work/portal"
chmod +x "$work/portal"
printf '[portal]\nDBusName=org.freedesktop.impl.portal.desktop.test\nUseIn=test\n%s\n' \
  'Interfaces=org.freedesktop.impl.portal.GlobalShortcuts;' >"$work/portals/test.portal"

# give POLICY: the desktop; it obeys what is written to 5
give() {
  rm -f "$work/wishes"
  mkfifo "$work/wishes"
  : >"$work/given"
  "$OQ_TOOLS/give_keys" "$1" <"$work/wishes" >"$work/given" 4>&- 5>&- &
  giver=$!
  exec 5>"$work/wishes"
  until_true grep -qx ready "$work/given"
}

end_giving() {
  exec 5>&-
  wait "$giver" || fail "give_keys ended with status $?"
  giver=
}

# hear: $hearer, which writes into $work/heard and obeys what is written to 4
hear() {
  rm -f "$work/orders"
  mkfifo "$work/orders"
  : >"$work/heard"
  "$OQ_TOOLS/hear_hotkeys" $keys <"$work/orders" >"$work/heard" 4>&- 5>&- &
  hearer=$!
  exec 4>"$work/orders"
}

end_hearing() {
  exec 4>&-
  wait "$hearer" || fail "hear_hotkeys ended with status $?: $(cat "$work/heard")"
  hearer=
}

last() {
  until_true sh -c 'tail -n 1 "$1" | grep -q "$2"' sh "$work/heard" "$1"
}

# heard N WHAT: exactly so many lines
heard() {
  [ "$(grep -c "$2" "$work/heard")" -eq "$1" ] || fail "not $1 × $2: $(cat "$work/heard")"
}

kill_portal() {
  kill -KILL "$(tail -n 1 "$work/pids")"
}

trap 'exec 4>&- 5>&-
  kill ${hearer:-} ${giver:-} ${bus:-} 2>/dev/null || :
  rm -rf -- "$work"' EXIT

# All are given, with what was wished for; they are heard; taken back, that is told.
start_bus
give grant
hear
last '^bound 3$'
for line in 'read-selection: CTRL+ALT+o: ' 'pause: LOGO+F9: ' 'where: Print: '; do
  grep -q "^$line" "$work/given" || fail "not asked for $line: $(cat "$work/given")"
done
echo press read-selection >&5
last '^pressed read-selection$'
echo press where >&5
last '^pressed where$'
echo press nothing >&5
echo revoke >&5
last '^bound 0$'
heard 1 '^refused all - 3: '
heard 2 '^pressed'
echo retry >&4
last '^bound 3$'
heard 1 '^refused'

# The portal is killed: the bus starts it once more, and the keys are asked for again.
for n in 1 2 3; do
  kill_portal
  until_true sh -c '[ "$(grep -c "^bound 3$" "$1")" -eq "$2" ]' sh "$work/heard" $((n + 2))
  echo press pause >&5
  until_true sh -c '[ "$(grep -c "^pressed pause$" "$1")" -eq "$2" ]' sh "$work/heard" $n
done
heard 1 '^refused'

# It cannot be started any more.
printf '#!/bin/sh\nexit 1\n' >"$work/portal.new"
chmod +x "$work/portal.new"
mv "$work/portal" "$work/portal.kept"
mv "$work/portal.new" "$work/portal"
kill_portal
until_true grep -q '^refused all - 5: ' "$work/heard"
heard 2 '^refused all'
mv "$work/portal.kept" "$work/portal"
echo retry >&4
last '^bound 3$'

# The bus goes.
stop_bus
until_true sh -c '[ "$(grep -c "^refused all - 5: " "$1")" -eq 2 ]' sh "$work/heard"
end_hearing
end_giving

# One of three; none.
start_bus
give some
hear
last '^bound 1$'
heard 2 '^refused'
heard 1 '^refused where Print 3: '
echo press pause >&5
echo press read-selection >&5
last '^pressed read-selection$'
heard 1 '^pressed'
end_hearing
until_true grep -q closed "$work/given"
end_giving
give deny
hear
last '^refused all - 3: '
[ "$(wc -l <"$work/heard")" -eq 1 ] || fail "more than a line: $(cat "$work/heard")"
end_hearing
end_giving
kill_portal

# A portal without such a desktop, no portal, no bus.
rm "$work/portals/test.portal"
hear
last '^refused all - 4: .*oqyrman selection'
end_hearing
kill_portal
rm "$work/services/portal.service"
stop_bus
start_bus
hear
last '^refused all - 4: .*oqyrman selection'
end_hearing
stop_bus
hear
last '^refused all - 4: .*oqyrman selection'
[ "$(wc -l <"$work/heard")" -eq 1 ] || fail "more than a line: $(cat "$work/heard")"
end_hearing
