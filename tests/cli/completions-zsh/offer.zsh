# zsh -f offer.zsh COMPLETIONS WORD...: prints what is proposed for the last word. Two functions of
# zsh's that work in an interactive shell only are played by simpler ones.
completions=$1
shift
words=(oqyrman "$@")
CURRENT=$#words

# _describe … NAME: an array of "proposal:description"
_describe() {
	print -l -- "${(@)${(P)@[-1]}%%:*}"
}

_files() {
	local -a files=(*(N))
	((${#files} == 0)) || print -l -- $files
}

# propose ACTION: the last part of a specification
propose() {
	case $1 in
	\(*) print -l -- ${=${1#\(}%\)} ;;
	?*) eval $1 ;;
	esac
}

# names SPECIFICATION: "(…)--name[meaning]:VALUE:action" is --name, and "*--name[…" as well
names() {
	case $1 in
	\**) print -- ${${1#\*}%%\[*} ;;
	*) print -- ${${1#*\)}%%\[*} ;;
	esac
}

_arguments() {
	local specification
	shift # -s
	for specification; do
		case ${words[CURRENT]}/$specification in
		--/\(* | --/\*-*) [[ $(names $specification) != --* ]] || names $specification ;;
		/\(* | /\*-*)
			[[ $(names $specification) != ${words[CURRENT-1]} ]] && continue
			[[ $specification == *\]:*:* ]] && propose ${specification##*\]:*:}
			[[ $specification == *\]:*:* ]] && return
			;;
		/\*:*) propose ${specification##*:} ;;
		esac
	done
}

. $completions
