# What of a folder is not read is told once, though it is one book and was looked at before.
. "$(dirname -- "$0")/../common.sh"

mkdir "$work/folder"
echo Сәлем. >"$work/folder/1.txt"
printf '\211PNG\r\n' >"$work/folder/2.png"
LANGUAGE=en "$OQ_PROGRAM" read "$work/folder" 2>"$work/said" >/dev/null || fail "$(cat "$work/said")"
[ "$(grep -c '2.png is not plain text' "$work/said")" -eq 1 ] || fail "$(cat "$work/said")"
LANGUAGE=en "$OQ_PROGRAM" read --quiet "$work/folder" 2>"$work/said" >/dev/null || fail "$(cat "$work/said")"
[ ! -s "$work/said" ] || fail "$(cat "$work/said")"
