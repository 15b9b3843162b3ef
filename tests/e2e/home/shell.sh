# The reader in a shell (tmux): Ctrl+Z tells how it goes on, and after fg where it does.
. "$(dirname -- "$0")/../common.sh"
command -v tmux >/dev/null || exit 77

export LC_ALL=C.UTF-8 TERM=xterm-256color
unset TMUX
server=oqyrman-$$-${work##*.}

t() {
  tmux -u -L "$server" -f /dev/null "$@"
}
trap 't kill-server 2>/dev/null || :; rm -rf -- "$work"' EXIT

shows() {
  t capture-pane -p -t t | grep -qF -- "$1"
}

# goes_on KEY...: reads, is left by the keys, and comes back
goes_on() {
  t send-keys -t t -l "clear; $OQ_PROGRAM read '$report'"
  t send-keys -t t Enter
  until_true shows Алматы
  t send-keys -t t "$@"
  until_true shows 'paused; fg goes on'
  until_true shows Stopped
  t send-keys -t t -l 'clear; fg; echo "status $?"'
  t send-keys -t t Enter
}

t new-session -d -s t -x 120 -y 24 'PS1="shell> " exec bash --norc --noprofile'
until_true shows 'shell>'
goes_on C-z
until_true shows 'almaty-report, going on at'
t send-keys -t t q
until_true shows 'status 0'
goes_on Space C-z
until_true shows 'almaty-report, 0 per cent'
t send-keys -t t q
until_true shows 'status 0'
