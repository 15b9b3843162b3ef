/* scan.c - see the header. */
#include "text/segments/scan.h"

#include "text/characters/roles.h"

#define FIRST_PICTURE 0x2600 /* of the signs that are drawn */

OqCharClass
oq_scan_class(const OqScan *scan, const char *p)
{
	return p < scan->end ? oq_letters_class(scan->letters, g_utf8_get_char(p)) : OQ_CHAR_OTHER;
}

gboolean
oq_scan_is_space(const OqScan *scan, const char *p)
{
	return oq_scan_class(scan, p) == OQ_CHAR_SPACE;
}

OqAhead
oq_scan_ahead(const OqScan *scan, const char *p, gboolean wrapped)
{
	OqAhead ahead = {0};
	for (; p < scan->end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		OqCharClass class = oq_letters_class(scan->letters, c);
		guint32 roles = oq_roles_of(c);
		gboolean quote = wrapped && ahead.space && c == '>';
		if (class == OQ_CHAR_SPACE || (wrapped && class == OQ_CHAR_NEWLINE) || quote)
			ahead.space = TRUE;
		else if ((roles & OQ_ROLE_DASH) != 0)
			ahead.dash = TRUE;
		else if ((roles & OQ_ROLE_OPENER) != 0)
			ahead.opened = TRUE;
		else
			break;
	}
	ahead.at = p;
	ahead.cut = p == scan->end;
	ahead.newline = oq_scan_class(scan, p) == OQ_CHAR_NEWLINE;
	return ahead;
}

/* Longer than any word of sentences.tsv. */
#define MAX_WORD_BYTES 64

gboolean
oq_scan_word(const OqScan *scan, const char *p, OqSentenceWord *word)
{
	const char *start = p;
	*word = OQ_SENTENCE_WORD_NONE;
	for (; p < scan->end && p - start < MAX_WORD_BYTES; p = g_utf8_next_char(p)) {
		OqCharClass class = oq_scan_class(scan, p);
		if (class != OQ_CHAR_LETTER && class != OQ_CHAR_UPPER)
			break;
	}
	if (p == scan->end && !scan->final)
		return FALSE;
	if (p - start >= MAX_WORD_BYTES)
		return TRUE;
	g_autoptr(GString) lower = g_string_sized_new(MAX_WORD_BYTES);
	oq_letters_lower(scan->letters, (OqSlice){start, p - start}, lower);
	OqSlice key = {lower->str, lower->len};
	*word = oq_lexicon_sentence_word(scan->lexicon, key, FALSE);
	if (*word == OQ_SENTENCE_WORD_NONE)
		*word = oq_lexicon_sentence_word(scan->lexicon, key, TRUE);
	return TRUE;
}

gboolean
oq_scan_is_short_unit(const OqScan *scan, OqSlice key)
{
	const char *spoken = oq_lexicon_unit(scan->lexicon, key);
	if (spoken == NULL)
		spoken = oq_lexicon_currency(scan->lexicon, key);
	return spoken != NULL && !oq_slice_equals(key, spoken);
}

gboolean
oq_scan_is_short_day(const OqScan *scan, OqSlice key, gboolean behind_number)
{
	const OqShortName *name = oq_lexicon_short_name(scan->lexicon, key);
	return name != NULL && (behind_number || name->kind != OQ_SHORT_MONTH_OR_WORD);
}

gboolean
oq_scan_begins(const OqScan *scan, const char *p)
{
	while (p > scan->start) {
		p = g_utf8_prev_char(p);
		gunichar c = g_utf8_get_char(p);
		if (c < FIRST_PICTURE && c != OQ_SIGN_JOINER && !oq_scan_is_space(scan, p))
			return FALSE;
	}
	return TRUE;
}
