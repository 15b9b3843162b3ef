/* wrapping.c - see the header. */
#include "text/segments/wrapping.h"

#include "text/characters/roles.h"

#include <string.h>

#define MIN_COLUMNS 40
#define MAX_COLUMNS 100
#define MAX_LINES   4 /* looked at ahead */

/* A line that follows the break. */
typedef struct {
	const char *end;
	guint n_columns;
	guint first_word_columns;
	gboolean whole; /* its end is in the text */
} Line;

static gboolean
is_newline(char c)
{
	return c == '\n' || c == '\r';
}

/* The > of a line of mail that was quoted, and the spaces around it. */
static const char *
skip_quote(const char *p, const char *text_end)
{
	const char *start = p;
	while (p < text_end && (*p == '>' || *p == ' '))
		p++;
	return memchr(start, '>', p - start) != NULL ? p : start;
}

static const char *
read_line(const char *p, const char *text_end, Line *line)
{
	gboolean in_first_word = TRUE;
	const char *text = skip_quote(p, text_end);
	*line = (Line){.n_columns = text - p};
	if (text > p && text < text_end && is_newline(*text))
		line->n_columns = 0; /* as good as empty */
	p = text;
	while (p < text_end && !is_newline(*p) && line->n_columns <= MAX_COLUMNS) {
		in_first_word = in_first_word && *p != ' ';
		line->first_word_columns += in_first_word;
		line->n_columns++;
		p = g_utf8_next_char(p);
	}
	line->end = p;
	line->whole = p < text_end && is_newline(*p);
	if (p + 1 < text_end && p[0] == '\r' && p[1] == '\n')
		p++;
	return p < text_end ? p + 1 : p;
}

static gboolean
ends_sentence(const char *end)
{
	return oq_roles_have(g_utf8_get_char(g_utf8_prev_char(end)), OQ_ROLE_SHORT);
}

/* The lines of the block from the break on: how many were full, at a common width. */
typedef struct {
	guint n_columns[MAX_LINES + 1]; /* [0]: the line before the break */
	guint needed[MAX_LINES + 1];    /* columns with the first word of the line behind it */
	gboolean may_be_short[MAX_LINES + 1];
	guint n_breaks;
	gboolean unknown;
} Block;

static void
read_block(const OqLineBreak *at, Block *block)
{
	const char *p = at->next;
	*block = (Block){.n_columns = {at->n_columns}};
	for (guint i = 0; i < MAX_LINES; i++) {
		Line line;
		const char *after = read_line(p, at->text_end, &line);
		if (!line.whole && !at->final && line.n_columns <= MAX_COLUMNS) {
			block->unknown = TRUE;
			return;
		}
		if (line.n_columns == 0)
			return;
		block->needed[i] = block->n_columns[i] + 1 + line.first_word_columns;
		block->n_columns[i + 1] = line.n_columns;
		block->may_be_short[i + 1] = ends_sentence(line.end);
		block->n_breaks++;
		p = after;
		if (!line.whole)
			return;
	}
}

OqVerdict
oq_wrapping_judge(const OqLineBreak *at, guint *wrap_columns)
{
	if (at->n_columns < MIN_COLUMNS || at->n_columns > MAX_COLUMNS)
		return OQ_VERDICT_ENDS;
	Block block;
	read_block(at, &block);
	if (block.unknown)
		return OQ_VERDICT_UNKNOWN;
	guint width = *wrap_columns;
	for (guint i = 0; i <= block.n_breaks; i++)
		width = MAX(width, block.n_columns[i]);
	if (width > MAX_COLUMNS || block.needed[0] <= width)
		return OQ_VERDICT_ENDS;
	/* only a break in mid-sentence shows that lines are wrapped, not sentences listed */
	guint n_full = 0;
	for (guint i = 0; i < block.n_breaks; i++) {
		if (block.needed[i] <= width && !block.may_be_short[i])
			return OQ_VERDICT_ENDS;
		n_full += block.needed[i] > width && !block.may_be_short[i];
	}
	if (n_full < 2 && *wrap_columns == 0)
		return OQ_VERDICT_ENDS;
	*wrap_columns = width;
	return OQ_VERDICT_GOES_ON;
}
