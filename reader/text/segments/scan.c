/* scan.c - see the header. */
#include "text/segments/scan.h"

OqCharClass
oq_scan_class(const OqScan *scan, const char *p)
{
	return p < scan->end ? oq_letters_class(scan->letters, g_utf8_get_char(p)) : OQ_CHAR_OTHER;
}

gboolean
oq_scan_is_terminal(gunichar c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 /* … */;
}

gboolean
oq_scan_is_closer(gunichar c)
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

gboolean
oq_scan_is_dash(gunichar c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015);
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
		gboolean quote = wrapped && ahead.space && c == '>';
		if (class == OQ_CHAR_SPACE || (wrapped && class == OQ_CHAR_NEWLINE) || quote)
			ahead.space = TRUE;
		else if (oq_scan_is_dash(c))
			ahead.dash = TRUE;
		else if (is_opener(c))
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
