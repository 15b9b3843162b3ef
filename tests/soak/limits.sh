# limits.sh - limits of documents that only large ones come to, in the program as users have it: what stands before
# is read, one line names the limit, status 3, and nothing is left. It wants 1 GB where temporary files are.
. "$(dirname -- "$0")/../e2e/common.sh"

if [ ! -x "$OQ_RELEASE_PROGRAM" ]; then
  echo "skipped: build the preset release first, as tests/run.sh does"
  exit 77
fi
export LANGUAGE=en LC_ALL=C.UTF-8 TMPDIR="$work/tmp"
mkdir "$TMPDIR"
cd "$work"

# stops VERB FILE WHAT: behind the first of its text
stops() {
  status=0
  "$OQ_RELEASE_PROGRAM" "$1" "$2" >out 2>err || status=$?
  [ "$status" -eq 3 ] || fail "$2: status $status: $(cat err)"
  [ "$(cat err)" = "oqyrman: $2: it is too large or too deep, and was not read to its end ($3)" ] ||
    fail "$2: $(cat err)"
  [ -z "$(ls -A "$TMPDIR")" ] || fail "$2: left: $(ls -A "$TMPDIR")"
}

# many N WORD: so many times
many() {
  yes "$2" | head -n "$1" | tr -d '\n'
}

# book FILE N CHAPTER: an EPUB of so many chapters, each the text of that file
book() {
  python3 - "$@" <<'END'
import sys, zipfile
name, n, chapter = sys.argv[1], int(sys.argv[2]), open(sys.argv[3], "rb").read()
items = "".join(f'<item id="c{i}" href="{i}.xhtml" media-type="application/xhtml+xml"/>' for i in range(n))
spine = "".join(f'<itemref idref="c{i}"/>' for i in range(n))
with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as file:
    file.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
    file.writestr("META-INF/container.xml",
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>')
    file.writestr("a.opf", '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>t</dc:title></metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>")
    for i in range(n):
        file.writestr(f"{i}.xhtml", chapter)
END
}

head='<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Басы</h1>'

# Two million paragraphs.
{ printf '{\\rtf1 {\\stylesheet{\\s1 heading 1;}}\\pard\\s1 Start\\par\\pard\\plain ' && many 2100000 'a\par ' &&
  printf '}'; } >blocks.rtf
stops contents blocks.rtf 'blocks: 2097152'
grep -q Start out || fail "blocks.rtf: $(cat out)"
rm blocks.rtf

# 16 MB of headings.
{ printf '%s' "$head" && many 500000 '<h1>Бір</h1>' && printf '</body></html>'; } >headings.html
stops contents headings.html 'bytes of headings and pages: 16777216'
[ "$(wc -l <out)" -gt 200000 ] || fail "headings.html: $(wc -l <out) headings"
rm headings.html

# 1 GB of text, from half as much: a letter has one byte there, and two in UTF-8.
{ printf '<?xml version="1.0" encoding="windows-1251"?>%s' "$head" && many 840 "<p>$(many 2660 'слово ')</p>" &&
  printf '</body></html>'; } | iconv -t cp1251 -c >chapter
book text.epub 46 chapter
stops contents text.epub 'MB of text: 1024'
[ "$(wc -l <out)" -gt 40 ] && [ "$(wc -l <out)" -lt 46 ] || fail "text.epub: $(wc -l <out) headings"

# 1 GB that is unpacked, hardly any of it text; no chapter is large enough to be judged by itself.
{ printf '%s<!--' "$head" && many 3000000 'abcd ' && printf -- '--><p>Бір.</p></body></html>'; } >chapter
book unpacked.epub 72 chapter
stops text unpacked.epub 'unpacked MB: 1024'
[ "$(grep -c Бір out)" -gt 65 ] || fail "unpacked.epub: $(cat out)"

# A language with a name that is too long for one; what it begins with is known, and the rest is read.
{ printf '<FictionBook><body><section><p xml:lang="ru-' && many 5000000 x &&
  printf '">Москва.</p><p>Алматы.</p></section></body></FictionBook>'; } >language.fb2
"$OQ_RELEASE_PROGRAM" text language.fb2 >out 2>err || fail "language.fb2: $(cat err)"
[ "$(cat out)" = "$(printf 'Москва.\nАлматы.')" ] || fail "language.fb2: $(cat out)"
