# What others read in audio files that tell of themselves: tags.py, where there is a Python with mutagen.
set -eu

command -v python3 >/dev/null || { echo 'there is no python3 here'; exit 77; }
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
export PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1
# Debian's own, which has its packages, goes before another one.
for python in /usr/bin/python3 python3; do
  if "$python" -c 'import mutagen' 2>/dev/null; then
    exec "$python" "$here/tags.py"
  fi
done
echo 'mutagen (python3-mutagen) is not here'
exit 77
