# What oqyrman desktop --setup-speech writes, Speech Dispatcher takes: Kazakh is spoken by our module
# for who asks for no module. To be called by with-null-sink.sh.
set -u
for tool in speech-dispatcher spd-say; do
  command -v "$tool" >/dev/null || {
    echo "setup_speech.sh: $tool is missing: install speech-dispatcher" >&2
    exit 77
  }
done

"$OQ_PROGRAM" desktop --setup-speech || exit 1
export SPEECHD_ADDRESS="unix_socket:$HOME/socket"
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null
  wait "$server" 2>/dev/null
  rm -f "$HOME/socket"
}
trap finish EXIT

start() {
  speech-dispatcher -s -P "$HOME/pid" -L "$HOME" -c unix_socket -S "$HOME/socket" -t 0 >"$HOME/out" 2>&1 &
  server=$!
  until [ -S "$HOME/socket" ]; do
    kill -0 "$server" 2>/dev/null || {
      cat "$HOME/out" >&2
      exit 1
    }
    sleep .05
  done
}

# default_module: of who asks for none and for no language
default_module() {
  /usr/bin/python3 -c 'import speechd; client = speechd.SSIPClient("test"); print(client.get_output_module()); client.close()'
}

start
spd-say -O | grep -qx oqyrman || {
  echo "Speech Dispatcher does not know the module:" >&2
  spd-say -O >&2
  exit 1
}
timeout 20 parecord --raw --device=ci.monitor "$HOME/heard" &
recorder=$!
timeout 20 spd-say -w -l kk 'Сәлем, 2026!' || exit 1
sleep 1
kill "$recorder"
wait "$recorder" 2>/dev/null
tr -d '\0' <"$HOME/heard" | head -c 20000 | wc -c | grep -qx 20000 || {
  echo "Kazakh is not heard" >&2
  exit 1
}

# For all languages, whatever stood there before.
if /usr/bin/python3 -c 'import speechd' 2>/dev/null; then
  echo 'DefaultModule dummy' >>"$XDG_CONFIG_HOME/speech-dispatcher/speechd.conf"
  finish
  "$OQ_PROGRAM" desktop --setup-speech-all || exit 1
  start
  [ "$(default_module)" = oqyrman ] || {
    echo "the module of all languages is $(default_module)" >&2
    exit 1
  }
  "$OQ_PROGRAM" desktop --undo-speech
  [ "$(tail -n 1 "$XDG_CONFIG_HOME/speech-dispatcher/speechd.conf")" = 'DefaultModule dummy' ] || exit 1
  rm "$XDG_CONFIG_HOME/speech-dispatcher/speechd.conf"
  "$OQ_PROGRAM" desktop --setup-speech || exit 1
fi
"$OQ_PROGRAM" desktop --undo-speech && [ ! -e "$XDG_CONFIG_HOME/speech-dispatcher/speechd.conf" ]
