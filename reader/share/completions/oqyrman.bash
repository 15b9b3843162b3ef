# bash completion for oqyrman

# Names and ids, a line each, from lines such as "  Дәурен (dauren): …".
_oqyrman_voices()
{
	oqyrman voices 2>/dev/null | sed -n '2,/^[^ ]/s/^  \([^(]*\) (\([^)]*\)).*/\1\n\2/p'
}

_oqyrman()
{
	local word=$2 before=$3 verb=read i
	COMPREPLY=()
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		read | render | say | text | voices)
			verb=${COMP_WORDS[i]}
			break
			;;
		esac
	done
	case $before in
	-v | --voice)
		local IFS=$'\n'
		COMPREPLY=($(compgen -W "$(_oqyrman_voices)" -- "$word"))
		return
		;;
	-d | --device | -s | --speed | -p | --pitch | -a | --volume)
		return
		;;
	-P | --punctuation)
		COMPREPLY=($(compgen -W 'none some all' -- "$word"))
		return
		;;
	-l | --languages)
		COMPREPLY=($(compgen -W 'kk kk,ru kk,en kk,ru,en' -- "$word"))
		return
		;;
	-D | --dictionary) verb=text ;; # whose words are files
	-e | --encoding)
		COMPREPLY=($(compgen -W 'UTF-8 UTF-16 windows-1251 KZ-1048' -- "$word"))
		return
		;;
	esac
	local speaking='--voice --speed --pitch --volume --punctuation --languages --dictionary' common='--quiet --verbose --help --version'
	local options
	case $verb in
	read) options="$speaking --encoding --device $common" ;;
	render) options="$speaking --encoding --output $common" ;;
	say) options="$speaking --spell --device $common" ;;
	text) options="--voice --punctuation --languages --dictionary --encoding --sentences --ipa --explain --json $common" ;;
	voices) options="--quiet --help --version" ;;
	esac
	if [[ $word == -* ]]; then
		COMPREPLY=($(compgen -W "$options" -- "$word"))
		return
	fi
	((COMP_CWORD == 1)) && COMPREPLY=($(compgen -W 'read render say text voices' -- "$word"))
	case $verb in
	read | render | text)
		compopt -o filenames
		local file
		while IFS= read -r file; do
			COMPREPLY+=("$file")
		done < <(compgen -f -- "$word")
		;;
	esac
}
complete -F _oqyrman oqyrman
