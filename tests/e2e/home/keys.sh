# A shell in a terminal (tmux), and in it what hears keys: what they do, in three layouts; Ctrl+Z, fg,
# bg, kill -STOP, a new size; and however it ends the shell finds its terminal as it was.
. "$(dirname -- "$0")/../common.sh"
command -v tmux >/dev/null || exit 77

export LC_ALL=C.UTF-8 TERM=xterm-256color
unset TMUX
server=oqyrman-$$-${work##*.}
log=$work/log

t() {
  tmux -u -L "$server" -f /dev/null "$@"
}
trap 't kill-server 2>/dev/null || :; rm -rf -- "$work"' EXIT

# told LINE [N]: N times (1) by now
told() {
  [ "$(grep -cxF -- "$1" "$log" 2>/dev/null || :)" -ge "${2:-1}" ]
}

shows() {
  t capture-pane -p -t t | grep -qF -- "$1"
}

# there FILE: and not empty
there() {
  [ -s "$1" ]
}

# type LINE: to the shell
type_line() {
  t send-keys -t t -l "$1"
  t send-keys -t t Enter
}

# modes NAME: what the terminal's modes are, as the shell's commands see them
modes() {
  type_line "stty -g >$work/$1.part; mv $work/$1.part $work/$1"
  until_true there "$work/$1"
}

as_before() {
  modes "$1"
  cmp -s "$work/before" "$work/$1" || fail "the terminal's modes were not restored: $1"
}

# begin [stuck]: $pid is its process
begin() {
  rm -f "$log" "$work/status"
  type_line "$OQ_TOOLS/hear_keys $log $*; echo \$? >$work/status"
  until_true grep -qs '^begun' "$log"
  pid=$(sed -n 's/^begun //p' "$log")
}

# A shell goes on with its line when the job is stopped: the status is fg's, then.
go_on() {
  rm -f "$work/status"
  type_line "fg; echo \$? >$work/status"
}

# ended STATUS
ended() {
  until_true there "$work/status"
  [ "$(cat "$work/status")" -eq "$1" ] || fail "it ended with $(cat "$work/status"), not with $1"
}

t new-session -d -s t -x 80 -y 24 'PS1="shell> " exec bash --norc --noprofile'
until_true shows 'shell>'
modes before

# keys, as tmux sends them
begin
for key in Left Right C-Left C-Right PPage NPage Home End F1 Space w; do
  t send-keys -t t "$key"
done
until_true told 'word 1'
printf '%s\n' "begun $pid" 'sentence-back 1' 'sentence-on 1' 'word-back 1' 'word-on 1' 'heading-back 1' \
  'heading-on 1' 'start 1' 'end 1' 'say-help 1' 'pause 1' 'word 1' >"$work/expected"
cmp "$work/expected" "$log" || fail "the keys did something else"
t send-keys -t t 5
t send-keys -t t Down
until_true told 'paragraph-on 5'
t send-keys -t t -l 'к'
until_true told 'repeat 1'
t send-keys -t t -l '.'
until_true told 'find 1'
t send-keys -t t -l 'ә'
t send-keys -t t Up
until_true told 'paragraph-back 2'

# what is pasted is no key
t set-buffer 'qqq'
t paste-buffer -p -t t
t send-keys -t t v
until_true told 'voice 1'
told 'quit 1' && fail "what was pasted was taken for keys"

# a new size
t resize-window -t t -x 100 -y 30
until_true told 'resized 100 30'

# Ctrl+Z, and a new size meanwhile
t send-keys -t t C-z
until_true shows 'Stopped'
as_before stopped
t resize-window -t t -x 90 -y 25
go_on
until_true told back
until_true told 'resized 90 25'
t send-keys -t t Left
until_true told 'sentence-back 1' 2

# in the background it hears nothing, and is not stopped
t send-keys -t t C-z
until_true told 'suspend 1' 2
as_before stopped-again
type_line bg
type_line 'echo heard-by-the-shell: q'
until_true shows 'heard-by-the-shell: q'
grep -q '^State:.*stopped' "/proc/$pid/status" && fail "it is stopped in the background"
go_on
until_true told back 2
t send-keys -t t Left
until_true told 'sentence-back 1' 3

# kill -STOP cannot be answered
kill -STOP "$pid"
type_line ''
as_before stopped-at-once
go_on
until_true told back 3
t send-keys -t t Left
until_true told 'sentence-back 1' 4

# kill -TSTP is as Ctrl+Z
kill -TSTP "$pid"
as_before stopped-from-outside
go_on
until_true told back 4

# ways to end
t send-keys -t t q
ended 0
as_before ended
begin
t send-keys -t t C-c
until_true told 'quit 1'
ended 0
as_before interrupted
begin
kill -TERM "$pid"
ended 130
told ended || fail "it did not end by itself"
as_before terminated
begin stuck
kill -TERM "$pid"
ended 130
told ended && fail "it was not stuck"
as_before killed-when-stuck

# in the background from the beginning there are no keys to be had
rm -f "$log"
type_line "$OQ_TOOLS/hear_keys $log &"
until_true told none

# the terminal is lost: told where SIGHUP is not heeded; else it ends as by any signal
type_line "trap '' HUP"
begin
t kill-session -t t
until_true told gone
until_true told ended
[ ! -d "/proc/$pid" ] || until_true test ! -d "/proc/$pid"
