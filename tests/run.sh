#!/bin/sh
# The README's second command: installs what is missing, builds with sanitizers, runs every test
# twice: with English habits and with Kazakh ones, where a decimal number has a comma.
#   sh tests/run.sh [options of ctest, such as -R cases]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/reader/prepare.sh"

# Each version of clang-format formats differently; where there is no 14, that lint is skipped.
formatter=clang-format-14
! grep -qs '^VERSION_CODENAME=trixie' /etc/os-release || formatter=
install $program_packages $formatter clang libclang-rt-dev locales python3 zsh fish pulseaudio \
  pulseaudio-utils libasound2-plugins libebur128-dev strace tmux dbus libglib2.0-bin playerctl \
  python3-mutagen ffmpeg mediainfo sox libimage-exiftool-perl \
  xvfb xclip xdotool sway wl-clipboard weston mousepad zenity at-spi2-core \
  x11-xkb-utils x11-xserver-utils libxcb-xtest0-dev xdg-desktop-portal xfconf libxfconf-0-3 libkf5globalaccel-bin \
  gnome-settings-daemon-common speech-dispatcher python3-speechd orca openbox python3-gi gir1.2-gtk-3.0 \
  antiword tesseract-ocr tesseract-ocr-kaz tesseract-ocr-rus \
  python3-pyatspi xterm foot wtype desktop-file-utils python3-dbusmock faketime
build release # whose memory is measured
build asan
build tsan threads
! command -v clang >/dev/null || build fuzz fuzzers

places=$(($(nproc) * 2)) # oq_weigh_tests() tells which test takes how many

locales=$root/build/locales
if [ ! -d "$locales/kk_KZ.UTF-8" ]; then
  mkdir -p "$locales"
  quietly "$locales.log" localedef -i kk_KZ -f UTF-8 "$locales/kk_KZ.UTF-8"
fi

# test_in LOCALE LEAKS [options of ctest]: LEAKS is 1 where what leaks is looked for, which takes half of the time
# that a short program runs
test_in() {
  log=$root/build/tests-$1.log
  tell "testing in $1"
  (
    export LOCPATH="$locales" LC_ALL="$1" ASAN_OPTIONS="detect_leaks=$2"
    export LSAN_OPTIONS="suppressions='$root/tests/lib/leaks.supp':print_suppressions=0"
    shift 2
    unset LANGUAGE
    export OQ_LANGUAGE="$language" # what linguists are told is in theirs
    ctest --test-dir "$root/build/asan" --parallel "$places" --output-on-failure \
      --output-log "$log" "$@"
  ) || fail "some tests failed in $1 (see above, or build/tests-$1.log)"
  count=$(sed -n 's/.* tests failed out of //p' "$log")
  skipped=$(grep -c '\*\*\*Skipped' "$log" || :)
}

# Without clang the fuzzers were still run above, by a driver of our own that sees less.
fuzz() {
  [ -d "$root/build/fuzz" ] || return 0
  tell "fuzzing"
  ctest --test-dir "$root/build/fuzz" --label-regex '^fuzz$' --parallel "$places" \
    --output-on-failure "$@" >"$root/build/fuzzing.log" 2>&1 || {
    cat "$root/build/fuzzing.log" >&2
    fail "the fuzzers found something (see above, or build/fuzzing.log)"
  }
}

# What has threads, with the thread sanitizer, to which the memory of a process may look too random.
threads() {
  tell "testing what has threads"
  probe=$root/build/tsan/bin/unit_queue
  laid_out=
  "$probe" -l >/dev/null 2>&1 || laid_out='setarch -R'
  if ! $laid_out "$probe" -l >/dev/null 2>&1; then
    tell "the thread sanitizer does not run here: races are not looked for"
    return 0
  fi
  $laid_out ctest --test-dir "$root/build/tsan" --label-regex '^threads$' --parallel "$places" \
    --output-on-failure "$@" >"$root/build/threads.log" 2>&1 || {
    cat "$root/build/threads.log" >&2
    fail "threads get in each other's way (see above, or build/threads.log)"
  }
}

test_in C.UTF-8 1 --no-tests=error "$@"
all_count=$count all_skipped=$skipped
# What reads no text of ours and writes none, or has no locale but its own, is not told apart by one; nor is
# what looks at processes, devices and the desktop, and not at what is said.
test_in kk_KZ.UTF-8 0 --exclude-regex "^(lint|audio|speed|fuzz|soak)/|^(letters|heard)\$|^e2e/(child_killed|compile\
|desktop-|dispatcher|ended|frozen|home-(empty|goes-on|held|taken)|hotkeys|installed|interrupt|jobs|kept|killed\
|memory|mute|opening|orca|places|play|portal|resumed|scarce|selection|setup|sinks|turns|unheard|watch)" "$@"
count=$all_count skipped=$all_skipped
threads "$@"
fuzz "$@"
note=
[ "$skipped" -eq 0 ] || note=" ($skipped of them could not run here and were skipped)"
tell "all $count tests passed$note, in C.UTF-8; in kk_KZ.UTF-8, those that a locale can change"
