/* utf8.c - see the header. */
#include "text/characters/utf8.h"

#include <string.h>

#define BOM         "\xEF\xBB\xBF"
#define REPLACEMENT "\xEF\xBF\xBD"

void
oq_utf8_init(OqUtf8 *utf8)
{
	*utf8 = (OqUtf8){0};
}

/* How many bytes at p belong together, by Unicode's table 3-7. *whole: they are a character;
 * otherwise a part of one, which is cut only if it reaches the end. */
static gsize
sequence_length(const guchar *p, gsize n_bytes, gboolean *whole)
{
	gsize needed = p[0] < 0x80 ? 1 : p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	*whole = FALSE;
	if (needed == 0 || p[0] > 0xF4)
		return 1;
	guchar low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
	guchar high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
	gsize length = 1;
	for (; length < MIN(needed, n_bytes); length++, low = 0x80, high = 0xBF)
		if (p[length] < low || p[length] > high)
			return length;
	*whole = length == needed && p[0] != '\0';
	return length;
}

/* Whether the bytes could still become a character if more came. */
static gboolean
is_cut(const guchar *p, gsize length, gsize n_bytes)
{
	gsize needed = p[0] >= 0xC2 && p[0] <= 0xF4 ? (p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4) : 0;
	return length == n_bytes && length < needed;
}

static void
replace(OqUtf8 *utf8, gsize n_bytes, GString *out)
{
	utf8->n_bad_bytes += n_bytes;
	g_string_append_len(out, REPLACEMENT, 3);
}

static void
decode(OqUtf8 *utf8, const char *bytes, gsize n_bytes, GString *out)
{
	while (n_bytes > 0) {
		const char *end;
		g_utf8_validate_len(bytes, n_bytes, &end);
		gsize n_good = end - bytes;
		g_string_append_len(out, bytes, n_good);
		bytes += n_good;
		n_bytes -= n_good;
		if (n_bytes == 0)
			return;
		const guchar *p = (const guchar *)bytes;
		gboolean whole;
		gsize length = sequence_length(p, n_bytes, &whole);
		if (is_cut(p, length, n_bytes)) {
			memcpy(utf8->pending, bytes, length);
			utf8->n_pending = length;
			return;
		}
		if (whole)
			g_string_append_len(out, bytes, length);
		else
			replace(utf8, length, out);
		bytes += length;
		n_bytes -= length;
	}
}

static void
drop_bom(OqUtf8 *utf8, gsize start, GString *out)
{
	if (utf8->begun || out->len == start)
		return;
	utf8->begun = TRUE;
	if (g_str_has_prefix(out->str + start, BOM))
		g_string_erase(out, start, 3);
}

void
oq_utf8_feed(OqUtf8 *utf8, const char *bytes, gsize n_bytes, GString *out)
{
	gsize start = out->len;
	while (utf8->n_pending > 0 && n_bytes > 0) {
		char joined[8];
		gsize n_pending = utf8->n_pending;
		memcpy(joined, utf8->pending, n_pending);
		joined[n_pending] = bytes[0];
		utf8->n_pending = 0;
		bytes++;
		n_bytes--;
		decode(utf8, joined, n_pending + 1, out);
	}
	decode(utf8, bytes, n_bytes, out);
	drop_bom(utf8, start, out);
}

void
oq_utf8_finish(OqUtf8 *utf8, GString *out)
{
	if (utf8->n_pending > 0)
		replace(utf8, utf8->n_pending, out);
	utf8->n_pending = 0;
}
