# A sentence and its words on a terminal, by tmux: lines that are full, a terminal that changes its size,
# one that is stopped, tee, big letters.
. "$(dirname -- "$0")/../common.sh"
command -v tmux >/dev/null || exit 77

export LC_ALL=C.UTF-8 TMUX_TMPDIR="$work"
unset NO_COLOR ACCESSIBLE TMUX
escape=$(printf '\033')
mkfifo "$work/commands"
exec 9<>"$work/commands"

server=0
terminal() {
  tmux -u -L "oqyrman$server" -f /dev/null "$@"
}
trap 'terminal kill-server 2>/dev/null || :; rm -rf -- "$work"' EXIT

tell() {
  printf '%s\n' "$@" >&9
}

# Rows of the terminal that are not empty; the first that was printed may have left it.
rows() {
  terminal capture-pane -p | sed '/^$/d'
}

# What is inverse, a row each.
heard() {
  terminal capture-pane -e -p | sed -n "s/.*$escape\[7m\([^$escape]*\).*/\1/p"
}

shows() {
  [ "$(rows)" = "$1" ]
}

hears() {
  [ "$(heard | tail -n 1)" = "$1" ]
}

hears_alone() {
  [ "$(heard)" = "$1" ]
}

# begin COLUMNS COMMAND: in a shell whose prompt is $
begin() {
  server=$((server + 1)) # one that has just ended cannot be begun again
  terminal new-session -d -x "$1" -y 12 \
    "stty -echo; export OQ_BUILD='$OQ_BUILD' OQ_TOOLS='$OQ_TOOLS' W='$work'; $2; echo 'status' \$?; exec sleep 60"
}

end() {
  tell finish
  until_true ended
  terminal kill-server
}

# The line was finished: what follows stands at the beginning of one.
ended() {
  rows | grep -q '^status 0$'
}

# Each word of a text of which two lines are as long as can be.
text='абвгд ежзий клмноңө абвгдежзийклмноңөпр сау бол енді'
words='абвгд ежзий клмноңө абвгдежзийклмноңөпр сау бол енді'
begin 20 '"$OQ_TOOLS/show_screen" "$W/commands"'
tell "sentence 100 $text"
lines='абвгд ежзий клмноңө
абвгдежзийклмноңөпр
сау бол енді'
until_true shows "$lines"
place=100
for word in $words; do
  size=$(printf %s "$word" | wc -c)
  tell "word $place $((place + size))"
  until_true hears_alone "$word"
  shows "$lines" || fail "the lines were changed by a word: $(rows)"
  place=$((place + size + 1))
done

# A line that is typed stays on its row, and goes.
tell 'prompt іздеу: абайдың қара сөздері'
until_true shows "$lines
айдың қара сөздері"
tell unprompt 'answer табылмады'
until_true shows "$lines
табылмады"
tell 'word 100 110'
until_true hears абвгд

# Another width: what was printed is left alone until the next sentence. tmux tells of it after a while.
sized() {
  [ "$(stty size <"$(terminal display-message -p '#{pane_tty}')")" = "12 $1" ]
}
for columns in 60 11 33; do
  terminal resize-window -x "$columns" -y 12
  until_true sized "$columns"
  tell 'word 111 121'
done
settled() {
  tell 'sentence 200 Бір екі үш төрт бес алты жеті сегіз тоғыз' 'word 207 213'
  hears екі
}
until_true settled
rows | tail -n 2 | tr '\n' '|' | grep -qx 'Бір екі үш төрт бес алты жеті|сегіз тоғыз|' ||
  fail "lines are broken: $(rows)"

# Ctrl+S: nothing waits for the terminal, and afterwards all is there.
terminal send-keys C-s
for round in 1 2 3 4 5 6 7 8 9 10; do
  tell 'word 200 206' 'word 207 213' 'word 214 218'
done
tell 'sentence 300 Он бір' 'word 303 309' 'answer дайын' 'word 300 304'
terminal send-keys C-q
until_true hears Он
rows | tail -n 2 | tr '\n' '|' | grep -qx 'Он бір|дайын|' || fail "sentences were lost: $(rows)"
end

# A pipe gets the sentences alone.
begin 40 '"$OQ_TOOLS/show_screen" "$W/commands" | tee "$W/text"'
tell "sentence 0 $text" 'word 0 10' 'prompt іздеу' 'answer жоқ' 'sentence 99 Сау [31m бол'
until_true grep -qs 'бол$' "$work/text"
end
printf '%s\nСау [31m бол\n' "$text" | cmp - "$work/text" || fail 'the pipe got something else'

# NO_COLOR: no escape sequence at all.
begin 40 'NO_COLOR=1 script -qefc "\"$OQ_TOOLS/show_screen\" \"$W/commands\"" "$W/script" >/dev/null'
tell "sentence 0 $text" 'word 0 10' 'word 11 21' 'prompt іздеу' 'answer жоқ'
until_true grep -qs 'жоқ' "$work/script"
end
! grep -q "$escape" "$work/script" || fail 'escape sequences in spite of NO_COLOR'

# Big letters: ten rows, and the word that is heard is inverse on all of them.
begin 80 '"$OQ_TOOLS/show_screen" "$W/commands" "$OQ_BUILD/share/oqyrman/large.tsv"'
tell 'sentence 0 Бір екі' 'word 0 6'
inverse_rows() {
  [ "$(terminal capture-pane -e -p | grep -c "$escape\[\([0-9;]*;\)*7[;m]")" -eq "$1" ]
}
until_true inverse_rows 10
tell 'word 0 0'
until_true inverse_rows 0
rows | grep -q '██' || fail 'there are no big letters'
end
