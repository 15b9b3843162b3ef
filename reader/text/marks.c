#include "text/marks.h"

#include <string.h>

/* What stands behind a mark that may end a sentence. */
typedef struct {
	const char *at; /* the first character that is not space, dash or opening bracket */
	gboolean space;
	gboolean dash;
	gboolean opened;
	gboolean newline;
	gboolean cut; /* the text ends before anything else */
} Ahead;

static Ahead
look_ahead(const OqScan *scan, const char *p)
{
	Ahead ahead = {0};
	for (; p < scan->end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (oq_scan_is_space(scan, p))
			ahead.space = TRUE;
		else if (oq_scan_is_dash(c))
			ahead.dash = TRUE;
		else if (oq_scan_is_opener(c))
			ahead.opened = TRUE;
		else
			break;
	}
	ahead.at = p;
	ahead.cut = p == scan->end;
	ahead.newline = oq_scan_class(scan, p) == OQ_CHAR_NEWLINE;
	return ahead;
}

/* No abbreviation is longer, and А.А.А.… must not be read again at each point. */
#define MAX_WORD_BYTES 64

/* The letters, digits and inner points that end at p. */
static OqSlice
word_before(const OqScan *scan, const char *p)
{
	const char *start = p;
	while (start > scan->start && p - start < MAX_WORD_BYTES) {
		const char *previous = g_utf8_prev_char(start);
		OqCharClass class = oq_scan_class(scan, previous);
		if (*previous != '.' && class != OQ_CHAR_LETTER && class != OQ_CHAR_UPPER &&
			class != OQ_CHAR_DIGIT)
			break;
		start = previous;
	}
	return (OqSlice){start, p - start};
}

/* "Н" of "Н. Назарбаев", "Ә" of "Н.Ә." */
static gboolean
is_initial(const OqScan *scan, OqSlice word)
{
	if (word.length == 0)
		return FALSE;
	const char *last = g_utf8_prev_char(word.data + word.length);
	return oq_scan_class(scan, last) == OQ_CHAR_UPPER && (last == word.data || last[-1] == '.');
}

static gboolean
is_number(OqSlice word)
{
	for (gsize i = 0; i < word.length; i++)
		if (!g_ascii_isdigit(word.data[i]))
			return FALSE;
	return word.length > 0;
}

static const OqAbbreviation *
find_abbreviation(const OqScan *scan, OqSlice word)
{
	if (word.length == 0 || word.length > 32)
		return NULL;
	const OqAbbreviation *found = oq_lexicon_abbreviation(scan->lexicon, word);
	if (found != NULL)
		return found;
	g_autoptr(GString) lower = g_string_sized_new(32);
	oq_letters_lower(scan->letters, word, lower);
	OqSlice key = {lower->str, lower->len};
	return oq_lexicon_abbreviation(scan->lexicon, key);
}

/* A point that belongs to the word before it rather than to the sentence. */
static gboolean
is_point_of_word(const OqScan *scan, const char *point, gboolean capital_follows)
{
	OqSlice word = word_before(scan, point);
	if (is_initial(scan, word))
		return TRUE;
	if (is_number(word) && word.data == scan->start)
		return TRUE;
	const OqAbbreviation *abbreviation = find_abbreviation(scan, word);
	return abbreviation != NULL && !(abbreviation->may_end && capital_follows);
}

/* жағдайы.XVIII: the space was forgotten, unless it is an address or an abbreviation */
static gboolean
is_space_forgotten(const OqScan *scan, const char *mark, gboolean point, const char *next)
{
	if (oq_scan_class(scan, next) != OQ_CHAR_UPPER)
		return FALSE;
	if (!point)
		return TRUE;
	OqSlice word = word_before(scan, mark);
	if (word.length < 4 || find_abbreviation(scan, word) != NULL)
		return FALSE;
	const char *last = g_utf8_prev_char(mark);
	return oq_scan_class(scan, last) == OQ_CHAR_LETTER && g_utf8_get_char(last) >= 0x400 &&
	       memchr(word.data, '.', word.length) == NULL;
}

static OqVerdict
judge_space(const OqScan *scan, const char *mark, gboolean point, const Ahead *ahead)
{
	OqCharClass class = oq_scan_class(scan, ahead->at);
	if (class == OQ_CHAR_LETTER)
		return OQ_VERDICT_GOES_ON;
	if (class == OQ_CHAR_OTHER && !ahead->opened && !ahead->cut &&
		strchr(",;:)", *ahead->at) != NULL)
		return OQ_VERDICT_GOES_ON;
	gboolean capital = class == OQ_CHAR_UPPER || ahead->dash || ahead->opened;
	if (point && !ahead->cut && is_point_of_word(scan, mark, capital))
		return OQ_VERDICT_GOES_ON;
	return OQ_VERDICT_ENDS;
}

/* At a mark; *after is where the sentence ends or the scan goes on. */
OqVerdict
oq_marks_judge(const OqScan *scan, const char *mark, const char **after)
{
	const char *p = mark;
	while (p < scan->end && oq_scan_is_terminal(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	gboolean point = *mark == '.' && p == mark + 1;
	const char *closed = p;
	while (p < scan->end && oq_scan_is_closer(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	*after = p;
	Ahead ahead = look_ahead(scan, p);
	if (ahead.cut && !scan->final)
		return OQ_VERDICT_UNKNOWN;
	if (ahead.newline && !ahead.dash && !ahead.opened) {
		*after = ahead.at;
		return OQ_VERDICT_GOES_ON; /* the line break decides */
	}
	if (ahead.space || ahead.dash || ahead.cut)
		return judge_space(scan, mark, point && p == closed, &ahead);
	return p == closed && !ahead.opened && is_space_forgotten(scan, mark, point, p)
		       ? OQ_VERDICT_ENDS
		       : OQ_VERDICT_GOES_ON;
}

/* Behind the line's last mark and its closing brackets. */
gboolean
oq_marks_end_line(const OqScan *scan, const char *line_end)
{
	const char *p = line_end;
	while (p > scan->start && oq_scan_is_closer(g_utf8_get_char(g_utf8_prev_char(p))))
		p = g_utf8_prev_char(p);
	if (p == scan->start || !oq_scan_is_terminal(g_utf8_get_char(g_utf8_prev_char(p))))
		return FALSE;
	const char *mark = g_utf8_prev_char(p);
	gboolean point = *mark == '.' && p == line_end &&
			 (mark == scan->start ||
				 !oq_scan_is_terminal(g_utf8_get_char(g_utf8_prev_char(mark))));
	return !point || !is_point_of_word(scan, mark, FALSE);
}
