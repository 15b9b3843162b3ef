/* help.c - see the header. */
#include "cli/help.h"
#include <glib/gi18n.h>

static void
append_command(GString *help, const OqCommand *command)
{
	g_string_append_printf(help, "oqyrman %s", command->name);
	if (command->words != NULL)
		g_string_append_printf(help, " %s", _(command->words));
	g_string_append_printf(help, ": %s.\n", _(command->meaning));
}

static void
append_option(GString *help, const OqOption *option)
{
	g_string_append(help, "  ");
	if (option->letter != 0)
		g_string_append_printf(help, "-%c, ", option->letter);
	g_string_append_printf(help, "--%s", option->name);
	if (option->value != NULL)
		g_string_append_printf(help, " %s", _(option->value));
	g_string_append_printf(help, ": %s.\n", _(option->meaning));
}

/* @command: (nullable): all options are told of, not only those that fit it. */
static void
append_options(GString *help, const OqCommand *command)
{
	gsize n_options;
	const OqOption *options = oq_options_table(&n_options);
	g_string_append_printf(help, "\n%s\n", _("Options:"));
	for (gsize i = 0; i < n_options; i++) {
		if (command == NULL || oq_options_fits(&options[i], command->traits))
			append_option(help, &options[i]);
	}
}

static void
append_examples(GString *help, const OqExample *examples, gsize n_examples)
{
	g_string_append_printf(help, "\n%s\n", _("Examples:"));
	for (gsize i = 0; i < n_examples && examples[i].line != NULL; i++)
		g_string_append_printf(
			help, "  %s: %s.\n", _(examples[i].line), _(examples[i].meaning));
}

char *
oq_help_all(void)
{
	gsize n_commands;
	const OqCommand *commands = oq_commands_table(&n_commands);
	GString *help = g_string_new(NULL);
	g_string_append_printf(
		help, "%s\n\n%s\n", _("oqyrman reads Kazakh text aloud."), _("Commands:"));
	for (gsize i = 0; i < n_commands; i++) {
		g_string_append(help, "  ");
		append_command(help, &commands[i]);
	}
	append_options(help, NULL);
	g_string_append_printf(help, "\n%s\n", _("The manual: man oqyrman"));
	return g_string_free(help, FALSE);
}

char *
oq_help_command(const OqCommand *command)
{
	GString *help = g_string_new(NULL);
	append_command(help, command);
	append_options(help, command);
	append_examples(help, command->examples, G_N_ELEMENTS(command->examples));
	return g_string_free(help, FALSE);
}
