/* describe_fish.c - the tables as calls of fish's complete. */
#include "share/describe.h"

static void
append_meaning(GString *out, const char *meaning)
{
	g_string_append(out, " -d '");
	oq_describe_quoted(out, meaning, "\\'");
	g_string_append(out, "'\n");
}

static void
append_command(GString *out, const OqCommand *command)
{
	g_string_append_printf(
		out, "complete -c oqyrman -n __oqyrman_has_no_verb -a %s", command->name);
	append_meaning(out, command->meaning);
	if ((command->traits & (OQ_TRAIT_FILES | OQ_TRAIT_CHECKS | OQ_TRAIT_LISTS)) == 0)
		g_string_append_printf(
			out, "complete -c oqyrman -n '__oqyrman_is %s' -f\n", command->name);
	if ((command->traits & OQ_TRAIT_VERBS) != 0)
		g_string_append_printf(out,
			"complete -c oqyrman -n '__oqyrman_is %s' -a \"$__oqyrman_verbs\"\n",
			command->name);
}

static void
append_value(GString *out, const OqOption *option)
{
	if (option->choices != NULL)
		g_string_append_printf(out, " -x -a '%s'", option->choices);
	else if (option->kind == OQ_VALUE_VOICE)
		g_string_append(out, " -x -a '(__oqyrman_voices)'");
	else
		g_string_append(out, option->kind == OQ_VALUE_FILE ? " -r -F" : " -x");
}

static void
append_option(GString *out, const OqOption *option)
{
	g_string_append(out, "complete -c oqyrman -n '__oqyrman_is ");
	oq_describe_verbs(out, option);
	g_string_append_c(out, '\'');
	if (option->letter != 0)
		g_string_append_printf(out, " -s %c", option->letter);
	g_string_append_printf(out, " -l %s", option->name);
	if (option->value != NULL)
		append_value(out, option);
	append_meaning(out, option->meaning);
}

void
oq_describe_fish(GString *out)
{
	gsize n_commands, n_options;
	const OqCommand *commands = oq_commands_table(&n_commands);
	const OqOption *options = oq_options_table(&n_options);
	g_string_append(out, "set -g __oqyrman_verbs ");
	oq_describe_verbs(out, NULL);
	g_string_append_c(out, '\n');
	for (gsize i = 0; i < n_commands; i++)
		append_command(out, &commands[i]);
	for (gsize i = 0; i < n_options; i++)
		append_option(out, &options[i]);
}
