/* plain.c - see the header. */
#include "desktop/selection/plain.h"

#include "text/characters/utf8.h"

#include <string.h>

static void
leave_out_nul(GByteArray *bytes)
{
	guint n_kept = 0;

	if (bytes->len == 0 || memchr(bytes->data, '\0', bytes->len) == NULL)
		return;
	for (guint i = 0; i < bytes->len; i++)
		if (bytes->data[i] != '\0')
			bytes->data[n_kept++] = bytes->data[i];
	g_byte_array_set_size(bytes, n_kept);
}

static GString *
from_latin1(const GByteArray *bytes)
{
	GString *text = g_string_sized_new(bytes->len * 2);

	for (guint i = 0; i < bytes->len; i++)
		g_string_append_unichar(text, bytes->data[i]);
	return text;
}

static GString *
repair(const GByteArray *bytes)
{
	OqUtf8 utf8;
	GString *text = g_string_sized_new(bytes->len);

	oq_utf8_init(&utf8);
	oq_utf8_feed(&utf8, (const char *)bytes->data, bytes->len, text);
	oq_utf8_finish(&utf8, text);
	return text;
}

GBytes *
oq_plain_text(GByteArray *bytes, OqPlainEncoding encoding)
{
	g_autoptr(GByteArray) owned = bytes;

	leave_out_nul(owned);
	if (owned->len == 0)
		return NULL;
	if (g_utf8_validate_len((const char *)owned->data, owned->len, NULL))
		return g_byte_array_free_to_bytes(g_steal_pointer(&owned));
	return g_string_free_to_bytes(
		encoding == OQ_PLAIN_LATIN1 ? from_latin1(owned) : repair(owned));
}
