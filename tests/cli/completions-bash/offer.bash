# bash offer.bash COMPLETIONS WORD...: prints what is proposed for the last word
set -u
. "$1"
shift
compopt() { :; } # works in an interactive shell only
COMP_WORDS=(oqyrman "$@")
COMP_CWORD=$#
_oqyrman oqyrman "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
