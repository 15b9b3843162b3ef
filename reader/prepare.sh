# prepare.sh - installs and builds for reader/run.sh and tests/run.sh, which source it with $root,
# the source tree, set. What the user should know is one line on standard error, in the user's
# language (prepare.tsv): standard output is the program's alone. What apt and the compiler say goes
# to a log; why they failed is shown.

program_packages='cmake ninja-build gcc libc6-dev pkgconf gettext scdoc libglib2.0-dev espeak-ng
  libespeak-ng-dev espeak-ng-data portaudio19-dev libsndfile1-dev libsoxr-dev
  libxcb1-dev libxcb-res0-dev libxcb-xkb-dev libwayland-dev
  libxml2-dev libarchive-dev libpoppler-glib-dev libcmark-dev'

. "$root/reader/patience.sh"

tab=$(printf '\t')

# The column of prepare.tsv: gettext itself may still have to be installed.
choose_language() {
  locale=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
  case $locale in
  '' | C | POSIX) languages=en ;;
  *) languages=${LANGUAGE:-}:$locale:en ;;
  esac
  IFS=:
  for language in $languages; do
    case $language in
    kk*) column=2 && break ;;
    ru*) column=3 && break ;;
    en* | C*) column=4 && break ;;
    esac
  done
  unset IFS
}
choose_language

tell() {
  printf 'oqyrman: %s\n' "$*" >&2
}

# say NAME [WORD...]: a line of prepare.tsv, with the words in it
say() {
  format=$(grep "^$1$tab" "$root/reader/prepare.tsv" | cut -f "$column")
  shift
  tell "$(printf "$format" "$@")"
}

fail() {
  tell "$@"
  exit 1
}

fail_saying() {
  say "$@"
  exit 1
}

# quietly LOG COMMAND...
quietly() {
  log=$1
  shift
  patiently still-working "$log" "$@" && return
  tail -n 40 -- "$log" >&2
  fail_saying failed "$*" "$log"
}

# missing PACKAGE...: prints those that are not installed
missing() {
  present=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || :)
  printf '%s installed\n' "$@" | grep -vxF -e "$present" | cut -d ' ' -f 1 | tr '\n' ' '
}

# What a run as root has left behind cannot be written to by anybody else.
check_folder() {
  mkdir -p "$root/build" 2>/dev/null || [ -d "$root/build" ] || fail_saying not-writable "$root"
  foreign=$(find "$root/build" -maxdepth 2 ! -type l ! -writable -print 2>/dev/null | head -n 1)
  [ -z "$foreign" ] || fail_saying of-root "$root/build" "$(id -un)" "$root/build"
}

# apt LOG ARGUMENT...: in English, as it is read below
apt() {
  log=$1
  shift
  patiently still-installing "$log" $as_root env LC_ALL=C DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y -o DPkg::Lock::Timeout=300 "$@"
}

# Nothing came from any server: then it is not one of them that is broken.
is_offline() {
  ! grep -Eqs '^(Hit|Get):[0-9]+ http' "$@" &&
    grep -Eqs 'resol|Network is unreachable|No route to host|[Uu]nable to connect|Could not connect|Cannot initiate|timed out' "$@"
}

# install PACKAGE...: only what is missing; without that, apt is not called
install() {
  check_folder
  if ! command -v dpkg-query >/dev/null; then
    say other-system
    return
  fi
  wanted=$(missing "$@")
  wanted=${wanted% }
  [ -n "$wanted" ] || return 0
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail_saying no-sudo "$wanted"
    as_root=sudo
  fi
  say installing "$wanted"
  [ -z "$as_root" ] || say password
  fetch_and_install
}

# A source of packages that has nothing to do with ours may be broken.
fetch_and_install() {
  updating=$root/build/apt-update.log
  installing=$root/build/apt-install.log
  if ! apt "$updating" update && ! is_offline "$updating"; then
    say source-broken "$(grep '^[EW]: ' "$updating" | grep -o 'http[^ ]*' | head -n 1)"
  fi
  apt "$installing" install --no-install-recommends $wanted && return
  ! is_offline "$updating" "$installing" || fail_saying no-network "$wanted"
  grep '^E: ' "$installing" | head -n 3 >&2 || :
  fail_saying not-installed "$wanted" "$installing"
}

# build PRESET [TARGET]: into build/PRESET; one at a time, and afresh when the tree was moved
build() {
  folder=$root/build/$1
  (
    flock -n 9 || patiently build-busy /dev/null flock 9
    home="CMAKE_HOME_DIRECTORY:INTERNAL=$root"
    if [ ! -f "$folder/build.ninja" ] || ! grep -qxF "$home" "$folder/CMakeCache.txt"; then
      say building "$1"
      rm -rf -- "$folder"
      cd "$root"
      compile cmake --preset "$1"
    fi
    compile cmake --build "$folder" --target "${2:-all}"
  ) 9>"$folder.lock"
}

# compile COMMAND...: what is wrong in a table of the voice is told by its row alone
compile() {
  patiently still-building "$folder.log" "$@" && return
  if grep -q '^oqyrman: ' "$folder.log"; then
    say wrong-rows
    grep '^oqyrman: ' "$folder.log" | sort -u >&2
    exit 1
  fi
  tail -n 40 -- "$folder.log" >&2
  fail_saying failed "$*" "$folder.log"
}
