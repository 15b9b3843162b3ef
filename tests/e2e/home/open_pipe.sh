# A pipe that stays open, and how often the machine is woken: open_pipe.py.
. "$(dirname -- "$0")/../common.sh"
timeout 200 /usr/bin/python3 -B "$(dirname -- "$0")/open_pipe.py" "$report"
