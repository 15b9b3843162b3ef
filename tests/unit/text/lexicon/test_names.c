#include "text/lexicon/names.h"

/* Each has a name, and none has that of another. */
static void
assert_named(const char *const *names, guint n)
{
	for (guint i = 0; i < n; i++) {
		g_assert_nonnull(names[i]);
		for (guint other = 0; other < i; other++)
			g_assert_cmpstr(names[i], !=, names[other]);
	}
	g_assert_null(names[n]);
}

static void
test_words(void)
{
	assert_named(oq_names_words(), OQ_N_NAMED_WORDS);
	g_assert_cmpstr(oq_names_words()[OQ_WORD_MINUS], ==, "minus");
}

static void
test_suffixes(void)
{
	assert_named(oq_names_suffixes(), OQ_N_NAMED_SUFFIXES);
	g_assert_cmpstr(oq_names_suffixes()[OQ_NAMED_ABLATIVE], ==, "ablative");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/names/words", test_words);
	g_test_add_func("/names/suffixes", test_suffixes);
	return g_test_run();
}
