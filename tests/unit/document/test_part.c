#include "document/part.h"

#include "book_case.h"

#include <sys/stat.h>

static const OqDocumentWish plain = {0}, followed = {.follows = TRUE};

static OqPart *
make_part(const BookCase *book, const char *name)
{
	g_autofree char *path = book_case_path(book, name);
	return oq_part_new(path, g_strdup(name));
}

static void
open_part(OqPart *part)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_part_open(part, &plain, NULL, &error));
	g_assert_no_error(error);
	g_assert_nonnull(part->chapter);
}

static void
read_all(OqPart *part)
{
	OqBlock block;
	while (oq_chapter_next(part->chapter, &block, NULL))
		;
}

static void
test_file(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book_case_write(book, "1", "Бір\xFF.\n\nЕкі.", -1);
	g_autoptr(OqPart) part = make_part(book, "1");
	g_assert_cmpuint(oq_part_size(part), ==, 17);
	g_assert_false(oq_part_is_pipe(part));
	g_assert_cmpuint(part->first, ==, G_MAXUINT64);
	open_part(part);
	OqChapter *chapter = part->chapter;
	read_all(part);
	open_part(part);
	g_assert_true(part->chapter == chapter);
	g_assert_cmpuint(oq_part_size(part), ==, 19);
	oq_part_close(part);
	oq_part_close(part);
	g_assert_null(part->chapter);
	g_assert_cmpuint(oq_part_n_bad_bytes(part), ==, 1);
	open_part(part);
	g_assert_cmpuint(oq_part_size(part), ==, 19);
	g_assert_cmpuint(oq_part_n_bad_bytes(part), ==, 1);
	oq_part_give_up(part);
	g_assert_true(part->is_gone && part->chapter == NULL);
	oq_part_free(NULL);
}

/* What cannot be opened again stays open. */
static void
test_kept(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autofree char *path = book_case_path(book, "1");
	g_assert_cmpint(mkfifo(path, 0600), ==, 0);
	g_autoptr(OqPart) pipe = make_part(book, "1");
	g_assert_true(oq_part_is_pipe(pipe));
	g_assert_true(oq_part_open(pipe, &followed, NULL, NULL));
	oq_part_close(pipe);
	g_assert_nonnull(pipe->chapter);
	g_autoptr(OqPart) text = oq_part_new_text("Бір", 6);
	oq_part_close(text);
	g_assert_nonnull(text->chapter);
	g_assert_true(oq_part_is_pipe(text));
	g_autoptr(OqPart) input = oq_part_new("-", NULL);
	g_assert_true(oq_part_is_pipe(input));
}

static void
test_missing(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqPart) part = make_part(book, "1");
	g_assert_false(oq_part_is_pipe(part));
	g_assert_cmpuint(oq_part_size(part), ==, 0);
	g_assert_false(oq_part_open(part, &plain, NULL, &error));
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING);
}

#define ADD(name, function)                                                                        \
	g_test_add("/part/" name, BookCase, NULL, book_case_set_up, function, book_case_tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("file", test_file);
	ADD("kept", test_kept);
	ADD("missing", test_missing);
	return g_test_run();
}
