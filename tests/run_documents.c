/* run_documents.c - documents by real writers: each gives the blocks that the file beside it lists.
 * usage: run_documents FOLDER
 * WRITER/NAME is compared with WRITER/NAME.blocks (lib/opened.h), which OQ_UPDATE=1 writes anew;
 * there the notes are inline. Where they are skipped or at the end is the same but for them. */
#include "open/formats.h"

#include "corpus.h"
#include "opened.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static char *
blocks_of(const char *path, OqNotes notes)
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
	char *blocks = opened_load(loader, content, n_bytes, job.extension, notes, &error);
	g_assert_no_error(error);
	return blocks;
}

/* @notes: (nullable): receives those that are left out. */
static char *
without_notes(const char *blocks, GString *notes)
{
	GString *rest = g_string_new(NULL);
	g_auto(GStrv) lines = g_strsplit(blocks, "\n", -1);
	for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
		g_string_append_printf(
			g_str_has_prefix(lines[i], "note") ? notes : rest, "%s\n", lines[i]);
	return g_string_free(rest, FALSE);
}

/* At the end of the text, or, of EPUB, of the chapter: before the heading of the next one. */
static void
assert_at_end(const char *path, const char *blocks, const char *notes)
{
	const char *found = strstr(blocks, notes);
	g_assert_nonnull(found);
	const char *behind = found + strlen(notes);
	gboolean has_chapters = g_str_has_suffix(path, ".epub");
	if (!has_chapters || !g_str_has_prefix(behind, "heading 1"))
		g_assert_cmpstr(behind, ==, "");
}

static void
test_notes(gconstpointer data)
{
	const char *path = data;
	g_autofree char *within = blocks_of(path, OQ_NOTES_INLINE);
	g_autofree char *none = blocks_of(path, OQ_NOTES_SKIP);
	g_autofree char *last = blocks_of(path, OQ_NOTES_END);
	g_autoptr(GString) notes = g_string_new(NULL), again = g_string_new(NULL);
	g_autofree char *rest = without_notes(within, notes);
	g_autofree char *same = without_notes(last, again);
	g_assert_cmpstr(none, ==, rest);
	g_assert_cmpstr(none, ==, same);
	g_assert_cmpstr(notes->str, ==, again->str);
	/* calibre makes paragraphs of them in some formats */
	g_assert_true(g_str_has_suffix(path, ".pdf") || strstr(path, "/calibre/") != NULL ||
		      notes->len > 0);
	if (notes->len > 0)
		assert_at_end(path, last, notes->str);
}

static void
test_document(gconstpointer data)
{
	const char *path = data;
	g_autofree char *beside = g_strconcat(path, ".blocks", NULL);
	g_autofree char *blocks = blocks_of(path, OQ_NOTES_INLINE), *expected = NULL;
	if (g_strcmp0(g_getenv("OQ_UPDATE"), "1") == 0)
		g_assert_true(g_file_set_contents(beside, blocks, -1, NULL));
	g_assert_true(g_file_get_contents(beside, &expected, NULL, NULL));
	g_assert_cmpstr(blocks, ==, expected);
}

/* Behind the folder. */
static void
add_tests(const char *path, const char *name)
{
	g_autofree char *blocks = g_strconcat("/documents/", name, NULL);
	g_autofree char *notes = g_strconcat("/notes/", name, NULL);
	if (strchr(name, '/') != NULL)
		g_test_add_data_func(blocks, path, test_document);
	g_test_add_data_func(notes, path, test_notes);
}

/* What a writer has made, and what all of them made it of. */
static gboolean
is_document(const char *name)
{
	gboolean has_writer = strchr(name, '/') != NULL;
	return has_writer ? !g_str_has_suffix(name, ".blocks") : strcmp(name, "source.md") == 0;
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	if (argc != 2)
		g_error("usage: run_documents FOLDER");
	g_autoptr(GPtrArray) paths = corpus_paths(argv[1]);
	if (paths->len == 0)
		g_error("nothing in %s", argv[1]);
	oq_formats_prepare();
	for (guint i = 0; i < paths->len; i++) {
		const char *path = g_ptr_array_index(paths, i);
		const char *name = path + strlen(argv[1]) + 1;
		if (is_document(name))
			add_tests(path, name);
	}
	return g_test_run();
}
