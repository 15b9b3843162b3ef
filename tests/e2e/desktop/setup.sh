# setup.sh gnome|kde|xfce|none - keys in a desktop's own settings: all that are free are bound, what is
# taken stays with who has it, twice is as once, and undone everything is as it was before.
desktop=$1
case $desktop in
gnome) tools='gsettings' packages='libglib2.0-bin and gnome-settings-daemon-common' ;;
xfce) tools='xfconf-query dbus-run-session' packages='xfconf and dbus' ;;
kde) tools='kglobalaccel5 Xvfb dbus-run-session' packages='libkf5globalaccel-bin, xvfb and dbus' ;;
none) tools='' packages='' ;;
esac
for tool in $tools; do
  command -v "$tool" >/dev/null || {
    echo "setup.sh $desktop: $tool is missing: install $packages" >&2
    exit 77
  }
done
[ "$desktop" != gnome ] || gsettings list-schemas | grep -q plugins.media-keys || {
  echo "setup.sh gnome: install $packages" >&2
  exit 77
}
# What the bus starts knows no other folders than these.
case ${OQ_ON_BUS:-}$desktop in xfce | kde)
  own=$(mktemp -d "$OQ_WORK/setup.XXXXXX")
  status=0
  HOME="$own" XDG_CONFIG_HOME="$own/config" XDG_CACHE_HOME="$own/cache" XDG_DATA_HOME="$own/data" \
    XDG_RUNTIME_DIR="$own" OQ_ON_BUS=1 dbus-run-session -- sh "$0" "$desktop" || status=$?
  rm -rf -- "$own"
  exit "$status"
  ;;
esac
. "$(dirname -- "$0")/../common.sh"
unset WAYLAND_DISPLAY KDE_SESSION_VERSION
export HOME="$work/home" XDG_RUNTIME_DIR="$work/runtime" XDG_STATE_HOME="$work/state" \
  XDG_DATA_HOME="$work/data" OQ_COMMAND=/opt/oqyrman/bin/oqyrman GSETTINGS_BACKEND=keyfile
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
mkdir -p "$XDG_CONFIG_HOME"

# keys STATUS setup|undo [LINE OF config.ini...]: prints into $work/said
keys() {
  wanted=$1
  shift
  status=0
  "$OQ_TOOLS/set_up_keys" "$@" >"$work/said" || status=$?
  [ "$status" -eq "$wanted" ] || fail "$*: status $status: $(cat "$work/said")"
}

said() {
  grep -q "$1" "$work/said" || fail "not said: $1: $(cat "$work/said")"
}

# dump: all settings there are, into $work/NAME
dump() {
  case $desktop in
  gnome)
    gsettings list-recursively org.gnome.settings-daemon.plugins.media-keys
    # what is reset leaves its group, empty
    sed -n -e '/^\[/h' -e '/=/{G;s/\n/ /;p}' "$XDG_CONFIG_HOME/glib-2.0/settings/keyfile"
    ;;
  xfce) xfconf-query -c xfce4-keyboard-shortcuts -lv | sort ;;
  kde) cat "$XDG_CONFIG_HOME/kglobalshortcutsrc" 2>/dev/null || : ;;
  esac >"$work/$1"
}

same() {
  cmp -s "$work/$1" "$work/$2" || fail "differs: $(diff "$work/$1" "$work/$2")"
}

# The course that is the same for all; $owner has Ctrl+Alt+P already, and $has has to find our key.
course() {
  dump before
  keys 0 setup
  said '^Ctrl+Alt+O: '
  said "^Ctrl+Alt+P is not bound: .*$owner"
  said '^9 keys are bound'
  [ "$(grep -c '^Ctrl+Alt+' "$work/said")" -eq 10 ] || fail "$(cat "$work/said")"
  dump once
  grep -q "$has" "$work/once" || fail "not in the settings: $has: $(cat "$work/once")"
  keys 0 setup
  said '^9 keys are bound'
  dump twice
  same once twice
  # Other keys, and fewer of them: what was bound before is free.
  keys 0 setup read-selection=Super+F9 repeat=none pause=Super+F9
  said '^Super+F9: '
  said '^Super+F9 is not bound: '
  said '^8 keys are bound'
  ! grep -q "$has" "$work/said" || fail "it is still there"
  keys 0 setup
  dump again
  same once again
  keys 0 undo
  said '^9 keys are taken back'
  said 'then it has the keys itself'
  dump after
  same before after
  keys 0 undo
  said 'nothing to be taken back'
  dump after
  same before after
  [ ! -e "$XDG_STATE_HOME/oqyrman/keys-of-desktop" ] || fail "the mark is left"
  # Where all is taken, nothing is done.
  keys 1 setup read-selection=Ctrl+Alt+P pause=none repeat=none next=none previous=none faster=none \
    slower=none read-clipboard=none spell-selection=none where=none
  said '^error: no key is bound'
  dump after
  same before after
}

case $desktop in
gnome)
  export XDG_CURRENT_DESKTOP=ubuntu:GNOME
  media=org.gnome.settings-daemon.plugins.media-keys
  other=/org/gnome/settings-daemon/plugins/media-keys/custom-keybindings/custom0/
  gsettings set $media custom-keybindings "['$other']"
  gsettings set "$media.custom-keybinding:$other" name 'Менің пернем'
  gsettings set "$media.custom-keybinding:$other" binding '<Primary><Alt>P'
  owner='Менің пернем' has="command='/opt/oqyrman/bin/oqyrman selection read-selection'"
  course
  # GNOME's own keys count, too; a path with blanks is one word of the command.
  gsettings set $media screenreader "['<Super><Alt>s', '<Ctrl><Alt>w']"
  OQ_COMMAND='/opt/my own/oqyrman' keys 0 setup
  said '^Ctrl+Alt+W is not bound: .*screenreader'
  dump once
  grep -q "command=\"'/opt/my own/oqyrman' selection next\"" "$work/once" || fail "$(cat "$work/once")"
  GSETTINGS_BACKEND=memory keys 1 setup
  said '^error: .*dconf-gsettings-backend'
  ;;
xfce)
  export XDG_CURRENT_DESKTOP=XFCE
  set_key() {
    xfconf-query -c xfce4-keyboard-shortcuts -n -p "$1" -t "$2" -s "$3"
  }
  set_key '/commands/default/<Alt>F2' string xfrun4
  keys 1 setup
  said '^error: XFCE has no keys of your own yet; start xfce4-keyboard-settings'
  set_key /commands/custom/override bool true
  set_key '/commands/custom/<Alt>F2' string xfrun4
  set_key '/xfwm4/custom/<Primary><Alt>p' string show_desktop_key
  owner=show_desktop_key has='<Primary><Alt>o *[^ ]*oqyrman selection read-selection'
  course
  set_key '/commands/custom/<Alt><Primary>w' string xterm
  keys 0 setup
  said '^Ctrl+Alt+W is not bound: xterm'
  env -u DBUS_SESSION_BUS_ADDRESS "$OQ_TOOLS/set_up_keys" undo >"$work/said" && fail "without a bus"
  said '^error: '
  ;;
kde)
  export XDG_CURRENT_DESKTOP=KDE KDE_SESSION_VERSION=5 QT_QPA_PLATFORM=
  table=$XDG_CONFIG_HOME/kglobalshortcutsrc
  printf '[kwin]\n_k_friendly_name=KWin\nOverview=Meta+W,Meta+W,Toggle Overview\n%s\n\n[a][b]\nc=d\n' \
    'Expose=Ctrl+F9\tCtrl+Alt+P,Ctrl+F9,Toggle Present Windows' >"$table"
  owner='kwin: Expose' has='read-selection=Ctrl+Alt+O,none,'
  course
  keys 0 setup
  said 'when you log in again'
  grep -q '^Exec=/opt/oqyrman/bin/oqyrman selection next$' "$XDG_DATA_HOME/kglobalaccel/oqyrman-keys.desktop"
  KDE_SESSION_VERSION=6 keys 1 setup
  said '^error: .*Plasma 6'
  # The real kglobalaccel runs the command, at its start and with keys that it gets while it runs.
  printf '#!/bin/sh\necho "$*" >>%s\n' "$work/done" >"$work/oqyrman"
  chmod +x "$work/oqyrman"
  export OQ_COMMAND="$work/oqyrman"
  : >"$work/display"
  Xvfb -displayfd 3 -screen 0 640x480x24 -nolisten tcp -noreset 3>"$work/display" 2>/dev/null &
  server=$!
  trap 'kill ${accel:-} $server 2>/dev/null || :; rm -rf -- "$work"' EXIT
  until_true test -s "$work/display"
  export DISPLAY=":$(cat "$work/display")"
  keys 0 setup
  start_accel() {
    kglobalaccel5 2>/dev/null &
    accel=$!
    gdbus wait --session --timeout 30 org.kde.kglobalaccel
  }
  # does DEED CODE: the keys Ctrl+Alt and this one have it done
  does() {
    until_true sh -c '"$1/hands" press 37 64 "$3"; sleep .2; grep -qx "selection $2" "$4"' sh \
      "$OQ_TOOLS" "$1" "$2" "$work/done"
  }
  : >"$work/done"
  start_accel
  does read-selection 32
  does next 44
  keys 0 undo
  said '^9 keys are taken back'
  keys 0 undo
  said 'nothing to be taken back'
  : >"$work/done"
  keys 0 setup
  said '^9 keys are bound'
  said "^Ctrl+Alt+P is not bound: "
  ! grep -q 'log in again' "$work/said" || fail "it need not be started again"
  does read-selection 32
  does where 25
  keys 0 undo
  said '^9 keys are taken back'
  until_true sh -c '! grep -q oqyrman "$1"' sh "$table" # it is written a while later
  ;;
none)
  for name in X-Cinnamon:Cinnamon sway; do
    XDG_CURRENT_DESKTOP=$name keys 1 setup
    said "^error: $name is none of the desktops"
    XDG_CURRENT_DESKTOP=$name keys 1 undo
    said 'oqyrman selection'
    [ "$(wc -l <"$work/said")" -eq 1 ] || fail "more than a line: $(cat "$work/said")"
  done
  unset XDG_CURRENT_DESKTOP
  keys 1 setup
  said '^error: no desktop runs here'
  ;;
esac
