# common.sh - sourced by the end-to-end tests. CMakeLists.txt gives OQ_PROGRAM, OQ_RELEASE_PROGRAM,
# OQ_TOOLS (the programs of this folder), OQ_SAMPLES, OQ_WORK, OQ_CMAKE, OQ_BUILD, OQ_VOICES and
# OQ_ESPEAK_DATA (the system's).
set -eu

work=$(mktemp -d "$OQ_WORK/e2e.XXXXXX")
# What the test has started in the background ends with it, stopped or not; what that has started in its
# turn is left to the program ended.
finish() {
  started=$(pgrep -P "$$" || :)
  kill $started 2>/dev/null || :
  kill -CONT $started 2>/dev/null || :
  rm -rf -- "$work" || :
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
export XDG_CONFIG_HOME="$work/config" # no words of whoever runs this
report=$OQ_SAMPLES/almaty-report.txt

fail() {
  printf 'failed: %s\n' "$*" >&2
  exit 1
}

# until_true COMMAND...: polls for at most 30 seconds
until_true() {
  tries=1500
  until "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || fail "waited in vain for: $*"
    sleep .02
  done
}

size_of() {
  if [ -f "$1" ]; then wc -c <"$1"; else echo 0; fi
}

# larger FILE SIZE
larger() {
  [ "$(size_of "$1")" -gt "$2" ]
}

# sounds FILE FROM_BYTE: some sample from there on is not zero
sounds() {
  [ "$(tail -c "+$(($2 + 1))" "$1" | LC_ALL=C tr -d '\0' | wc -c)" -gt 0 ]
}

second=44100 # bytes of 16-bit sound at 22050 Hz, which is how the null sink plays

# record FILE FORMAT: begins to record what the sink plays; $recorder is to be killed
record() {
  parecord --device=@DEFAULT_MONITOR@ --file-format="$2" --rate=22050 --channels=1 --format=s16le \
    --latency-msec=10 "$1" &
  recorder=$!
  until_true larger "$1" 100
}

# hear FILE: waits until half a second more was recorded
hear() {
  until_true larger "$1" $(($(size_of "$1") + second / 2))
}

stop_recording() {
  kill -INT "$recorder"
  wait "$recorder" || :
}
