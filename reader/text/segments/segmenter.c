/* segmenter.c - see the header. */
#include "text/segments/segmenter.h"

#include "text/characters/roles.h"
#include "text/segments/ends.h"
#include "text/segments/lines.h"

void
oq_segmenter_init(OqSegmenter *segmenter, const OqLexicon *lexicon, guint wrap_columns)
{
	*segmenter = (OqSegmenter){.lexicon = lexicon, .wrap_columns = wrap_columns};
}

void
oq_segmenter_set_cuts(OqSegmenter *segmenter, OqCuts cuts)
{
	segmenter->cuts = cuts;
}

static gboolean
is_behind_sign(const OqScan *scan, const char *p)
{
	return oq_scan_class(scan, g_utf8_prev_char(p)) == OQ_CHAR_OTHER;
}

/* No end in sight: behind the last comma of the second half, else at the last space, else behind
 * the last sign. */
static const char *
cut_long(const OqScan *scan, OqBreak *follows)
{
	const char *limit = scan->start + OQ_SEGMENTER_MAX_BYTES, *space = NULL, *sign = NULL;
	while ((*limit & 0xC0) == 0x80)
		limit--;
	for (const char *p = limit; p > scan->start; p = g_utf8_prev_char(p)) {
		gboolean second_half = p > scan->start + OQ_SEGMENTER_MAX_BYTES / 2;
		if (space != NULL && !second_half)
			break;
		if (sign == NULL && is_behind_sign(scan, p))
			sign = p;
		if (p == limit || !oq_scan_is_space(scan, p))
			continue;
		*follows = OQ_BREAK_CLAUSE;
		if (second_half &&
			oq_roles_have(g_utf8_get_char(g_utf8_prev_char(p)), OQ_ROLE_CLAUSE))
			return p;
		if (space == NULL)
			space = p;
	}
	*follows = OQ_BREAK_NONE;
	if (space != NULL)
		return space;
	return sign != NULL ? sign : limit;
}

static gboolean
is_interesting(guchar byte)
{
	switch (byte) {
	case '.':
	case '!':
	case '?':
	case '\n':
	case '\r':
	case '\f':
	case '\v':
	case 0xC2: /* U+0085 */
	case 0xE2: /* … and the line separators */
		return TRUE;
	default:
		return FALSE;
	}
}

static const char *
skip_dull(const char *p, const char *limit)
{
	while (p < limit && !is_interesting((guchar)*p))
		p++;
	return p;
}

/* Returns the end of the sentence, which may be too far, or NULL when more text is needed. */
static const char *
find_end(const OqScan *scan, guint *wrap_columns, OqBreak *follows)
{
	const char *limit = scan->end - scan->start < OQ_SEGMENTER_MAX_BYTES
				    ? scan->end
				    : scan->start + OQ_SEGMENTER_MAX_BYTES;
	for (const char *p = skip_dull(scan->start, limit); p < limit; p = skip_dull(p, limit)) {
		const char *mark = p, *after;
		OqVerdict verdict = OQ_VERDICT_GOES_ON;
		gboolean newline = oq_scan_class(scan, p) == OQ_CHAR_NEWLINE;
		*follows = OQ_BREAK_SENTENCE;
		if (newline)
			verdict = oq_lines_judge(scan, mark, wrap_columns, &after, follows);
		else if (oq_roles_have(g_utf8_get_char(p), OQ_ROLE_TERMINAL))
			verdict = oq_ends_judge(scan, mark, &after);
		else
			after = g_utf8_next_char(p);
		if (verdict == OQ_VERDICT_ENDS)
			return newline ? mark : after;
		if (verdict == OQ_VERDICT_UNKNOWN)
			return NULL;
		p = after;
	}
	*follows = OQ_BREAK_PARAGRAPH;
	return scan->final || scan->end - scan->start > OQ_SEGMENTER_MAX_BYTES ? scan->end : NULL;
}

static void
advance_column(OqSegmenter *segmenter, const char *start, const char *end)
{
	const char *p = end;
	while (p > start && p[-1] != '\n' && p[-1] != '\r')
		p--;
	/* a line that is surely too long for hard-wrapped text need not be counted */
	gsize n_bytes = end - p;
	guint n = n_bytes > 404 ? n_bytes / 4 : (guint)g_utf8_strlen(p, n_bytes);
	segmenter->column = p > start ? n : segmenter->column + n;
}

/* The same decisions however much of the text has come in: nothing far behind counts. */
static void
limit_view(OqScan *scan)
{
	if (scan->end - scan->start <= OQ_SEGMENTER_MAX_BYTES + OQ_SEGMENTER_LOOKAHEAD_BYTES)
		return;
	scan->end = scan->start + OQ_SEGMENTER_MAX_BYTES + OQ_SEGMENTER_LOOKAHEAD_BYTES;
	while ((*scan->end & 0xC0) == 0x80)
		scan->end--;
	scan->final = TRUE;
}

gboolean
oq_segmenter_next(OqSegmenter *segmenter, OqSlice text, gboolean final, OqSegment *segment)
{
	const OqLetters *letters = oq_lexicon_letters(segmenter->lexicon);
	OqScan scan = {segmenter->lexicon, letters, text.data, text.data + text.length, 0, final,
		segmenter->cuts.has != NULL ? &segmenter->cuts : NULL};
	while (scan.start < scan.end &&
		(oq_scan_is_space(&scan, scan.start) ||
			oq_scan_class(&scan, scan.start) == OQ_CHAR_NEWLINE))
		scan.start = g_utf8_next_char(scan.start);
	advance_column(segmenter, text.data, scan.start);
	*segment = (OqSegment){scan.start - text.data, scan.start - text.data,
		scan.start - text.data, OQ_BREAK_NONE};
	if (scan.start == scan.end)
		return segment->n_taken > 0;
	scan.column = segmenter->column;
	limit_view(&scan);

	guint wrap_columns = segmenter->wrap_columns;
	const char *end = find_end(&scan, &wrap_columns, &segment->follows);
	if (end == NULL) {
		segment->follows = OQ_BREAK_NONE;
		return segment->n_taken > 0;
	}
	segmenter->wrap_columns = wrap_columns;
	if (end - scan.start > OQ_SEGMENTER_MAX_BYTES)
		end = cut_long(&scan, &segment->follows);
	advance_column(segmenter, scan.start, end);
	segment->n_taken = end - text.data;
	while (end > scan.start && oq_scan_is_space(&scan, g_utf8_prev_char(end)))
		end = g_utf8_prev_char(end);
	segment->end = end - text.data;
	return TRUE;
}
