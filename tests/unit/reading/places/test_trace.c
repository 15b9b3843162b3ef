#include "reading/places/trace.h"

static char *
repeated(const char *word, guint n)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < n; i++)
		g_string_append_printf(text, "%s%u ", word, i);
	return g_string_free(text, FALSE);
}

static void
test_one_line(void)
{
	g_auto(OqTrace) trace = {NULL};
	oq_trace_set(&trace, " Бір.\n\tЕкі. ", "Үш\033\nтөрт.");
	g_assert_cmpstr(trace.before, ==, "Бір. Екі.");
	g_assert_cmpstr(trace.words, ==, "Үш төрт.");
	oq_trace_set(&trace, trace.words, NULL);
	g_assert_cmpstr(trace.before, ==, "Үш төрт.");
	g_assert_null(trace.words);
	g_assert_false(oq_trace_is_empty(&trace));
	oq_trace_set(&trace, "\n", "");
	g_assert_true(oq_trace_is_empty(&trace));
}

/* The end of what is before, the beginning of what is behind. */
static void
test_cut(void)
{
	g_auto(OqTrace) trace = {NULL};
	g_autofree char *text = repeated("сөз", 100);
	oq_trace_set(&trace, text, text);
	g_assert_cmpint(g_utf8_strlen(trace.before, -1), <=, OQ_TRACE_MAX_CHARACTERS);
	g_assert_cmpint(g_utf8_strlen(trace.words, -1), <=, OQ_TRACE_MAX_CHARACTERS + 1);
	g_assert_cmpint(g_utf8_strlen(trace.before, -1), >, OQ_TRACE_MAX_CHARACTERS - 6);
	g_assert_true(g_str_has_prefix(trace.words, "сөз0 сөз1 "));
	g_assert_true(g_str_has_suffix(trace.before, " сөз98 сөз99"));
	g_assert_false(g_ascii_isspace(trace.before[0]));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/trace/one-line", test_one_line);
	g_test_add_func("/trace/cut", test_cut);
	return g_test_run();
}
