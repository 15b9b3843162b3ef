# selection_common.sh - sourced by selection_x11.sh and selection_wayland.sh: what is had of a selection.
. "$(dirname -- "$0")/../common.sh"

# gets FILE [ARGUMENT...]: what is selected is what is in the file
gets() {
  file=$1
  shift
  "$OQ_TOOLS/selected" "$@" >got 2>told || fail "nothing was had of $file: $(cat told)"
  cmp -s got "$file" || fail "$(size_of got) bytes were had, which are not $file"
}

# fails CODE [ARGUMENT...]: after $took ms; what is told is in told
fails() {
  code=$1
  shift
  ! "$OQ_TOOLS/selected" "$@" >got 2>told || fail "$code is no error: $(cat got)"
  [ "$(size_of got)" -eq 0 ] || fail "there is text with $code"
  read -r had took _ <told
  took=${took%:}
  [ "$had" = "$code" ] || fail "$code was wanted, had: $(cat told)"
}

# in_time: what has failed has done so within the limit
in_time() {
  [ "$took" -ge 900 ] && [ "$took" -le 1500 ] || fail "$(cat told)"
}

# write_texts: line, cyrillic, middle and large, which is more than is sent at once
write_texts() {
  printf 'a line' >line
  printf 'Сәлем, ңғүұқөһі! Жаңа жол:\nекінші.' >cyrillic
  awk 'BEGIN { for (i = 0; i < 72000; i++) printf "Қазақстан " }' >middle
  awk 'BEGIN { for (i = 0; i < 160000; i++) printf "Қазақстан, сөйлем. " }' >large
  [ "$(size_of middle)" -gt 1360000 ] && [ "$(size_of large)" -gt 5000000 ] || fail "too little text"
}
