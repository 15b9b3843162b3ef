#include "cli/handed_on.h"

static void
assert_handed_on(const char *line, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_auto(GStrv) arguments = g_strsplit(line, " ", -1);
	g_autoptr(OqOptions) options = oq_options_parse(arguments, &error);
	g_autoptr(GPtrArray) command = g_ptr_array_new_with_free_func(g_free);

	g_assert_no_error(error);
	oq_handed_on(options, OQ_TRAIT_READS | OQ_TRAIT_WRITES | OQ_TRAIT_WATCHES,
		OQ_TRAIT_READS | OQ_TRAIT_WRITES | OQ_TRAIT_NAMES | OQ_TRAIT_FILES, command);
	g_ptr_array_add(command, NULL);
	g_autofree char *joined = g_strjoinv(" ", (char **)command->pdata);
	g_assert_cmpstr(joined, ==, expected);
}

static void
test_options(void)
{
	assert_handed_on("oqyrman watch in", "");
	assert_handed_on("oqyrman watch in -v ainur --written-pauses -e KZ-1048",
		"--voice=ainur --encoding=KZ-1048 --written-pauses");
	assert_handed_on("oqyrman watch in --dictionary=-", "--dictionary=-");
	assert_handed_on("oqyrman watch in --tag album=A --marks item --tag=cut=1",
		"--tag=album=A --tag=cut=1 --marks=item");
}

/* What is one's own, and what the other one has for itself. */
static void
test_left_out(void)
{
	assert_handed_on("oqyrman watch in --out x --format flac --settle 3", "");
	assert_handed_on("oqyrman watch in --verbose -j 4", "");
	assert_handed_on("oqyrman watch in --follow -o x", "");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/handed_on/options", test_options);
	g_test_add_func("/handed_on/left-out", test_left_out);
	return g_test_run();
}
