/* run_documents.c - documents by real writers: each gives the blocks that the file beside it lists.
 * usage: run_documents FOLDER
 * NAME.EXTENSION is compared with NAME.blocks (lib/opened.h), which OQ_UPDATE=1 writes anew. */
#include "open/elements.h"
#include "open/formats.h"

#include "opened.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static char *
blocks_of(const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *content = NULL;
	gsize n_bytes;
	const char *point = strrchr(path, '.');
	g_assert_true(g_file_get_contents(path, &content, &n_bytes, NULL));
	OqOpenJob job = {.fd = open(path, O_RDONLY | O_CLOEXEC), .n_bytes = n_bytes};
	g_assert_cmpint(job.fd, >=, 0);
	job.extension = point + 1;
	const OqLoader *loader = oq_formats_choose(&job, &error);
	close(job.fd);
	g_assert_no_error(error);
	char *blocks =
		opened_load(loader, content, n_bytes, job.extension, OQ_NOTES_INLINE, &error);
	g_assert_no_error(error);
	return blocks;
}

static void
test_document(gconstpointer data)
{
	const char *path = data, *point = strrchr(path, '.');
	g_autofree char *beside = g_strdup_printf("%.*s.blocks", (int)(point - path), path);
	g_autofree char *blocks = blocks_of(path), *expected = NULL;
	if (g_strcmp0(g_getenv("OQ_UPDATE"), "1") == 0)
		g_assert_true(g_file_set_contents(beside, blocks, -1, NULL));
	g_assert_true(g_file_get_contents(beside, &expected, NULL, NULL));
	g_assert_cmpstr(blocks, ==, expected);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) folder = argc == 2 ? g_dir_open(argv[1], 0, NULL) : NULL;
	if (folder == NULL)
		g_error("usage: run_documents FOLDER");
	static const char *const others[] = {
		".blocks", ".md", ".png", ".sentences", ".sh", ".txt", NULL};
	oq_formats_prepare();
	for (const char *name; (name = g_dir_read_name(folder)) != NULL;) {
		const char *point = strrchr(name, '.');
		if (point == NULL || oq_elements_has_word(point, others))
			continue;
		g_autofree char *test = g_strconcat("/documents/", name, NULL);
		g_ptr_array_add(paths, g_build_filename(argv[1], name, NULL));
		g_test_add_data_func(test, g_ptr_array_index(paths, paths->len - 1), test_document);
	}
	return g_test_run();
}
