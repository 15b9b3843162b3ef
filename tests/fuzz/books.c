#include "books.h"

#include "checks.h"
#include "scratch.h"

#include "document/document.h"

#include <string.h>

enum { MAX_FILES = 5 };

typedef struct {
	guint64 start;
	guint number;
	GString *text;
} Piece;

static void
clear_piece(gpointer data)
{
	g_string_free(((Piece *)data)->text, TRUE);
}

static const Piece *
at(const GArray *pieces, guint i)
{
	return &g_array_index(pieces, Piece, i);
}

static gboolean
next_piece(OqDocument *document, Piece *piece)
{
	g_autoptr(GError) error = NULL;
	OqBlock block;
	char buffer[61];
	gssize n_read;
	if (!oq_document_next(document, &block, &error)) {
		g_assert_no_error(error);
		return FALSE;
	}
	*piece = (Piece){block.start, block.number, g_string_new(NULL)};
	while ((n_read = oq_document_read(document, buffer, sizeof buffer, &error)) > 0)
		g_string_append_len(piece->text, buffer, n_read);
	g_assert_no_error(error);
	return TRUE;
}

/* Adds what the document gives, as if it were that file of a book. */
static void
read_pieces(OqDocument *document, guint file, GArray *pieces)
{
	Piece piece;
	while (next_piece(document, &piece)) {
		piece.start += oq_document_place(file, 0);
		piece.number = pieces->len == 0;
		g_array_append_val(pieces, piece);
	}
}

static void
assert_piece(OqDocument *document, const Piece *expected, gboolean has_number)
{
	Piece piece;
	g_assert_true(next_piece(document, &piece));
	g_assert_cmpuint(piece.start, ==, expected->start);
	g_assert_cmpmem(piece.text->str, piece.text->len, expected->text->str, expected->text->len);
	g_assert_true(!has_number || piece.number == expected->number);
	clear_piece(&piece);
}

static void
assert_end(OqDocument *document)
{
	Piece piece;
	g_assert_false(next_piece(document, &piece));
	g_assert_false(next_piece(document, &piece));
}

static void
check_forward(OqDocument *book, const GArray *pieces)
{
	for (guint i = 0; i < pieces->len; i++)
		assert_piece(book, at(pieces, i), TRUE);
	assert_end(book);
}

static void
seek(OqDocument *book, guint64 place)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_document_seek(book, place, &error));
	g_assert_no_error(error);
}

static void
check_backward(OqDocument *book, const GArray *pieces)
{
	guint64 place = G_MAXUINT64;
	for (guint i = pieces->len; i > 0; i--) {
		seek(book, place);
		assert_piece(book, at(pieces, i - 1), FALSE);
		gboolean has_more = oq_document_before(book, at(pieces, i - 1)->start, &place);
		g_assert_true(has_more || i == 1);
		if (i == 1 && has_more) {
			seek(book, place); /* files without a block */
			assert_piece(book, at(pieces, 0), FALSE);
		}
	}
}

/* The piece that holds the place: in its file, or before it. */
static guint
piece_at(const GArray *pieces, guint64 place)
{
	guint i = pieces->len, file = oq_document_file_of(place);
	while (i > 0 && at(pieces, i - 1)->start > place)
		i--;
	if (i < pieces->len && oq_document_file_of(at(pieces, i)->start) == file &&
		(i == 0 || oq_document_file_of(at(pieces, i - 1)->start) < file))
		return i; /* before the first one of its file */
	return i > 0 ? i - 1 : 0;
}

static void
check_anywhere(OqDocument *book, const GArray *pieces, guint n_files, guint32 hash)
{
	for (guint i = 0; i < 6 && pieces->len > 0; i++) {
		hash = hash * 1664525 + 1013904223;
		guint64 total = oq_document_info(book).n_bytes;
		guint64 place = i % 2 == 0 ? oq_document_place(hash % n_files, (hash >> 8) % 400)
					   : oq_document_at(book, (hash >> 8) % 1001 / 1000.0);
		gdouble fraction = oq_document_fraction(book, place);
		g_assert_true(fraction >= 0 && fraction <= 1);
		seek(book, place);
		guint index = piece_at(pieces, place);
		assert_piece(book, at(pieces, index), FALSE);
		if (index + 1 < pieces->len)
			assert_piece(book, at(pieces, index + 1), FALSE);
		else
			assert_end(book);
		g_assert_true(total > 0 || n_files == 1);
	}
}

static OqDocument *
open_all(const char *const *paths, const char *encoding)
{
	const OqDocumentWish wish = {.encoding = encoding};
	return oq_document_open_all(paths, &wish, NULL, NULL);
}

/* FALSE: one of them is no text. */
static gboolean
read_files(const char *const *paths, const char *encoding, GArray *pieces)
{
	for (guint i = 0; paths[i] != NULL; i++) {
		g_autoptr(OqDocument) document = oq_document_open(paths[i], encoding, NULL, NULL);
		if (document == NULL)
			return FALSE;
		read_pieces(document, i, pieces);
	}
	return TRUE;
}

/* In a book that was read; damaged places are known there, but not in one that was not. */
/* Nothing is left out; of a file whose letters are put right that is told once. */
static void
check_notices(OqDocument *book)
{
	g_autoptr(GPtrArray) notices = oq_document_take_notices(book);
	for (guint i = 0; notices != NULL && i < notices->len; i++)
		g_assert_nonnull(strstr(g_ptr_array_index(notices, i), "--encoding UTF-8"));
	g_assert_cmpuint(notices != NULL ? notices->len : 0, <=, oq_document_n_files(book));
}

static void
check_paths(const char *const *paths, guint n_files, const char *encoding, guint32 hash)
{
	g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
	g_array_set_clear_func(pieces, clear_piece);
	gboolean are_texts = read_files(paths, encoding, pieces);
	g_autoptr(OqDocument) book = open_all(paths, encoding);
	g_assert_cmpint(book != NULL, ==, are_texts);
	if (book == NULL)
		return;
	check_forward(book, pieces);
	check_backward(book, pieces);
	check_anywhere(book, pieces, n_files, hash);
	seek(book, 0);
	check_forward(book, pieces);
	g_autoptr(OqDocument) fresh = open_all(paths, encoding);
	if (oq_document_n_bad_bytes(book) == 0)
		check_anywhere(fresh, pieces, n_files, hash);
	check_notices(book);
}

void
books_check(const char *bytes, gsize n_bytes, const char *encoding)
{
	guint32 hash = checks_hash(bytes, n_bytes);
	guint n_files = hash % MAX_FILES + 1;
	Scratch files[MAX_FILES];
	const char *paths[MAX_FILES + 1] = {NULL};
	gsize from = 0;
	for (guint i = 0; i < n_files; i++) {
		hash = hash * 1664525 + 1013904223;
		gsize rest = n_bytes - from;
		gsize length = i + 1 == n_files ? rest : (hash >> 4) % (rest + 1);
		scratch_init(&files[i], bytes + from, length);
		paths[i] = files[i].path;
		from += length;
	}
	check_paths(paths, n_files, encoding, hash);
	for (guint i = 0; i < n_files; i++)
		scratch_clear(&files[i]);
}
