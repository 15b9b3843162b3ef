#include "open/loaders/doc.h"

#include "nameless.h"
#include "open/ole.h"
#include "open/sandbox/tool.h"
#include "opened.h"

#include <sys/stat.h>

static const char word[] = "\320\317\021\340\241\261\032\341";

/* By a program of this name that does that; NULL: there is none. */
static char *
read_by(const char *does)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *folder = g_dir_make_tmp("oqyrman-doc-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "antiword", NULL);
	const char *const folders[] = {folder, NULL};
	int out = nameless_new("", 0);
	OqOpenJob job = {.fd = nameless_new(word, sizeof word), .n_bytes = sizeof word};
	if (does != NULL) {
		g_autofree char *script = g_strdup_printf("#!/bin/sh\n%s\n", does);
		g_assert_true(g_file_set_contents(path, script, -1, NULL));
		g_assert_no_errno(chmod(path, 0700));
	}
	job.tool = oq_tool_new(&job, folders);
	const OqSample sample = {&job, word, sizeof word - 1, NULL};
	OqFit fit = oq_loader_doc.fit(&sample);
	g_assert_cmpint(fit, ==, does != NULL ? OQ_FIT_SURE : OQ_FIT_NONE);
	g_autoptr(OqBlockWriter) writer = oq_block_writer_new(out);
	if (does != NULL)
		oq_loader_doc.load(&job, writer, &error);
	oq_block_writer_finish(writer, error);
	oq_tool_free(job.tool);
	g_unlink(path);
	g_rmdir(folder);
	close(job.fd);
	char *blocks = opened_items(out);
	close(out);
	return blocks;
}

static void
test_read(void)
{
	g_autofree char *none = read_by(NULL);
	g_autofree char *read = read_by("echo сөз");
	g_autofree char *failed = read_by("echo сөз; exit 1");
	g_autofree char *empty = read_by("exit 0");
	g_assert_cmpstr(none, ==, "");
	g_assert_cmpstr(read, ==, "paragraph: сөз\n");
	g_assert_cmpstr(failed, ==, "fault 1: " OQ_OLE_CURE "\n");
	g_assert_cmpstr(empty, ==, failed);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/doc/read", test_read);
	return g_test_run();
}
