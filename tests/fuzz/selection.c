/* selection.c - fuzzer: what programs say of what is selected in them. */
#include "target.h"

#include "desktop/selection/embedded.h"
#include "desktop/selection/incoming.h"
#include "desktop/selection/plain.h"
#include "desktop/selection/portion.h"

#include <string.h>

enum { LIMIT = 1000 };

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	return 0;
}

static void
check_text(GByteArray *bytes, OqPlainEncoding encoding)
{
	g_autoptr(GBytes) text = oq_plain_text(bytes, encoding);
	if (text == NULL)
		return;
	gsize n_bytes;
	const char *start = g_bytes_get_data(text, &n_bytes);
	g_assert_cmpuint(n_bytes, >, 0);
	g_assert_true(g_utf8_validate_len(start, n_bytes, NULL));
}

/* Pieces as the bytes have it: type and what comes after, format, length, what is in it. */
static void
try_incoming(const guint8 *bytes, gsize n_bytes)
{
	OqIncoming incoming;
	OqIncomingNext next = OQ_INCOMING_WAIT;
	oq_incoming_init(&incoming, 1, LIMIT);
	while (n_bytes >= 3 && next < OQ_INCOMING_WHOLE) {
		gsize length = MIN(bytes[2], n_bytes - 3);
		const OqIncomingPiece piece = {bytes[0] % 4, bytes[1] % 5 == 0 ? 32 : 8,
			bytes[0] / 4 % 3, bytes + 3, length};
		next = oq_incoming_take(&incoming, &piece);
		g_assert_cmpuint(incoming.bytes->len, <=, LIMIT);
		bytes += 3 + length;
		n_bytes -= 3 + length;
	}
	check_text(oq_incoming_steal(&incoming), OQ_PLAIN_UTF8);
}

static void
try_plain(const guint8 *bytes, gsize n_bytes)
{
	for (guint i = 0; i <= OQ_PLAIN_LATIN1; i++) {
		GByteArray *copy = g_byte_array_new();
		g_byte_array_append(copy, bytes, n_bytes);
		check_text(copy, (OqPlainEncoding)i);
	}
}

static const char *
text_of(guint index, gpointer data G_GNUC_UNUSED)
{
	return index % 3 == 0 ? NULL : "a\n";
}

static void
try_embedded(const guint8 *bytes, gsize n_bytes)
{
	g_autofree char *text = g_utf8_make_valid((const char *)bytes, (gssize)n_bytes);
	glong n_characters = g_utf8_strlen(text, -1);
	GString *joined = oq_embedded_join(text, text_of, NULL);
	g_assert_true(g_utf8_validate(joined->str, -1, NULL));
	g_assert_cmpuint(oq_embedded_count(joined->str), ==, 0);
	g_string_free(joined, TRUE);
	for (glong caret = -1; caret <= MIN(n_characters + 1, 200); caret++) {
		guint start, end;
		oq_embedded_paragraph(text, caret, &start, &end);
		g_assert_cmpuint(start, <=, end);
		g_assert_cmpint(end, <=, n_characters);
		g_autofree char *part = g_utf8_substring(text, start, end);
		g_assert_null(strchr(part, '\n'));
	}
}

static void
try_portion(const guint8 *bytes, gsize n_bytes)
{
	g_autofree char *text = g_utf8_make_valid((const char *)bytes, (gssize)n_bytes);
	g_autofree char *before = g_strconcat("a\n", text, NULL);
	g_autofree char *behind = g_strconcat(text, "\na", NULL);
	g_autoptr(GBytes) part = g_bytes_new_static(text, strlen(text));
	g_autoptr(GBytes) last = g_bytes_new_static(before, strlen(before));
	g_autoptr(GBytes) first = g_bytes_new_static(behind, strlen(behind));
	g_assert_true(oq_portion_is_of(part, last));
	g_assert_true(oq_portion_is_of(part, first));
	g_assert_false(oq_portion_is_of(part, part));
	g_assert_false(oq_portion_is_of(last, part));
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes)
{
	try_incoming(bytes, n_bytes);
	try_plain(bytes, n_bytes);
	try_embedded(bytes, n_bytes);
	try_portion(bytes, n_bytes);
	return 0;
}
