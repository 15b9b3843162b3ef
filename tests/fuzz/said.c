#include "said.h"

#include "text/characters/escapes.h"
#include "text/doubts.h"
#include <string.h>

/* No words of their own: № before an ordinal number, the minus signs that are dashes or hyphens,
 * the > of quoted mail, ¬ in a word that was broken there. */
#define SOMETIMES_SILENT "№−⁻₋－﹣˗>¬"

/* Of the longest tag that is silent. */
#define MAX_MARKUP_BYTES 1000

static gboolean
has_latin_letter(const char *p, const char *end)
{
	for (; p < end; p++)
		if (g_ascii_isalpha(*p))
			return TRUE;
	return FALSE;
}

static gboolean
is_roman_form(gunichar c)
{
	return c >= 0x2160 && c <= 0x217F;
}

static gboolean
is_to_be_said(OqPunctuation punctuation, gunichar c)
{
	switch (g_unichar_type(c)) {
	case G_UNICODE_DECIMAL_NUMBER:
	case G_UNICODE_LETTER_NUMBER:
	case G_UNICODE_OTHER_NUMBER:
	case G_UNICODE_CURRENCY_SYMBOL:
		return TRUE;
	case G_UNICODE_MATH_SYMBOL:
	case G_UNICODE_MODIFIER_SYMBOL:
	case G_UNICODE_OTHER_SYMBOL:
		return punctuation > OQ_PUNCTUATION_NONE &&
		       g_utf8_strchr(SOMETIMES_SILENT, -1, c) == NULL;
	default:
		return FALSE;
	}
}

/* Within what is no text: [3], <h1>, {0}, ${a}, &#171;, %1$s. */
static gboolean
is_in_markup(const char *text, const char *at)
{
	static const char *const pairs[] = {"[]", "<>", "{}", "&;"};
	gboolean field = g_ascii_isdigit(*at) || *at == '$';
	for (const char *p = at; p > text && p > at - MAX_MARKUP_BYTES;) {
		p = g_utf8_prev_char(p);
		for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
			if (*p == pairs[i][0] && strchr(at, pairs[i][1]) != NULL)
				return TRUE;
		if (*p == '%' && field)
			return TRUE;
		field = field && strchr("0123456789$.-+#*", *p) != NULL;
	}
	return *at == '$' && at[1] == '{';
}

gsize
said_hidden_bytes(const OqUtterance *utterance)
{
	const char *end = utterance->text->str + utterance->text->len;
	gsize n_hidden = 0;
	for (const char *p = utterance->text->str; p < end;) {
		gsize n_escape = oq_escapes_length(p, end, TRUE);
		n_hidden += n_escape;
		p += MAX(n_escape, 1);
	}
	return n_hidden;
}

gunichar
said_find_lost(const OqUtterance *utterance, OqPunctuation punctuation)
{
	const char *text = utterance->text->str, *spoken = utterance->spoken->str, *next;
	const char *text_end = text + utterance->text->len;
	guint i = 0, n_words = utterance->words->len;
	for (const char *p = text; p < text_end; p = next) {
		gsize n_escape = oq_escapes_length(p, text_end, TRUE);
		gunichar c = g_utf8_get_char(p);
		next = n_escape > 0 ? p + n_escape : g_utf8_next_char(p);
		if (n_escape > 0)
			continue;
		guint64 at = utterance->start + (p - text);
		if (!is_to_be_said(punctuation, c))
			continue;
		while (i < n_words && oq_utterance_word(utterance, i)->end <= at)
			i++;
		const OqWord *word = i < n_words ? oq_utterance_word(utterance, i) : NULL;
		gboolean silent = word == NULL || word->start > at;
		if (silent && is_in_markup(text, p))
			continue;
		if (silent || (is_roman_form(c) && has_latin_letter(spoken + word->spoken_start,
							   spoken + word->spoken_end)))
			return c;
	}
	return 0;
}

static gboolean
is_of_word(const OqUtterance *utterance, const OqLeftOut *range)
{
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		if (word->start < range->end && word->end > range->start)
			return TRUE;
	}
	return FALSE;
}

gboolean
said_leaves_out(const OqUtterance *utterance)
{
	guint64 before = utterance->start;
	for (guint i = 0; i < utterance->left_out->len; i++) {
		const OqLeftOut *range = &g_array_index(utterance->left_out, OqLeftOut, i);
		if (range->start < before || range->start >= range->end ||
			range->end > utterance->end || is_of_word(utterance, range))
			return FALSE;
		before = range->end;
	}
	return TRUE;
}

gboolean
said_has_sound_doubts(const OqLexicon *lexicon, const OqUtterance *utterance)
{
	g_autoptr(GArray) doubts = g_array_new(FALSE, FALSE, sizeof(OqDoubt));
	guint64 before = utterance->start;
	oq_doubts_find(lexicon, utterance, doubts);
	for (guint i = 0; i < doubts->len; i++) {
		const OqDoubt *doubt = &g_array_index(doubts, OqDoubt, i);
		if (doubt->start < before || doubt->end <= doubt->start ||
			doubt->end > utterance->end || doubt->end_word < doubt->first_word ||
			doubt->end_word > utterance->words->len)
			return FALSE;
		before = doubt->end;
	}
	return TRUE;
}
