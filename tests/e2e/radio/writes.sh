# Nothing is written but what was asked for: no file of the program's, nor of the libraries' that it
# uses, in a home that was empty. Where strace is installed, each call that makes a file is looked at.
. "$(dirname -- "$0")/../common.sh"

mkdir "$work/home" "$work/temporary" "$work/here"
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_DATA_HOME
export HOME="$work/home" TMPDIR="$work/temporary"
cd "$work/here"
head -n 1 "$report" >"$work/text.txt"

# Readers share a lock, which stays.
mkdir -m 700 "$XDG_RUNTIME_DIR/oqyrman"
: >"$XDG_RUNTIME_DIR/oqyrman/turn"

# everything: what there is, where a program may be tempted to write
everything() {
  find "$work/home" "$work/temporary" "$work/here" "$XDG_RUNTIME_DIR" \
    ! -name pulseaudio.log -printf '%p %y %s\n' | LC_ALL=C sort
}

# leaves_nothing ARGUMENT...
leaves_nothing() {
  "$OQ_PROGRAM" "$@" >/dev/null 2>"$work/said.txt" || fail "$1: $(cat "$work/said.txt")"
  everything >"$work/after"
  diff "$work/before" "$work/after" >&2 || fail "$*: this was left behind"
}

everything >"$work/before"
leaves_nothing say Сәлем
leaves_nothing read --quiet "$work/text.txt"
leaves_nothing text "$work/text.txt"
leaves_nothing text --ipa "$work/text.txt"
leaves_nothing voices
leaves_nothing help
leaves_nothing render --quiet --output - "$work/text.txt"
"$OQ_PROGRAM" render --quiet --output heard.wav "$work/text.txt"
rm heard.wav # to the byte what was asked for, and nothing beside it
everything >"$work/after"
diff "$work/before" "$work/after" >&2 || fail "render: this was left behind"

# makes_nothing ARGUMENT...: no call makes a file or a folder, changes one, or removes one
makes_nothing() {
  calls=openat,open,creat,mkdir,mkdirat,mknod,mknodat,link,linkat,symlink,symlinkat,rename,renameat
  calls=$calls,renameat2,unlink,unlinkat,rmdir,truncate,ftruncate
  ASAN_OPTIONS=detect_leaks=0 strace -f -qq -e signal=none -e trace=$calls -o "$work/calls" \
    "$OQ_PROGRAM" "$@" >/dev/null 2>"$work/said.txt" || fail "$1: $(cat "$work/said.txt")"
  # what fails makes nothing; memory that processes share has no name; devices are no files; readers
  # share their lock, in a folder that is there, though another thread may part that call in two
  if grep -vE ' = -1 |resumed>|mkdirat\([0-9]+, "oqyrman", 0700 <unfinished|ftruncate\(|"/dev/(null|zero|tty|snd/|dsp)|at\([0-9]+, "turn(\.socket)?"' "$work/calls" |
    grep -E 'O_CREAT|O_WRONLY|O_RDWR|O_TRUNC|^[0-9]+ +(creat|mk|link|symlink|rename|unlink|rmdir|trunc)' >&2; then
    fail "$*: these calls change files"
  fi
}

if command -v strace >/dev/null && strace -qq -o /dev/null true 2>/dev/null; then
  makes_nothing say Сәлем
  makes_nothing voices
  makes_nothing text --ipa "$work/text.txt"
  makes_nothing render --quiet --output - "$work/text.txt"
else
  echo "strace is missing, so calls were not looked at"
fi
