# The unit of a watched folder is installed, is one that systemd understands, names the installed program, and
# leaves it little to do harm with.
. "$(dirname -- "$0")/../common.sh"

command -v systemd-analyze >/dev/null || {
  echo 'there is no systemd-analyze'
  exit 77
}

"$OQ_CMAKE" --install "$OQ_BUILD" --prefix "$work/usr" >"$work/install.log" || fail "$(tail -n 20 "$work/install.log")"
unit=$work/usr/lib/systemd/system/oqyrman-watch@.service
grep -qs "^ExecStart=$work/usr/bin/oqyrman watch " "$unit" || fail "$(grep ExecStart "$unit")"

# Of an instance; the user need not be there.
instance=$work/oqyrman-watch@srv-news.service
cp "$unit" "$instance"
systemd-analyze verify --man=no "$instance" 2>"$work/said" || fail "$(cat "$work/said")"
! grep "oqyrman-watch" "$work/said" || fail 'systemd does not understand it all'
systemd-analyze security --offline=yes --threshold=10 --no-pager "$instance" >"$work/score" 2>&1 ||
  fail "$(cat "$work/score")"
tail -n 1 "$work/score"
