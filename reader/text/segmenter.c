#include "text/segmenter.h"

#include "text/lines.h"

#include <string.h>

/* A sentence under way. */
typedef struct {
	OqSegmenter *segmenter;
	const OqLetters *letters;
	const char *start;
	const char *end; /* of the text */
	gboolean final;
} Scan;

/* What stands behind a mark that may end a sentence. */
typedef struct {
	const char *at; /* the first character that is not space, dash or opening bracket */
	gboolean space;
	gboolean dash;
	gboolean opened;
	gboolean newline;
	gboolean cut; /* the text ends before anything else */
} Ahead;

void
oq_segmenter_init(OqSegmenter *segmenter, const OqLexicon *lexicon)
{
	*segmenter = (OqSegmenter){.lexicon = lexicon};
}

static OqCharClass
class_at(const Scan *scan, const char *p)
{
	return p < scan->end ? oq_letters_class(scan->letters, g_utf8_get_char(p)) : OQ_CHAR_OTHER;
}

static gboolean
is_terminal(gunichar c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 /* … */;
}

static gboolean
is_closer(gunichar c)
{
	return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0xBB /* » */ ||
	       c == 0x201D /* ” */ || c == 0x2019 /* ’ */ || c == 0x201C /* “ closes „ */;
}

static gboolean
is_opener(gunichar c)
{
	return c == '(' || c == '[' || c == '"' || c == '\'' || c == 0xAB /* « */ ||
	       c == 0x201C /* “ */ || c == 0x201E /* „ */ || c == 0x2018 /* ‘ */;
}

static gboolean
is_dash(gunichar c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

static gboolean
is_space(const Scan *scan, const char *p)
{
	return class_at(scan, p) == OQ_CHAR_SPACE;
}

static Ahead
look_ahead(const Scan *scan, const char *p)
{
	Ahead ahead = {0};
	for (; p < scan->end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (is_space(scan, p))
			ahead.space = TRUE;
		else if (is_dash(c))
			ahead.dash = TRUE;
		else if (is_opener(c))
			ahead.opened = TRUE;
		else
			break;
	}
	ahead.at = p;
	ahead.cut = p == scan->end;
	ahead.newline = class_at(scan, p) == OQ_CHAR_NEWLINE;
	return ahead;
}

/* The letters, digits and inner points that end at p. */
static OqSlice
word_before(const Scan *scan, const char *p)
{
	const char *start = p;
	while (start > scan->start) {
		const char *previous = g_utf8_prev_char(start);
		OqCharClass class = class_at(scan, previous);
		if (*previous != '.' && class != OQ_CHAR_LETTER && class != OQ_CHAR_UPPER &&
			class != OQ_CHAR_DIGIT)
			break;
		start = previous;
	}
	return (OqSlice){start, p - start};
}

/* "Н" of "Н. Назарбаев", "Ә" of "Н.Ә." */
static gboolean
is_initial(const Scan *scan, OqSlice word)
{
	if (word.length == 0)
		return FALSE;
	const char *last = g_utf8_prev_char(word.data + word.length);
	return class_at(scan, last) == OQ_CHAR_UPPER && (last == word.data || last[-1] == '.');
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
find_abbreviation(const Scan *scan, OqSlice word)
{
	if (word.length == 0 || word.length > 32)
		return NULL;
	const OqAbbreviation *found = oq_lexicon_abbreviation(scan->segmenter->lexicon, word);
	if (found != NULL)
		return found;
	g_autoptr(GString) lower = g_string_sized_new(32);
	oq_letters_lower(word, lower);
	OqSlice key = {lower->str, lower->len};
	return oq_lexicon_abbreviation(scan->segmenter->lexicon, key);
}

/* A point that belongs to the word before it rather than to the sentence. */
static gboolean
is_point_of_word(const Scan *scan, const char *point, gboolean capital_follows)
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
is_space_forgotten(const Scan *scan, const char *mark, gboolean point, const char *next)
{
	if (class_at(scan, next) != OQ_CHAR_UPPER)
		return FALSE;
	if (!point)
		return TRUE;
	OqSlice word = word_before(scan, mark);
	if (word.length < 4 || find_abbreviation(scan, word) != NULL)
		return FALSE;
	const char *last = g_utf8_prev_char(mark);
	return class_at(scan, last) == OQ_CHAR_LETTER && g_utf8_get_char(last) >= 0x400 &&
	       memchr(word.data, '.', word.length) == NULL;
}

static OqVerdict
judge_space(const Scan *scan, const char *mark, gboolean point, const Ahead *ahead)
{
	OqCharClass class = class_at(scan, ahead->at);
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
static OqVerdict
judge_mark(const Scan *scan, const char *mark, const char **after)
{
	const char *p = mark;
	while (p < scan->end && is_terminal(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	gboolean point = *mark == '.' && p == mark + 1;
	const char *closed = p;
	while (p < scan->end && is_closer(g_utf8_get_char(p)))
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
static gboolean
line_is_ended(const Scan *scan, const char *line_end)
{
	const char *p = line_end;
	while (p > scan->start && is_closer(g_utf8_get_char(g_utf8_prev_char(p))))
		p = g_utf8_prev_char(p);
	if (p == scan->start || !is_terminal(g_utf8_get_char(g_utf8_prev_char(p))))
		return FALSE;
	const char *mark = g_utf8_prev_char(p);
	gboolean point =
		*mark == '.' && p == line_end &&
		(mark == scan->start || !is_terminal(g_utf8_get_char(g_utf8_prev_char(mark))));
	return !point || !is_point_of_word(scan, mark, FALSE);
}

static guint
columns_before(const Scan *scan, const char *p)
{
	guint n = 0;
	while (p > scan->start && p[-1] != '\n' && p[-1] != '\r') {
		p = g_utf8_prev_char(p);
		n++;
	}
	return p == scan->start ? n + scan->segmenter->column : n;
}

/* "- алма", "• алма", "1) алма": an item of a list. */
static gboolean
begins_item(const Scan *scan, const char *p)
{
	if (class_at(scan, p) == OQ_CHAR_DIGIT) {
		while (p < scan->end && g_ascii_isdigit(*p))
			p++;
		return p < scan->end && (*p == ')' || *p == '.');
	}
	gunichar c = g_utf8_get_char(p);
	return is_dash(c) || c == '*' || c == 0x2022 /* bullet */ || c == 0x00B7 /* middle dot */;
}

static gboolean
line_wants_more(const Scan *scan, const char *line_end)
{
	if (line_end == scan->start)
		return FALSE;
	gunichar c = g_utf8_get_char(g_utf8_prev_char(line_end));
	return c == ',' || c == '(' || c == 0xAB /* « */ || (is_dash(c) && c != '-');
}

static OqVerdict
judge_next_line(const Scan *scan, const char *line_end, const char *next, OqBreak *follows)
{
	OqLineBreak at = {line_end, next, scan->end, columns_before(scan, line_end), scan->final};
	OqVerdict wrapped = oq_lines_is_wrapped(&at, &scan->segmenter->wrap_columns);
	if (line_is_ended(scan, line_end)) {
		*follows = wrapped == OQ_VERDICT_GOES_ON ? OQ_BREAK_SENTENCE : OQ_BREAK_PARAGRAPH;
		return wrapped == OQ_VERDICT_UNKNOWN ? OQ_VERDICT_UNKNOWN : OQ_VERDICT_ENDS;
	}
	if (wrapped == OQ_VERDICT_ENDS && begins_item(scan, next))
		return OQ_VERDICT_ENDS;
	if (class_at(scan, next) == OQ_CHAR_LETTER || line_wants_more(scan, line_end))
		return OQ_VERDICT_GOES_ON;
	return wrapped;
}

/* At a line break; *after is the first character of the next line. */
static OqVerdict
judge_newline(const Scan *scan, const char *newline, const char **after, OqBreak *follows)
{
	const char *line_end = newline;
	while (line_end > scan->start && is_space(scan, g_utf8_prev_char(line_end)))
		line_end = g_utf8_prev_char(line_end);
	*follows = OQ_BREAK_PARAGRAPH;
	*after = newline;
	if (scan->segmenter->wrap_columns == 0 && line_is_ended(scan, line_end))
		return OQ_VERDICT_ENDS;

	const char *p = newline;
	guint n_newlines = 0;
	for (; p < scan->end; p = g_utf8_next_char(p)) {
		OqCharClass class = class_at(scan, p);
		if (class != OQ_CHAR_SPACE && class != OQ_CHAR_NEWLINE)
			break;
		n_newlines +=
			class == OQ_CHAR_NEWLINE && !(*p == '\n' && p > newline && p[-1] == '\r');
	}
	if (p == scan->end)
		return scan->final || n_newlines > 1 ? OQ_VERDICT_ENDS : OQ_VERDICT_UNKNOWN;
	if (n_newlines > 1)
		return OQ_VERDICT_ENDS;
	*after = p;
	return judge_next_line(scan, line_end, p, follows);
}

/* No end in sight: behind the last comma of the second half, else behind its last space. */
static const char *
cut_long(const Scan *scan, OqBreak *follows)
{
	const char *limit = scan->start + OQ_SEGMENTER_MAX_BYTES, *space = NULL;
	while ((*limit & 0xC0) == 0x80)
		limit--;
	for (const char *p = limit; p > scan->start + OQ_SEGMENTER_MAX_BYTES / 2;) {
		p = g_utf8_prev_char(p);
		if (!is_space(scan, p))
			continue;
		*follows = OQ_BREAK_CLAUSE;
		if (strchr(",;:)", p[-1]) != NULL)
			return p;
		if (space == NULL)
			space = p;
	}
	*follows = OQ_BREAK_NONE;
	return space != NULL ? space : limit;
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

/* Returns the end of the sentence, or NULL when more text is needed. */
static const char *
find_end(const Scan *scan, OqBreak *follows)
{
	for (const char *p = scan->start; p < scan->end;) {
		if (p - scan->start >= OQ_SEGMENTER_MAX_BYTES)
			return cut_long(scan, follows);
		if (!is_interesting(*p)) {
			p++;
			continue;
		}
		const char *mark = p, *after;
		OqVerdict verdict = OQ_VERDICT_GOES_ON;
		gboolean newline = class_at(scan, p) == OQ_CHAR_NEWLINE;
		*follows = OQ_BREAK_SENTENCE;
		if (newline)
			verdict = judge_newline(scan, mark, &after, follows);
		else if (is_terminal(g_utf8_get_char(p)))
			verdict = judge_mark(scan, mark, &after);
		else
			after = g_utf8_next_char(p);
		if (verdict == OQ_VERDICT_ENDS)
			return newline ? mark : after;
		if (verdict == OQ_VERDICT_UNKNOWN)
			return NULL;
		p = after;
	}
	*follows = OQ_BREAK_PARAGRAPH;
	return scan->final ? scan->end : NULL;
}

static void
advance_column(OqSegmenter *segmenter, const char *start, const char *end)
{
	const char *p = end;
	while (p > start && p[-1] != '\n' && p[-1] != '\r')
		p--;
	glong n = g_utf8_strlen(p, end - p);
	segmenter->column = p > start ? (guint)n : segmenter->column + (guint)n;
}

/* The same decisions however much of the text has come in: nothing far behind counts. */
static void
limit_view(Scan *scan)
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
	Scan scan = {segmenter, letters, text.data, text.data + text.length, final};
	while (scan.start < scan.end &&
		(is_space(&scan, scan.start) || class_at(&scan, scan.start) == OQ_CHAR_NEWLINE))
		scan.start = g_utf8_next_char(scan.start);
	advance_column(segmenter, text.data, scan.start);
	*segment = (OqSegment){scan.start - text.data, scan.start - text.data,
		scan.start - text.data, OQ_BREAK_NONE};
	if (scan.start == scan.end)
		return segment->n_taken > 0;
	limit_view(&scan);

	const char *end = find_end(&scan, &segment->follows);
	if (end == NULL)
		return segment->n_taken > 0;
	advance_column(segmenter, scan.start, end);
	segment->n_taken = end - text.data;
	while (end > scan.start && is_space(&scan, g_utf8_prev_char(end)))
		end = g_utf8_prev_char(end);
	segment->end = end - text.data;
	return TRUE;
}
