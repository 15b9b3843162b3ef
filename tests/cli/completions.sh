# completions.sh - sourced by the tests of completions, which define offer WORD...: prints what their
# shell proposes for the last word, a line each. It has to be what the tables say, and nothing else.

bin=$(dirname -- "$oqyrman")
share=$bin/../share
PATH=$bin:$PATH
tab=$(printf '\t')

# lines WORD...: sorted, one a line
lines() {
  printf '%s\n' "$@" | LC_ALL=C sort
}

# expect "PROPOSAL PROPOSAL..." WORD...
expect() {
  wanted=$(lines $1)
  shift
  got=$(offer "$@" | LC_ALL=C sort)
  [ "$got" = "$wanted" ] ||
    printf 'oqyrman %s: wanted %s, proposed %s\n' "$*" "$(echo $wanted)" "$(echo $got)"
}

# expect_value VERB OPTION CHOICES: CHOICES may be a kind
expect_value() {
  case $3 in
  -) ;;
  other) expect '' "$1" "$2" '' ;;
  file) expect a.txt "$1" "$2" '' ;;
  voice) offer "$1" "$2" '' | grep -qx dauren || printf '%s does not propose the voices\n' "$2" ;;
  *) expect "$3" "$1" "$2" '' ;;
  esac
}

# expect_row KIND NAME COLUMN...: of "describe table"
expect_row() {
  case $1-$3 in
  verb-verbs) expect "$verbs" "$2" '' ;;
  verb-files) expect a.txt "$2" '' ;;
  verb-text) expect '' "$2" '' ;;
  *)
    expect_value "${6%% *}" "$2" "$5"
    [ "$3" = - ] || expect_value "${6%% *}" "$3" "$5"
    ;;
  esac
  [ "$1" != verb ] || expect "$4" "$2" --
}

# check_completions: needs offer
check_completions() {
  describe table >"$HOME/table"
  verbs=$(sed -n "s/^verb$tab\\([^$tab]*\\).*/\\1/p" "$HOME/table")
  expect "$verbs" ''
  : >a.txt
  n_rows=0
  while IFS= read -r row; do
    set -f
    IFS=$tab
    set -- $row
    unset IFS
    expect_row "$@"
    n_rows=$((n_rows + 1))
  done <"$HOME/table"
  [ "$n_rows" -lt 20 ] || echo "the table was looked at"
}
