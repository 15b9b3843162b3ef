# memory.sh text|line|render|read [SECONDS]|broadcast|documents: the memory of all processes together stays flat and below
# 64 MB, in the program as users have it (sanitizers need more). read wants a sound device. broadcast is ten
# hours of audio, 5.4 GB, in at most 128 MB; documents are hostile ones, in at most 96 MB.
. "$(dirname -- "$0")/common.sh"

if [ ! -x "$OQ_RELEASE_PROGRAM" ]; then
  echo "skipped: build the preset release first, as tests/run.sh does"
  exit 77
fi

# repeated SIZE: so many bytes of the report, over and over
repeated() {
  cp "$report" "$work/part"
  for _ in 1 2 3 4 5 6 7; do
    cat "$work/part" "$work/part" >"$work/twice"
    mv "$work/twice" "$work/part"
  done
  while cat "$work/part" 2>/dev/null; do :; done | head -c "$1"
}

# many N WORD: so many times
many() {
  yes "$2" | head -n "$1" | tr -d '\n'
}

# opens_document NAME WORDS: in that memory, with that many words or more; the document comes from standard input
opens_document() {
  cat >"$work/$1"
  status=0
  "$OQ_TOOLS/peak_memory" 96 "$OQ_RELEASE_PROGRAM" text "$work/$1" >"$work/out" 2>"$work/err" || status=$?
  peak=$(sed -n 's/^peak \([0-9]*\) kB.*/\1/p' "$work/err")
  [ "$peak" -le 96000 ] || fail "$1: $(cat "$work/err")"
  case $status in
  0 | 3 | 99) ;; # what is kept of a document may grow up to there
  *) fail "$1: status $status: $(cat "$work/err")" ;;
  esac
  ! grep -q 'oqyrman-open:' "$work/err" || fail "$1: $(cat "$work/err")"
  [ "$(wc -w <"$work/out")" -ge "$2" ] || fail "$1: $(wc -w <"$work/out") words: $(cat "$work/err")"
  rm "$work/$1"
}

case $1 in
documents)
  { printf '{\\rtf1 ' && many 60000000 a && printf '\\par}'; } | opens_document a.rtf 1
  { printf '{\\rtf1\\intbl ' && many 5000000 'a\cell ' && printf '\\row}'; } | opens_document b.rtf 1000000
  { printf '{\\rtf1 ' && seq -f '\ansicpg%.0f a ' 60000 && printf '}'; } | opens_document c.rtf 1000
  { printf '<html><body><p>a</p><!--' && many 60000000 b && printf -- '--><p>c</p>'; } | opens_document d.html 2
  { printf '<html><body>' && many 1000000 '<h1>a</h1>'; } | opens_document e.html 100000
  {
    printf '<FictionBook><body><section xml:lang="' && many 5000000 k && printf '"><p>a</p><p>'
    many 400000 '<b/>' && printf 'c</p></section></body></FictionBook>'
  } | opens_document f.fb2 2
  yes '*a* **b** [c](d) `e`' | head -n 200000 | sed G | opens_document g.md 800000
  many 1000000 '[' | opens_document h.md 0
  exit
  ;;
text)
  repeated 200000000 >"$work/in.txt"
  set -- text "$work/in.txt"
  ;;
line)
  repeated 100000000 | LC_ALL=C tr '\n\r.!?:;' '       ' >"$work/in.txt"
  set -- text "$work/in.txt"
  ;;
render)
  repeated 500000 >"$work/in.txt"
  set -- render --quiet --output - "$work/in.txt"
  ;;
broadcast)
  repeated 900000 | sed '$d' >"$work/in.txt"
  "$OQ_TOOLS/peak_memory" 128 "$OQ_RELEASE_PROGRAM" render --quiet --broadcast --output "$work/a.wav" "$work/in.txt"
  larger "$work/a.wav" 5184000000 || fail "not ten hours"
  exit
  ;;
read)
  repeated 50000000 >"$work/in.txt"
  status=0
  "$OQ_TOOLS/peak_memory" 64 timeout -s INT "${2:-4}" "$OQ_RELEASE_PROGRAM" read "$work/in.txt" || status=$?
  [ "$status" -eq 124 ] || fail "status $status: see above"
  exit
  ;;
esac
{
  status=0
  "$OQ_TOOLS/peak_memory" 64 "$OQ_RELEASE_PROGRAM" "$@" || status=$?
  echo "$status" >"$work/status"
} | wc -c >"$work/size"
[ "$(cat "$work/status")" -eq 0 ] || fail "see above"
[ "$(cat "$work/size")" -gt 1000000 ] || fail "hardly anything came out"
