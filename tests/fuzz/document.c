/* document.c - fuzzer: a file of any bytes, read as text in any encoding, and the
 * same cut into the files of a book. */
#include "books.h"
#include "checks.h"
#include "scratch.h"
#include "target.h"

#include "document/cuts.h"
#include "document/document.h"
#include "document/encodings/encoding.h"

#include <string.h>

/* What one input in 64 is repeated to: longer than what is looked at before a place. */
#define LONG_BYTES (2 * OQ_CUTS_LOOK_BACK)

/* NULL comes most often: it is what users do. Not "UTF-8", in which iconv lets through what is
 * above U+10FFFF (text/utf8.c puts it right), nor "UTF-7", whose faults it finds elsewhere when
 * they come in pieces. */
static const char *const encodings[] = {NULL, NULL, NULL, NULL, "KZ-1048", "windows-1251", "UTF-16",
	"UTF-16LE", "UTF-32BE", "GB18030", "ISO-2022-JP", "TCVN5712-1", "none"};

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	return 0;
}

/* A text as its blocks give it, and where they begin. */
typedef struct {
	GString *text;
	GArray *starts; /* of guint64 */
} Blocks;

static void
clear_blocks(Blocks *blocks)
{
	g_string_free(blocks->text, TRUE);
	g_array_unref(blocks->starts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Blocks, clear_blocks)

static void
read_block(OqDocument *document, gsize size, GString *out)
{
	g_autofree char *buffer = g_malloc(size);
	g_autoptr(GError) error = NULL;
	gssize n_read;
	while ((n_read = oq_document_read(document, buffer, size, &error)) > 0) {
		g_assert_cmpint(n_read, <=, (gssize)size);
		g_assert_true(g_utf8_validate_len(buffer, (gsize)n_read, NULL));
		g_string_append_len(out, buffer, n_read);
	}
	g_assert_no_error(error);
	g_assert_cmpint(n_read, ==, 0);
	g_assert_cmpint(oq_document_read(document, buffer, size, &error), ==, 0);
}

/* Each block begins where the one before it ends. */
static void
read_blocks(OqDocument *document, gsize size, Blocks *blocks)
{
	g_autoptr(GError) error = NULL;
	OqBlock block;
	while (oq_document_next(document, &block, &error)) {
		if (blocks->starts->len > 0)
			g_assert_cmpuint(block.start, ==, blocks->text->len);
		while (blocks->text->len < block.start)
			g_string_append_c(blocks->text, ' ');
		g_array_append_val(blocks->starts, block.start);
		read_block(document, size, blocks->text);
		g_assert_cmpuint(blocks->text->len, >, block.start);
	}
	g_assert_no_error(error);
	g_assert_false(oq_document_next(document, &block, &error));
	if (blocks->starts->len > 0)
		g_assert_cmpuint(blocks->text->len, ==, oq_document_info(document).n_bytes);
}

static OqDocument *
open_file(const char *path, const char *encoding)
{
	g_autoptr(GError) error = NULL;
	OqDocument *document = oq_document_open(path, encoding, NULL, &error);
	if (document != NULL) {
		g_assert_no_error(error);
		return document;
	}
	g_assert_true(error->domain == OQ_DOCUMENT_ERROR);
	g_assert_true(g_utf8_validate(error->message, -1, NULL));
	return NULL;
}

/* The block that holds the position, else the first one. */
static guint
block_at(const Blocks *blocks, guint64 position)
{
	guint i = blocks->starts->len - 1;
	while (i > 0 && g_array_index(blocks->starts, guint64, i) > position)
		i--;
	return i;
}

/* From any place comes what came when all was read. */
static void
check_seek(OqDocument *document, const Blocks *blocks, guint64 position, gsize size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GString) text = g_string_new(NULL);
	OqBlock block;
	gboolean sought = oq_document_seek(document, position, &error);
	g_assert_no_error(error);
	g_assert_true(sought);
	gboolean found = oq_document_next(document, &block, &error);
	g_assert_no_error(error);
	g_assert_cmpint(found, ==, blocks->starts->len > 0);
	if (!found)
		return;
	guint i = block_at(blocks, position);
	guint64 start = g_array_index(blocks->starts, guint64, i);
	guint64 end = i + 1 < blocks->starts->len ? g_array_index(blocks->starts, guint64, i + 1)
						  : blocks->text->len;
	g_assert_cmpuint(block.start, ==, start);
	read_block(document, size, text);
	g_assert_cmpmem(text->str, text->len, blocks->text->str + start, end - start);
}

/* In pieces, and from three places, in a document that was read and in one that was not. */
static void
check_file(const char *path, const char *encoding, gsize size, guint32 hash)
{
	g_autoptr(OqDocument) document = open_file(path, encoding);
	g_autoptr(OqDocument) fresh = open_file(path, encoding);
	g_assert_cmpint(document == NULL, ==, fresh == NULL);
	if (document == NULL)
		return;
	g_auto(Blocks) whole = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(guint64))};
	g_auto(Blocks) pieces = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(guint64))};
	read_blocks(document, 1 << 16, &whole);
	for (guint i = 0; i < 3; i++) {
		hash = hash * 1664525 + 1013904223;
		guint64 position = (hash >> 4) % (whole.text->len + 5);
		check_seek(document, &whole, position, size);
		if (oq_document_n_bad_bytes(document) == 0)
			check_seek(fresh, &whole, position, size);
	}
	g_autoptr(OqDocument) again = open_file(path, encoding);
	read_blocks(again, size, &pieces);
	g_assert_cmpmem(pieces.text->str, pieces.text->len, whole.text->str, whole.text->len);
	g_assert_cmpmem(pieces.starts->data, pieces.starts->len * sizeof(guint64),
		whole.starts->data, whole.starts->len * sizeof(guint64));
}

static void
check_utf8(const GString *text)
{
	const char *end = text->str + text->len;
	for (const char *p = text->str; !g_utf8_validate_len(p, end - p, &p); p++)
		g_assert_cmpint(*p, ==, '\0');
}

/* Pieces make no difference, and what comes out is UTF-8. */
static void
check_encoding(const char *name, const char *bytes, gsize n_bytes, gsize n_piece)
{
	g_autoptr(OqEncoding) whole = oq_encoding_new(name, NULL);
	g_autoptr(OqEncoding) cut = oq_encoding_new(name, NULL);
	g_autoptr(GString) expected = g_string_new(NULL);
	g_autoptr(GString) got = g_string_new(NULL);
	if (whole == NULL || cut == NULL)
		return;
	oq_encoding_decode(whole, bytes, n_bytes, expected);
	oq_encoding_finish(whole, expected);
	for (gsize at = 0; at < n_bytes; at += n_piece)
		oq_encoding_decode(cut, bytes + at, MIN(n_piece, n_bytes - at), got);
	oq_encoding_finish(cut, got);
	g_assert_cmpmem(got->str, got->len, expected->str, expected->len);
	check_utf8(got);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n_bytes)
{
	const char *bytes = (const char *)data;
	guint32 hash = checks_hash(bytes, n_bytes);
	const char *encoding = encodings[hash % G_N_ELEMENTS(encodings)];
	gsize n_piece = (hash >> 8) % 64 + 1;
	g_autoptr(GString) text = g_string_new_len(bytes, (gssize)n_bytes);
	while ((hash >> 16) % 64 == 0 && n_bytes > 0 && text->len < LONG_BYTES)
		g_string_append_len(text, bytes, (gssize)n_bytes);
	g_auto(Scratch) scratch;
	scratch_init(&scratch, text->str, text->len);
	check_file(scratch.path, encoding, n_piece + 3, hash);
	books_check(text->str, text->len, encoding);
	if (encoding != NULL)
		check_encoding(encoding, bytes, n_bytes, n_piece);
	return 0;
}
