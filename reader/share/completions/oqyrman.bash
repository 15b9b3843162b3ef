# bash completion for oqyrman

# Names and ids, a line each, from lines such as "  Дәурен (dauren): …".
_oqyrman_voices()
{
	oqyrman voices 2>/dev/null | sed -n '2,/^[^ ]/s/^  \([^(]*\) (\([^)]*\)).*/\1\n\2/p'
}

# _oqyrman_table VERB OPTION: sets $verbs, $words and $options of the verb, and $value of the option.
@table@

_oqyrman_files()
{
	local file
	compopt -o filenames
	while IFS= read -r file; do
		COMPREPLY+=("$file")
	done < <(compgen -f -- "$1")
}

_oqyrman()
{
	local word=$2 before=$3 verb= verbs words options value i
	COMPREPLY=()
	_oqyrman_table '' ''
	for ((i = 1; i < COMP_CWORD && ${#verb} == 0; i++)); do
		[[ " $verbs " != *" ${COMP_WORDS[i]} "* ]] || verb=${COMP_WORDS[i]}
	done
	_oqyrman_table "${verb:-read}" "$before"
	case $value in
	'') ;;
	file)
		_oqyrman_files "$word"
		return
		;;
	voice)
		local IFS=$'\n'
		COMPREPLY=($(compgen -W "$(_oqyrman_voices)" -- "$word"))
		return
		;;
	other) return ;;
	*)
		COMPREPLY=($(compgen -W "$value" -- "$word"))
		return
		;;
	esac
	if [[ $word == -* ]]; then
		COMPREPLY=($(compgen -W "$options" -- "$word"))
		return
	fi
	if [[ -z $verb || $words == verbs ]]; then
		COMPREPLY=($(compgen -W "$verbs" -- "$word"))
	fi
	if [[ $words == files ]]; then
		_oqyrman_files "$word"
	fi
}
complete -F _oqyrman oqyrman
