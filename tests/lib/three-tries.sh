#!/bin/sh
# Sound that is heard in real time has gaps on a machine that others keep busy: three tries.
#   sh three-tries.sh COMMAND [ARGUMENT...]
for try in 1 2 3; do
  status=0
  "$@" || status=$?
  case $status in
    0 | 77) exit $status ;;
  esac
  echo "try $try failed with $status" >&2
done
exit "$status"
