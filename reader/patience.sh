# patience.sh - what takes long says so: prepare.sh sources it.

beat_s=10 # a line this often: nobody who cannot see it should think that it hangs

# What holds apt up is not apt.
beat_of() {
  if tail -n 1 -- "$2" 2>/dev/null | grep -q '^Waiting for cache lock'; then
    echo packages-busy
  else
    echo "$1"
  fi
}

# beat NAME LOG: until its caller ends, or the whole script
beat() {
  passed_s=0
  while sleep 1 2>/dev/null && kill -0 "$$" 2>/dev/null; do
    passed_s=$((passed_s + 1))
    [ $((passed_s % beat_s)) -ne 0 ] || say "$(beat_of "$1" "$2")" "$passed_s"
  done
}

# patiently NAME LOG COMMAND...: its output goes to the log; every now and then the line of that name
# is said
patiently() {
  name=$1 log=$2
  shift 2
  : >"$log"
  beat "$name" "$log" </dev/null >/dev/null 9>&- &
  beating=$!
  result=0
  "$@" >"$log" 2>&1 </dev/null || result=$?
  kill "$beating" 2>/dev/null || :
  wait "$beating" 2>/dev/null || :
  return "$result"
}
