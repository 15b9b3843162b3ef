/* ends.c - see the header. */
#include "text/segments/ends.h"

#include "text/characters/roles.h"
#include "text/segments/points.h"

#include <string.h>

/* A remark in brackets is no longer, and is not looked for any further. */
/* Hebrew, Arabic and what is beyond. */
#define FIRST_WITHOUT_CASE 0x0590

#define MAX_REMARK_BYTES 400

/* Only so much of a sentence is searched for its first word. */
#define MAX_WORDLESS_BYTES 32

/** A row of marks and the brackets that close behind it. */
typedef struct {
	const char *start;
	const char *closed; /* behind the marks */
	const char *end;    /* behind the brackets */
	gboolean point;     /* a single one */
	gboolean question;  /* nothing but ? and ! */
} Mark;

static Mark
read_mark(const OqScan *scan, const char *start)
{
	Mark mark = {.start = start, .question = TRUE};
	const char *p = start;
	for (; p < scan->end && oq_roles_have(g_utf8_get_char(p), OQ_ROLE_TERMINAL);
		p = g_utf8_next_char(p))
		mark.question = mark.question && (*p == '?' || *p == '!');
	mark.closed = p;
	mark.point = *start == '.' && p == start + 1;
	while (p < scan->end && oq_roles_have(g_utf8_get_char(p), OQ_ROLE_CLOSER))
		p = g_utf8_next_char(p);
	mark.end = p;
	return mark;
}

/* A sentence does not end before it has begun: …Сол кезде, (!). */
static gboolean
has_word(const OqScan *scan, const char *end)
{
	if (end - scan->start > MAX_WORDLESS_BYTES)
		return TRUE;
	for (const char *p = scan->start; p < end; p = g_utf8_next_char(p)) {
		OqCharClass class = oq_scan_class(scan, p);
		if (class == OQ_CHAR_LETTER || class == OQ_CHAR_UPPER || class == OQ_CHAR_DIGIT)
			return TRUE;
	}
	return FALSE;
}

/* The bracket that is open at p, or NULL. */
static const char *
find_open_bracket(const OqScan *scan, const char *p)
{
	const char *limit = p - scan->start > MAX_REMARK_BYTES ? p - MAX_REMARK_BYTES : scan->start;
	while (p > limit && p[-1] != ')' && p[-1] != '(')
		p--;
	return p > limit && p[-1] == '(' ? p - 1 : NULL;
}

/* A remark within a sentence may hold sentences of its own. */
static OqVerdict
judge_remark_end(const OqScan *scan, const char *p)
{
	const char *limit = scan->end - p > MAX_REMARK_BYTES ? p + MAX_REMARK_BYTES : scan->end;
	while (p < limit && *p != ')' && *p != '(')
		p++;
	if (p < limit)
		return *p == ')' ? OQ_VERDICT_GOES_ON : OQ_VERDICT_ENDS;
	return p == scan->end && !scan->final ? OQ_VERDICT_UNKNOWN : OQ_VERDICT_ENDS;
}

static OqVerdict
judge_in_bracket(const OqScan *scan, const Mark *mark, const OqAhead *ahead)
{
	const char *open = find_open_bracket(scan, mark->start);
	if (open == NULL || ahead->cut)
		return OQ_VERDICT_ENDS;
	gboolean closes = memchr(mark->closed, ')', mark->end - mark->closed) != NULL;
	if (has_word(scan, open))
		return closes ? OQ_VERDICT_GOES_ON : judge_remark_end(scan, mark->end);
	gboolean capital = oq_scan_class(scan, ahead->at) == OQ_CHAR_UPPER || ahead->opened;
	return closes || capital ? OQ_VERDICT_ENDS : OQ_VERDICT_GOES_ON;
}

/* "ә) алма" */
static gboolean
begins_item(const OqScan *scan, const char *p)
{
	const char *behind = g_utf8_next_char(p);
	return behind < scan->end && *behind == ')';
}

/* кім? не? ends twice, but not кім? деп сұрады, nor "кім?" деп, – Кім? – деп, Yahoo! компаниясы */
static OqVerdict
judge_small_letter(const OqScan *scan, const Mark *mark, const OqAhead *ahead)
{
	OqSentenceWord word;
	if (g_utf8_next_char(ahead->at) == scan->end && !scan->final)
		return OQ_VERDICT_UNKNOWN;
	if (begins_item(scan, ahead->at))
		return OQ_VERDICT_ENDS;
	if (!mark->question || mark->end > mark->closed || ahead->dash || ahead->opened ||
		mark->start == scan->start || (guchar)mark->start[-1] < 0x80)
		return OQ_VERDICT_GOES_ON;
	if (!oq_scan_word(scan, ahead->at, &word))
		return OQ_VERDICT_UNKNOWN;
	return word == OQ_SENTENCE_WORD_SAYS ? OQ_VERDICT_GOES_ON : OQ_VERDICT_ENDS;
}

/* "Кіріспе . . . . 5" */
static gboolean
is_leader(const OqScan *scan, const Mark *mark, const OqAhead *ahead)
{
	const char *p = mark->start;
	while (p > scan->start && oq_scan_is_space(scan, g_utf8_prev_char(p)))
		p = g_utf8_prev_char(p);
	return mark->point && !ahead->cut && p < mark->start && p > scan->start &&
	       (*ahead->at == '.' || p[-1] == '.');
}

/* Of an alphabet with capitals; in others any letter may begin a sentence. */
static gboolean
is_small(const OqScan *scan, const char *p)
{
	if (oq_scan_class(scan, p) != OQ_CHAR_LETTER)
		return FALSE;
	gunichar c = g_utf8_get_char(p);
	return c < FIRST_WITHOUT_CASE || g_unichar_toupper(c) != c;
}

static OqVerdict
judge_space(const OqScan *scan, const Mark *mark, const OqAhead *ahead)
{
	OqCharClass class = oq_scan_class(scan, ahead->at);
	if (!has_word(scan, mark->start) || is_leader(scan, mark, ahead))
		return ahead->cut ? OQ_VERDICT_ENDS : OQ_VERDICT_GOES_ON;
	OqVerdict verdict = judge_in_bracket(scan, mark, ahead);
	if (verdict != OQ_VERDICT_ENDS)
		return verdict;
	if (is_small(scan, ahead->at))
		return judge_small_letter(scan, mark, ahead);
	if (class == OQ_CHAR_OTHER && !ahead->opened && !ahead->cut &&
		oq_roles_have(g_utf8_get_char(ahead->at), OQ_ROLE_CLAUSE))
		return OQ_VERDICT_GOES_ON;
	if (mark->point && mark->end == mark->closed)
		return oq_points_judge(scan, mark->start, ahead);
	return OQ_VERDICT_ENDS;
}

/* жағдайы.XVIII: the space was forgotten, unless it is an address or an abbreviation */
static gboolean
is_space_forgotten(const OqScan *scan, const Mark *mark, const OqAhead *ahead)
{
	OqCharClass class = oq_scan_class(scan, ahead->at);
	if (mark->end != mark->closed && (mark->end[-1] == '"' || mark->end[-1] == '\''))
		return FALSE; /* it may as well be an opening one */
	if (class == OQ_CHAR_DIGIT)
		return mark->point && mark->end == mark->closed && !ahead->opened &&
		       oq_points_ends_word(scan, mark->start);
	return class == OQ_CHAR_UPPER && has_word(scan, mark->start) &&
	       (!mark->point || oq_points_ends_word(scan, mark->start));
}

static OqVerdict
judge(const OqScan *scan, const Mark *mark, const OqAhead *ahead)
{
	if (ahead->cut && !scan->final)
		return OQ_VERDICT_UNKNOWN;
	/* -15…-20 */
	gboolean range =
		ahead->dash && !ahead->space && oq_scan_class(scan, ahead->at) == OQ_CHAR_DIGIT;
	if (!range && (ahead->space || ahead->dash || ahead->cut))
		return judge_space(scan, mark, ahead);
	return is_space_forgotten(scan, mark, ahead) ? OQ_VERDICT_ENDS : OQ_VERDICT_GOES_ON;
}

/* At a mark; *after is where the sentence ends or the scan goes on. */
OqVerdict
oq_ends_judge(const OqScan *scan, const char *start, const char **after)
{
	Mark mark = read_mark(scan, start);
	OqAhead ahead = oq_scan_ahead(scan, mark.end, FALSE);
	*after = mark.end;
	if (ahead.newline && !ahead.dash && !ahead.opened) {
		*after = ahead.at;
		return OQ_VERDICT_GOES_ON; /* the line break decides */
	}
	return judge(scan, &mark, &ahead);
}

/* Where the marks begin that end a line, or NULL. */
static const char *
find_last_mark(const OqScan *scan, const char *line_end)
{
	const char *p = line_end, *start = NULL;
	while (p > scan->start &&
		oq_roles_have(g_utf8_get_char(g_utf8_prev_char(p)), OQ_ROLE_CLOSER))
		p = g_utf8_prev_char(p);
	while (p > scan->start &&
		oq_roles_have(g_utf8_get_char(g_utf8_prev_char(p)), OQ_ROLE_TERMINAL))
		start = p = g_utf8_prev_char(p);
	return start;
}

gboolean
oq_ends_end_line(const OqScan *scan, const char *line_end)
{
	const char *start = find_last_mark(scan, line_end);
	if (start == NULL)
		return FALSE;
	Mark mark = read_mark(scan, start);
	return !mark.point || mark.closed != line_end || !oq_points_is_of_word(scan, start);
}

OqVerdict
oq_ends_judge_wrapped(const OqScan *scan, const char *line_end)
{
	const char *start = find_last_mark(scan, line_end);
	if (start == NULL)
		return OQ_VERDICT_GOES_ON;
	Mark mark = read_mark(scan, start);
	OqAhead ahead = oq_scan_ahead(scan, mark.end, TRUE);
	return judge(scan, &mark, &ahead);
}
