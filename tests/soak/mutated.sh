# mutated.sh MUTATED - that it notices what it is there for: in place of the program that opens documents stands one
# that goes wrong in the way that the file's name ends in, and each file is charged with its own faults alone.
set -eu

work=$(mktemp -d "${TMPDIR:-/tmp}/oqyrman-mutated.XXXXXX")
trap 'rm -rf -- "$work"' EXIT
mkdir -p "$work/bin" "$work/libexec/oqyrman" "$work/tmp" "$work/home" "$work/found"
cp "$1" "$work/bin/mutated"
cat >"$work/libexec/oqyrman/oqyrman-open" <<END
#!/bin/sh
case \$1 in
spins) while :; do :; done ;;
waits) exec sleep 1000 ;;
crashes) kill -SEGV \$\$ ;;
process) sleep 1000 >/dev/null & ;;
folder) for folder in "$work/tmp"/*; do : >"\$folder/left"; done ;;
esac
END
chmod +x "$work/libexec/oqyrman/oqyrman-open"
export HOME="$work/home" TMPDIR="$work/tmp" OQ_KEEP="$work/found" OQ_CPU_S=1 OQ_WALL_S=1000
unset OQ_PROGRAM

fail() {
  printf 'failed: %s\n' "$*" >&2
  cat "$work/out" >&2
  exit 1
}

# noticed EXTENSION STATUS TIMES LINE: of three files, so often; nothing else, and nothing is left
noticed() {
  rm -rf "$work/documents"
  mkdir "$work/documents"
  { printf '%%PDF-1.4\n' && seq 5000; } >"$work/documents/a.$1"
  status=0
  "$work/bin/mutated" "$work/documents" 3 1 >"$work/out" || status=$?
  [ "$status" -eq "$2" ] || fail "$1: status $status"
  [ "$(grep -c -x "[0-9]*, $1: $4" "$work/out")" -eq "$3" ] || fail "$1: not so often: $4"
  [ "$(grep -c '^[0-9]*, ' "$work/out")" -eq "$3" ] || fail "$1: something else is told"
  [ "$(find "$work/found" -name "*.$1" -size +1k | wc -l)" -eq "$3" ] || fail "$1: not kept"
  ! pgrep -f "$work/libexec" >"$work/none" || fail "$1: a process is left"
  [ -z "$(ls -A "$work/tmp")" ] || fail "$1: left: $(ls -A "$work/tmp")"
}

noticed good 0 0 .*
noticed process 1 3 'a process is left'
noticed folder 1 3 'a file is left in the folder'
noticed crashes 1 3 'the sealed program was ended by signal 11'
noticed spins 1 3 'the reader hangs'
OQ_WALL_S=1 OQ_CPU_S=100 noticed waits 1 3 'the reader hangs'
