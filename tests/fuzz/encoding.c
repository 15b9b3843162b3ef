/* encoding.c - fuzzer: what is told of any bytes by the letters that they may be, and what is
 * undone of what a wrong encoding did to them. */
#include "checks.h"
#include "target.h"

#include "document/encodings/encoding.h"
#include "document/encodings/guess.h"
#include "document/encodings/mojibake_judge.h"
#include "document/sniff.h"

#include <string.h>

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	return 0;
}

/* Pieces make no difference; what comes out is UTF-8. */
static void
check_undone(OqMojibake kind, const char *bytes, gsize n_bytes, gsize n_piece)
{
	g_autoptr(OqEncoding) encoding = oq_encoding_new_mojibake(kind);
	g_autoptr(GString) whole = g_string_new(NULL);
	g_autoptr(GString) got = g_string_new(NULL);
	g_assert_cmpuint(oq_mojibake_repair(kind, bytes, n_bytes, TRUE, whole), ==, n_bytes);
	for (gsize at = 0; at < n_bytes; at += n_piece) {
		oq_encoding_decode(encoding, bytes + at, MIN(n_piece, n_bytes - at), got);
		g_assert_cmpuint(oq_encoding_n_pending(encoding), <, 64);
	}
	oq_encoding_finish(encoding, got);
	g_assert_cmpmem(got->str, got->len, whole->str, whole->len);
	const char *end = whole->str + whole->len;
	for (const char *p = whole->str; !g_utf8_validate_len(p, (gsize)(end - p), &p); p++)
		g_assert_cmpint(*p, ==, '\0');
}

/* What is told is known. */
static void
check_told(const char *bytes, gsize n_bytes)
{
	g_autoptr(GError) error = NULL;
	OqSniffed found;
	if (!oq_sniff_text(bytes, n_bytes, "f", &found, &error)) {
		g_assert_nonnull(error);
		return;
	}
	g_assert_no_error(error);
	g_assert_cmpuint(found.n_bom, <=, n_bytes);
	if (found.encoding == NULL)
		return;
	g_assert_cmpint(found.mojibake, ==, OQ_MOJIBAKE_NONE);
	g_autoptr(OqEncoding) encoding = oq_encoding_new(found.encoding, &error);
	g_assert_no_error(error);
	g_assert_true(oq_encoding_is_stateless(encoding));
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize n_bytes)
{
	const char *bytes = (const char *)data;
	guint32 hash = checks_hash(bytes, n_bytes);
	check_told(bytes, n_bytes);
	oq_sniff_is_sure(bytes, n_bytes);
	oq_guess_code_page(bytes, n_bytes);
	OqMojibake kind = oq_mojibake_judge(bytes, n_bytes);
	if (kind != OQ_MOJIBAKE_NONE)
		g_assert_true(oq_mojibake_is_suspect(bytes, n_bytes));
	else
		kind = (OqMojibake)(1 + hash % (OQ_N_MOJIBAKES - 1));
	check_undone(kind, bytes, n_bytes, (hash >> 8) % 16 + 1);
	return 0;
}
