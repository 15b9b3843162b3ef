#include "cli/options_arguments.h"

#include <string.h>

static OqOptions *
read_line(const char *line, GError **error)
{
	g_auto(GStrv) arguments = g_strsplit(line, " ", -1);
	OqOptions *options = g_new0(OqOptions, 1);
	if (oq_options_arguments(options, arguments, error))
		return options;
	oq_options_free(options);
	return NULL;
}

static void
test_members(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqOptions) options =
		read_line("oqyrman render -s300 --quiet --output=a.wav b.txt -- -c", &error);
	g_assert_no_error(error);
	g_autofree char *words = g_strjoinv("|", options->words);
	g_assert_cmpstr(words, ==, "render|b.txt|-c");
	g_assert_cmpstr(options->speed_text, ==, "300");
	g_assert_cmpstr(options->output, ==, "a.wav");
	g_assert_true(options->quiet);
	g_assert_false(options->verbose);
}

/* Whatever the values are: what they mean is looked at later. */
static void
test_values_are_not_read(void)
{
	g_autoptr(OqOptions) options = read_line("oqyrman --speed fast --jobs=", NULL);
	g_assert_cmpstr(options->speed_text, ==, "fast");
	g_assert_cmpstr(options->jobs_text, ==, "");
}

static void
test_lists(void)
{
	g_autoptr(OqOptions) options =
		read_line("oqyrman --tag album=A --title=T --tag=cut=1 --tag x", NULL);
	g_autofree char *tags = g_strjoinv("|", options->tags);
	g_assert_cmpstr(tags, ==, "album=A|cut=1|x");
	g_assert_cmpstr(options->title, ==, "T");
}

static void
assert_refused(const char *line, const char *named)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(read_line(line, &error));
	g_assert_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG);
	g_assert_nonnull(strstr(error->message, named));
}

/* A word with a hyphen too few is no letter with a value; a value may be such a word. */
static void
test_one_hyphen(void)
{
	assert_refused("oqyrman render -duration 3:00 a.txt", "did you mean --duration?");
	assert_refused("oqyrman render -output=a.wav a.txt", "did you mean --output?");
	assert_refused("oqyrman -voice ainur a.txt", "did you mean --voice?");
	g_autoptr(OqOptions) options =
		read_line("oqyrman --title -list -o -each --author=x -- -duration", NULL);
	g_assert_nonnull(options);
	g_assert_cmpstr(options->title, ==, "-list");
	g_assert_cmpstr(options->output, ==, "-each");
	g_assert_cmpstr(options->words[0], ==, "-duration");
}

static void
test_refused(void)
{
	assert_refused("oqyrman --titel x", "--title");
	assert_refused("oqyrman --quiet=no", "=no");
	assert_refused("oqyrman a.txt --tag", "--tag");
	assert_refused("oqyrman -Z", "-Z");
	assert_refused("oqyrman say -5", "behind two of them: -- -5");
	assert_refused("oqyrman -1.txt", "behind two of them: -- -1.txt");
	assert_refused("oqyrman say -сәлем", "behind two of them: -- -сәлем");
	assert_refused("oqyrman text --1.txt", "behind two of them: -- --1.txt");
	assert_refused("oqyrman -broadcast -o a.wav", "did you mean --broadcast");
	assert_refused("oqyrman -oaad.wav --voice", "--voice needs");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/options_arguments/members", test_members);
	g_test_add_func("/options_arguments/values-are-not-read", test_values_are_not_read);
	g_test_add_func("/options_arguments/lists", test_lists);
	g_test_add_func("/options_arguments/refused", test_refused);
	g_test_add_func("/options-arguments/one-hyphen", test_one_hyphen);
	return g_test_run();
}
