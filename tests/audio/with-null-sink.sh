#!/bin/sh
# with-null-sink.sh COMMAND... - runs the command on a machine that seems to have a sound device.
#
# The device is PulseAudio's null sink "ci", 22050 Hz, mono, 16 bits: what is played there can be
# recorded from "ci.monitor" bit by bit. The command gets a home of its own (HOME, XDG_RUNTIME_DIR),
# ALSA_CONFIG_PATH with "default" as the only device, OQ_TEST_PULSE_PID, the server's process, and
# OQ_TEST_PULSE, a script that becomes such a server once more.
# The exit status is the command's, or 77 (skipped) when PulseAudio is not installed.
set -u

for tool in pulseaudio pactl parecord; do
	command -v "$tool" >/dev/null || {
		echo "with-null-sink.sh: $tool is missing: install pulseaudio and pulseaudio-utils" >&2
		exit 77
	}
done

home=$(mktemp -d) || exit 1
chmod 700 "$home"
server=
finish() {
	trap - EXIT
	# one that a test has killed is no more, and its number may be another one's
	if grep -qs "^PPid:[[:space:]]*$$\$" "/proc/$server/status"; then
		kill -CONT "$server" 2>/dev/null
		kill "$server" 2>/dev/null
		wait "$server" 2>/dev/null
	fi
	# the portal of a session lets go of its folder a moment after its bus has ended
	tries=100
	while mountpoint -q "$home/doc" && [ "$tries" -gt 0 ]; do
		tries=$((tries - 1))
		sleep 0.02
	done
	rm -rf "$home"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS PULSE_SERVER SPEECHD_ADDRESS
export HOME="$home" XDG_RUNTIME_DIR="$home" XDG_CONFIG_HOME="$home" XDG_STATE_HOME="$home"

# norewinds: otherwise the idle sink has played two seconds of silence ahead.
export OQ_TEST_PULSE="$home/serve.sh"
cat >"$OQ_TEST_PULSE" <<END
exec pulseaudio -n --daemonize=no --exit-idle-time=-1 --realtime=no --high-priority=no \
	--log-target=file:"$home/pulseaudio.log" \
	-L module-native-protocol-unix -L module-always-sink \
	-L "module-null-sink sink_name=ci rate=22050 channels=1 format=s16le norewinds=1"
END
sh "$OQ_TEST_PULSE" &
server=$!
export OQ_TEST_PULSE_PID="$server"
until pactl set-default-sink ci 2>/dev/null; do
	kill -0 "$server" 2>/dev/null || {
		echo "with-null-sink.sh: pulseaudio does not start:" >&2
		cat "$home/pulseaudio.log" >&2
		exit 1
	}
	sleep 0.02
done

cat >"$home/asound.conf" <<'END'
pcm.!default { type pulse hint { show on description p } }
ctl.!default { type pulse }
END
export ALSA_CONFIG_PATH="$home/asound.conf"

"$@"
