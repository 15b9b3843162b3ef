# scarce.sh - the system has little left: no memory, now or at times, no thread or process, few open files, a file that gives and takes single
# bytes, one that is cut while it is read, an output that does not wait. The whole is done, or one line tells why not,
# with status 1 or 3, nothing is left, and what was there before stays. Sanitizers want more than there is here.
. "$(dirname -- "$0")/common.sh"

if [ ! -x "$OQ_RELEASE_PROGRAM" ]; then
  echo "skipped: build the preset release first, as tests/run.sh does"
  exit 77
fi
export LANGUAGE=kk LC_ALL=C.UTF-8 TMPDIR="$work/tmp"
mkdir "$TMPDIR" "$work/own"
cd "$work/own"
printf '# Бір\n\nЕкі, үш.\n' >a.md
printf 'Сәлем, әлем. Ол «Он сказал: здравствуйте, товарищи, это русское предложение» деді.\n' >a.txt

# judge WHAT: $status, and what is left; done, or one line and status 1 or 3
judge() {
  [ -z "$(ls -A "$TMPDIR")" ] || fail "$1: left: $(ls -A "$TMPDIR")"
  [ "$(echo $(ls -A))" = 'a.md a.txt out.wav' ] || fail "$1: left: $(ls -A)"
  case $status in
  0) ! [ -s "$work/err" ] || fail "$1: $(cat "$work/err")" ;;
  1 | 3)
    [ "$(wc -l <"$work/err")" -eq 1 ] || fail "$1: $(cat "$work/err")"
    [ "$(cat out.wav)" = old ] || fail "$1: what was there is lost"
    ;;
  *) fail "$1: status $status, $(cat "$work/err")" ;;
  esac
}

# told LIMIT N ARGUMENT...
told() {
  limit=$1
  n=$2
  shift 2
  printf old >out.wav
  status=0
  (
    exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- # those of whoever runs this
    ulimit "$limit" "$n"
    exec "$OQ_RELEASE_PROGRAM" "$@"
  ) >"$work/out" 2>"$work/err" || status=$?
  judge "$*, $limit $n"
}

"$OQ_RELEASE_PROGRAM" render -q -o "$work/whole.wav" a.txt
for what in 'text a.txt' 'text a.md' 'time a.txt' 'render -q -o out.wav a.txt'; do
  for n in 30000 40000 50000 60000 70000 80000; do
    told -v "$n" $what
    [ "$status" -eq 1 ] || fail "$what: in $n kB it works: try it in less"
    grep -q -x 'oqyrman: жүйеде бұған жад, процесс немесе ашық файл қалмады: .*' "$work/err" ||
      fail "$what: $n kB: $(cat "$work/err")"
  done
  for n in 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    told -n "$n" $what
    [ "$status" -ne 0 ] || [ "${what#render}" = "$what" ] || cmp out.wav "$work/whole.wav"
  done
  told -n 64 $what
  [ "$status" -eq 0 ] || fail "$what: $(cat "$work/err")"
done

# Each Nth piece of memory is refused: without memory for the catalogue the line is in English. GLib's own locks end
# a process by a line of GLib's, and by a signal.
nothing_left='^oqyrman: (жүйеде бұған жад, процесс немесе ашық файл қалмады|the system has no memory, no process)'
for what in 'text a.txt' 'render -q -o out.wav a.txt' 'say --help' '--version'; do
  n_told=0
  for n in 1 2 3 5 7 11 17 25 40 70 100 200 400 900 2000 5000 12000; do
    printf old >out.wav
    status=0
    OQ_NTH=$n timeout 60 env LD_PRELOAD="$OQ_FAILING" "$OQ_RELEASE_PROGRAM" $what \
      >"$work/out" 2>"$work/err" || status=$?
    if [ "$status" -eq 134 ] && grep '^GLib (gthread' "$work/err" >"$work/line"; then
      mv "$work/line" "$work/err" # without the shell's word for the signal
      status=1
    fi
    judge "$what, each $n"
    ! grep -qE "$nothing_left" "$work/err" || n_told=$((n_told + 1))
  done
  [ "$n_told" -gt 1 ] || fail "$what: memory was never refused"
done
for program in oqyrman-desktop sd_oqyrman; do
  status=0
  OQ_NTH=7 timeout 60 env LD_PRELOAD="$OQ_FAILING" \
    "${OQ_RELEASE_PROGRAM%/bin/*}/libexec/oqyrman/$program" </dev/null >"$work/out" 2>"$work/err" || status=$?
  [ "$status" -eq 1 ] && grep -q "^$program: " "$work/err" || fail "$program: status $status, $(cat "$work/err")"
  judge "$program"
done

# No process is to be had, nor a thread; who administers the system has no such limit.
if [ "$(id -u)" -eq 0 ]; then
  chmod 755 "$work"
  chmod 777 "$work/own" "$TMPDIR"
  for what in 'text a.txt' 'time a.txt' 'render -q -o out.wav a.txt'; do
    for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
      printf old >out.wav
      chmod 666 out.wav
      status=0
      env -u XDG_CONFIG_HOME HOME=/nonexistent setpriv --reuid 65534 --clear-groups \
        prlimit --nproc="$n" "$OQ_RELEASE_PROGRAM" $what >"$work/out" 2>"$work/err" || status=$?
      judge "$what, $n processes"
    done
  done
  rm -f out.wav
fi

# A file system that gives and takes single bytes, and is interrupted all the time.
for what in 'text a.txt' 'text a.md' 'text -' 'render -q -o out.wav a.txt' 'render -q -o out.flac a.txt' \
  'render -q -o out.opus --title Сәлем a.txt'; do
  rm -f out.*
  "$OQ_RELEASE_PROGRAM" $what <a.txt >"$work/whole"
  for file in out.*; do ! [ -e "$file" ] || mv "$file" "$work/whole"; done
  status=0
  LD_PRELOAD="$OQ_PIECEMEAL" "$OQ_RELEASE_PROGRAM" $what <a.txt >"$work/parts" 2>"$work/err" || status=$?
  [ "$status" -eq 0 ] && ! [ -s "$work/err" ] || fail "$what: $(cat "$work/err")"
  for file in out.*; do ! [ -e "$file" ] || mv "$file" "$work/parts"; done
  cmp "$work/whole" "$work/parts" || fail "$what: in single bytes it is another one"
done

# A disk that tells at the end alone that it has lost what was written.
for fault in fsync close; do
  for what in a.wav a.flac a.opus; do
    rm -f out.* a.wav a.flac a.opus
    printf old >$what
    status=0
    OQ_FAULT=$fault LD_PRELOAD="$OQ_PIECEMEAL" "$OQ_RELEASE_PROGRAM" render -q -o $what a.txt >"$work/out" 2>"$work/err" ||
      status=$?
    [ "$status" -eq 1 ] || fail "$what, $fault: status $status"
    [ "$(wc -l <"$work/err")" -eq 1 ] || fail "$what, $fault: $(cat "$work/err")"
    [ "$(cat $what)" = old ] || fail "$what, $fault: what was there is lost"
    [ "$(ls -A | wc -l)" -eq 3 ] || fail "$what, $fault: left: $(ls -A)"
    rm $what
  done
done

# A file that is cut while it is read: what there was is read, and the line says so.
rm -f out.*
yes 'Сәлем, әлем. Бір, екі, үш.' | head -n 100000 >"$work/long.txt"
mkfifo "$work/fifo"
"$OQ_RELEASE_PROGRAM" text "$work/long.txt" >"$work/fifo" 2>"$work/err" &
program=$!
exec 3<"$work/fifo"
read -r line <&3
: >"$work/long.txt"
cat <&3 >"$work/out"
exec 3<&-
status=0
wait "$program" || status=$?
[ "$line" = 'Сәлем, әлем.' ] || fail "it begins with $line"
[ "$status" -eq 3 ] || fail "a file that was cut: status $status"
[ "$(cat "$work/err")" = "oqyrman: $work/long.txt оқылып жатқанда қысқарды: сол жерге дейін оқылды" ] ||
  fail "a file that was cut: $(cat "$work/err")"
