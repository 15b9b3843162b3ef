/* document.c - fuzzer: a file of any bytes, read as text in any encoding. */
#include "checks.h"
#include "scratch.h"
#include "target.h"

#include "document/document.h"
#include "document/encoding.h"
#include "document/sniff.h"

#include <string.h>

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

static void
read_to_end(OqDocument *document, gsize size, GString *out)
{
	g_autofree char *buffer = g_malloc(size);
	g_autoptr(GError) error = NULL;
	gssize n_read;
	while ((n_read = oq_document_read(document, buffer, size, &error)) > 0) {
		g_assert_cmpint(n_read, <=, (gssize)size);
		g_string_append_len(out, buffer, n_read);
	}
	g_assert_no_error(error);
	g_assert_cmpint(n_read, ==, 0);
	g_assert_cmpint(oq_document_read(document, buffer, size, &error), ==, 0);
}

/* Returns FALSE when this is no text. */
static gboolean
read_file(const char *path, const char *encoding, gsize size, GString *out)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqDocument) document = oq_document_open(path, encoding, &error);
	if (document == NULL) {
		g_assert_true(error->domain == OQ_DOCUMENT_ERROR);
		g_assert_true(g_utf8_validate(error->message, -1, NULL));
		return FALSE;
	}
	g_assert_no_error(error);
	read_to_end(document, size, out);
	return TRUE;
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
	gsize n_piece = (hash >> 8) % 64 + 1, n_bom;
	g_auto(Scratch) scratch;
	scratch_init(&scratch, bytes, n_bytes);
	g_autoptr(GString) whole = g_string_new(NULL);
	g_autoptr(GString) pieces = g_string_new(NULL);
	gboolean is_text = read_file(scratch.path, encoding, n_bytes + 1, whole);
	g_assert_cmpint(read_file(scratch.path, encoding, n_piece, pieces), ==, is_text);
	g_assert_cmpmem(pieces->str, pieces->len, whole->str, whole->len);
	if (is_text && encoding == NULL && oq_sniff_bom(bytes, n_bytes, &n_bom) == NULL)
		g_assert_cmpmem(whole->str, whole->len, bytes, n_bytes);
	else
		check_utf8(whole);
	if (encoding != NULL)
		check_encoding(encoding, bytes, n_bytes, n_piece);
	return 0;
}
