#include "cli/commands.h"

static void
test_find(void)
{
	gsize n_commands;
	const OqCommand *commands = oq_commands_table(&n_commands);
	g_assert_cmpuint(n_commands, >, 4);
	for (gsize i = 0; i < n_commands; i++) {
		g_assert_true(oq_commands_find(commands[i].name) == &commands[i]);
		g_assert_true(i == 0 || strcmp(commands[i - 1].name, commands[i].name) < 0);
	}
	g_assert_null(oq_commands_find("rend"));
	g_assert_null(oq_commands_find("renders"));
	g_assert_null(oq_commands_find("Render"));
	g_assert_null(oq_commands_find(""));
}

static void
test_suggest(void)
{
	g_assert_cmpstr(oq_commands_suggest("raed"), ==, "read");
	g_assert_cmpstr(oq_commands_suggest("rendr"), ==, "render");
	g_assert_cmpstr(oq_commands_suggest("Voices"), ==, "voices");
	g_assert_null(oq_commands_suggest("text.txt"));
	g_assert_null(oq_commands_suggest("-"));
	g_assert_null(oq_commands_suggest(""));
}

static void
test_rows_are_whole(void)
{
	gsize n_commands;
	const OqCommand *commands = oq_commands_table(&n_commands);
	for (gsize i = 0; i < n_commands; i++) {
		g_assert_nonnull(commands[i].run);
		g_assert_nonnull(commands[i].meaning);
		g_assert_nonnull(commands[i].examples[0].line);
	}
}

/* Sound is heard, written or timed, and what is said comes from files or from the words. */
static void
test_traits(void)
{
	gsize n_commands;
	const OqCommand *commands = oq_commands_table(&n_commands);
	for (gsize i = 0; i < n_commands; i++) {
		guint traits = commands[i].traits;
		gboolean speaks = (traits & OQ_TRAIT_SPEAKS) != 0;
		gboolean sounds =
			(traits & (OQ_TRAIT_PLAYS | OQ_TRAIT_WRITES | OQ_TRAIT_TIMES)) != 0;
		gboolean given = (traits & (OQ_TRAIT_FILES | OQ_TRAIT_WORDS | OQ_TRAIT_DRIVEN |
						   OQ_TRAIT_WATCHES | OQ_TRAIT_TEACHES)) != 0;
		g_assert_cmpint(speaks, ==, sounds);
		g_assert_true(!speaks || (traits & OQ_TRAIT_READS) != 0);
		g_assert_true((traits & OQ_TRAIT_READS) == 0 || given);
	}
}

/* The program and its arguments in a line such as "date | oqyrman read - > out". */
static char **
arguments_of(const char *line)
{
	const char *own = strstr(line, "oqyrman");
	g_assert_nonnull(own);
	g_autofree char *alone = g_strndup(own, strcspn(own, "|>"));
	return g_strsplit(g_strstrip(alone), " ", -1);
}

static void
assert_can_be_run(const OqExample *example)
{
	g_autoptr(GError) error = NULL;
	g_auto(GStrv) arguments = arguments_of(example->line);
	g_autoptr(OqOptions) options = oq_options_parse(arguments, &error);
	g_assert_no_error(error);
	const char *first = options->words[0];
	const OqCommand *command = first != NULL ? oq_commands_find(first) : NULL;
	if (command == NULL)
		command = oq_commands_find("read");
	oq_options_fit(options, command->traits, command->name, &error);
	g_assert_no_error(error);
	g_assert_nonnull(example->meaning);
}

static void
test_examples(void)
{
	gsize n_commands;
	const OqCommand *commands = oq_commands_table(&n_commands);
	for (gsize i = 0; i < n_commands; i++) {
		const OqExample *examples = commands[i].examples;
		for (gsize k = 0; k < G_N_ELEMENTS(commands[i].examples); k++) {
			if (examples[k].line != NULL)
				assert_can_be_run(&examples[k]);
		}
	}
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/commands/find", test_find);
	g_test_add_func("/commands/suggest", test_suggest);
	g_test_add_func("/commands/rows-are-whole", test_rows_are_whole);
	g_test_add_func("/commands/traits", test_traits);
	g_test_add_func("/commands/examples", test_examples);
	return g_test_run();
}
