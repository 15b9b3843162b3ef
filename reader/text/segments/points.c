/* points.c - see the header. */
#include "text/segments/points.h"

#include "text/characters/roles.h"

#include <string.h>

/* No abbreviation is longer, and А.А.А.… must not be read again at each point. */
#define MAX_WORD_BYTES     64
#define MAX_SPACED_LETTERS 4
#define MAX_CUT_BYTES      24 /* most sentences end in a longer word, which is not looked up */

/** What the word before a point says of it. */
typedef enum {
	WORD_WHOLE,
	WORD_ITEM,   /* the number of an item: the point is never the sentence's */
	WORD_INLINE, /* the same in running text, "етеді: 1. Қоса" */
	WORD_NAME,   /* an initial, or cut short before what it belongs to */
	WORD_LAST,   /* cut short, and may be the last word: т.б., млн., км. */
} WordKind;

static gboolean
is_letter(OqCharClass class)
{
	return class == OQ_CHAR_LETTER || class == OQ_CHAR_UPPER;
}

/* Where the letters, digits and inner points begin that end at p. */
static const char *
word_start(const OqScan *scan, const char *p, const char *limit)
{
	while (p > limit) {
		const char *previous = g_utf8_prev_char(p);
		OqCharClass class = oq_scan_class(scan, previous);
		if (*previous != '.' && !is_letter(class) && class != OQ_CHAR_DIGIT)
			break;
		p = previous;
	}
	return p;
}

static const char *
skip_spaces_back(const OqScan *scan, const char *p)
{
	while (p > scan->start && oq_scan_is_space(scan, g_utf8_prev_char(p)))
		p = g_utf8_prev_char(p);
	return p;
}

/* "т. б": one letter, and before it a space and the point of another one. */
static const char *
spaced_start(const OqScan *scan, const char *start, const char *end, guint n_more)
{
	const char *before = skip_spaces_back(scan, start);
	if (before == start || before == scan->start || before[-1] != '.' ||
		g_utf8_next_char(start) != end || oq_scan_class(scan, start) != OQ_CHAR_LETTER)
		return start;
	const char *letter = before - 1;
	if (letter == scan->start)
		return start;
	letter = g_utf8_prev_char(letter);
	/* Б. з. б. begins the sentence */
	gboolean first = letter == scan->start && oq_scan_class(scan, letter) == OQ_CHAR_UPPER;
	if ((oq_scan_class(scan, letter) != OQ_CHAR_LETTER && !first) ||
		(letter > scan->start && is_letter(oq_scan_class(scan, g_utf8_prev_char(letter)))))
		return start;
	return n_more > 0 ? spaced_start(scan, letter, before - 1, n_more - 1) : letter;
}

/* The word in lower case, without spaces. */
static OqSlice
read_key(const OqScan *scan, const char *start, const char *end, GString *key)
{
	char word[2 * MAX_WORD_BYTES];
	gsize n = 0;
	for (const char *p = start; p < end; p = g_utf8_next_char(p)) {
		gsize n_bytes = g_utf8_next_char(p) - p;
		if (oq_scan_is_space(scan, p) || n + n_bytes > sizeof word)
			continue;
		memcpy(word + n, p, n_bytes);
		n += n_bytes;
	}
	oq_letters_lower(scan->letters, (OqSlice){word, n}, key);
	return (OqSlice){key->str, key->len};
}

/* "12", "1.2", "II", "iv": up to three digits in a group, or Roman. */
static gboolean
is_item(const OqScan *scan, OqSlice word)
{
	guint n_digits = 0;
	gboolean roman = TRUE, small = word.length > 1;
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		gboolean digit = oq_scan_class(scan, p) == OQ_CHAR_DIGIT;
		n_digits = digit ? n_digits + 1 : 0;
		char letter = oq_roles_roman(c);
		roman = roman && (letter == 'I' || letter == 'V' || letter == 'X');
		small = small && (c == 'i' || c == 'v' || c == 'x');
		if (n_digits > 3 || (!digit && c != '.' && !roman && !small))
			return FALSE;
	}
	return word.length > 0 && (roman || small || g_ascii_isdigit(word.data[0]));
}

/* The Қ of Қ-Ж. */
static gboolean
is_first_of_two(const OqScan *scan, const char *hyphen)
{
	if (hyphen == scan->start)
		return FALSE;
	const char *letter = g_utf8_prev_char(hyphen);
	return oq_scan_class(scan, letter) == OQ_CHAR_UPPER &&
	       (letter == scan->start || oq_scan_is_space(scan, g_utf8_prev_char(letter)));
}

/* "°С", "10-А": no initial after all. */
static gboolean
is_stuck(const OqScan *scan, const char *start)
{
	if (start == scan->start)
		return FALSE;
	const char *previous = g_utf8_prev_char(start);
	return g_utf8_get_char(previous) == 0xB0 /* ° */ ||
	       (*previous == '-' && previous > scan->start && previous[-1] != '.' &&
		       !is_first_of_two(scan, previous));
}

/* "Н" of "Н. Назарбаев", "Ә" of "Н.Ә.", "Дж" of "Дж. Байрон" */
static gboolean
is_initial(const OqScan *scan, OqSlice word)
{
	const char *end = word.data + word.length, *last = g_utf8_prev_char(end);
	if (oq_scan_class(scan, last) == OQ_CHAR_UPPER)
		return last == word.data || last[-1] == '.';
	const char *first = last > word.data ? g_utf8_prev_char(last) : last;
	return oq_scan_class(scan, last) == OQ_CHAR_LETTER &&
	       oq_scan_class(scan, first) == OQ_CHAR_UPPER &&
	       (first == word.data || first[-1] == '.') &&
	       !oq_letters_has_vowel(scan->letters, (OqSlice){first, end - first});
}

/* т.ғ.д, б.з: points within, and not two letters at its end */
static gboolean
is_pointed(const OqScan *scan, OqSlice word)
{
	const char *last = g_utf8_prev_char(word.data + word.length);
	return word.length > 2 && last > word.data && last[-1] == '.' &&
	       oq_scan_class(scan, last) == OQ_CHAR_LETTER;
}

/* "5 т", "50 мың т" */
static gboolean
is_behind_number(const OqScan *scan, const char *start)
{
	const char *before = skip_spaces_back(scan, start), *word = before;
	if (before == scan->start)
		return FALSE;
	if (g_ascii_isdigit(before[-1]))
		return TRUE;
	while (word > scan->start && before - word < MAX_WORD_BYTES &&
		oq_scan_class(scan, g_utf8_prev_char(word)) == OQ_CHAR_LETTER)
		word = g_utf8_prev_char(word);
	return oq_lexicon_numeral(scan->lexicon, (OqSlice){word, before - word}) != NULL;
}

/* Where the letters begin that end there, but for spaces. */
static const char *
last_word(const OqScan *scan, const char *end)
{
	const char *word = skip_spaces_back(scan, end), *limit = word;
	while (word > scan->start && limit - word < MAX_WORD_BYTES &&
		is_letter(oq_scan_class(scan, g_utf8_prev_char(word))))
		word = g_utf8_prev_char(word);
	return word;
}

/* Абай, «Самал», Абай ат.; also Төле би, if a second word may stand between. */
static gboolean
is_behind_name(const OqScan *scan, const char *start, gboolean second)
{
	const char *before = skip_spaces_back(scan, start);
	if (before == scan->start || before == start)
		return FALSE;
	if (before[-1] == '.' ||
		oq_roles_have(g_utf8_get_char(g_utf8_prev_char(before)), OQ_ROLE_CLOSER))
		return TRUE;
	const char *word = last_word(scan, before);
	return oq_scan_class(scan, word) == OQ_CHAR_UPPER ||
	       (second && word < before &&
		       oq_scan_class(scan, last_word(scan, word)) == OQ_CHAR_UPPER);
}

/* 5, №5 */
static gboolean
begins_number(const OqScan *scan, const char *p)
{
	return p < scan->end && (oq_scan_class(scan, p) == OQ_CHAR_DIGIT ||
					oq_roles_have(g_utf8_get_char(p), OQ_ROLE_NUMERO));
}

/* "1904 ж. қайт" */
static gboolean
is_behind_point(const OqScan *scan, const char *start)
{
	const char *before = skip_spaces_back(scan, start);
	return before > scan->start && before[-1] == '.';
}

/* "3-т" */
static gboolean
is_behind_hyphen(const OqScan *scan, const char *start)
{
	return start - scan->start > 1 && start[-1] == '-' && g_ascii_isdigit(start[-2]);
}

/* Letters that are a word as well are an abbreviation in their place alone: Абай ат., but not жақсы
 * ат. */
static gboolean
is_in_place(const OqScan *scan, const OqAbbreviation *row, const char *start, const OqAhead *ahead)
{
	switch (row->place) {
	case OQ_ABBREVIATION_BEHIND_NUMBER:
		return !row->is_word_too || is_behind_number(scan, start);
	case OQ_ABBREVIATION_BEHIND_ORDINAL:
	case OQ_ABBREVIATION_OF_LAW:
	case OQ_ABBREVIATION_OF_ARTICLE:
		return is_behind_hyphen(scan, start);
	case OQ_ABBREVIATION_BEHIND_NAME:
		return !row->is_word_too || is_behind_name(scan, start, row->before_noun == NULL);
	case OQ_ABBREVIATION_BEFORE_NUMBER:
		return !row->is_word_too || (ahead != NULL && begins_number(scan, ahead->at));
	case OQ_ABBREVIATION_BEHIND_YEAR:
		return is_behind_point(scan, start);
	case OQ_ABBREVIATION_OF_SCHOOL:
		return FALSE;
	default:
		return TRUE;
	}
}

static const OqAbbreviation *
find_abbreviation(const OqScan *scan, OqSlice key, const char *start, const OqAhead *ahead)
{
	const OqAbbreviation *row = oq_lexicon_abbreviation(scan->lexicon, key);
	while (row != NULL && !is_in_place(scan, row, start, ahead))
		row = row->next;
	return row;
}

static WordKind
kind_of_letters(const OqScan *scan, OqSlice word, OqSlice key, const OqAhead *ahead)
{
	if (is_initial(scan, word))
		return is_stuck(scan, word.data) ? WORD_WHOLE : WORD_NAME;
	gboolean behind_number = is_behind_number(scan, word.data);
	if (scan->cuts != NULL && scan->cuts->has(scan->cuts->words, key))
		return WORD_NAME;
	const OqAbbreviation *abbreviation = find_abbreviation(scan, key, word.data, ahead);
	/* Қаз. КСР, but қаз. as a word may end a sentence */
	gboolean named = abbreviation != NULL && abbreviation->is_word_too &&
			 oq_scan_class(scan, word.data) == OQ_CHAR_UPPER;
	if (abbreviation != NULL)
		return abbreviation->may_end && !named ? WORD_LAST : WORD_NAME;
	if (behind_number && oq_scan_is_short_unit(scan, key))
		return WORD_LAST;
	if (oq_lexicon_year_abbreviation(scan->lexicon, key) != NULL ||
		oq_scan_is_short_day(scan, key, behind_number) ||
		oq_lexicon_sentence_word(scan->lexicon, key, FALSE) == OQ_SENTENCE_WORD_CUT)
		return WORD_NAME;
	gboolean single = g_utf8_next_char(word.data) == word.data + word.length &&
			  oq_scan_class(scan, word.data) == OQ_CHAR_LETTER;
	if (is_pointed(scan, word) || (single && !behind_number))
		return WORD_NAME;
	return WORD_WHOLE;
}

/* "етеді: 1", "(бар) 2": a number, a space, and a colon, semicolon or bracket before it */
static gboolean
is_inline_item(const OqScan *scan, OqSlice word)
{
	const char *before = skip_spaces_back(scan, word.data);
	return before < word.data && before > scan->start &&
	       (before[-1] == ':' || before[-1] == ';' || before[-1] == ')') &&
	       g_ascii_isdigit(word.data[0]);
}

/* @ahead: NULL: nothing follows in the line
 * @start: (out): where the word begins, if there is one */
static WordKind
read_word(const OqScan *scan, const char *point, const OqAhead *ahead, const char **start)
{
	const char *limit =
		point - scan->start > MAX_WORD_BYTES ? point - MAX_WORD_BYTES : scan->start;
	while ((*limit & 0xC0) == 0x80)
		limit++;
	*start = word_start(scan, point, limit);
	OqSlice word = {*start, point - *start};
	if (word.length == 0)
		return WORD_WHOLE;
	if (is_item(scan, word)) {
		if (oq_scan_begins(scan, *start))
			return WORD_ITEM;
		if (is_inline_item(scan, word))
			return WORD_INLINE;
	}
	if (word.length > MAX_CUT_BYTES)
		return WORD_WHOLE;
	*start = spaced_start(scan, *start, point, MAX_SPACED_LETTERS);
	g_autoptr(GString) lower = g_string_sized_new(MAX_WORD_BYTES);
	return kind_of_letters(scan, (OqSlice){*start, point - *start},
		read_key(scan, *start, point, lower), ahead);
}

/* Four digits: a year, with which a sentence likes to begin. */
static gboolean
begins_year(const OqScan *scan, const char *p)
{
	guint n = 0;
	while (n < 5 && p + n < scan->end && g_ascii_isdigit(p[n]))
		n++;
	return n == 4;
}

/* "млн. АҚШ доллары": capitals only */
static gboolean
begins_acronym(const OqScan *scan, const char *p)
{
	const char *second = g_utf8_next_char(p);
	return oq_scan_class(scan, second) == OQ_CHAR_UPPER;
}

/* Whether the next word is one that only begins sentences. */
static OqVerdict
judge_next_word(const OqScan *scan, const OqAhead *ahead)
{
	OqSentenceWord word;
	if (ahead->dash || ahead->opened || oq_scan_class(scan, ahead->at) != OQ_CHAR_UPPER)
		return OQ_VERDICT_GOES_ON;
	if (!oq_scan_word(scan, ahead->at, &word))
		return OQ_VERDICT_UNKNOWN;
	return word == OQ_SENTENCE_WORD_BEGINS ? OQ_VERDICT_ENDS : OQ_VERDICT_GOES_ON;
}

/* Behind a word that may be the last one. */
static OqVerdict
judge_last(const OqScan *scan, const char *start, const OqAhead *ahead)
{
	OqCharClass class = oq_scan_class(scan, ahead->at);
	if (scan->end - ahead->at < 6 && !scan->final)
		return OQ_VERDICT_UNKNOWN;
	gboolean amount = is_behind_number(scan, start);
	if (ahead->dash)
		return OQ_VERDICT_GOES_ON;
	if (class == OQ_CHAR_DIGIT)
		return !amount && begins_year(scan, ahead->at) ? OQ_VERDICT_ENDS
							       : OQ_VERDICT_GOES_ON;
	if (class != OQ_CHAR_UPPER || (amount && begins_acronym(scan, ahead->at)))
		return OQ_VERDICT_GOES_ON;
	return OQ_VERDICT_ENDS;
}

OqVerdict
oq_points_judge(const OqScan *scan, const char *point, const OqAhead *ahead)
{
	const char *start;
	WordKind kind = read_word(scan, point, ahead, &start);
	if (kind == WORD_WHOLE || ahead->cut)
		return OQ_VERDICT_ENDS;
	if (kind == WORD_ITEM)
		return OQ_VERDICT_GOES_ON;
	return kind == WORD_LAST ? judge_last(scan, start, ahead) : judge_next_word(scan, ahead);
}

gboolean
oq_points_is_of_word(const OqScan *scan, const char *point)
{
	const char *start;
	return read_word(scan, point, NULL, &start) != WORD_WHOLE;
}

gboolean
oq_points_ends_word(const OqScan *scan, const char *point)
{
	const char *start = point, *last = point;
	while (start > scan->start && point - start < MAX_WORD_BYTES) {
		const char *previous = g_utf8_prev_char(start);
		if (!is_letter(oq_scan_class(scan, previous)))
			break;
		start = previous;
	}
	OqSlice word = {start, point - start};
	if (word.length < 4)
		return FALSE;
	last = g_utf8_prev_char(point);
	return !oq_letters_is_western(g_utf8_get_char(last)) &&
	       oq_scan_class(scan, last) == OQ_CHAR_LETTER && !oq_points_is_of_word(scan, point);
}
