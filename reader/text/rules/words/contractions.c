/* contractions.c - see the header. */
#include "text/rules/words/contractions.h"

#include <string.h>

#define MAX_LETTERS 6

/* Қ-стан, but А-сы is a letter's name with an ending. */
#define MIN_NAME_END 4

/* The end of the word, and endings behind that: the сінде of көшесінде. A vowel alone is no end. */
static gboolean
is_end(const OqRuleContext *context, const OqContraction *row, OqSlice written, OqSuffixes *endings)
{
	const OqLexicon *lexicon = context->sentence->lexicon;
	const char *word = row->word + row->n_bytes, *end = row->word + strlen(row->word);
	for (const char *p = word; p < end; p = g_utf8_next_char(p)) {
		OqSlice tail = {p, end - p};
		if (!oq_slice_has_prefix(written, tail))
			continue;
		OqSlice rest = oq_slice_skip(written, tail.length);
		gboolean vowel =
			g_utf8_next_char(p) == end &&
			oq_letters_is_vowel(oq_lexicon_letters(lexicon), g_utf8_get_char(p));
		endings->n = 0;
		if (!vowel && (rest.length == 0 || oq_suffixes_parse(lexicon, rest, endings) ||
				      oq_suffixes_parse_behind_possessive(lexicon, rest, endings)))
			return TRUE;
	}
	return FALSE;
}

/* Of the word's first letters at least those of the row; the first of all is known to be the same.
 */
static gboolean
is_beginning(const OqContraction *row, OqSlice written)
{
	gsize first = g_utf8_skip[(guchar)written.data[0]];
	OqSlice rest = oq_slice(g_utf8_next_char(row->word));
	return written.length >= row->n_bytes &&
	       oq_slice_has_prefix(rest, oq_slice_skip(written, first));
}

/* К-СІ of a heading, and к-сі, but not К-Сі; К-сі would be of the letter К. */
static gboolean
is_of_word(const OqToken *first, const OqToken *last)
{
	if (last->any_capital)
		return first->all_capitals && last->all_capitals && last->n_chars > 1;
	return !first->capital || first->n_chars > 1 || last->n_chars >= MIN_NAME_END;
}

guint
oq_contractions_say(OqRuleContext *context, guint at)
{
	const OqSentence *sentence = context->sentence;
	const OqToken *first = &sentence->tokens[at], *joint = oq_sentence_token(sentence, at + 1),
		      *last = oq_sentence_token(sentence, at + 2);
	if (first->n_chars > MAX_LETTERS ||
		!(oq_token_is_sign(joint, '-') || oq_token_is_sign(joint, '/')) || joint->gap ||
		!oq_token_is_word(last) || last->gap || !is_of_word(first, last))
		return 0;
	g_autoptr(GString) end = g_string_new(NULL);
	oq_letters_lower(
		oq_lexicon_letters(sentence->lexicon), oq_sentence_text(sentence, last), end);
	OqSlice beginning = oq_sentence_lower(sentence, first), written = {end->str, end->len};
	const OqContraction *row =
		oq_lexicon_contraction(sentence->lexicon, g_utf8_get_char(beginning.data));
	OqSuffixes endings = {0};
	while (row != NULL &&
		!(is_beginning(row, beginning) && is_end(context, row, written, &endings)))
		row = row->next;
	if (row == NULL)
		return 0;
	oq_rule_append(context, row->word);
	oq_rule_attach_to_phrase(context, &endings);
	return 3;
}
