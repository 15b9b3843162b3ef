#include "cli/progress.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SECOND G_USEC_PER_SEC

/* Lines within so many tenths of a second, each as the tenth in which it came. */
static char *
lines_of(OqProgressKind kind, gint64 n_tenths)
{
	OqProgress progress;
	OqProgressFile file = {0};
	OqRenderCount count = {10, 22050 * 60, 0};
	gint64 begun_us = 1000 * SECOND;
	GString *due = g_string_new(NULL);
	oq_progress_init(&progress, kind, 0, begun_us);
	progress.rate_hz = 22050;
	oq_progress_count(&progress, &file, &count);
	for (gint64 tenths = 0; tenths <= n_tenths; tenths++) {
		g_autofree char *line =
			oq_progress_step(&progress, begun_us + tenths * SECOND / 10);
		if (line != NULL)
			g_string_append_printf(due, "%d ", (int)tenths);
	}
	return g_string_free(due, FALSE);
}

static void
test_lines_are_sparse(void)
{
	g_autofree char *lines = lines_of(OQ_PROGRESS_LINES, 320);
	g_autofree char *log = lines_of(OQ_PROGRESS_LOG, 1900);
	g_autofree char *bar = lines_of(OQ_PROGRESS_BAR, 16);
	g_autofree char *none = lines_of(OQ_PROGRESS_NONE, 1900);
	g_assert_cmpstr(lines, ==, "20 120 220 320 ");
	g_assert_cmpstr(log, ==, "600 1200 1800 ");
	g_assert_cmpstr(bar, ==, "5 10 15 ");
	g_assert_cmpstr(none, ==, "");
}

static void
assert_step(OqProgress *progress, OqProgressFile *file, guint64 end, gint64 now_us,
	const char *expected)
{
	const OqRenderCount count = {10, 22050 * 60, end};
	oq_progress_count(progress, file, &count);
	g_autofree char *line = oq_progress_step(progress, now_us);
	g_assert_cmpstr(line, ==, expected);
}

/* Two files of 1000 bytes, of which the second one is half as long as a text: UTF-16. */
static void
test_bar(void)
{
	OqProgress progress;
	OqProgressFile file = {0};
	oq_progress_init(&progress, OQ_PROGRESS_BAR, 2000, 0);
	progress.rate_hz = 22050;
	oq_progress_begin_text(&file, 1000, 0);
	assert_step(
		&progress, &file, 500, 10 * SECOND, "[######------------------] 25 %, 0:30 left");
	oq_progress_begin_text(&file, 1000, 500);
	assert_step(
		&progress, &file, 250, 90 * SECOND, "[##################------] 75 %, 0:30 left");
	assert_step(&progress, &file, 9999, 120 * SECOND,
		"[########################] 100 %, 0:00 left");
}

/* Two files at once, a half of each; the second one begins again. */
static void
test_side_by_side(void)
{
	OqProgress progress;
	OqProgressFile first = {0}, second = {0};
	oq_progress_init(&progress, OQ_PROGRESS_BAR, 2000, 0);
	progress.rate_hz = 22050;
	oq_progress_begin_text(&first, 1000, 0);
	oq_progress_begin_text(&second, 1000, 0);
	assert_step(
		&progress, &first, 500, 10 * SECOND, "[######------------------] 25 %, 0:30 left");
	assert_step(
		&progress, &second, 500, 20 * SECOND, "[############------------] 50 %, 0:20 left");
	g_assert_cmpuint(progress.n_sentences, ==, 20);
	oq_progress_drop(&progress, &second);
	g_assert_cmpuint(progress.n_sentences, ==, 10);
	g_assert_cmpuint(progress.n_frames, ==, 22050 * 60);
	oq_progress_begin_text(&second, 1000, 0);
	assert_step(&progress, &second, 1000, 30 * SECOND,
		"[##################------] 75 %, 0:10 left");
}

static void
test_log(void)
{
	OqProgress progress;
	OqProgressFile file = {0};
	oq_progress_init(&progress, OQ_PROGRESS_LOG, 1000, 0);
	progress.rate_hz = 22050;
	oq_progress_begin_text(&file, 1000, 0);
	assert_step(
		&progress, &file, 250, 60 * SECOND, "25 %, 3:00 left: 10 sentences, 1:00 of audio");
}

/* Of all files that were written. */
static void
test_line(void)
{
	OqProgress progress;
	OqProgressFile file = {0}, other = {0};
	OqRenderCount count = {88, (guint64)22050 * 601, 0};
	oq_progress_init(&progress, OQ_PROGRESS_LINES, 0, 0);
	progress.rate_hz = 22050;
	oq_progress_count(&progress, &file, &count);
	g_autofree char *line = oq_progress_line(&progress, 2 * SECOND);
	g_assert_cmpstr(line, ==, "88 sentences, 10:01 of audio, 300 times faster than real time");
	oq_progress_count(&progress, &other, &count);
	g_autofree char *both = oq_progress_line(&progress, 4 * SECOND);
	g_assert_cmpstr(both, ==, "176 sentences, 20:02 of audio, 300 times faster than real time");
}

/* "1 times faster" is no news. */
static void
test_line_not_faster(void)
{
	OqProgress progress;
	OqProgressFile file = {0};
	OqRenderCount count = {7, (guint64)22050 * 60, 0};
	oq_progress_init(&progress, OQ_PROGRESS_LINES, 0, 0);
	progress.rate_hz = 22050;
	oq_progress_count(&progress, &file, &count);
	g_autofree char *slower = oq_progress_line(&progress, 90 * SECOND);
	g_autofree char *equal = oq_progress_line(&progress, 31 * SECOND);
	g_autofree char *twice = oq_progress_line(&progress, 30 * SECOND);
	g_assert_cmpstr(slower, ==, "7 sentences, 1:00 of audio");
	g_assert_cmpstr(equal, ==, "7 sentences, 1:00 of audio");
	g_assert_cmpstr(twice, ==, "7 sentences, 1:00 of audio, 2 times faster than real time");
}

static void
test_line_at_once(void)
{
	OqProgress progress;
	OqProgressFile file = {0};
	OqRenderCount count = {1, 22050, 0};
	oq_progress_init(&progress, OQ_PROGRESS_LINES, 0, 5);
	progress.rate_hz = 22050;
	oq_progress_count(&progress, &file, &count);
	g_autofree char *line = oq_progress_line(&progress, 5);
	g_assert_true(g_str_has_prefix(line, "1 sentence, 0:01 of audio, "));
	g_assert_null(strstr(line, "inf"));
}

static OqProgressKind
kind_on_terminal(int fd, const char *accessible)
{
	g_setenv("TERM", "xterm", TRUE);
	g_setenv("ACCESSIBLE", accessible, TRUE);
	g_unsetenv("NO_COLOR");
	return oq_progress_kind_of(fd, FALSE);
}

static void
test_kind(void)
{
	int ends[2], terminal = posix_openpt(O_RDWR | O_NOCTTY);
	g_autofree char *path = NULL;
	int file = g_file_open_tmp("oqyrman-progress-XXXXXX", &path, NULL);
	g_assert_cmpint(pipe(ends), ==, 0);
	g_assert_cmpint(oq_progress_kind_of(ends[1], FALSE), ==, OQ_PROGRESS_NONE);
	g_assert_cmpint(oq_progress_kind_of(file, FALSE), ==, OQ_PROGRESS_LOG);
	g_assert_cmpint(kind_on_terminal(terminal, ""), ==, OQ_PROGRESS_BAR);
	g_assert_cmpint(kind_on_terminal(terminal, "1"), ==, OQ_PROGRESS_LINES);
	g_assert_cmpint(oq_progress_kind_of(terminal, TRUE), ==, OQ_PROGRESS_LINES);
	close(terminal);
	close(file);
	close(ends[0]);
	close(ends[1]);
	unlink(path);
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/progress/lines-are-sparse", test_lines_are_sparse);
	g_test_add_func("/progress/bar", test_bar);
	g_test_add_func("/progress/side-by-side", test_side_by_side);
	g_test_add_func("/progress/log", test_log);
	g_test_add_func("/progress/line", test_line);
	g_test_add_func("/progress/line-not-faster", test_line_not_faster);
	g_test_add_func("/progress/line-at-once", test_line_at_once);
	g_test_add_func("/progress/kind", test_kind);
	return g_test_run();
}
