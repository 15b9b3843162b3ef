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

/* All blocks, read in pieces of the given size, and the white space before the first one. */
static GString *
read_all(OqDocument *document, gsize size)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *buffer = g_malloc(size);
	GString *all = g_string_new(NULL);
	OqBlock block;
	gssize n_read;

	while (oq_document_next(document, &block, &error)) {
		while (all->len < block.start)
			g_string_append_c(all, '\n');
		g_assert_cmpuint(block.start, ==, all->len);
		while ((n_read = oq_document_read(document, buffer, size, &error)) > 0) {
			g_assert_cmpint(n_read, <=, size);
			g_string_append_len(all, buffer, n_read);
		}
		g_assert_no_error(error);
		g_assert_cmpint(n_read, ==, 0);
	}
	g_assert_no_error(error);
	g_assert_false(oq_document_next(document, &block, &error));
	g_assert_no_error(error);
	return all;
}

static OqDocument *
open_document(const char *path, const char *encoding)
{
	g_autoptr(GError) error = NULL;
	OqDocument *document = oq_document_open(path, encoding, NULL, &error);
	g_assert_no_error(error);
	return document;
}

static void
assert_reads(const Fixture *fixture, const char *encoding, const char *expected, guint n_bad)
{
	static const gsize sizes[] = {4, 7, 4096, 100000};

	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		g_autoptr(OqDocument) document = open_document(fixture->path, encoding);
		g_autoptr(GString) all = read_all(document, sizes[i]);
		g_assert_cmpmem(all->str, all->len, expected, strlen(expected));
		g_assert_cmpuint(oq_document_info(document).n_bytes, ==, all->len);
		g_assert_cmpuint(oq_document_n_bad_bytes(document), ==, n_bad);
		g_assert_cmpuint(oq_document_outline(document)->len, ==, 0);
	}
	g_autofree char *bytes = NULL;
	gsize n_bytes;
	g_file_get_contents(fixture->path, &bytes, &n_bytes, NULL);
	g_autoptr(OqDocument) given = oq_document_new_text(bytes, n_bytes);
	g_autoptr(GString) all = read_all(given, 4096);
	if (encoding == NULL && bytes[0] != '\377' && bytes[0] != '\376')
		g_assert_cmpstr(all->str, ==, expected);
}

static void
assert_refused(const char *path, const char *encoding, OqDocumentError code, const char *part)
{
	g_autoptr(GError) error = NULL;

	g_assert_null(oq_document_open(path, encoding, NULL, &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, (int)code);
	g_assert_nonnull(strstr(error->message, part));
	g_assert_null(strchr(error->message, '\n'));
}

static void
test_plain(Fixture *fixture, gconstpointer data)
{
	static const char text[] = "\357\273\277Қазақ\0 \xFF тілі\r\nекі\n\nүш\n";

	(void)data;
	write_file(fixture, text, sizeof text - 1);
	assert_reads(fixture, NULL, "Қазақ\uFFFD \uFFFD тілі\r\nекі\n\nүш\n", 2);
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
	assert_reads(fixture, NULL, text->str, 0);

	g_autofree char *wide =
		g_convert(text->str, (gssize)text->len, "UTF-16", "UTF-8", NULL, &n_bytes, &error);
	g_assert_no_error(error);
	write_file(fixture, wide, n_bytes);
	assert_reads(fixture, NULL, text->str, 0);
}

static void
test_encodings(Fixture *fixture, gconstpointer data)
{
	(void)data;
	write_file(fixture, "\376\377\004\331\0\n", 6);
	assert_reads(fixture, NULL, "ә\n", 0);
	write_file(fixture, "\377\376\331\004\n", 5);
	assert_reads(fixture, NULL, "ә\357\277\275", 0);
	write_file(fixture, "\331\004", 2);
	assert_reads(fixture, "UTF-16LE", "ә", 0);
	write_file(fixture, "\215\340", 2);
	assert_reads(fixture, "KZ-1048", "Қа", 0);
}

static void
test_refused(Fixture *fixture, gconstpointer data)
{
	(void)data;
	assert_refused(fixture->path, NULL, OQ_DOCUMENT_ERROR_MISSING, "құжат.txt");
	assert_refused(fixture->folder, NULL, OQ_DOCUMENT_ERROR_NOT_TEXT, "no text in this folder");
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
	char buffer[4096];
	gssize n_read = oq_document_read(document, buffer, sizeof buffer, &error);

	g_assert_no_error(error);
	g_assert_cmpmem(buffer, (gsize)n_read, expected, strlen(expected));
}

static void
count_waits(gpointer data)
{
	*(int *)data += 1;
}

/* What has been written comes at once, though the writer goes on; a hang here fails by its time. */
static void
test_pipe(Fixture *fixture, gconstpointer data)
{
	static const char *const encodings[] = {NULL, "UTF-8"};

	(void)fixture;
	(void)data;
	for (gsize i = 0; i < G_N_ELEMENTS(encodings); i++) {
		int writer = pipe_to_stdin(), n_waits = 0;
		OqBlock block;
		g_assert_cmpint(write(writer, "Бірінші.\n", 16), ==, 16);
		g_autoptr(OqDocument) document = open_document("-", encodings[i]);
		oq_document_on_wait(document, count_waits, &n_waits);
		g_assert_true(oq_document_next(document, &block, NULL));
		assert_next(document, "Бірінші.\n");
		g_assert_cmpint(write(writer, "Екі", 6), ==, 6);
		assert_next(document, "Екі");
		g_assert_cmpint(n_waits, ==, 0);
		close(writer);
		assert_next(document, "");
		g_assert_cmpuint(oq_document_info(document).n_bytes, ==, 22);
		g_assert_true(oq_document_seek(document, 3, NULL));
		g_assert_true(oq_document_next(document, &block, NULL));
		g_assert_cmpuint(block.start, ==, 0);
		assert_next(document, "Бірінші.\nЕкі");
	}
}

typedef struct {
	OqDocument *document;
	gint is_over; /* atomic */
} Asker;

/* All that any thread may ask. */
static gpointer
ask(gpointer data)
{
	Asker *asker = data;
	while (!g_atomic_int_get(&asker->is_over)) {
		gdouble fraction = oq_document_fraction(asker->document, 5);
		g_assert_true(fraction >= 0 && fraction <= 1);
		g_assert_cmpuint(oq_document_at(asker->document, 0), ==, 0);
		g_assert_cmpuint(oq_document_info(asker->document).n_bytes, <=, 65536 * 4);
		g_assert_nonnull(oq_document_path(asker->document, 0));
		g_assert_null(oq_document_take_notices(asker->document));
	}
	return NULL;
}

/* Under -fsanitize=thread this is also the proof that these need nothing else. */
static void
test_two_threads(Fixture *fixture, gconstpointer data)
{
	(void)data;
	g_autofree char *bytes = g_strnfill(65536 * 2, '\360');
	for (gsize i = 0; i < 65536 * 2; i += 50)
		bytes[i] = bytes[i + 1] = '\n';
	write_file(fixture, bytes, 65536 * 2);
	g_autoptr(OqDocument) document = open_document(fixture->path, "windows-1251");
	Asker asker = {.document = document};
	GThread *thread = g_thread_new("asker", ask, &asker);
	for (guint i = 0; i < 5; i++) {
		g_autoptr(GString) all = read_all(document, 4096);
		g_assert_true(oq_document_seek(document, 0, NULL));
	}
	g_atomic_int_set(&asker.is_over, 1);
	g_thread_join(thread);
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
	ADD("/document/two-threads", test_two_threads);
	ADD("/document/stdin-is-folder", test_stdin_is_folder);
	return g_test_run();
}
