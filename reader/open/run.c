/* run.c - see the header. */
#include "open/run.h"

/* By its two bytes; what is none in the block of Cyrillic stands in the middle of a row. */
static gboolean
is_cyrillic(const guchar *p)
{
	return p[0] >= 0xD0 && p[0] <= 0xD3 && (p[1] & 0xC0) == 0x80 &&
	       (p[0] != 0xD2 || p[1] < 0x82 || p[1] > 0x89);
}

OqRun
oq_run_of(const char *text, gsize n_bytes)
{
	const guchar *first = (const guchar *)text, *p = first, *end = first + n_bytes;
	OqRun run = {0, FALSE, FALSE};
	for (; p<end && * p> ' ' && *p < 0x7F; p++) {
		run.has_letters |= g_ascii_isalpha(*p);
		run.has_digits |= g_ascii_isdigit(*p);
	}
	for (; p + 1 < end && is_cyrillic(p); p += 2)
		run.has_letters = TRUE;
	run.n_bytes = (gsize)(p - first);
	return run;
}
