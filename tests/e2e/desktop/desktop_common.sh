# desktop_common.sh - sourced by the tests of oqyrman-desktop, which have a session bus and a null sink.
. "$(dirname -- "$0")/../common.sh"
for tool in gdbus dbus-run-session; do
  command -v "$tool" >/dev/null || {
    echo "$0: $tool is missing: install dbus and libglib2.0-bin" >&2
    exit 77
  }
done
export LANGUAGE=en

# ask METHOD ARGUMENT...: of the service
ask() {
  method=$1
  shift
  gdbus call --session --timeout 10 -d kz.oqyrman.Reader1 -o /kz/oqyrman/Reader1 \
    -m "kz.oqyrman.Reader1.$method" -- "$@"
}

property() {
  gdbus call --session --timeout 10 -d kz.oqyrman.Reader1 -o /kz/oqyrman/Reader1 \
    -m org.freedesktop.DBus.Properties.Get kz.oqyrman.Reader1 "$1" 2>&1
}

# state NAME: the service is in it
state() {
  property State | grep -q "'$1'"
}

is_up() {
  property State | grep -q '<'
}

# owner: the process that has the service's name, or nothing
owner() {
  gdbus call --session -d org.freedesktop.DBus -o / -m org.freedesktop.DBus.GetConnectionUnixProcessID \
    kz.oqyrman.Reader1 2>/dev/null | sed 's/(uint32 \([0-9]*\),)/\1/'
}

# begin PROGRAM: the service; $service is its process, what it says goes to $work/log
begin() {
  "$1" 2>"$work/log" &
  service=$!
  until_true is_up
}

end() {
  kill "$service"
  status=0
  wait "$service" || status=$?
  [ "$status" -eq 0 ] || fail "the service has status $status: $(cat "$work/log")"
}

# has_said WORDS: the service, on standard error
has_said() {
  grep -q -- "$1" "$work/log"
}

n_streams() {
  LC_ALL=C pactl list short sink-inputs | wc -l
}

n_corked() {
  LC_ALL=C pactl list sink-inputs | grep -c 'Corked: yes' || :
}

# sounding: something is heard just now, or at least is played
sounding() {
  [ "$(n_streams)" -gt "$(n_corked)" ]
}

# given_back: the device
given_back() {
  [ "$(n_streams)" -eq 0 ]
}

silent() {
  ! sounding
}
