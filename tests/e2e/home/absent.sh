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

# As under cron: where the sound server is nobody says, and the message tells what to do.
mkdir "$work/home"
export HOME="$work/home" PULSE_CLIENTCONFIG="$work/client.conf"
echo 'autospawn = no' >"$PULSE_CLIENTCONFIG"
told_in() {
  status=0
  env -u XDG_RUNTIME_DIR LC_ALL=C.UTF-8 LANGUAGE="$1" "$OQ_PROGRAM" say --quiet бір 2>"$work/told" || status=$?
  [ "$status" -eq 1 ] || fail "without a sound server: status $status, $(cat "$work/told")"
  [ "$(wc -l <"$work/told")" -eq 1 ] || fail "told: $(cat "$work/told")"
  grep -q "$2XDG_RUNTIME_DIR=/run/user/$(id -u)" "$work/told" || fail "in $1: $(cat "$work/told")"
}
told_in en 'so no sound server is found: set '
told_in kk 'сондықтан дыбыс сервері табылмайды: '
told_in ru 'поэтому звуковой сервер не найден: задайте '
