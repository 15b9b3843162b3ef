#!/bin/sh
# Sound that is heard in real time has gaps on a machine that others keep busy: three tries. What one has
# started ends with it, where there is OQ_TOOLS.
#   sh three-tries.sh COMMAND [ARGUMENT...]
for try in 1 2 3; do
  status=0
  ${OQ_TOOLS:+"$OQ_TOOLS/ended"} "$@" || status=$?
  case $status in
    0 | 77) exit $status ;;
  esac
  echo "try $try failed with $status" >&2
done
exit "$status"
