#include "reading/pace.h"

static void
test_prose(void)
{
	const OqPace pace = {0};
	g_assert_cmpuint(oq_pace_words(&pace, 15000), ==, 1000);
	g_assert_cmpuint(oq_pace_seconds(&pace, 15000, 100), ==, 600);
	g_assert_cmpuint(oq_pace_seconds(&pace, 0, 100), ==, 0);
}

/* A text of figures has many words in few bytes. */
static void
test_learns(void)
{
	OqPace pace = {0};
	for (guint i = 0; i < 1000; i++)
		oq_pace_heard(&pace, 30, 10);
	guint64 n_words = oq_pace_words(&pace, 3000);
	g_assert_cmpuint(n_words, >, 900);
	g_assert_cmpuint(n_words, <=, 1000);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/pace/prose", test_prose);
	g_test_add_func("/pace/learns", test_learns);
	return g_test_run();
}
