# reader/run.sh and prepare.sh, by which a newcomer installs and builds: what they say, in whose
# language, and that they go on where they can. apt-get, dpkg-query, sudo, id and cmake are stand-ins.
OQ_WORK=${TMPDIR:-/tmp} # where somebody else may look
. "$(dirname -- "$0")/common.sh"

chmod 755 "$work"
mkdir -p "$work/bin" "$work/tree/reader"
cp "$OQ_SAMPLES/../reader/run.sh" "$OQ_SAMPLES/../reader/prepare.sh" "$OQ_SAMPLES/../reader/patience.sh" \
  "$OQ_SAMPLES/../reader/prepare.tsv" "$work/tree/reader"
for tool in sh env grep sed cut head tail tr find mkdir rm chmod cat sleep dirname flock sort basename; do
  ln -s "$(command -v "$tool")" "$work/bin/$tool"
done
export OQ_STUB="$work/stub" SAID="$work/said"
mkdir "$OQ_STUB"

# stub NAME: reads what it does from standard input
stub() {
  { echo '#!/bin/sh' && cat; } >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}
stub id <<'END'
if [ "$1" = -u ]; then cat "$OQ_STUB/uid"; else echo nurlan; fi
END
stub sudo <<'END'
echo "sudo $*" >>"$OQ_STUB/calls"
exec "$@"
END
stub dpkg-query <<'END'
[ -e "$OQ_STUB/installed" ] || exit 1
while [ "$#" -gt 3 ]; do echo "$4 installed" && shift; done
END
stub apt-get <<'END'
echo "apt-get $*" >>"$OQ_STUB/calls"
case $* in
*' update') . "$OQ_STUB/update" ;;
*' install '*) . "$OQ_STUB/install" ;;
esac
END
stub cmake <<'END'
case $1 in
--preset)
  mkdir -p "build/$2/bin"
  : >"build/$2/build.ninja"
  echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" >"build/$2/CMakeCache.txt"
  ;;
--build) . "$OQ_STUB/build" ;;
esac
END

# until_said WORDS: for the stand-ins
cat >"$OQ_STUB/until_said" <<'END'
tries=600
until grep -q "$1" "$SAID" || [ "$tries" -eq 0 ]; do
  tries=$((tries - 1))
  sleep .05
done
END

as= # somebody else

# afresh: nothing is installed and nothing built; all that is called works
afresh() {
  rm -rf "$work/tree/build" "$OQ_STUB/installed" "$OQ_STUB/calls"
  echo 0 >"$OQ_STUB/uid"
  echo 'echo "Hit:1 http://deb.example stable InRelease"' >"$OQ_STUB/update"
  echo ': >"$OQ_STUB/installed"' >"$OQ_STUB/install"
  cat >"$OQ_STUB/build" <<'END'
printf '#!/bin/sh\necho "program: $*"\n' >"$2/bin/oqyrman"
chmod +x "$2/bin/oqyrman"
END
}

# run STATUS [NAME=VALUE...]: in that environment; what is said goes to $work/said
run() {
  expected=$1
  shift
  status=0
  $as env -u LC_ALL -u LC_MESSAGES -u LANG -u LANGUAGE PATH="$work/bin" "$@" \
    "$work/bin/sh" "$work/tree/reader/run.sh" text a.txt >"$work/printed" 2>"$SAID" || status=$?
  [ "$status" -eq "$expected" ] || fail "status $status, not $expected: $(cat "$SAID")"
  [ "$status" -ne 0 ] || [ "$(cat "$work/printed")" = 'program: text a.txt' ] ||
    fail "the program was not run: $(cat "$work/printed")"
}

# says LINE [LINE...]: these and no others; * stands for whatever
says() {
  while read -r line; do
    pattern=${1-nothing more}
    case $line in
    "oqyrman: "$pattern) shift ;;
    *) fail "not '$pattern' but: $line" ;;
    esac
  done <"$SAID"
  [ "$#" -eq 0 ] || fail "it does not say: $1"
}

# Each row says the same in all three languages.
rows() {
  grep -v '^#' "$work/tree/reader/prepare.tsv" | cut -f "$1"
}
for column in 2 3 4; do
  ! rows "$column" | grep -qx '' || fail "column $column of prepare.tsv has an empty cell"
  [ "$(rows "$column" | tr -cd '%\n')" = "$(rows 4 | tr -cd '%\n')" ] || fail "prepare.tsv: more or less %s in column $column"
done

# The language is that of the messages; the second time nothing is said.
for environment in LC_ALL=kk_KZ.UTF-8 LC_MESSAGES=kk_KZ.UTF-8 LANG=kk_KZ.UTF-8 \
  'LANG=ru_RU.UTF-8 LC_ALL=en_US.UTF-8 LANGUAGE=de:kk:ru'; do
  afresh
  run 0 $environment
  says 'орнатылып жатыр: cmake *' 'build/release ішінде құрастырылып жатыр; *'
  run 0 $environment
  says
done
for environment in 'LANG=kk_KZ.UTF-8 LC_ALL=ru_RU.UTF-8' 'LANG=C.UTF-8 LANGUAGE=ru'; do
  afresh
  run 0 $environment
  says 'устанавливаю: cmake *' 'собираю в build/release; *'
done
for environment in LANG=de_DE.UTF-8 'LC_ALL=C LANG=kk_KZ.UTF-8 LANGUAGE=kk'; do
  afresh
  run 0 $environment
  says 'installing cmake *' 'building in build/release; *'
done

# Somebody else's source of packages is broken, by its name or by its content.
afresh
cat >"$OQ_STUB/update" <<'END'
echo 'Hit:1 http://deb.example stable InRelease'
echo "Err:2 http://broken.example/ubuntu noble Release"
echo "E: The repository 'http://broken.example/ubuntu noble Release' does not have a Release file."
exit 100
END
run 0 LANG=ru_RU.UTF-8
says 'устанавливаю: *' \
  'источник пакетов недоступен, продолжаю без него: http://broken.example/ubuntu' 'собираю *'

# Without network, apt-get update itself ends well.
cat >"$OQ_STUB/offline" <<'END'
echo "Err:1 http://deb.example stable InRelease"
echo "  Temporary failure resolving 'deb.example'"
echo "W: Failed to fetch http://deb.example/InRelease  Temporary failure resolving 'deb.example'"
END
afresh
cp "$OQ_STUB/offline" "$OQ_STUB/update"
printf 'echo "E: Unable to locate package cmake"\nexit 100\n' >"$OQ_STUB/install"
run 1 LANG=kk_KZ.UTF-8
says 'орнатылып жатыр: *' 'интернет жоқ, ал мына дестелер жетіспейді: cmake *; интернетке *'
afresh
cp "$OQ_STUB/offline" "$OQ_STUB/update"
{ cat "$OQ_STUB/offline" && echo 'exit 100'; } >"$OQ_STUB/install"
run 1 LANG=ru_RU.UTF-8
says 'устанавливаю: *' 'нет сети, а этих пакетов не хватает: cmake *; подключитесь *'

# There is a network, but one name is wrong, and what is wanted is nowhere.
afresh
{ echo 'echo "Get:1 http://deb.example stable InRelease"' && sed 's/deb[.]/broken./g' "$OQ_STUB/offline"; } \
  >"$OQ_STUB/update"
printf 'echo "E: Unable to locate package cmake"\nexit 100\n' >"$OQ_STUB/install"
run 1 LC_ALL=C
sed -i '/^E: Unable to locate package cmake$/d' "$SAID"
says 'installing *' 'these could not be installed: cmake *; all that apt-get said is in *apt-install.log'

# Nobody waits in silence: while it is installed, while something else installs, while it is built, and
# while somebody else builds.
[ "$(sed -n 's/^beat_s=\([0-9]*\).*/\1/p' "$work/tree/reader/patience.sh")" -lt 15 ] ||
  fail "nothing is said for too long"
sed -i 's/^beat_s=[0-9]*/beat_s=1/' "$work/tree/reader/patience.sh"
afresh
cat >"$OQ_STUB/install" <<'END'
sh "$OQ_STUB/until_said" 'әлі орнатылып жатыр, [0-9]'
echo 'Waiting for cache lock: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1 (apt)'
sh "$OQ_STUB/until_said" 'оны күтіп тұрмын, [0-9]'
: >"$OQ_STUB/installed"
END
{ echo 'sh "$OQ_STUB/until_said" "әлі құрастырылып жатыр, [0-9]"' && cat "$OQ_STUB/build"; } >"$work/slowly"
mv "$work/slowly" "$OQ_STUB/build"
run 0 LANG=kk_KZ.UTF-8
for words in 'әлі орнатылып жатыр' 'десте орнатқышты басқа бағдарлама ұстап тұр' 'әлі құрастырылып жатыр'; do
  grep -q "^oqyrman: $words" "$SAID" || fail "it does not say $words: $(cat "$SAID")"
done
: >"$SAID"
flock "$work/tree/build/release.lock" sh "$OQ_STUB/until_said" 'здесь уже идёт другая сборка; жду её, прошло [0-9]' &
until_true sh -c '! flock -n "$1" true' sh "$work/tree/build/release.lock"
run 0 LANG=ru_RU.UTF-8
grep -q '^oqyrman: здесь уже идёт другая сборка' "$SAID" || fail "it waits in silence: $(cat "$SAID")"

# A row that is wrong comes alone.
afresh
cat >"$OQ_STUB/build" <<'END'
echo 'FAILED: espeak-ng-data/stamp'
echo 'oqyrman: voices/espeak/kk_list:12: Bad phoneme [Щ]'
echo 'ninja: build stopped: subcommand failed.'
exit 1
END
run 1 LC_ALL=C
says 'installing *' 'building *' 'the voice cannot be built; this is wrong:' 'voices/espeak/kk_list:12: Bad phoneme ?Щ?'
afresh
printf 'echo "a.c:1: error: what"\nexit 1\n' >"$OQ_STUB/build"
run 1 LC_ALL=C
grep -qx 'a.c:1: error: what' "$SAID" || fail "why it does not build is hidden: $(cat "$SAID")"
grep -q '^oqyrman: this failed: cmake --build' "$SAID" || fail "$(cat "$SAID")"

# Somebody who is not root is asked for a password, or told what root has to do.
afresh
echo 1000 >"$OQ_STUB/uid"
run 0 LC_ALL=C
says 'installing *' 'sudo may ask for your password' 'building *'
grep -q '^sudo .*apt-get .*install' "$OQ_STUB/calls" || fail "sudo was not called: $(cat "$OQ_STUB/calls")"
afresh
echo 1000 >"$OQ_STUB/uid"
rm "$work/bin/sudo"
run 1 LANG=kk_KZ.UTF-8
says 'мына дестелер жетіспейді; root атынан: apt-get install --no-install-recommends cmake *'

# What root has built, and somebody else wants to build in.
afresh
: >"$OQ_STUB/installed"
run 0 LC_ALL=C
echo 1000 >"$OQ_STUB/uid"
chmod 666 "$SAID" "$work/printed"
[ "$(id -u)" -ne 0 ] || as='setpriv --reuid 65534 --regid 65534 --clear-groups'
chmod -R a-w "$work/tree/build"
run 1 LANG=ru_RU.UTF-8
says "папку $work/tree/build создала команда sudo, и она не ваша; заберите её себе: sudo chown -R nurlan $work/tree/build"
rm -rf "$work/tree/build"
mkdir "$work/tree/build" && chmod a-w "$work/tree/build"
run 1 LC_ALL=C
says "$work/tree/build was made by sudo, and is not yours; take it over: *"
rmdir "$work/tree/build" && chmod a-w "$work/tree"
run 1 LC_ALL=C
says "cannot write in $work/tree: copy it to a folder of your own"
chmod u+w "$work/tree"
