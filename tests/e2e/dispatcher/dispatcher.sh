# dispatcher.sh PART... - dispatcher.py, where there is what it needs; to be called by with-dispatcher.sh.
set -u
/usr/bin/python3 -c 'import speechd' 2>/dev/null || {
  echo "dispatcher.sh: python3-speechd is missing" >&2
  exit 77
}
exec timeout 280 /usr/bin/python3 -B "$(dirname -- "$0")/dispatcher.py" "$@"
