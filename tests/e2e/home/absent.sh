# A sound device that config.ini names and that is not there today: the default one plays, and that is
# told. One that an option names has to be there.
. "$(dirname -- "$0")/../common.sh"

mkdir -p "$XDG_CONFIG_HOME/oqyrman"
printf '[voice]\ndevice = headphones of yesterday\n' >"$XDG_CONFIG_HOME/oqyrman/config.ini"
"$OQ_PROGRAM" say бір 2>"$work/told" || fail "not said: $(cat "$work/told")"
grep -q 'headphones of yesterday' "$work/told" || fail 'the device is not named'
[ "$(wc -l <"$work/told")" -eq 1 ] || fail "told: $(cat "$work/told")"
"$OQ_PROGRAM" say --quiet бір 2>"$work/told" || fail "not said: $(cat "$work/told")"
[ ! -s "$work/told" ] || fail "told: $(cat "$work/told")"
if "$OQ_PROGRAM" say --device 'headphones of yesterday' бір 2>"$work/told"; then
  fail 'said to another device than the one that was asked for'
fi
