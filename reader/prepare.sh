# prepare.sh - installs and builds for reader/run.sh and tests/run.sh, which source it with $root,
# the source tree, set. What the user should know is one line on standard error: standard output is
# the program's alone. What apt and the compiler say goes to a log, which is shown when they fail.

program_packages='cmake ninja-build gcc libc6-dev pkgconf gettext scdoc libglib2.0-dev espeak-ng
  libespeak-ng-dev espeak-ng-data portaudio19-dev libsndfile1-dev libsoxr-dev
  libxcb1-dev libxcb-res0-dev libxcb-xkb-dev libwayland-dev
  libxml2-dev libarchive-dev libpoppler-glib-dev libcmark-dev'

tell() {
  printf 'oqyrman: %s\n' "$*" >&2
}

fail() {
  tell "$@"
  exit 1
}

# quietly LOG COMMAND...
quietly() {
  log=$1
  shift
  "$@" >"$log" 2>&1 </dev/null && return
  tail -n 40 -- "$log" >&2
  fail "this failed: $* (all that it said is in $log)"
}

# missing PACKAGE...: prints those that are not installed
missing() {
  present=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || :)
  for package; do
    printf '%s\n' "$present" | grep -qxF "$package installed" || printf '%s ' "$package"
  done
}

# install PACKAGE...: only what is missing; without that, apt is not called
install() {
  mkdir -p "$root/build" || fail "cannot write in $root: copy it to a folder of your own"
  if ! command -v dpkg-query >/dev/null; then
    tell "this is not Debian or Ubuntu: INSTALL.md lists what has to be installed"
    return
  fi
  wanted=$(missing "$@")
  [ -n "$wanted" ] || return 0
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      fail "these packages are missing; as root: apt-get install --no-install-recommends $wanted"
    as_root=sudo
  fi
  tell "installing ${wanted% }"
  quietly "$root/build/apt-update.log" $as_root apt-get -q -o DPkg::Lock::Timeout=300 update
  quietly "$root/build/apt-install.log" $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $wanted
}

# build PRESET [TARGET]: into build/PRESET; one at a time, and afresh when the tree was moved
build() {
  folder=$root/build/$1
  (
    flock 9
    home="CMAKE_HOME_DIRECTORY:INTERNAL=$root"
    if [ ! -f "$folder/build.ninja" ] || ! grep -qxF "$home" "$folder/CMakeCache.txt"; then
      tell "building in build/$1; the first time takes a minute"
      rm -rf -- "$folder"
      cd "$root"
      quietly "$folder.log" cmake --preset "$1"
    fi
    quietly "$folder.log" cmake --build "$folder" --target "${2:-all}"
  ) 9>"$folder.lock"
}
