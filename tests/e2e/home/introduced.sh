# A mixer shows the program by its name, and the server sees the role by which music goes down.
. "$(dirname -- "$0")/../common.sh"

# shown NAME: what the stream of the sink has as this property
shown() {
  LC_ALL=C pactl list sink-inputs | sed -n "s/^[[:space:]]*$1 = \"\(.*\)\"$/\1/p"
}

is_shown() {
  [ -n "$(shown "$1")" ]
}

# has NAME VALUE
has() {
  [ "$(shown "$1")" = "$2" ]
}

# introduces LANGUAGE NAME
introduces() {
  LANGUAGE=$1 LC_ALL=C.UTF-8 "$OQ_PROGRAM" read --quiet "$report" &
  reader=$!
  until_true has media.role a11y
  until_true has application.name "$2"
  until_true is_shown application.icon_name
  kill "$reader"
  wait "$reader" || :
  until_true gone
}

gone() {
  ! is_shown media.role
}

introduces en Oqyrman
introduces kk Оқырман
