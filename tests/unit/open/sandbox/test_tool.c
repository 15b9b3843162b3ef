#include "open/sandbox/tool.h"

#include "nameless.h"

#include <string.h>
#include <sys/stat.h>

typedef struct {
	char *folder; /* of programs */
	OqOpenJob job;
	OqTool *tool;
} Case;

/* A program of this name, which does that. */
static void
install(Case *c, const char *name, const char *does)
{
	g_autofree char *path = g_build_filename(c->folder, name, NULL);
	g_autofree char *script = g_strdup_printf("#!/bin/sh\n%s\n", does);
	g_assert_true(g_file_set_contents(path, script, -1, NULL));
	g_assert_no_errno(chmod(path, 0700));
}

static void
uninstall(Case *c)
{
	static const char *const names[] = {"antiword", "catdoc", "tesseract"};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path = g_build_filename(c->folder, names[i], NULL);
		g_unlink(path);
	}
}

static void
set_up(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	c->folder = g_dir_make_tmp("oqyrman-tool-XXXXXX", NULL);
}

static void
tear_down(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_tool_free(c->tool);
	if (c->job.n_bytes > 0)
		close(c->job.fd);
	uninstall(c);
	g_assert_no_errno(g_rmdir(c->folder));
	g_free(c->folder);
}

static void
start(Case *c, const char *file, gsize n_bytes)
{
	const char *const folders[] = {"/nowhere", c->folder, NULL};
	c->job = (OqOpenJob){.fd = nameless_new(file, n_bytes), .n_bytes = n_bytes};
	c->tool = oq_tool_new(&c->job, folders);
}

static void
assert_wrote(Case *c, const char *picture, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) text =
		oq_tool_run(c->tool, picture, picture != NULL ? strlen(picture) : 0, &error);
	g_assert_no_error(error);
	g_assert_cmpmem(
		g_bytes_get_data(text, NULL), g_bytes_get_size(text), expected, strlen(expected));
}

static void
assert_failed(Case *c, const char *picture)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(oq_tool_run(c->tool, picture, strlen(picture), &error));
	g_assert_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED);
}

#define WORD "\320\317\021\340 сөз"

/* It may open its standard input again, though no other file of the user. */
static void
test_word(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	install(c, "catdoc", "echo wrong");
	install(c, "antiword", "tail -c +6 \"$5\"");
	start(c, WORD, sizeof WORD - 1);
	g_assert_cmpint(oq_tool_kind(c->tool), ==, OQ_TOOL_WORD);
	assert_wrote(c, NULL, "сөз");
}

static void
test_second(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	install(c, "catdoc", "echo $4");
	start(c, WORD, sizeof WORD - 1);
	assert_wrote(c, NULL, "/proc/self/fd/0\n");
}

/* What antiword does of a letter that is too short for it. */
static void
test_refused(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	install(c, "antiword", "echo half; exit 1");
	install(c, "catdoc", "echo whole");
	start(c, WORD, sizeof WORD - 1);
	assert_wrote(c, NULL, "whole\n");
	install(c, "antiword", "exit 0");
	assert_wrote(c, NULL, "whole\n");
	install(c, "catdoc", "exit 1");
	assert_failed(c, "");
}

/* One after the other, larger than a pipe. */
static void
test_pictures(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *large = g_strnfill(300000, 'a');
	install(c, "tesseract", "cat; echo $4 $LC_ALL $OMP_THREAD_LIMIT");
	start(c, "%PDF-1.4", 8);
	g_assert_cmpint(oq_tool_kind(c->tool), ==, OQ_TOOL_PICTURE);
	assert_wrote(c, "бір ", "бір kaz+rus C.UTF-8 1\n");
	g_autofree char *expected = g_strconcat(large, "kaz+rus C.UTF-8 1\n", NULL);
	assert_wrote(c, large, expected);
}

/* The next one may succeed. */
static void
test_failure(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	install(c, "tesseract",
		"read what; echo half; case $what in bad) exit 1 ;; much) yes | head -c 17000000 "
		";; esac");
	start(c, "%PDF-1.4", 8);
	assert_failed(c, "bad\n");
	assert_failed(c, "much\n"); /* more than is taken */
	assert_wrote(c, "good\n", "half\n");
}

/* What it is made to do besides is not done. */
static void
test_sealed(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *path = g_build_filename(c->folder, "made", NULL);
	g_autofree char *script = g_strdup_printf("echo a >%s; echo b >>/etc/passwd; mkdir %s; "
						  "kill -9 $PPID; echo done",
		path, path);
	install(c, "antiword", script);
	start(c, WORD, sizeof WORD - 1);
	assert_wrote(c, NULL, "done\n");
	g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

static void
test_none(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	start(c, WORD, sizeof WORD - 1);
	g_assert_null(c->tool);
	close(c->job.fd);
	install(c, "antiword", "cat");
	start(c, "{\\rtf", 5);
	g_assert_null(c->tool);
	close(c->job.fd);
	start(c, "\320", 1);
	g_assert_null(c->tool);
}

#define ADD(name, test) g_test_add("/tool/" name, Case, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("word", test_word);
	ADD("second", test_second);
	ADD("refused", test_refused);
	ADD("pictures", test_pictures);
	ADD("failure", test_failure);
	ADD("sealed", test_sealed);
	ADD("none", test_none);
	return g_test_run();
}
