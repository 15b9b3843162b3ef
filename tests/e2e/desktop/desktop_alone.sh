# The service without a bus, with one that goes away, and on a bus that another user tries to reach.
. "$(dirname -- "$0")/desktop_common.sh"
desktop=$OQ_BUILD/libexec/oqyrman/oqyrman-desktop

# start_bus: one whose end the test decides on; its process is $bus
start_bus() {
  dbus-daemon --session --nofork --print-address 1 >"$work/address" 2>"$work/bus.log" &
  bus=$!
  until_true grep -q . "$work/address"
  DBUS_SESSION_BUS_ADDRESS=$(cat "$work/address")
  export DBUS_SESSION_BUS_ADDRESS
}

# is_over: it ends by itself, which is no failure
is_over() {
  status=0
  wait "$service" || status=$?
  [ "$status" -eq 0 ] || fail "the service has status $status: $(cat "$work/log")"
}

# Nobody could ask it for anything: it does not stay.
(
  unset DBUS_SESSION_BUS_ADDRESS
  exec "$desktop" 2>"$work/log"
) &
service=$!
is_over
has_said 'there is no session bus' && has_said 'neither a session bus nor a key' || fail "$(cat "$work/log")"

start_bus
begin "$desktop"
ask Say 'Бір екі үш төрт бес алты жеті сегіз тоғыз он.' '{}' >"$work/id"
until_true sounding
kill -KILL "$bus"
until_true has_said 'the session bus has gone'
has_said 'nor a key' || until_true has_said 'nor a key'
sounding || fail 'it did not read to the end'
is_over

[ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null || exit 0
# Even where the folder of the session is open to all, the bus is not.
start_bus
begin "$desktop"
chmod 755 "$XDG_RUNTIME_DIR"
path=${DBUS_SESSION_BUS_ADDRESS#unix:path=}
chmod 777 "${path%%,*}"
stranger() {
  setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent \
    gdbus call --address "$DBUS_SESSION_BUS_ADDRESS" --timeout 5 -d kz.oqyrman.Reader1 \
    -o /kz/oqyrman/Reader1 -m "$1" 'Сәлем' '{}' >"$work/stranger" 2>&1
}
! stranger kz.oqyrman.Reader1.Say || fail "another user is heard: $(cat "$work/stranger")"
grep -qi 'connect\|denied\|closed\|refused' "$work/stranger" || fail "$(cat "$work/stranger")"
state idle || fail "another user was heard: $(property State)"
[ "$(stat -c %a "$XDG_RUNTIME_DIR/oqyrman" 2>/dev/null || echo 700)" = 700 ] || fail 'turns are open to others'
end
