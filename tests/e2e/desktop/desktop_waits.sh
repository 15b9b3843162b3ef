# The service beside one who speaks through Speech Dispatcher, as Orca does: desktop_waits.py; to be called
# by with-dispatcher.sh on a session bus.
. "$(dirname -- "$0")/desktop_common.sh"
begin "$OQ_BUILD/libexec/oqyrman/oqyrman-desktop"
status=0
timeout 250 /usr/bin/python3 -B "$(dirname -- "$0")/desktop_waits.py" || status=$?
[ "$status" -eq 0 ] || fail "status $status"
end
