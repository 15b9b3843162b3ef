/* lines.c - see the header. */
#include "text/segments/lines.h"

#include "text/characters/roles.h"
#include "text/segments/ends.h"
#include "text/segments/wrapping.h"

static guint
columns_before(const OqScan *scan, const char *p)
{
	guint n = 0;
	while (p > scan->start && p[-1] != '\n' && p[-1] != '\r') {
		p = g_utf8_prev_char(p);
		n++;
	}
	return p == scan->start ? n + scan->column : n;
}

/* "12", "1.2." */
static const char *
skip_number(const OqScan *scan, const char *p)
{
	const char *start = p;
	while (p < scan->end && (g_ascii_isdigit(*p) || (*p == '.' && p > start)))
		p++;
	return p;
}

/* "- алма", "• алма", "1) алма", "1.2. алма", "ә) алма": an item of a list. */
static gboolean
begins_item(const OqScan *scan, const char *p)
{
	const char *behind = skip_number(scan, p);
	if (behind == p) {
		behind = g_utf8_next_char(p);
		return oq_roles_have(g_utf8_get_char(p), OQ_ROLE_BULLET | OQ_ROLE_DASH) ||
		       (oq_scan_class(scan, p) == OQ_CHAR_LETTER && behind < scan->end &&
			       *behind == ')');
	}
	return behind[-1] == '.' || (behind < scan->end && *behind == ')');
}

/* A row of a table: its cells are parted by tabs. */
static gboolean
is_row(const OqScan *scan, const char *line_end)
{
	const char *tab = line_end;
	while (tab > scan->start && tab[-1] != '\t' && tab[-1] != '\n' && tab[-1] != '\r')
		tab--;
	if (tab == scan->start || tab[-1] != '\t')
		return FALSE;
	while (tab > scan->start && oq_scan_is_space(scan, g_utf8_prev_char(tab)))
		tab = g_utf8_prev_char(tab);
	return tab > scan->start && oq_scan_class(scan, g_utf8_prev_char(tab)) != OQ_CHAR_NEWLINE;
}

/* A line that was broken only because it was full. */
static OqVerdict
judge_full_line(const OqScan *scan, const char *line_end, OqBreak *follows)
{
	*follows = OQ_BREAK_SENTENCE;
	return oq_ends_judge_wrapped(scan, line_end);
}

static gboolean
line_wants_more(const OqScan *scan, const char *line_end)
{
	if (line_end == scan->start)
		return FALSE;
	return oq_roles_have(g_utf8_get_char(g_utf8_prev_char(line_end)), OQ_ROLE_UNFINISHED);
}

static OqVerdict
judge_next_line(const OqScan *scan, const OqLineBreak *at, const char *next, guint *wrap_columns,
	OqBreak *follows)
{
	const char *line_end = at->line_end;
	OqVerdict wrapped = oq_wrapping_judge(at, wrap_columns);
	/* whatever else is known: the width that is seen here counts for the lines to come */
	if (wrapped == OQ_VERDICT_UNKNOWN)
		return OQ_VERDICT_UNKNOWN;
	if (wrapped == OQ_VERDICT_GOES_ON)
		return judge_full_line(scan, line_end, follows);
	if (oq_ends_end_line(scan, line_end) || is_row(scan, line_end))
		return OQ_VERDICT_ENDS;
	gboolean small = oq_scan_class(scan, next) == OQ_CHAR_LETTER;
	const char *item_end = small ? g_utf8_next_char(next) : skip_number(scan, next);
	if (item_end == scan->end && !scan->final)
		return OQ_VERDICT_UNKNOWN; /* it may be the mark of an item */
	if (begins_item(scan, next))
		return OQ_VERDICT_ENDS;
	if (small || line_wants_more(scan, line_end))
		return OQ_VERDICT_GOES_ON;
	return wrapped;
}

/* A line of quoted mail that is empty but for its >. */
static gboolean
is_empty_quote(const OqScan *scan, const char *line_end)
{
	for (const char *p = scan->start; p < line_end; p++)
		if (*p != '>' && *p != ' ')
			return FALSE;
	return TRUE;
}

/* At a line break; *after is the first character of the next line. */
OqVerdict
oq_lines_judge(const OqScan *scan, const char *newline, guint *wrap_columns, const char **after,
	OqBreak *follows)
{
	const char *line_end = newline;
	while (line_end > scan->start && oq_scan_is_space(scan, g_utf8_prev_char(line_end)))
		line_end = g_utf8_prev_char(line_end);
	*follows = OQ_BREAK_PARAGRAPH;
	*after = g_utf8_next_char(newline);
	if (is_empty_quote(scan, line_end))
		return OQ_VERDICT_GOES_ON;
	*after = newline;
	if (*wrap_columns == 0 && oq_ends_end_line(scan, line_end))
		return OQ_VERDICT_ENDS;

	const char *p = newline, *quote = NULL;
	guint n_newlines = 0;
	for (; p < scan->end; p = g_utf8_next_char(p)) {
		OqCharClass class = oq_scan_class(scan, p);
		if (class != OQ_CHAR_SPACE && class != OQ_CHAR_NEWLINE && *p != '>')
			break;
		if (*p == '>' && quote == NULL)
			quote = p;
		n_newlines +=
			class == OQ_CHAR_NEWLINE && !(*p == '\n' && p > newline && p[-1] == '\r');
	}
	if (p == scan->end)
		return scan->final || n_newlines > 1 ? OQ_VERDICT_ENDS : OQ_VERDICT_UNKNOWN;
	if (n_newlines > 1)
		return OQ_VERDICT_ENDS;
	*after = p;
	OqLineBreak at = {line_end, quote != NULL ? quote : p, scan->end,
		columns_before(scan, line_end), scan->final};
	return judge_next_line(scan, &at, p, wrap_columns, follows);
}
