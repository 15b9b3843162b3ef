#include "cli/help.h"

/* How many of the lines begin with this. */
static guint
count_lines(const char *text, const char *begin)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	guint n_lines = 0;
	for (gsize i = 0; lines[i] != NULL; i++)
		n_lines += g_str_has_prefix(lines[i], begin);
	return n_lines;
}

static guint
count_option(const char *help, const OqOption *option)
{
	g_autoptr(GString) begin = g_string_new("  ");
	if (option->letter != 0)
		g_string_append_printf(begin, "-%c, ", option->letter);
	g_string_append_printf(begin, "--%s", option->name);
	g_string_append_printf(begin, option->value != NULL ? " %s: " : ": ", option->value);
	return count_lines(help, begin->str);
}

static void
test_all(void)
{
	gsize n_commands, n_options;
	const OqCommand *commands = oq_commands_table(&n_commands);
	const OqOption *options = oq_options_table(&n_options);
	g_autofree char *help = oq_help_all();
	for (gsize i = 0; i < n_commands; i++) {
		g_autofree char *begin = g_strdup_printf("  oqyrman %s", commands[i].name);
		g_assert_cmpuint(count_lines(help, begin), ==, 1);
	}
	for (gsize i = 0; i < n_options; i++)
		g_assert_cmpuint(count_option(help, &options[i]), ==, 1);
	g_assert_cmpuint(count_lines(help, "  oqyrman "), ==, n_commands);
	g_assert_cmpuint(count_lines(help, "  -"), ==, n_options);
}

static void
check_command(const OqCommand *command)
{
	gsize n_options;
	const OqOption *options = oq_options_table(&n_options);
	g_autofree char *help = oq_help_command(command);
	g_autofree char *begin = g_strdup_printf("oqyrman %s", command->name);
	g_assert_true(g_str_has_prefix(help, begin));
	for (gsize i = 0; i < n_options; i++) {
		gboolean fits = oq_options_fits(&options[i], command->traits);
		g_assert_cmpuint(count_option(help, &options[i]), ==, fits ? 1 : 0);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(command->examples); i++) {
		if (command->examples[i].line != NULL)
			g_assert_nonnull(strstr(help, command->examples[i].line));
	}
}

static void
test_each_command(void)
{
	gsize n_commands;
	const OqCommand *commands = oq_commands_table(&n_commands);
	for (gsize i = 0; i < n_commands; i++)
		check_command(&commands[i]);
}

static void
test_lines(void)
{
	g_autofree char *help = oq_help_command(oq_commands_find("render"));
	g_auto(GStrv) lines = g_strsplit(help, "\n", -1);
	g_assert_cmpstr(lines[0], ==, "oqyrman render FILE...: write the audio into a file.");
	g_assert_cmpstr(lines[1], ==, "");
	g_assert_cmpstr(lines[2], ==, "Options:");
	g_assert_nonnull(strstr(help, "\n\nExamples:\n  oqyrman render "));
	g_assert_true(g_str_has_suffix(help, "\n"));
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/help/all", test_all);
	g_test_add_func("/help/each-command", test_each_command);
	g_test_add_func("/help/lines", test_lines);
	return g_test_run();
}
