# The service where the folders that it writes to are not its own: a runtime folder that is another user's, may
# not be written to or is not there, and a disk for the state that is full. It reads all the same.
. "$(dirname -- "$0")/desktop_common.sh"
desktop=$OQ_BUILD/libexec/oqyrman/oqyrman-desktop
export PULSE_SERVER="unix:$XDG_RUNTIME_DIR/pulse/native"

# reads WHAT: beside the log that there is always, nothing is said
reads() {
  begin "$desktop"
  record "$work/heard.raw" raw
  timeout 20 "$OQ_PROGRAM" say Сәлем || fail "$1: say has status $?: $(cat "$work/log")"
  stop_recording
  sounds "$work/heard.raw" 0 || fail "$1: nothing is heard"
  ! grep -v 'gives keys' "$work/log" || fail "$1: it says more than that"
  end
}

mkdir "$work/foreign" "$work/closed"
chmod 700 "$work/foreign"
chmod 500 "$work/closed"
own=$XDG_RUNTIME_DIR
[ "$(id -u)" -ne 0 ] || chown 65534 "$work/foreign"
for folder in "$work/foreign" "$work/closed" /proc/self/nothing; do
  XDG_RUNTIME_DIR=$folder
  reads "$folder"
done
[ -z "$(ls -A "$work/foreign")" ] || fail "it writes into another user's folder: $(ls -A "$work/foreign")"
XDG_RUNTIME_DIR=$own

[ "$(id -u)" -eq 0 ] || exit 0
mkdir "$work/disk"
mount -t tmpfs -o size=4k none "$work/disk" 2>/dev/null || exit 0
trap 'umount -l "$work/disk"; finish' EXIT
dd if=/dev/zero of="$work/disk/full" bs=4096 count=4 2>/dev/null || :
export XDG_STATE_HOME="$work/disk/state"
reads 'a full disk'
