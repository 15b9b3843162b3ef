# fish completion for oqyrman

# Ids with what stands behind them in lines such as "  Дәурен (dauren): …".
function __oqyrman_voices
	oqyrman voices 2>/dev/null |
		string replace -rf '^  (\D[^(]*) \(([^)]*)\)[^:]*: (.*)' '$2\t$1, $3'
end

set -l verbs read render say text voices
set -l other "not __fish_seen_subcommand_from render say text voices"
set -l speaking "not __fish_seen_subcommand_from text voices"

complete -c oqyrman -n "not __fish_seen_subcommand_from $verbs" -a read -d "Read the files aloud"
complete -c oqyrman -n "not __fish_seen_subcommand_from $verbs" -a render -d "Write the audio into a file"
complete -c oqyrman -n "not __fish_seen_subcommand_from $verbs" -a say -d "Speak a short text now"
complete -c oqyrman -n "not __fish_seen_subcommand_from $verbs" -a text -d "Print what will be said"
complete -c oqyrman -n "not __fish_seen_subcommand_from $verbs" -a voices -d "List the voices and the sound devices"
complete -c oqyrman -n "__fish_seen_subcommand_from say voices" -f

complete -c oqyrman -n "not __fish_seen_subcommand_from voices" -s v -l voice -x -a "(__oqyrman_voices)" -d "The voice"
complete -c oqyrman -n $speaking -s s -l speed -x -d "Kazakh words a minute, 60 to 600"
complete -c oqyrman -n $speaking -s p -l pitch -x -d "Pitch, 0 to 100"
complete -c oqyrman -n $speaking -s a -l volume -x -d "Volume, 0 to 100"
complete -c oqyrman -n "not __fish_seen_subcommand_from voices" -s P -l punctuation -x -a "none some all" -d "Which signs are named"
complete -c oqyrman -n "not __fish_seen_subcommand_from voices" -s l -l languages -x -a "kk kk,ru kk,en kk,ru,en" -d "The languages of the voices"
complete -c oqyrman -n "__fish_seen_subcommand_from say" -l spell -d "Every character by its name"
complete -c oqyrman -n "not __fish_seen_subcommand_from say voices" -s e -l encoding -x -a "UTF-8 UTF-16 windows-1251 KZ-1048" -d "The encoding of the files"
complete -c oqyrman -n "not __fish_seen_subcommand_from voices" -s D -l dictionary -r -d "Words and how they are said"
complete -c oqyrman -n "$other; or __fish_seen_subcommand_from say" -s d -l device -x -d "The sound device"
complete -c oqyrman -n "__fish_seen_subcommand_from render" -s o -l output -r -d "The audio file"
complete -c oqyrman -n "__fish_seen_subcommand_from text" -s S -l sentences -d "The sentences as written"
complete -c oqyrman -n "__fish_seen_subcommand_from text" -s i -l ipa -d "The sounds of the voice"
complete -c oqyrman -n "__fish_seen_subcommand_from text" -s x -l explain -d "What each part became, and why"
complete -c oqyrman -n "__fish_seen_subcommand_from text" -s J -l json -d "One JSON object a line"
complete -c oqyrman -s q -l quiet -d "Errors only"
complete -c oqyrman -l verbose -d "Say what is being done"
complete -c oqyrman -s h -l help -d "Print help"
complete -c oqyrman -s V -l version -d "Print the version"
