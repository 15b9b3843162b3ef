#!/bin/sh
# with-dispatcher.sh COMMAND... - runs the command beside a Speech Dispatcher of its own, whose one
# module is ours; to be called by with-null-sink.sh.
#
# The command gets SPEECHD_ADDRESS, OQ_SPEECHD, a folder with its configuration and its logs, and
# OQ_SPEECHD_SENT, where all is kept that the module was sent.
# The exit status is the command's, or 77 (skipped) when Speech Dispatcher is not installed.
set -u

for tool in speech-dispatcher spd-say; do
	command -v "$tool" >/dev/null || {
		echo "with-dispatcher.sh: $tool is missing: install speech-dispatcher" >&2
		exit 77
	}
done

export OQ_SPEECHD="$HOME/speechd" OQ_SPEECHD_SENT="$HOME/speechd/sent"
mkdir -p "$OQ_SPEECHD/modules" "$OQ_SPEECHD/log"
cp "$OQ_CONF" "$OQ_SPEECHD/modules/oqyrman.conf"
: >"$OQ_SPEECHD_SENT"
# The module behind one that keeps what goes to it.
cat >"$OQ_SPEECHD/sd_kept" <<END
#!/bin/sh
exec tee -a "$OQ_SPEECHD_SENT" | "$OQ_SD" "\$@"
END
chmod +x "$OQ_SPEECHD/sd_kept"
cat >"$OQ_SPEECHD/speechd.conf" <<END
LogLevel 3
AudioOutputMethod "pulse"
DefaultLanguage "kk"
AddModule "oqyrman" "$OQ_SPEECHD/sd_kept" "oqyrman.conf"
DefaultModule oqyrman
END

speech-dispatcher -s -C "$OQ_SPEECHD" -L "$OQ_SPEECHD/log" -P "$OQ_SPEECHD/pid" \
	-c unix_socket -S "$OQ_SPEECHD/socket" -t 0 >"$OQ_SPEECHD/out" 2>&1 &
server=$!
finish() {
	trap - EXIT
	kill "$server" 2>/dev/null
	wait "$server" 2>/dev/null
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
until [ -S "$OQ_SPEECHD/socket" ]; do
	kill -0 "$server" 2>/dev/null || {
		echo "with-dispatcher.sh: Speech Dispatcher does not start:" >&2
		cat "$OQ_SPEECHD/out" "$OQ_SPEECHD"/log/* >&2
		exit 1
	}
	sleep 0.05
done
export SPEECHD_ADDRESS="unix_socket:$OQ_SPEECHD/socket"

"$@"
