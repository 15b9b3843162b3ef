# The program finds its voices in the build tree, in an installation, and wherever that is moved to;
# when they do not fit the installed eSpeak NG, its own voice speaks, and that is said in one line. The
# manual is installed in each language.
. "$(dirname -- "$0")/common.sh"
export XDG_DATA_DIRS="$work/none" LANGUAGE=en

printf 'Әлі күнге дейін жұмсақ жауып тұр.\n' >"$work/text.txt"

# speak PROGRAM OUT [OPTION...]: what is said on standard error goes to $work/said
speak() {
  program=$1
  out=$2
  shift 2
  "$program" render "$@" "$work/text.txt" --output "$out" 2>"$work/said" ||
    fail "$program: $(cat "$work/said")"
}

# speaks_well PROGRAM: as the one in the build tree, and without a word
speaks_well() {
  speak "$1" "$work/got.wav"
  [ ! -s "$work/said" ] || fail "$1 says: $(cat "$work/said")"
  cmp "$work/expected.wav" "$work/got.wav"
}

# falls_back WORDS: the plain voice speaks, and one line with these words says so
falls_back() {
  speak "$installed" "$work/got.wav" --voice ainur
  [ "$(wc -l <"$work/said")" -eq 1 ] || fail "this should be one line: $(cat "$work/said")"
  grep -q "$1" "$work/said" || fail "not '$1' but: $(cat "$work/said")"
  cmp "$work/stock.wav" "$work/got.wav"
  speak "$installed" "$work/got.wav" --quiet
  [ ! -s "$work/said" ] || fail "--quiet says: $(cat "$work/said")"
  cmp "$work/stock.wav" "$work/got.wav"
}

# restore: an installation as it was made
restore() {
  rm -rf "$work/prefix"
  cp -a "$work/whole" "$work/prefix"
}

speak "$OQ_PROGRAM" "$work/expected.wav"
speak "$OQ_PROGRAM" "$work/stock.wav" --voice stock
[ ! -s "$work/said" ] || fail "the stock voice says: $(cat "$work/said")"
! cmp -s "$work/expected.wav" "$work/stock.wav" || fail "our voice sounds as the stock one"

"$OQ_CMAKE" --install "$OQ_BUILD" --prefix "$work/prefix" >"$work/install.log" ||
  fail "$(tail -n 20 "$work/install.log")"
for page in man1 kk/man1 ru/man1; do
  page=$work/prefix/share/man/$page/oqyrman.1
  grep -qs '^\.TH "oqyrman" "1"' "$page" || fail "no manual page: $page"
done
speaks_well "$work/prefix/bin/oqyrman"
mv "$work/prefix" "$work/whole"
speaks_well "$work/whole/bin/oqyrman"

long=$work
for part in 1 2 3 4; do long=$long/$part-тым-ұзын-аты-бар-бос-орынды\ қалта; done
[ "${#long}" -gt 200 ] || fail "not long: $long"
mkdir -p "$long"
mv "$work/whole" "$long/whole"
speaks_well "$long/whole/bin/oqyrman"
mv "$long/whole" "$work/whole"

installed=$work/prefix/bin/oqyrman
data=$work/prefix/share/oqyrman/espeak-ng-data

# becomes FILE...: another one than when the voice was compiled
becomes() {
  for file; do
    rm "$data/$file"
    printf 'another one' >"$data/$file"
  done
}

restore
becomes phontab phondata phonindex intonations # as an upgrade of eSpeak NG makes them
falls_back 'has changed'

restore
for file in phontab phondata phonindex intonations; do
  ln -sf "$work/none/$file" "$data/$file" # as after the package was removed
done
falls_back 'has changed'

restore
rm "$data/stamp" # as when compiling was interrupted
falls_back 'is not installed'

restore
rm -r "$data"
falls_back 'is not installed'

# What INSTALL.md says of uninstalling, in each of its languages alike, takes away what was installed last, wherever.
grep 'install_manifest[.]txt' "$OQ_VOICES/../INSTALL.md" | sort | uniq -c >"$work/uninstalling"
[ "$(awk '$1 == 3' "$work/uninstalling" | wc -l)" -eq 2 ] && [ "$(wc -l <"$work/uninstalling")" -eq 2 ] ||
  fail "INSTALL.md uninstalls otherwise in another language: $(cat "$work/uninstalling")"
"$OQ_CMAKE" --install "$OQ_BUILD" --prefix "$work/екінші орын" >"$work/install.log"
touch "$work/екінші орын/share/somebody's" "$work/екінші орын/share/oqyrman/left-behind"
cd "$OQ_BUILD"
sed 's/^ *3 *//; s/sudo //g; s,build/release/,,g' "$work/uninstalling" | sort -r >"$work/uninstall.sh"
sh -e "$work/uninstall.sh"
[ "$(find "$work/екінші орын" ! -type d)" = "$work/екінші орын/share/somebody's" ] ||
  fail "this is left: $(find "$work/екінші орын" ! -type d)"
