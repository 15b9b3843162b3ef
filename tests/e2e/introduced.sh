# A mixer shows the program by its name, and the server sees the role by which music goes down.
. "$(dirname -- "$0")/common.sh"

# shown NAME: what the stream of the sink has as this property
shown() {
  LC_ALL=C pactl list sink-inputs | sed -n "s/^[[:space:]]*$1 = \"\(.*\)\"$/\1/p"
}

is_shown() {
  [ -n "$(shown "$1")" ]
}

# introduces LANGUAGE NAME
introduces() {
  LANGUAGE=$1 LC_ALL=C.UTF-8 "$OQ_PROGRAM" read --quiet "$report" &
  reader=$!
  until_true is_shown media.role
  [ "$(shown media.role)" = a11y ] || fail "the role is $(shown media.role)"
  [ "$(shown application.name)" = "$2" ] || fail "the name is $(shown application.name)"
  is_shown application.icon_name || fail "there is no icon"
  kill "$reader"
  wait "$reader" || :
  until_true gone
}

gone() {
  ! is_shown media.role
}

introduces en Oqyrman
introduces kk Оқырман
