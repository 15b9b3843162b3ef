/* mojibake.c - see the header. */
#include "document/encodings/mojibake.h"

#include "text/characters/code_pages.h"

/** How a kind came about. */
typedef struct {
	OqCodePage read_as;
	OqCodePage was;
	guint n_times; /* that UTF-8 was read so; 0: it was a code page */
} Way;

static const Way ways[OQ_N_MOJIBAKES] = {
	[OQ_MOJIBAKE_UTF_8_AS_1251] = {OQ_CODE_PAGE_WINDOWS_1251, OQ_N_CODE_PAGES, 1},
	[OQ_MOJIBAKE_UTF_8_AS_1251_TWICE] = {OQ_CODE_PAGE_WINDOWS_1251, OQ_N_CODE_PAGES, 2},
	[OQ_MOJIBAKE_UTF_8_AS_1252] = {OQ_CODE_PAGE_WINDOWS_1252, OQ_N_CODE_PAGES, 1},
	[OQ_MOJIBAKE_UTF_8_AS_1252_TWICE] = {OQ_CODE_PAGE_WINDOWS_1252, OQ_N_CODE_PAGES, 2},
	[OQ_MOJIBAKE_KZ_1048_AS_1251] = {OQ_CODE_PAGE_WINDOWS_1251, OQ_CODE_PAGE_KZ_1048, 0},
	[OQ_MOJIBAKE_PT154_AS_1251] = {OQ_CODE_PAGE_WINDOWS_1251, OQ_CODE_PAGE_PT154, 0},
	[OQ_MOJIBAKE_1251_AS_1252] = {OQ_CODE_PAGE_WINDOWS_1252, OQ_CODE_PAGE_WINDOWS_1251, 0},
	[OQ_MOJIBAKE_KZ_1048_AS_1252] = {OQ_CODE_PAGE_WINDOWS_1252, OQ_CODE_PAGE_KZ_1048, 0},
};

void
oq_mojibake_names(OqMojibake kind, const char **was, const char **read_as)
{
	*was = ways[kind].n_times > 0 ? "UTF-8" : oq_code_page_name(ways[kind].was);
	*read_as = oq_code_page_name(ways[kind].read_as);
}

/* ISO-8859-1 has control characters where windows-1252 has letters. */
static gint
byte_of(const Way *way, gunichar c)
{
	return c >= 0x80 && c < 0xA0 ? (gint)c : oq_code_page_byte(way->read_as, c);
}

static gsize
read_raw(const char *p, gsize n_bytes, gboolean is_end, gunichar *c)
{
	*c = OQ_MOJIBAKE_BAD;
	if (n_bytes == 0)
		return 0;
	if ((guchar)*p < 0x80) {
		*c = (guchar)*p;
		return 1;
	}
	gunichar found = g_utf8_get_char_validated(p, (gssize)n_bytes);
	if (found == (gunichar)-2) /* which GLib says of a NUL, too: then there are enough */
		return is_end || n_bytes >= (gsize)g_utf8_skip[(guchar)*p] ? 1 : 0;
	if (found == (gunichar)-1)
		return 1;
	*c = found;
	return g_utf8_skip[(guchar)*p];
}

static guint
n_behind(gint lead)
{
	return lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

/* Neither overlong nor what no text holds; what was misread twice holds anything in between. */
static gboolean
is_sound(gunichar c, guint n_more, gboolean is_last)
{
	static const gunichar least[] = {0, 0x80, 0x800, 0x10000};
	return c >= least[n_more] && g_unichar_validate(c) &&
	       (!is_last || (g_unichar_isdefined(c) && !g_unichar_iscntrl(c) &&
				    g_unichar_type(c) != G_UNICODE_PRIVATE_USE));
}

/* A character as it was before it was misread the last n_times; what was not, as it is. Returns:
 * its bytes, 0: there are too few. */
static gsize
read_char(const Way *way, guint n_times, const char *p, gsize n_bytes, gboolean is_end, gunichar *c)
{
	if (n_times == 0)
		return read_raw(p, n_bytes, is_end, c);
	gsize n_first = read_char(way, n_times - 1, p, n_bytes, is_end, c), n_taken = n_first;
	gint lead = n_first > 0 && *c != OQ_MOJIBAKE_BAD ? byte_of(way, *c) : -1;
	guint n_more = n_behind(lead);
	gunichar whole = (gunichar)lead & (0x3Fu >> n_more);
	for (guint i = 0; i < n_more; i++) {
		gunichar next;
		gsize n =
			read_char(way, n_times - 1, p + n_taken, n_bytes - n_taken, is_end, &next);
		if (n == 0 && !is_end)
			return 0;
		gint byte = n > 0 && next != OQ_MOJIBAKE_BAD ? byte_of(way, next) : -1;
		if (byte < 0x80 || byte >= 0xC0)
			return n_first;
		whole = whole << 6 | ((gunichar)byte & 0x3F);
		n_taken += n;
	}
	if (n_more == 0 || !is_sound(whole, n_more, n_times == way->n_times))
		return n_first;
	*c = whole;
	return n_taken;
}

static gunichar
change_page(const Way *way, gunichar c)
{
	gint byte = c != OQ_MOJIBAKE_BAD ? byte_of(way, c) : -1;
	gunichar was = byte >= 0x80 ? oq_code_page_char(way->was, (guchar)byte) : c;
	return was != OQ_MOJIBAKE_BAD && g_unichar_iscntrl(was) ? c : was;
}

gsize
oq_mojibake_next(OqMojibake kind, const char *bytes, gsize n_bytes, gboolean is_end, gunichar *c)
{
	const Way *way = &ways[kind];
	gsize n = read_char(way, way->n_times, bytes, n_bytes, is_end, c);
	if (n > 0 && way->n_times == 0)
		*c = change_page(way, *c);
	return n;
}

gsize
oq_mojibake_repair(OqMojibake kind, const char *bytes, gsize n_bytes, gboolean is_end, GString *out)
{
	gsize at = 0;
	while (at < n_bytes) {
		gunichar c;
		gsize n = oq_mojibake_next(kind, bytes + at, n_bytes - at, is_end, &c);
		if (n == 0)
			break;
		g_string_append_unichar(out, c == OQ_MOJIBAKE_BAD ? 0xFFFD : c);
		at += n;
	}
	return at;
}
