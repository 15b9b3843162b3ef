# What a test has started ends with it: whoever is left behind, deaf to SIGTERM or stopped, too.
. "$(dirname -- "$0")/common.sh"

# runs NUMBER: it is there, and not only waited for
runs() {
  grep -q '^State:[[:space:]]*[^ZX]' "/proc/$1/status" 2>/dev/null
}

cat >"$work/leaves.sh" <<'END'
(
  trap '' TERM
  sleep 600 &
  echo $! >"$1/deaf"
)
sh -c 'setsid sleep 600 & echo $! >"$1/alone"' sh "$1"
sleep 600 &
echo $! >"$1/stopped"
kill -STOP "$!"
exit 42
END
status=0
"$OQ_TOOLS/ended" sh "$work/leaves.sh" "$work" >"$work/none" || status=$?
[ "$status" -eq 42 ] || fail "the status is $status"
for name in deaf alone stopped; do
  ! runs "$(cat "$work/$name")" || fail "$name is left"
done

# It is interrupted in the middle: the same.
cat >"$work/waits.sh" <<'END'
sleep 600 &
echo $! >"$1/left"
wait
END
"$OQ_TOOLS/ended" sh "$work/waits.sh" "$work" &
ended=$!
until_true test -s "$work/left"
kill -TERM "$ended"
status=0
wait "$ended" || status=$?
[ "$status" -eq 143 ] || fail "the status is $status"
! runs "$(cat "$work/left")" || fail 'what was interrupted is left'

# So is a try that has failed, before the next one.
cat >"$work/fails.sh" <<'END'
for left in $(cat "$1/tries" 2>/dev/null); do
  ! kill -0 "$left" 2>/dev/null || echo "$left" >>"$1/met"
done
sleep 600 &
echo $! >>"$1/tries"
exit 1
END
sh "$(dirname -- "$0")/../lib/three-tries.sh" sh "$work/fails.sh" "$work" 2>"$work/none" &&
  fail 'what has failed has not'
[ "$(wc -l <"$work/tries")" -eq 3 ] || fail "$(wc -l <"$work/tries") tries"
[ ! -e "$work/met" ] || fail 'a try meets what the one before it has started'
