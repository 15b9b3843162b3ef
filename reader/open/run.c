/* run.c - see the header. */
#include "open/run.h"

/* By its two bytes; what is none in the block of Cyrillic stands in the middle of a row. */
static gboolean
is_cyrillic(const guchar *p)
{
	return p[0] >= 0xD0 && p[0] <= 0xD3 && (p[1] & 0xC0) == 0x80 &&
	       (p[0] != 0xD2 || p[1] < 0x82 || p[1] > 0x89);
}

/* A sign that is seen, of ASCII. */
static gboolean
is_plain(guchar c)
{
	return c > ' ' && c < 0x7F;
}

static gboolean
is_word(const guchar *p, const guchar *end)
{
	return p < end && (is_plain(*p) || (p + 1 < end && is_cyrillic(p)));
}

OqRun
oq_run_of(const char *text, gsize n_bytes)
{
	const guchar *first = (const guchar *)text, *p = first, *end = first + n_bytes;
	OqRun run = {0, FALSE, FALSE};
	while (is_word(p, end)) {
		for (; p < end && is_plain(*p); p++) {
			run.has_letters |= g_ascii_isalpha(*p);
			run.has_digits |= g_ascii_isdigit(*p);
		}
		for (; p + 1 < end && is_cyrillic(p); p += 2)
			run.has_letters = TRUE;
		p += p < end && *p == ' ' && is_word(p + 1, end);
	}
	run.n_bytes = (gsize)(p - first);
	return run;
}
