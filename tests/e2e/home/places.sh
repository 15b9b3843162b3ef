# Places are kept: whole, whenever the program is killed; and where they cannot be kept, that is said
# once.
. "$(dirname -- "$0")/../common.sh"

# keeps FOLDER WHAT: what is said of a hundred saves, and the place, are this
keeps() {
  $as "$OQ_TOOLS/keep_places" save "$1" 100 >"$work/said" 2>&1 || fail "$1: $(cat "$work/said")"
  [ "$(sed "s|$work|.|" "$work/said")" = "$2" ] || fail "$1: $(cat "$work/said")"
}

as=
"$OQ_TOOLS/keep_places" killed "$work/killed" "${1:-200}"

keeps "$work/new/state" 'place: 100'
mkfifo "$work/fifo"
keeps "$work/fifo" 'error: places and bookmarks cannot be kept: ./fifo: Not a directory
place: 0'

if [ "$(id -u)" -ne 0 ]; then
  mkdir -m 555 "$work/closed"
  keeps "$work/closed/state" 'error: places and bookmarks cannot be kept: ./closed/state: Permission denied
place: 0'
  exit
fi

# Root in the home of another user, and that user in a home where only root may write.
mkdir "$work/theirs"
chown 65534 "$work/theirs"
keeps "$work/theirs/state" 'error: places and bookmarks cannot be kept: ./theirs/state: it belongs to another user
place: 0'
[ -z "$(ls "$work/theirs")" ] || fail "root left something in the home of another user"
as='setpriv --reuid 65534 --regid 65534 --clear-groups'
chmod 755 "$work"
if $as test -x "$OQ_TOOLS/keep_places" && $as test -w "$work/theirs"; then
  mkdir "$work/ours"
  keeps "$work/ours/state" 'error: places and bookmarks cannot be kept: ./ours/state: Permission denied
place: 0'
  keeps "$work/theirs/state" 'place: 100'
else
  echo 'another user cannot run the program where it lies'
fi

# A full disk: the last place that there was room for stays.
as=
mkdir "$work/disk"
if mount -t tmpfs -o size=64k tmpfs "$work/disk" 2>/dev/null; then
  trap 'umount "$work/disk"; rm -rf -- "$work"' EXIT
  keeps "$work/disk/state" 'place: 100'
  head -c 100000 /dev/zero >"$work/disk/full" 2>/dev/null || :
  keeps "$work/disk/state" 'error: places and bookmarks cannot be kept: ./disk/state: No space left on device
place: 100'
  [ -z "$(find "$work/disk" -name '*.new')" ] || fail "half a file is left on the full disk"
  mount -o remount,ro "$work/disk"
  keeps "$work/disk/state" 'error: places and bookmarks cannot be kept: ./disk/state: Read-only file system
place: 100'
else
  echo 'no small disk can be mounted here'
fi
