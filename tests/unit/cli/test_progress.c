#include "cli/progress.h"

#define SECOND G_USEC_PER_SEC

static void
test_lines_are_sparse(void)
{
	OqProgress progress;
	OqRenderCount count = {10, 22050 * 60};
	gint64 begun_us = 1000 * SECOND;
	guint n_lines = 0;
	oq_progress_init(&progress, 22050, begun_us);
	for (gint64 tenths = 0; tenths <= 320; tenths++) {
		g_autofree char *line =
			oq_progress_step(&progress, &count, begun_us + tenths * SECOND / 10);
		gboolean due = tenths == 20 || tenths == 120 || tenths == 220 || tenths == 320;
		g_assert_cmpint(line != NULL, ==, due);
		n_lines += line != NULL;
	}
	g_assert_cmpuint(n_lines, ==, 4);
}

static void
test_line(void)
{
	OqProgress progress;
	OqRenderCount count = {88, (guint64)22050 * 601};
	oq_progress_init(&progress, 22050, 0);
	g_autofree char *line = oq_progress_line(&progress, &count, 2 * SECOND);
	g_assert_cmpstr(line, ==, "88 sentences, 10:01 of audio, 300 times faster than real time");
}

static void
test_line_at_once(void)
{
	OqProgress progress;
	OqRenderCount count = {1, 22050};
	oq_progress_init(&progress, 22050, 5);
	g_autofree char *line = oq_progress_line(&progress, &count, 5);
	g_assert_true(g_str_has_prefix(line, "1 sentence, 0:01 of audio, "));
	g_assert_null(strstr(line, "inf"));
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/progress/lines-are-sparse", test_lines_are_sparse);
	g_test_add_func("/progress/line", test_line);
	g_test_add_func("/progress/line-at-once", test_line_at_once);
	return g_test_run();
}
