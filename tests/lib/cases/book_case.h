/* book_case.h - what the tests of books share: a folder of this test alone, and files in it. */
#pragma once

#include "document/document.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
	char *folder;
} BookCase;

static inline void
book_case_set_up(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book->folder = g_dir_make_tmp("oqyrman-XXXXXX", NULL);
	g_assert_nonnull(book->folder);
}

static inline void
book_case_remove(const char *path)
{
	g_autoptr(GDir) names =
		g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
	for (const char *name; names != NULL && (name = g_dir_read_name(names)) != NULL;) {
		g_autofree char *below = g_build_filename(path, name, NULL);
		book_case_remove(below);
	}
	g_assert_cmpint(g_remove(path), ==, 0);
}

static inline void
book_case_tear_down(BookCase *book, gconstpointer data G_GNUC_UNUSED)
{
	book_case_remove(book->folder);
	g_free(book->folder);
}

/** (transfer full): of a name in the folder. */
static inline char *
book_case_path(const BookCase *book, const char *name)
{
	return g_build_filename(book->folder, name, NULL);
}

/** Folders in the name are made, too. */
static inline void
book_case_write(const BookCase *book, const char *name, const char *bytes, gssize n_bytes)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = book_case_path(book, name);
	g_autofree char *folder = g_path_get_dirname(path);
	g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
	g_file_set_contents(path, bytes, n_bytes, &error);
	g_assert_no_error(error);
}

static inline void
book_case_append(const BookCase *book, const char *name, const char *text)
{
	g_autofree char *path = book_case_path(book, name);
	FILE *file = g_fopen(path, "a");
	g_assert_cmpint(fputs(text, file), >=, 0);
	g_assert_cmpint(fclose(file), ==, 0);
}

static inline OqDocument *
book_case_open(const BookCase *book, const OqDocumentWish *wish, GCancellable *stop)
{
	g_autoptr(GError) error = NULL;
	const char *const paths[] = {book->folder, NULL};
	OqDocument *document = oq_document_open_all(paths, wish, stop, &error);
	g_assert_no_error(error);
	return document;
}

/** The rest of the block. */
static inline char *
book_case_block(OqDocument *document)
{
	g_autoptr(GError) error = NULL;
	GString *block = g_string_new(NULL);
	char buffer[7];
	for (gssize n; (n = oq_document_read(document, buffer, sizeof buffer, &error)) > 0;)
		g_string_append_len(block, buffer, n);
	g_assert_no_error(error);
	return g_string_free(block, FALSE);
}

/** "file:byte=number:text|…" of all blocks from here on. */
static inline char *
book_case_read(OqDocument *document)
{
	g_autoptr(GError) error = NULL;
	GString *all = g_string_new(NULL);
	OqBlock block;
	while (oq_document_next(document, &block, &error)) {
		g_autofree char *text = book_case_block(document);
		g_string_append_printf(all, "%u:%u=%u:%s|", oq_document_file_of(block.start),
			(guint)oq_document_byte_of(block.start), block.number, text);
	}
	g_assert_no_error(error);
	return g_string_free(all, FALSE);
}
