# What comes through a pipe in two pieces, the second one as soon as the first was read, is judged as if it
# came in one.
. "$(dirname -- "$0")/common.sh"

sed -n 1,12p "$report" >"$work/text"
"$OQ_PROGRAM" text "$work/text" >"$work/wanted"

# in_two FILE N_BYTES: to standard output, a pipe
in_two() {
  head -c "$2" "$1" >"$work/first"
  tail -c "+$(($2 + 1))" "$1" >"$work/second"
  "$OQ_TOOLS/pieces" "$work/first" "$work/second"
}

# reads FILE N_BYTES...: cut there, it says what is wanted
reads() {
  file=$1
  shift
  for n_bytes; do
    in_two "$file" "$n_bytes" | "$OQ_PROGRAM" text - >"$work/said" 2>"$work/told" ||
      fail "$file, cut at $n_bytes: $(cat "$work/told")"
    cmp "$work/said" "$work/wanted" || fail "$file, cut at $n_bytes, is read otherwise"
  done
}

# refuses FILE N_BYTES...: cut there, it is told to be none
refuses() {
  file=$1
  shift
  for n_bytes; do
    status=0
    in_two "$file" "$n_bytes" | LANGUAGE=en "$OQ_PROGRAM" text - >"$work/said" 2>"$work/told" || status=$?
    [ "$status" -eq 3 ] || fail "$file, cut at $n_bytes: status $status"
    [ ! -s "$work/said" ] || fail "$file, cut at $n_bytes: said $(head -c 100 "$work/said")"
    grep -q "$wanted" "$work/told" || fail "$file, cut at $n_bytes: told $(cat "$work/told")"
  done
}

cd "$work"
for encoding in UTF-16LE UTF-16BE; do
  { printf '\357\273\277' | iconv -f UTF-8 -t "$encoding"; iconv -f UTF-8 -t "$encoding" text; } >"$encoding"
  reads "$encoding" 1 2 3 4 41
done
iconv -f UTF-8 -t RK1048//TRANSLIT text >KZ-1048
iconv -f RK1048 -t UTF-8 KZ-1048 >text
"$OQ_PROGRAM" text text >wanted
reads KZ-1048 1 2 5 100
{ echo 2015; cat KZ-1048; } >year-first
{ echo 2015; cat text; } >year
"$OQ_PROGRAM" text year >wanted
reads year-first 1 3 5
reads year 1 5 6

wanted='is not plain text'
head -c 20000 "$OQ_RELEASE_PROGRAM" >elf 2>/dev/null || head -c 20000 "$OQ_PROGRAM" >elf
refuses elf 1 3 4 64
printf 'PK\003\004, and nothing more' >zip
wanted='it is damaged'
refuses zip 1 2 3 4
