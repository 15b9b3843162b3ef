# desktop.sh KIND N [SEED]: desktop.py on an X server of its own; OQ_DESKTOP is the service.
set -eu
own=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
cd "$XDG_RUNTIME_DIR"
export LANGUAGE=en
Xvfb -displayfd 3 -screen 0 640x480x24 -nolisten tcp -noreset 3>display 2>x.log &
server=$!
trap 'kill "$server" 2>/dev/null || :' EXIT
tries=500
until grep -qs '[0-9]' display; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || { echo 'Xvfb does not start' >&2; exit 1; }
  sleep .02
done
DISPLAY=:$(cat display)
export DISPLAY
python3 "$own/desktop.py" "$@"
