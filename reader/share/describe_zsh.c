/* describe_zsh.c - the tables as specifications of zsh's _arguments and _describe. */
#include "share/describe.h"
#include <string.h>

/* In _arguments brackets hold the description. */
static void
append_meaning(GString *out, const char *meaning)
{
	g_auto(GStrv) parts = g_strsplit(meaning, "]", -1);
	g_autofree char *escaped = g_strjoinv("\\]", parts);
	oq_describe_quoted(out, escaped, "'\\''");
}

static void
append_names(GString *out, const OqOption *option, char separator)
{
	if (option->letter != 0)
		g_string_append_printf(out, "-%c%c", option->letter, separator);
	g_string_append_printf(out, "--%s", option->name);
}

/* What the option excludes, itself included. */
static void
append_excluded(GString *out, const OqOption *option)
{
	gsize n_options;
	const OqOption *options = oq_options_table(&n_options);
	if (option->group == OQ_GROUP_ALONE) {
		g_string_append(out, "- *");
		return;
	}
	append_names(out, option, ' ');
	for (gsize i = 0; i < n_options && option->group != OQ_GROUP_NONE; i++) {
		if (&options[i] == option || options[i].group != option->group)
			continue;
		g_string_append_c(out, ' ');
		append_names(out, &options[i], ' ');
	}
}

static void
append_value(GString *out, const OqOption *option)
{
	g_string_append_printf(out, ":%s:", option->value);
	if (option->choices != NULL)
		g_string_append_printf(out, "(%s)", option->choices);
	else if (option->kind == OQ_VALUE_FILE)
		g_string_append(out, "_files");
	else if (option->kind == OQ_VALUE_VOICE)
		g_string_append(out, "_oqyrman_voices");
}

/* '(excluded)'{-n,--name}'[meaning]:VALUE:what completes it' */
static void
append_option(GString *out, const OqOption *option)
{
	g_string_append(out, option->is_list ? "\t\t\t'*" : "\t\t\t'(");
	if (!option->is_list) {
		append_excluded(out, option);
		g_string_append_c(out, ')');
	}
	g_string_append(out, option->letter != 0 ? "'{" : "'");
	append_names(out, option, ',');
	g_string_append(out, option->letter != 0 ? "}'[" : "'[");
	append_meaning(out, option->meaning);
	g_string_append_c(out, ']');
	if (option->value != NULL)
		append_value(out, option);
	g_string_append(out, "'\n");
}

static void
append_command(GString *out, const OqCommand *command)
{
	gsize n_options;
	const OqOption *options = oq_options_table(&n_options);
	g_string_append_printf(out, "\t%s)\n\t\twords_are=%s\n\t\tspecs=(\n", command->name,
		oq_describe_words(command));
	for (gsize i = 0; i < n_options; i++) {
		if (oq_options_fits(&options[i], command->traits))
			append_option(out, &options[i]);
	}
	g_string_append(out, "\t\t)\n\t\t;;\n");
}

void
oq_describe_zsh(GString *out)
{
	gsize n_commands;
	const OqCommand *commands = oq_commands_table(&n_commands);
	g_string_append(out, "_oqyrman_table() {\n\tverbs=(\n");
	for (gsize i = 0; i < n_commands; i++) {
		g_string_append_printf(out, "\t\t'%s:", commands[i].name);
		oq_describe_quoted(out, commands[i].meaning, "'\\''");
		g_string_append(out, "'\n");
	}
	g_string_append(out, "\t)\n\tcase $1 in\n");
	for (gsize i = 0; i < n_commands; i++)
		append_command(out, &commands[i]);
	g_string_append(out, "\tesac\n}\n");
}
