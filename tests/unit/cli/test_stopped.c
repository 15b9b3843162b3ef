#include "cli/stopped.h"

static void
assert_line(OqOptions options, gint n_written, guint traits, const char *expected)
{
	const OqCall call = {.options = &options, .n_written = &n_written};
	g_autofree char *line = oq_stopped_line(&call, traits);
	g_assert_cmpstr(line, ==, expected);
}

static void
test_files(void)
{
	const guint render = OQ_TRAIT_READS | OQ_TRAIT_NAMES;
	assert_line((OqOptions){0}, 0, render, "stopped; nothing was written");
	assert_line((OqOptions){.output = (char[]){"no-such.wav"}}, 0, render,
		"stopped; nothing was written");
	assert_line((OqOptions){.output = (char[]){"."}}, 1, render,
		"stopped; 1 audio file is whole, no other was written");
	assert_line((OqOptions){0}, 2, render,
		"stopped; 2 audio files are whole, no other was written");
	assert_line((OqOptions){.resume = TRUE}, 1, render,
		"stopped; what was said is kept, and the same command goes on there");
}

static void
test_nothing_to_tell(void)
{
	const guint render = OQ_TRAIT_READS | OQ_TRAIT_NAMES;
	assert_line((OqOptions){0}, 0, OQ_TRAIT_READS | OQ_TRAIT_PLAYS, NULL);
	assert_line((OqOptions){.quiet = TRUE}, 0, render, NULL);
	assert_line((OqOptions){.output = (char[]){"-"}}, 0, render, NULL);
	assert_line((OqOptions){.output = (char[]){"raw:-"}}, 0, render, NULL);
	assert_line((OqOptions){.output = (char[]){"/dev/null"}}, 0, render, NULL);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/stopped/files", test_files);
	g_test_add_func("/stopped/nothing-to-tell", test_nothing_to_tell);
	return g_test_run();
}
