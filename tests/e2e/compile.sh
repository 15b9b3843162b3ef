# voices/espeak/compile.cmake: a fault in any of the sources fails, and leaves nothing that could be
# taken for a voice; nothing of an older folder stays.
. "$(dirname -- "$0")/common.sh"

sources=$work/sources
data=$work/espeak-ng-data

# afresh: the sources as they are
afresh() {
  rm -rf "$sources"
  cp -r "$OQ_VOICES/espeak" "$sources"
}

# compile DATA: what is said goes to $work/said
compile() {
  "$OQ_CMAKE" -D SOURCE="$sources" -D SYSTEM="$OQ_ESPEAK_DATA" -D DATA="$1" \
    -P "$sources/compile.cmake" >"$work/said" 2>&1
}

# stamped DATA NAME FILE NEEDS: DATA tells of NAME what FILE is
stamped() {
  sum=$(sha256sum <"$3" | cut -c -64)
  line=$(printf '%s\t%s\t%s\t%s\t%s' "$(wc -c <"$3")" "$(stat -L -c %Y "$1/${2#stock/}")" "$sum" "$2" "$4")
  [ "$2" = "${2#stock/}" ] || line=$(printf '%s' "$line" | sed "s/\t[0-9]*/\t$(stat -c %Y "$3")/")
  grep -qFx -- "$line" "$1/stamp" || fail "the stamp does not tell of $2: $line"
}

# compiles DATA
compiles() {
  compile "$1" || fail "$(cat "$work/said")"
  [ -f "$1/kk_dict" ] && [ ! -L "$1/kk_dict" ] || fail "$1 has no dictionary of ours"
  [ "$(tail -n 1 "$1/stamp")" = '# end' ] || fail "$1 has no whole stamp"
  stamped "$1" phontab "$OQ_ESPEAK_DATA/phontab" ''
  stamped "$1" lang/trk/kk "$sources/kk" kk_dict
  stamped "$1" stock/lang/trk/kk "$OQ_ESPEAK_DATA/lang/trk/kk" kk_dict
  stamped "$1" lang/gmq/nb "$OQ_ESPEAK_DATA/lang/gmq/nb" no_dict
  stamped "$1" lang/gmw/en-US "$OQ_ESPEAK_DATA/lang/gmw/en-US" en_dict
  stamped "$1" kk_dict "$1/kk_dict" ''
}

# refuses WORDS: with these words on standard error, and the whole folder of before is gone
refuses() {
  mkdir -p "$data"
  ln -sf "$OQ_ESPEAK_DATA/phontab" "$data/phontab"
  : >"$data/kk_dict"
  : >"$data/stamp"
  ! compile "$data" || fail "this should not compile: $1"
  tr '\n' ' ' <"$work/said" | tr -s ' ' | grep -qF -- "$1" ||
    fail "not '$1' but: $(cat "$work/said")"
  [ ! -e "$data/stamp" ] || fail "a stamp is left: $1"
  [ ! -e "$data/kk_dict" ] || fail "a dictionary is left: $1"
  afresh
}

afresh
compiles "$data"
: >"$data/older"
mkdir "$data/voices/older"
compiles "$data"
[ ! -e "$data/older" ] && [ ! -e "$data/voices/older" ] || fail "something older is left"

# What eSpeak NG tells without being at fault, and words that look like complaints.
printf 'error  ?Unknown $text\nbad  b%s\n' "'ad" >>"$sources/kk_list"
printf '// Error: Bad phoneme\n' >>"$sources/kk_rules"
printf '// Bad voice attribute\n' >>"$sources/kk"
compiles "$data"
afresh

# A path longer than eSpeak NG itself can bear.
long=$work
for part in 1 2 3 4; do long=$long/$part-тым-ұзын-аты-бар-бос-орынды\ қалта; done
[ "${#long}" -gt 200 ] || fail "not long: $long"
mkdir -p "$long"
compiles "$long/espeak-ng-data"

printf '\n.group ѣ\n    ѣ    q@Щ\n' >>"$sources/kk_rules"
refuses 'Bad phoneme [Щ]'
printf '\n.group ѣ\n    ѣ) ( q\n' >>"$sources/kk_rules"
refuses 'Syntax error'
printf '\n.group ѣ\n    ѣ    q\n.group ѣ\n    ѣ    k\n' >>"$sources/kk_rules"
refuses '“.group ѣ” twice'
printf 'сынақ    s@nЩq\n' >>"$sources/kk_list"
row=$(wc -l <"$sources/kk_list")
refuses 'Bad phoneme [Щ]'
# … by the row that somebody has to mend, and nothing else.
[ "$(sed -n 's/^oqyrman: //p' "$work/said")" = "$sources/kk_list:$row: Bad phoneme (Щ) (U+429) in: сынақ  s@nЩq" ] ||
  fail "the row is not named: $(cat "$work/said")"
printf 'сынақ    $nonsense\n' >>"$sources/kk_list"
refuses 'Unknown keyword: $nonsense'
printf 'nonsense 5\n' >>"$sources/kk"
refuses 'Bad voice attribute: nonsense'
printf 'tunes zz9\n' >>"$sources/kk"
refuses "Unknown tune 'zz9'"
printf 'nonsense 5\n' >>"$sources/variants/dauren"
refuses 'Bad voice attribute: nonsense'
for file in kk kk_rules kk_list; do
  rm "$sources/$file"
  refuses "$file"
done

# A folder that is somebody else's is left alone.
rm -rf "$data"
mkdir "$data"
: >"$data/letter"
! compile "$data" || fail "it took somebody's folder"
[ -e "$data/letter" ] || fail "somebody's file is gone"
