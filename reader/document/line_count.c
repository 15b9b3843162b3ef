/* line_count.c - see the header. */
#include "document/line_count.h"

/* So many that were passed are let go together. */
#define MAX_PASSED 1024

struct _OqLineCount {
	GArray *breaks; /* of guint64: where lines begin but for the first one, ascending */
	guint n_passed; /* of these */
	guint n_gone;   /* lines before these */
	guint64 fed;    /* up to here */
	char last;      /* byte before that */
};

OqLineCount *
oq_line_count_new(void)
{
	OqLineCount *lines = g_new0(OqLineCount, 1);
	lines->breaks = g_array_new(FALSE, FALSE, sizeof(guint64));
	return lines;
}

void
oq_line_count_free(OqLineCount *lines)
{
	if (lines == NULL)
		return;
	g_array_unref(lines->breaks);
	g_free(lines);
}

/* A break is LF, CR or both: what follows CR decides. */
void
oq_line_count_feed(OqLineCount *lines, guint64 start, const char *text, gsize n_bytes)
{
	gsize n_known = start < lines->fed ? lines->fed - start : 0;
	for (gsize i = n_known; i < n_bytes; i++) {
		guint64 begins = start + i;
		if (lines->last == '\r' && text[i] != '\n')
			g_array_append_val(lines->breaks, begins);
		begins++;
		if (text[i] == '\n')
			g_array_append_val(lines->breaks, begins);
		lines->last = text[i];
		lines->fed = begins;
	}
}

guint
oq_line_count_at(OqLineCount *lines, guint64 position)
{
	while (lines->n_passed < lines->breaks->len &&
		g_array_index(lines->breaks, guint64, lines->n_passed) <= position)
		lines->n_passed++;
	if (lines->n_passed >= MAX_PASSED) {
		g_array_remove_range(lines->breaks, 0, lines->n_passed);
		lines->n_gone += lines->n_passed;
		lines->n_passed = 0;
	}
	return lines->n_gone + lines->n_passed + 1;
}
