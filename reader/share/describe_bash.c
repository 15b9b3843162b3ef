/* describe_bash.c - the tables as a function of bash. */
#include "share/describe.h"

static void
append_command(GString *out, const OqCommand *command)
{
	g_string_append_printf(
		out, "\t%s) words=%s options='", command->name, oq_describe_words(command));
	oq_describe_options(out, command);
	g_string_append(out, "' ;;\n");
}

static void
append_option(GString *out, const OqOption *option)
{
	g_string_append_c(out, '\t');
	if (option->letter != 0)
		g_string_append_printf(out, "-%c | ", option->letter);
	g_string_append_printf(
		out, "--%s) value='%s' ;;\n", option->name, oq_describe_value(option));
}

void
oq_describe_bash(GString *out)
{
	gsize n_commands, n_options;
	const OqCommand *commands = oq_commands_table(&n_commands);
	const OqOption *options = oq_options_table(&n_options);
	g_string_append(out, "_oqyrman_table()\n{\n\tverbs='");
	oq_describe_verbs(out, NULL);
	g_string_append(out, "'\n\tcase $1 in\n");
	for (gsize i = 0; i < n_commands; i++)
		append_command(out, &commands[i]);
	g_string_append(out, "\tesac\n\tcase $2 in\n");
	for (gsize i = 0; i < n_options; i++)
		append_option(out, &options[i]);
	g_string_append(out, "\t*) value= ;;\n\tesac\n}\n");
}
