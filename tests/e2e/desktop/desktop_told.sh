# What the service tells, and whom: one who has typed its name, that it runs and how it is used; in the log
# nothing of that; what is wrong in config.ini, once, and aloud.
. "$(dirname -- "$0")/desktop_common.sh"
desktop=$OQ_BUILD/libexec/oqyrman/oqyrman-desktop
command -v script >/dev/null || {
  echo "$0: script is missing: install bsdutils" >&2
  exit 77
}

# typed: as in a terminal
typed() {
  script -qefc "'$OQ_PROGRAM' desktop" "$work/typed" >"$work/none" </dev/null 2>&1 &
  terminal=$!
}

typed
until_true grep -q 'it runs until Ctrl+C; oqyrman selection reads' "$work/typed"
until_true is_up
service=$(owner)
mv "$work/typed" "$work/first"
typed
wait "$terminal" || fail 'a second one fails'
grep -q 'it runs in this session already; oqyrman selection reads' "$work/typed" || fail "$(cat "$work/typed")"
kill "$service"
until_true sh -c '! kill -0 "$1" 2>/dev/null' sh "$service"

begin "$desktop"
"$OQ_PROGRAM" say Сәлем
! has_said 'it runs' || fail "$(cat "$work/log")"
end

mkdir -p "$XDG_CONFIG_HOME/oqyrman"
printf '[desktop]\nbusy=sometimes\n' >"$XDG_CONFIG_HOME/oqyrman/config.ini"
record "$work/wrong.raw" raw
begin "$desktop"
until_true has_said 'config.ini, line 2'
until_true sounding
until_true given_back
stop_recording
sounds "$work/wrong.raw" 0 || fail 'what is wrong in config.ini is not heard'
[ "$(grep -c 'config.ini' "$work/log")" -eq 1 ] || fail "$(cat "$work/log")"
end
printf '[desktop]\nbusy=sometimes\nwhere=Ctrl+Alt+W\nnothing=1\n' >"$XDG_CONFIG_HOME/oqyrman/config.ini"
begin "$desktop"
until_true has_said 'line 2.*; the command oqyrman config --check tells 1 more'
until_true has_said 'config.ini, line 4'
end
"$OQ_PROGRAM" config --check >"$work/told" 2>&1 || :
grep -q 'line 4' "$work/told" || fail "oqyrman config --check does not tell it: $(cat "$work/told")"

# Without a sound device a file is no cure here.
echo 'pcm.!default { type hw card 9 hint { show on description none } }' >"$work/asound.conf"
export PULSE_SERVER=unix:/nonexistent ALSA_CONFIG_PATH="$work/asound.conf"
begin "$desktop"
ask Say Сәлем '{}' >"$work/id"
until_true has_said 'there is no sound device; connect one'
! has_said 'render' || fail "$(cat "$work/log")"
end
