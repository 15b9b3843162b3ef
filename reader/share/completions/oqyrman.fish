# fish completion for oqyrman

# Ids with what stands behind them in lines such as "  Дәурен (dauren): …".
function __oqyrman_voices
	oqyrman voices 2>/dev/null |
		string replace -rf '^  (\D[^(]*) \(([^)]*)\)[^:]*: (.*)' '$2\t$1, $3'
end

# The verb before the cursor, or nothing when there is none yet.
function __oqyrman_verb
	for word in (commandline -opc)[2..-1]
		if contains -- $word $__oqyrman_verbs
			echo $word
			return
		end
	end
end

function __oqyrman_has_no_verb
	set -l verb (__oqyrman_verb)
	not set -q verb[1]
end

# __oqyrman_is VERB...: it is one of these; read may be left out
function __oqyrman_is
	set -l verb (__oqyrman_verb) read
	contains -- $verb[1] $argv
end

@table@
