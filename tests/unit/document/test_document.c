#include "document/document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/** A folder of this test alone. */
typedef struct {
	char *folder;
	char *path; /* of a file in it, which need not exist */
} Fixture;

static void
set_up(Fixture *fixture, gconstpointer data)
{
	(void)data;
	fixture->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	fixture->path = g_build_filename(fixture->folder, "құжат.txt", NULL);
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
	(void)data;
	g_unlink(fixture->path);
	g_assert_cmpint(g_rmdir(fixture->folder), ==, 0);
	g_free(fixture->path);
	g_free(fixture->folder);
}

static void
write_file(const Fixture *fixture, const char *bytes, gsize n_bytes)
{
	g_autoptr(GError) error = NULL;

	g_file_set_contents(fixture->path, bytes, (gssize)n_bytes, &error);
	g_assert_no_error(error);
}

/* All that the document gives, read in blocks of the given size. */
static GString *
read_all(OqDocument *document, gsize size)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *block = g_malloc(size);
	GString *all = g_string_new(NULL);
	gssize n_read;

	while ((n_read = oq_document_read(document, block, size, &error)) > 0) {
		g_assert_cmpint(n_read, <=, size);
		g_string_append_len(all, block, n_read);
	}
	g_assert_no_error(error);
	g_assert_cmpint(n_read, ==, 0);
	g_assert_cmpint(oq_document_read(document, block, size, &error), ==, 0);
	return all;
}

static void
assert_reads(const Fixture *fixture, const char *encoding, const char *expected, gsize n_expected)
{
	static const gsize sizes[] = {1, 3, 4096, 100000};

	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(OqDocument) document = oq_document_open(fixture->path, encoding, &error);
		g_assert_no_error(error);
		g_autoptr(GString) all = read_all(document, sizes[i]);
		g_assert_cmpmem(all->str, all->len, expected, n_expected);
	}
}

static void
assert_refused(const char *path, const char *encoding, OqDocumentError code, const char *part)
{
	g_autoptr(GError) error = NULL;

	g_assert_null(oq_document_open(path, encoding, &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, (int)code);
	g_assert_nonnull(strstr(error->message, part));
	g_assert_null(strchr(error->message, '\n'));
}

static void
test_plain(Fixture *fixture, gconstpointer data)
{
	static const char text[] = "\357\273\277Қазақ\0 \xFF тілі\r\nекі";

	(void)data;
	write_file(fixture, text, sizeof text - 1);
	assert_reads(fixture, NULL, text, sizeof text - 1);
}

static void
test_empty(Fixture *fixture, gconstpointer data)
{
	(void)data;
	write_file(fixture, "", 0);
	assert_reads(fixture, NULL, "", 0);
	assert_reads(fixture, "KZ-1048", "", 0);
}

/* Longer than a block, so that characters are cut by its end. */
static void
test_long(Fixture *fixture, gconstpointer data)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) text = g_string_new("a");
	gsize n_bytes = 0;

	(void)data;
	while (text->len < 300000)
		g_string_append(text, "Қазақстан 😀\n");
	write_file(fixture, text->str, text->len);
	assert_reads(fixture, NULL, text->str, text->len);

	g_autofree char *wide =
		g_convert(text->str, (gssize)text->len, "UTF-16", "UTF-8", NULL, &n_bytes, &error);
	g_assert_no_error(error);
	write_file(fixture, wide, n_bytes);
	assert_reads(fixture, NULL, text->str, text->len);
}

static void
test_encodings(Fixture *fixture, gconstpointer data)
{
	(void)data;
	write_file(fixture, "\376\377\004\331\0\n", 6);
	assert_reads(fixture, NULL, "ә\n", 3);
	write_file(fixture, "\377\376\331\004\n", 5);
	assert_reads(fixture, NULL, "ә\357\277\275", 5);
	write_file(fixture, "\331\004", 2);
	assert_reads(fixture, "UTF-16LE", "ә", 2);
	write_file(fixture, "\215\340", 2);
	assert_reads(fixture, "KZ-1048", "Қа", 4);
}

static void
test_refused(Fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_refused(fixture->path, NULL, OQ_DOCUMENT_ERROR_MISSING, "құжат.txt");
	assert_refused(fixture->folder, NULL, OQ_DOCUMENT_ERROR_UNREADABLE, "is a folder");
	assert_refused("", NULL, OQ_DOCUMENT_ERROR_MISSING, ":");
	write_file(fixture, "\215\340\347\340\235", 5);
	assert_refused(fixture->path, NULL, OQ_DOCUMENT_ERROR_NOT_TEXT, "--encoding KZ-1048");
	assert_refused(fixture->path, "klingon", OQ_DOCUMENT_ERROR_ENCODING, "klingon");
	write_file(fixture, "\211PNG\r\n\032\n\0\0\0\rIHDR", 16);
	assert_refused(fixture->path, NULL, OQ_DOCUMENT_ERROR_NOT_TEXT, "құжат.txt");
	g_autofree char *below = g_build_filename(fixture->path, "x", NULL);
	assert_refused(below, NULL, OQ_DOCUMENT_ERROR_MISSING, "x");
}

static void
test_no_permission(Fixture *fixture, gconstpointer data)
{
	(void)data;
	write_file(fixture, "а", 2);
	g_assert_cmpint(g_chmod(fixture->path, 0), ==, 0);
	gboolean is_root = geteuid() == 0; /* who may read everything */
	if (is_root)
		g_assert_cmpint(seteuid(65534), ==, 0);
	assert_refused(fixture->path, NULL, OQ_DOCUMENT_ERROR_UNREADABLE, "құжат.txt");
	if (is_root)
		g_assert_cmpint(seteuid(0), ==, 0);
}

/* Makes standard input a pipe; returns the end to write to. */
static int
pipe_to_stdin(void)
{
	int ends[2];

	g_assert_cmpint(pipe(ends), ==, 0);
	g_assert_cmpint(dup2(ends[0], STDIN_FILENO), ==, STDIN_FILENO);
	close(ends[0]);
	return ends[1];
}

static void
assert_next(OqDocument *document, const char *expected)
{
	g_autoptr(GError) error = NULL;
	char block[4096];
	gssize n_read = oq_document_read(document, block, sizeof block, &error);

	g_assert_no_error(error);
	g_assert_cmpmem(block, (gsize)n_read, expected, strlen(expected));
}

/* What has been written comes at once, though the writer goes on; a hang here fails by its time. */
static void
test_pipe(Fixture *fixture, gconstpointer data)
{
	static const char *const encodings[] = {NULL, "UTF-8"};

	(void)fixture;
	(void)data;
	for (gsize i = 0; i < G_N_ELEMENTS(encodings); i++) {
		g_autoptr(GError) error = NULL;
		int writer = pipe_to_stdin();
		g_assert_cmpint(write(writer, "Бірінші.\n", 16), ==, 16);
		g_autoptr(OqDocument) document = oq_document_open("-", encodings[i], &error);
		g_assert_no_error(error);
		assert_next(document, "Бірінші.\n");
		g_assert_cmpint(write(writer, "Екі", 6), ==, 6);
		assert_next(document, "Екі");
		close(writer);
		assert_next(document, "");
	}
}

static void
test_stdin_is_folder(Fixture *fixture, gconstpointer data)
{
	(void)data;
	int folder = g_open(fixture->folder, O_RDONLY, 0);

	g_assert_cmpint(dup2(folder, STDIN_FILENO), ==, STDIN_FILENO);
	close(folder);
	assert_refused("-", NULL, OQ_DOCUMENT_ERROR_UNREADABLE, g_strerror(EISDIR));
}

#define ADD(name, function) g_test_add(name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("/document/plain", test_plain);
	ADD("/document/empty", test_empty);
	ADD("/document/long", test_long);
	ADD("/document/encodings", test_encodings);
	ADD("/document/refused", test_refused);
	ADD("/document/no-permission", test_no_permission);
	ADD("/document/pipe", test_pipe);
	ADD("/document/stdin-is-folder", test_stdin_is_folder);
	return g_test_run();
}
